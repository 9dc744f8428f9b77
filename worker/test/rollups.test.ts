import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { int, sql, uuid } from '@runlight/clickhouse';
import { hourOf, hourUs } from '@runlight/run-metrics';
import { uuidv7 } from '@runlight/run-model';
import type { RunStore } from '../src/store/run-store.ts';
import { createHourMarks, markingStore } from '../src/rollups/hour-marks.ts';
import type { HourMarks } from '../src/rollups/hour-marks.ts';
import { createRollups, rebuildRollups } from '../src/rollups/rollups.ts';
import { batchOf, create, newRun, openBench, startWorker, update } from './support.ts';
import type { Bench, TestRun } from './support.ts';
import { waitFor } from '@runlight/testkit';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
after(() => bench.close());

/** A run of an hour long ago, so that nothing else happens there. */
function oldRun(projectId: string, hour = 400_000): TestRun {
  return { ...newRun(projectId), traceStartUs: hour * hourUs + 1_000_000 };
}

const usage = (input: number, output: number) => ({
  usage: { input_tokens: input, output_tokens: output, total_tokens: input + output },
});

/** Seals as if five minutes had passed. */
const sealNow = () => createRollups(bench.clickhouse, 0).sealDue();

async function isDirty(workspaceId: string, hour = 400_000): Promise<boolean> {
  const [dirty] = await bench.clickhouse.rows({
    name: 'testDirty',
    query: sql`SELECT max(touched_us) > max(sealed_us) AS dirty FROM rollup_hours
      WHERE workspace_id = ${uuid(workspaceId)} AND hour = ${int(hour)}`,
    row: (raw) => raw['dirty'] === 1,
  });
  return dirty!;
}

/** What readers take: cells of the last seal, and the same of the runs. */
async function sealedAndTrue(workspaceId: string) {
  const figures = sql`sum(run_count) AS runs, sum(error_count) AS errors, sum(total_tokens) AS tokens,
    round(sum(total_cost), 9) AS cost, sum(latency_count) AS ended`;
  const read = async (query: ReturnType<typeof sql>) =>
    (await bench.clickhouse.rows({ name: 'testFigures', query, row: (raw) => raw }))[0]!;
  const cells = (scope: ReturnType<typeof sql>) =>
    read(sql`SELECT ${figures} FROM runs_hourly WHERE workspace_id = ${uuid(workspaceId)} AND usage_scope = ${scope}
      AND (project_id, hour, seal) IN (SELECT project_id, hour, max(seal) FROM rollup_hours
        WHERE workspace_id = ${uuid(workspaceId)} GROUP BY project_id, hour)`);
  return {
    all: await cells(sql`'all'`),
    hour: await cells(sql`'allHour'`),
    traces: await cells(sql`'traces'`),
    runs: await read(sql`SELECT count() AS runs, countIf(status = 'error') AS errors, sum(total_tokens) AS tokens,
      round(sum(total_cost), 9) AS cost, countIf(toUnixTimestamp64Micro(end_time) > 0) AS ended
      FROM runs FINAL WHERE workspace_id = ${uuid(workspaceId)}`),
  };
}

async function sealAndCompare(workspaceId: string): Promise<Record<string, unknown>> {
  await sealNow();
  assert.equal(await isDirty(workspaceId), false);
  const { all, hour, runs } = await sealedAndTrue(workspaceId);
  assert.deepEqual(all, runs);
  assert.deepEqual(hour, runs);
  return runs;
}

const stored = (workspaceId: string, count: number) =>
  waitFor(
    async () => {
      const [ledger] = await bench.database.db
        .selectFrom('ingest_ledger')
        .select((row) => row.fn.countAll<number>().as('batches'))
        .where('workspace_id', '=', workspaceId)
        .execute();
      return ledger!.batches >= count;
    },
    { timeoutMs: 30_000, what: 'the ledger' },
  );

test('an hour is sealed five minutes after its last run, and what was delivered twice counts once', async () => {
  const workspaceId = await bench.newWorkspace();
  const first = startWorker(bench);
  const run = oldRun(uuidv7());
  const batch = batchOf(workspaceId, [create(run, usage(3, 4)), update(run, { error: 'no' })]);
  await bench.producer.send(batch);
  await stored(workspaceId, 1);
  assert.equal(await isDirty(workspaceId), true);
  assert.equal(await createRollups(bench.clickhouse).sealDue(), 0);
  await first.stop();
  assert.deepEqual(await sealAndCompare(workspaceId), {
    runs: '1',
    errors: '1',
    tokens: '7',
    cost: 0,
    ended: '1',
  });
  const second = startWorker(bench);
  await bench.producer.send(batch);
  await bench.producer.send(batchOf(workspaceId, [create(oldRun(run.projectId), usage(1, 0))]));
  await stored(workspaceId, 2);
  await second.stop();
  assert.equal((await sealAndCompare(workspaceId))['tokens'], '8');
});

test('an update after sealing makes the hour dirty, and cells that are gone count no more', async () => {
  const workspaceId = await bench.newWorkspace();
  const run = oldRun(uuidv7());
  const first = startWorker(bench);
  await bench.producer.send(batchOf(workspaceId, [create(run)]));
  await stored(workspaceId, 1);
  await first.stop();
  // Pending: no end.
  assert.equal((await sealAndCompare(workspaceId))['ended'], '0');
  // Another worker, which does not remember the mark of the first.
  const second = startWorker(bench);
  await bench.producer.send(batchOf(workspaceId, [update(run, usage(5, 5))]));
  await stored(workspaceId, 2);
  await second.stop();
  assert.equal(await isDirty(workspaceId), true);
  const runs = await sealAndCompare(workspaceId);
  assert.deepEqual([runs['runs'], runs['ended'], runs['tokens']], ['1', '1', '10']);
});

test('tokens that a parent repeats are left out of sums, and are those of the trace for its root', async () => {
  const workspaceId = await bench.newWorkspace();
  const worker = startWorker(bench);
  const root = oldRun(uuidv7());
  const child = { ...root, runId: uuidv7() };
  await bench.producer.send(
    batchOf(workspaceId, [
      create(root, { parentRunId: null, ...usage(5, 5) }),
      create(child, { parentRunId: root.runId, ...usage(5, 5) }),
    ]),
  );
  await stored(workspaceId, 1);
  await worker.stop();
  await sealNow();
  const { all, traces } = await sealedAndTrue(workspaceId);
  assert.deepEqual([all['runs'], all['tokens']], ['2', '10']);
  assert.deepEqual([traces['runs'], traces['tokens']], ['1', '10']);
});

test('a deletion that says so, and rows that nobody announced, are worked out anew', async () => {
  const workspaceId = await bench.newWorkspace();
  const [kept, gone] = [oldRun(uuidv7()), oldRun(uuidv7())];
  const worker = startWorker(bench);
  await bench.producer.send(batchOf(workspaceId, [create(kept), create(gone)]));
  await stored(workspaceId, 1);
  await worker.stop();
  await sealAndCompare(workspaceId);

  const marks = createHourMarks(bench.clickhouse);
  const place = { workspaceId, ...gone };
  await marks.mark([place], 'about to');
  await bench.clickhouse.command({
    name: 'testDelete',
    query: sql`DELETE FROM runs WHERE workspace_id = ${uuid(workspaceId)} AND id = ${uuid(gone.runId)}`,
  });
  await marks.mark([place], 'done');
  assert.equal((await sealAndCompare(workspaceId))['runs'], '1');

  // By other hands, without a mark.
  await bench.clickhouse.command({
    name: 'testForeignInsert',
    query: sql`INSERT INTO runs (workspace_id, project_id, trace_start, trace_id, id, status, version)
      SELECT workspace_id, project_id, trace_start, trace_id, generateUUIDv4(), 'error', 1 FROM runs
      WHERE workspace_id = ${uuid(workspaceId)} LIMIT 1`,
  });
  assert.equal(await isDirty(workspaceId), false);
  await createRollups(bench.clickhouse).sweep(new Date(Date.now() - 60_000));
  assert.equal(await isDirty(workspaceId), true);
  const runs = await sealAndCompare(workspaceId);
  assert.deepEqual([runs['runs'], runs['errors']], ['2', '1']);

  // Gone without a word, as what expires: nothing was inserted that a sweep could find.
  await bench.clickhouse.command({
    name: 'testSilentDelete',
    query: sql`DELETE FROM runs WHERE workspace_id = ${uuid(workspaceId)} AND id = ${uuid(kept.runId)}`,
  });
  assert.equal(await isDirty(workspaceId), false);
  await createRollups(bench.clickhouse).audit();
  assert.equal(await isDirty(workspaceId), true);
  assert.equal((await sealAndCompare(workspaceId))['runs'], '1');
});

test('hours from before there were rollups are found, and a rebuild works all of them out', async () => {
  const workspaceId = await bench.newWorkspace();
  const run = oldRun(uuidv7());
  const worker = startWorker(bench);
  await bench.producer.send(
    batchOf(workspaceId, [create(run), create(oldRun(run.projectId, 400_002))]),
  );
  await stored(workspaceId, 1);
  await worker.stop();
  await bench.clickhouse.command({
    name: 'testForget',
    query: sql`DELETE FROM rollup_hours WHERE workspace_id = ${uuid(workspaceId)}`,
  });
  assert.equal(await rebuildRollups(bench.clickhouse, { workspaceId }), 2);
  assert.equal((await sealAndCompare(workspaceId))['runs'], '2');
});

test('hours are marked before runs are written and before they are acknowledged, and seldom', async () => {
  const steps: string[] = [];
  let nowMs = 0;
  const marks: HourMarks = createHourMarks(
    {
      insertRowBinary: ({ body }) => {
        steps.push(`mark ${(body as Uint8Array).byteLength / 36}`);
        return Promise.resolve();
      },
    },
    () => nowMs,
  );
  const place = { workspaceId: uuidv7(), projectId: uuidv7(), traceStartUs: 0 };
  const runAt = (hour: number) =>
    ({ group: { key: { ...place, traceStartUs: hour * hourUs } } }) as unknown as Parameters<
      RunStore['insertRuns']
    >[0][number];
  let insertMs = 10;
  const store = markingStore(
    {
      insertRuns: () => {
        steps.push('insert');
        nowMs += insertMs;
        return Promise.resolve();
      },
    } as never,
    marks,
  );
  const insert = async (...hours: number[]) => {
    steps.length = 0;
    await store.insertRuns(hours.map(runAt));
    return steps.join(', ');
  };
  assert.equal(await insert(1, 1, 2), 'mark 2, insert');
  assert.equal(await insert(1, 2), 'insert');
  nowMs += 61_000;
  assert.equal(await insert(1), 'mark 1, insert');
  // Slow, or stopped for a while: the hour may have been sealed meanwhile.
  insertMs = 200_000;
  assert.equal(await insert(1), 'insert, mark 1');
  assert.equal(hourOf(hourUs * 7 + 1), 7);
});
