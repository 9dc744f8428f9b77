import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, beforeEach, test } from 'node:test';
import { Gauge, Registry } from '@runlight/service';
import { uuidv7 } from '@runlight/run-model';
import { createAuditor } from '../src/audit/auditor.ts';
import { runAudit } from '../src/audit/run-audit.ts';
import type { AuditReport } from '../src/audit/run-audit.ts';
import { forgetOldBatches } from '../src/ledger-retention.ts';
import {
  batchOf,
  clickhouseCommand,
  create,
  createFeedback,
  drained,
  ledgerOf,
  log,
  newRun,
  openBench,
  operation,
  startWorker,
  update,
} from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
let workspaceId: string;
let worker: ReturnType<typeof startWorker>;

before(async () => {
  bench = await openBench();
  worker = startWorker(bench);
});
after(async () => {
  await worker?.stop();
  await bench?.close();
});
beforeEach(async () => {
  // Each test sees its own ledger only.
  await bench.database.db.deleteFrom('ingest_ledger').execute();
  await bench.database.db.deleteFrom('ingest_audit').execute();
  workspaceId = await bench.newWorkspace();
});

const audit = () => runAudit(bench, { since: new Date(Date.now() - 3_600_000) });

async function storeSome() {
  const run = newRun();
  const batches = [
    batchOf(workspaceId, [create(run), create(newRun())], [createFeedback({ runId: run.runId })]),
    batchOf(workspaceId, [update(run)]),
    batchOf(workspaceId, [], [createFeedback({ projectId: run.projectId })]),
  ];
  for (const batch of [...batches, ...batches]) await bench.producer.send(batch);
  await drained(bench);
  return { run, batches };
}

/** Runs the command as the chaos run does. */
async function command(): Promise<{ code: number | null; report: AuditReport }> {
  const { clickhouseUrl, databaseUrl, redisUrl } = bench.urls;
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/audit.ts')], {
    env: {
      ...process.env,
      CLICKHOUSE_URL: clickhouseUrl,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = text(child.stdout);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, report: JSON.parse(await output) as AuditReport };
}

test('D2: the audit of what is all there says 0, and writes what it saw', async () => {
  await storeSome();
  const { code, report } = await command();
  assert.equal(code, 0);
  assert.equal(report.difference, 0);
  const rows = await bench.database.db
    .selectFrom('ingest_audit')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  assert.equal(
    rows.reduce((sum, { recorded }) => sum + recorded, 0),
    5,
  );
  for (const { recorded, stored } of rows) assert.equal(recorded, stored);
});

test('D2: the audit finds operations that vanished, and the command says so', async () => {
  const { run } = await storeSome();
  await clickhouseCommand(
    bench,
    `DELETE FROM run_events WHERE workspace_id = '${workspaceId}' AND id = '${run.runId}'`,
  );
  await clickhouseCommand(
    bench,
    `DELETE FROM feedback_events WHERE workspace_id = '${workspaceId}'`,
  );
  const { code, report } = await command();
  assert.equal(code, 1);
  assert.equal(report.difference, 4);
  assert.equal(
    report.hours.reduce((sum, { difference }) => sum + difference, 0),
    4,
  );
});

test('the audit finds runs that have events but no row', async () => {
  const { run } = await storeSome();
  await clickhouseCommand(
    bench,
    `DELETE FROM runs WHERE workspace_id = '${workspaceId}' AND id = '${run.runId}'`,
  );
  const report = await audit();
  assert.deepEqual([report.unfolded, report.difference], [1, 1]);
});

test('a dead letter is no difference, whether its rows are there or not', async () => {
  const { batches } = await storeSome();
  await bench.database.db
    .updateTable('ingest_ledger')
    .set({ dead: 1 })
    .where('batch_id', '=', batches[0]!.batchId)
    .execute();
  assert.equal((await audit()).difference, 0);
});

test('a run that was moved to its place is no difference', async () => {
  const root = newRun();
  const runId = uuidv7();
  await bench.producer.send(
    batchOf(workspaceId, [operation('update', { runId }, { endTimeUs: 5 })]),
  );
  await drained(bench);
  await bench.producer.send(
    batchOf(workspaceId, [create({ ...root, runId }, { parentRunId: root.runId }), create(root)]),
  );
  await drained(bench);
  const report = await audit();
  assert.equal(report.difference, 0);
});

test('the audit finds entries that nobody holds, in both lanes', async () => {
  const stream = 'runlight:ingest:bulk';
  await bench.redis.del(stream);
  await bench.redis.xgroup('CREATE', stream, 'workers', '0', 'MKSTREAM').catch(() => undefined);
  for (let entry = 0; entry < 3; entry += 1)
    await bench.redis.xadd(stream, '*', 'v', '99', 'd', '');
  await bench.redis.xreadgroup('GROUP', 'workers', 'gone', 'COUNT', 2, 'STREAMS', stream, '>');
  const [entry] = await bench.redis.xrange(stream, '-', '+');
  await bench.redis.xack(stream, 'workers', entry![0]);
  const { lanes, difference } = await audit();
  // The worker of this test may have read what was left; nobody holds the one entry.
  assert.equal(lanes.find(({ lane }) => lane === 'bulk')!.inLimbo, 1);
  assert.equal(difference, 1);
  await bench.redis.del(stream);
});

test('audits once in ten minutes among all workers, and again when ClickHouse was started anew', async () => {
  const auditDifference = new Gauge({
    name: 'runlight_audit_difference',
    help: 'for the test',
    registers: [new Registry()],
  });
  const difference = async () => (await auditDifference.get()).values[0]!.value;
  let uptime = 100;
  const clickhouse = {
    ...bench.clickhouse,
    rows: ((options) =>
      options.name === 'workerUptime'
        ? Promise.resolve([uptime])
        : bench.clickhouse.rows(options)) as typeof bench.clickhouse.rows,
  };
  const auditor = createAuditor({ ...bench, clickhouse, metrics: { auditDifference }, log });
  await bench.redis.del('runlight:audit:turn');
  await storeSome();
  await auditor.audit();
  assert.equal(await difference(), 0);
  await clickhouseCommand(bench, `DELETE FROM run_events WHERE workspace_id = '${workspaceId}'`);
  await auditor.audit();
  assert.equal(await difference(), 0, 'somebody had the turn a moment ago');
  await auditor.watchRestarts();
  uptime = 200;
  await auditor.watchRestarts();
  assert.equal(await difference(), 0, 'it runs on');
  uptime = 3;
  await auditor.watchRestarts();
  assert.equal(await difference(), 3);
});

test('the ledger forgets what is older than 30 days, in steps', async () => {
  const { batches } = await storeSome();
  const { db } = bench.database;
  const old = Array.from({ length: 25 }, () => ({
    batch_id: uuidv7(),
    workspace_id: workspaceId,
    operations: 1,
    bytes: 1,
    stored_at: new Date(Date.now() - 31 * 86_400_000),
  }));
  await db.insertInto('ingest_ledger').values(old).execute();
  assert.equal(await forgetOldBatches(bench.database, { step: 10 }), 25);
  assert.equal((await ledgerOf(bench, workspaceId)).length, batches.length);
});
