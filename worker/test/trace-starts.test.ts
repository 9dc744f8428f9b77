import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Batch } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import type { RunEnvelope, RunOperation } from '@runlight/run-model';
import type { AcceptedOperation } from '../src/operation.ts';
import { createStoredKeys } from '../src/place/stored-keys.ts';
import { createTraceStarts } from '../src/place/trace-starts.ts';
import type { WorkerOptions } from '../src/worker.ts';
import {
  batchOf,
  create,
  drained,
  log,
  newRun,
  openBench,
  operation,
  runsOf,
  startWorker,
} from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
let workspaceId: string;
const workers: ReturnType<typeof startWorker>[] = [];

before(async () => {
  bench = await openBench();
});
after(() => bench?.close());
beforeEach(async () => {
  workspaceId = await bench.newWorkspace();
});
afterEach(stopWorkers);

/** Operations that were not placed at once. */
let waited = 0;

function work(name = 'worker-1'): void {
  const counting = ({ placer }: Pick<WorkerOptions, 'placer'>) => ({
    placer: {
      ...placer,
      place: async (operations: AcceptedOperation[]) => {
        const result = await placer.place(operations);
        waited += result.waiting.length;
        return result;
      },
    },
  });
  workers.push(startWorker(bench, counting, { name }));
}
async function stopWorkers(): Promise<void> {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
}
async function send(...batches: Batch[]): Promise<void> {
  await Promise.all(batches.map((batch) => bench.producer.send(batch)));
  await drained(bench);
}

const startUs = Date.now() * 1000;
const projectId = uuidv7();

/** A span as OTLP brings it: it knows its trace, but not when that began. */
function span(
  traceId: string,
  envelope: RunEnvelope & { startTimeUs: number },
  runId = uuidv7(),
): RunOperation {
  return {
    ...operation('create', { runId, traceId, projectId }, { name: 'span', ...envelope }),
    opensTrace: true,
  };
}

const starts = async () =>
  new Map((await runsOf(bench, workspaceId)).map((row) => [row['id'], row['trace_start']]));
const distinctStarts = async () => new Set((await starts()).values());

test('a child that comes before its root, with a worker started anew between: one trace, right tree', async () => {
  const traceId = uuidv7();
  const rootId = uuidv7();
  const child = span(traceId, { startTimeUs: startUs + 500, parentRunId: rootId });
  const grandchild = span(traceId, { startTimeUs: startUs + 700, parentRunId: child.runId });
  work('first');
  await send(batchOf(workspaceId, [grandchild]));
  await stopWorkers();
  work('second');
  await send(batchOf(workspaceId, [child]));
  await stopWorkers();
  work('third');
  await send(
    batchOf(workspaceId, [span(traceId, { startTimeUs: startUs, parentRunId: null }, rootId)]),
  );
  const rows = await runsOf(bench, workspaceId);
  assert.equal(rows.length, 3);
  assert.equal((await distinctStarts()).size, 1);
  assert.equal(waited, 0, 'nobody waits for a root');
  const tree = rows.map((row) => [
    row['id'],
    row['trace_id'],
    row['parent_run_id'],
    row['is_root'],
  ]);
  assert.deepEqual(
    new Set(tree.map((row) => row.join())),
    new Set(
      [
        [rootId, traceId, '00000000-0000-0000-0000-000000000000', 1],
        [child.runId, traceId, rootId, 0],
        [grandchild.runId, traceId, child.runId, 0],
      ].map((row) => row.join()),
    ),
  );
});

test('spans of one lot share the earliest of their starts', async () => {
  const traceId = uuidv7();
  const batch = batchOf(
    workspaceId,
    [30, 10, 20].map((offset) => span(traceId, { startTimeUs: startUs + offset })),
  );
  work();
  await send(batch);
  assert.deepEqual(
    [...(await distinctStarts())],
    [new Date(startUs / 1000).toISOString().replace('T', ' ').replace('Z', '010')],
  );
});

test('a pending marker never undoes the end of its span, whichever comes first', async () => {
  const traceId = uuidv7();
  const runId = uuidv7();
  const marker = span(traceId, { startTimeUs: startUs, status: 'pending' }, runId);
  const final = span(traceId, { startTimeUs: startUs, endTimeUs: startUs + 9, name: 'end' }, runId);
  work();
  await send(batchOf(workspaceId, [final]));
  await send(batchOf(workspaceId, [marker]));
  const rows = await runsOf(bench, workspaceId);
  assert.deepEqual(
    rows.map(({ status }) => status),
    ['success'],
  );
});

test('F11: when Redis is wiped, the trace that is stored is found again', async () => {
  const traceId = uuidv7();
  work('first');
  await send(batchOf(workspaceId, [span(traceId, { startTimeUs: startUs + 5 })]));
  await stopWorkers();
  await bench.redis.flushdb();
  work('second');
  await send(
    batchOf(workspaceId, [
      span(traceId, { startTimeUs: startUs }),
      span(uuidv7(), { startTimeUs: startUs }),
    ]),
  );
  const rows = (await runsOf(bench, workspaceId)).filter((row) => row['trace_id'] === traceId);
  assert.equal(rows.length, 2);
  assert.equal(new Set(rows.map((row) => row['trace_start'])).size, 1);
});

test('two workers at once agree on the start of each trace', async () => {
  const traces = Array.from({ length: 40 }, () => uuidv7());
  const batches = Array.from({ length: 24 }, (_, index) =>
    batchOf(
      workspaceId,
      traces.map((traceId) => span(traceId, { startTimeUs: startUs + index })),
    ),
  );
  work('one');
  work('two');
  await send(...batches);
  const rows = await runsOf(bench, workspaceId);
  assert.equal(rows.length, traces.length * batches.length);
  for (const [, own] of Map.groupBy(rows, (row) => row['trace_id'] as string)) {
    assert.equal(new Set(own.map((row) => row['trace_start'])).size, 1);
  }
});

test('a trace that began otherwise keeps its start for spans that join it', async () => {
  const root = newRun(projectId);
  work();
  await send(batchOf(workspaceId, [create(root)]));
  await send(
    batchOf(workspaceId, [
      span(root.traceId, { startTimeUs: startUs + 1, parentRunId: root.runId }),
      create(newRun()),
    ]),
  );
  const rows = (await runsOf(bench, workspaceId)).filter((row) => row['trace_id'] === root.traceId);
  assert.equal(rows.length, 2);
  assert.equal(new Set(rows.map((row) => row['trace_start'])).size, 1);
});

test('what Redis has no room for is looked up in the store', async () => {
  work();
  const [stored, fresh] = [uuidv7(), uuidv7()];
  await send(batchOf(workspaceId, [span(stored, { startTimeUs: startUs + 3 })]));
  const other = await bench.newWorkspace();
  const traceStarts = createTraceStarts({
    redis: bench.redis,
    stored: createStoredKeys(bench.clickhouse),
    log,
    maxTraces: 1,
  });
  const choose = (workspace: string, ...own: [string, number][]) =>
    traceStarts.choose(workspace, new Map(own));
  // One is remembered, and with it the room is used up.
  assert.equal((await choose(other, [fresh, 7])).get(fresh), 7);
  assert.equal((await choose(other, [fresh, 8])).get(fresh), 7);
  const unknown = uuidv7();
  assert.equal((await choose(other, [unknown, 9])).get(unknown), 9);
  await bench.redis.del(...(await bench.redis.keys(`runlight:trace-starts:${workspaceId}:*`)));
  await choose(workspaceId, [uuidv7(), 1]);
  assert.equal((await choose(workspaceId, [stored, 1])).get(stored), startUs + 3);
});
