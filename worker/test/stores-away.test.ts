import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql, uuid } from '@runlight/clickhouse';
import { waitFor } from '@runlight/testkit';
import { startFaultProxy } from '@runlight/testkit/faults';
import type { FaultProxy } from '@runlight/testkit/faults';
import {
  batchOf,
  clickhouseCommand,
  create,
  createFeedback,
  deadLettersOf,
  drained,
  ledgerOf,
  newRun,
  openBench,
  payloadsOf,
  runsOf,
  startWorker,
  update,
} from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
let workspaceId: string;
let proxy: FaultProxy;
let worker: ReturnType<typeof startWorker>;

before(async () => {
  bench = await openBench();
  proxy = await startFaultProxy({ port: Number(new URL(bench.urls.clickhouseUrl).port) });
});
after(async () => {
  await proxy?.close();
  await bench?.close();
});
beforeEach(async () => {
  workspaceId = await bench.newWorkspace();
  worker = startWorker({
    ...bench,
    urls: { ...bench.urls, clickhouseUrl: proxy.via(bench.urls.clickhouseUrl) },
  });
});
afterEach(async () => {
  await proxy.set({ kind: 'pass' });
  await worker.stop();
});

const isOpen = async () => (await worker.metrics.breakerOpen.get()).values[0]!.value === 1;
const breakerOpens = () => waitFor(isOpen, { timeoutMs: 20_000, what: 'the breaker to open' });

async function eventsOf(): Promise<number> {
  const [count] = await bench.clickhouse.rows({
    name: 'testEvents',
    query: sql`SELECT count() AS events FROM run_events WHERE workspace_id = ${uuid(workspaceId)}`,
    row: (raw) => Number(raw['events']),
  });
  return count!;
}

/** Everything is there once, and counted once. */
async function assertStored(runs: number, operations: number): Promise<void> {
  assert.equal((await runsOf(bench, workspaceId)).length, runs);
  const ledger = await ledgerOf(bench, workspaceId);
  assert.equal(
    ledger.reduce((sum, batch) => sum + batch.operations, 0),
    operations,
  );
  assert.deepEqual(await deadLettersOf(bench, workspaceId), []);
  assert.equal(await isOpen(), false);
}

test('F14: an insert whose reply is lost is repeated, with the same rows', async () => {
  const run = newRun();
  await proxy.set({ kind: 'cut-reply' });
  await bench.producer.send(
    batchOf(workspaceId, [create(run), update(run)], [createFeedback({ runId: run.runId })]),
  );
  await waitFor(async () => (await eventsOf()) > 0, {
    timeoutMs: 20_000,
    what: 'the rows that nobody was told of',
  });
  await breakerOpens();
  await proxy.set({ kind: 'pass' });
  await drained(bench);
  await assertStored(1, 3);
  assert.equal((await payloadsOf(bench, workspaceId)).length, 2);
});

test('F16: while ClickHouse is away nothing new is read, nothing is buried, and then all is stored', async () => {
  await proxy.set({ kind: 'refuse' });
  await bench.producer.send(batchOf(workspaceId, [create(newRun())]));
  await breakerOpens();
  for (let index = 0; index < 60; index += 1) {
    await bench.producer.send(batchOf(workspaceId, [create(newRun())]));
  }
  await pause(1500);
  const [pending] = (await bench.redis.xpending('runlight:ingest', 'workers')) as [number];
  // What a read that was waiting already brought, and no more.
  assert.ok(pending < 30, `${pending} entries in hand`);
  await proxy.set({ kind: 'pass' });
  await drained(bench);
  await assertStored(61, 61);
});

test('§2.8: a worker told to stop during an outage does not wait for its end', async () => {
  await proxy.set({ kind: 'refuse' });
  await bench.producer.send(batchOf(workspaceId, [create(newRun())]));
  await breakerOpens();
  const startedAt = performance.now();
  await worker.stop();
  assert.ok(performance.now() - startedAt < 15_000, 'less than a drain may take');
  await proxy.set({ kind: 'pass' });
  worker = startWorker(bench);
  await drained(bench);
  await assertStored(1, 1);
});

test('F17: an error that may heal is waited out, whatever it is called', async () => {
  await clickhouseCommand(bench, 'DETACH TABLE run_payloads');
  try {
    await bench.producer.send(batchOf(workspaceId, [create(newRun()), create(newRun())]));
    await breakerOpens();
    await pause(1000);
    assert.deepEqual(await deadLettersOf(bench, workspaceId), []);
  } finally {
    await clickhouseCommand(bench, 'ATTACH TABLE run_payloads');
  }
  await drained(bench);
  await assertStored(2, 2);
});

test('F18: too many parts are waited out', async () => {
  await clickhouseCommand(bench, 'SYSTEM STOP MERGES run_events');
  await clickhouseCommand(
    bench,
    'ALTER TABLE run_events MODIFY SETTING parts_to_throw_insert = 1, parts_to_delay_insert = 1',
  );
  try {
    await bench.producer.send(batchOf(workspaceId, [create(newRun())]));
    await breakerOpens();
    await pause(500);
    assert.deepEqual(await deadLettersOf(bench, workspaceId), []);
  } finally {
    await clickhouseCommand(
      bench,
      'ALTER TABLE run_events RESET SETTING parts_to_throw_insert, parts_to_delay_insert',
    );
    await clickhouseCommand(bench, 'SYSTEM START MERGES run_events');
  }
  await drained(bench);
  await assertStored(1, 1);
});

test('F18, D11: a query of ours that is refused buries nothing', async () => {
  await clickhouseCommand(bench, 'ALTER TABLE run_events RENAME COLUMN envelope TO hidden');
  try {
    await bench.producer.send(batchOf(workspaceId, [create(newRun())]));
    await breakerOpens();
    await pause(500);
    assert.deepEqual(await deadLettersOf(bench, workspaceId), []);
  } finally {
    await clickhouseCommand(bench, 'ALTER TABLE run_events RENAME COLUMN hidden TO envelope');
  }
  await drained(bench);
  await assertStored(1, 1);
});
