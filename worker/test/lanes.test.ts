import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createIngestProducer, ingestLanes, laneStream } from '@runlight/queue';
import type { IngestLane } from '@runlight/queue';
import { waitFor } from '@runlight/testkit';
import { lagKey, unreadField } from '../src/lag.ts';
import {
  batchOf,
  create,
  drained,
  newRun,
  openBench,
  operation,
  runsOf,
  startWorker,
  update,
} from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
after(() => bench?.close());

const producerOf = (lane: IngestLane) =>
  createIngestProducer(bench.redis, { stream: laneStream(lane) });

const manyRuns = (workspaceId: string, count: number) =>
  batchOf(
    workspaceId,
    Array.from({ length: count }, () => operation('create', newRun(), { name: 'one of many' })),
  );

/** A worker that says whose lots it begins, and takes its time for those of one workspace. */
function startWatched(slowWorkspace: string) {
  const begun: string[] = [];
  const worker = startWorker(bench, ({ store }) => ({
    store: {
      ...store,
      insertOperations: async (groups) => {
        const workspaces = new Set([...groups.values()].map(({ key }) => key.workspaceId));
        begun.push([...workspaces].join(' '));
        if (workspaces.has(slowWorkspace)) await pause(150);
        await store.insertOperations(groups);
      },
    },
  }));
  return { begun, worker };
}

test('A2: a flood in one lane delays an ordinary run by the lots that are being stored, no more', async () => {
  const [noisy, quiet] = [await bench.newWorkspace(), await bench.newWorkspace()];
  const bulk = producerOf('bulk');
  // Two entries are more than a lot may hold.
  for (let entry = 0; entry < 9; entry += 1) await bulk.send(manyRuns(noisy, 5001));
  const { begun, worker } = startWatched(noisy);
  try {
    await waitFor(() => begun.length >= 2, { timeoutMs: 20_000, what: 'the flood to be stored' });
    for (let round = 0; round < 2; round += 1) {
      const before = begun.length;
      await producerOf('ordinary').send(batchOf(quiet, [create(newRun())]));
      await waitFor(() => begun.slice(before).includes(quiet), {
        timeoutMs: 20_000,
        what: 'the quiet workspace to have its turn',
      });
      const flood = begun.slice(before, begun.indexOf(quiet, before));
      // At most one for each loop: what was taken just then.
      assert.ok(flood.length <= 2, `${flood.length} lots of the flood went first`);
    }
    assert.ok((await bench.redis.xlen(laneStream('bulk'))) > 0, 'the flood was not over yet');
    await drained(bench, 60_000);
    assert.equal((await runsOf(bench, quiet)).length, 2);
  } finally {
    await worker.stop();
  }
});

test('A2: within a lane the few of one workspace are not behind the many of another', async () => {
  const [noisy, quiet] = [await bench.newWorkspace(), await bench.newWorkspace()];
  const ordinary = producerOf('ordinary');
  for (let entry = 0; entry < 10; entry += 1) await ordinary.send(manyRuns(noisy, 2500));
  await ordinary.send(batchOf(quiet, [create(newRun())]));
  const { begun, worker } = startWatched(noisy);
  try {
    await drained(bench, 60_000);
    const turn = begun.findIndex((workspaces) => workspaces.includes(quiet));
    // The reader takes the flood in as it comes; what has been read takes turns.
    assert.ok(turn <= 2, `lot ${turn}`);
    assert.equal((await runsOf(bench, quiet)).length, 1);
  } finally {
    await worker.stop();
  }
});

test('a run whose operations come in both lanes is one run', async () => {
  const workspaceId = await bench.newWorkspace();
  const runs = Array.from({ length: 50 }, () => newRun());
  const worker = startWorker(bench);
  try {
    await Promise.all(
      runs.flatMap((run, index) => {
        const lanes = index % 2 === 0 ? ingestLanes : ingestLanes.toReversed();
        return [
          producerOf(lanes[0]).send(batchOf(workspaceId, [create(run)])),
          producerOf(lanes[1]).send(batchOf(workspaceId, [update(run)])),
        ];
      }),
    );
    await drained(bench);
    const rows = await runsOf(bench, workspaceId);
    assert.deepEqual(
      rows.map(({ status, is_partial }) => [status, is_partial]),
      runs.map(() => ['success', 0]),
    );
  } finally {
    await worker.stop();
  }
});

test('F3, F4: in each lane, what a lost worker held is taken over, and limbo is swept', async () => {
  const workspaceId = await bench.newWorkspace();
  const first = startWorker(bench);
  await drained(bench);
  await first.stop();
  for (const lane of ingestLanes) {
    for (let entry = 0; entry < 2; entry += 1) {
      await producerOf(lane).send(batchOf(workspaceId, [create(newRun())]));
    }
    const stream = laneStream(lane);
    await bench.redis.xreadgroup('GROUP', 'workers', 'gone', 'COUNT', 2, 'STREAMS', stream, '>');
    const [entry] = await bench.redis.xrange(stream, '-', '+');
    await bench.redis.xack(stream, 'workers', entry![0]);
  }
  const second = startWorker(bench, undefined, { name: 'second', leaseMs: 400 });
  try {
    await drained(bench);
    assert.equal((await runsOf(bench, workspaceId)).length, 4);
    const { swept, claimed } = second.metrics;
    for (const counter of [swept, claimed]) {
      const { values } = await counter.get();
      assert.deepEqual(
        new Map(values.map(({ labels, value }) => [labels.lane, value])),
        new Map([
          ['bulk', 1],
          ['ordinary', 1],
        ]),
      );
    }
  } finally {
    await second.stop();
  }
});

test('says which workspace waits since when, and takes it back when it is stored', async () => {
  const workspaceId = await bench.newWorkspace();
  let isHeld = true;
  const worker = startWorker(bench, ({ store }) => ({
    store: {
      ...store,
      insertOperations: async (groups) => {
        await waitFor(() => !isHeld, { timeoutMs: 30_000, what: 'the test' });
        await store.insertOperations(groups);
      },
    },
  }));
  try {
    const batch = batchOf(workspaceId, [create(newRun())]);
    await bench.producer.send(batch);
    const told = async () => (await bench.redis.hget(lagKey, workspaceId))?.split(' ');
    await waitFor(async () => (await told()) !== undefined, {
      timeoutMs: 15_000,
      what: 'the lag to be told',
    });
    const [oldestMs, writtenMs] = (await told())!;
    assert.equal(Number(oldestMs), batch.acceptedAtMs);
    assert.ok(Number(writtenMs) > batch.acceptedAtMs);
    assert.match((await bench.redis.hget(lagKey, unreadField))!, /^0 \d+$/);
    isHeld = false;
    await drained(bench);
    await waitFor(async () => (await told()) === undefined, {
      timeoutMs: 15_000,
      what: 'the lag to be taken back',
    });
  } finally {
    isHeld = false;
    await worker.stop();
  }
});
