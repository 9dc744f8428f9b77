import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testRun } from '../model/test-runs.ts';
import type { TraceRun } from '../model/trace-run.ts';
import { createTraceStore } from './trace-store.ts';
import type { TraceSnapshot } from './trace-store.ts';
import type { TraceChunk, TraceSource, WatchOptions } from './trace-source.ts';

const running = { status: 'PENDING', endUs: null } as const;

function sourceOf(answers: (TraceRun[][] | null)[]) {
  const watches: WatchOptions[] = [];
  let call = 0;
  const source: TraceSource = {
    loadStart: async () => {
      const answer = answers[Math.min(call, answers.length - 1)] ?? null;
      if (answer === null) call += 1;
      return answer && { ...chunkOf(answer, 0), next: null };
    },
    dottedOrders: async () => new Map(),
    async loadPage({ after }) {
      const answer = answers[Math.min(call, answers.length - 1)] ?? null;
      const pages = answer?.length ?? 0;
      const index = after === undefined ? 0 : Number(after);
      if (index + 1 >= pages) call += 1;
      return answer && chunkOf(answer, index);
    },
    projectOfRun: async () => null,
    watch(options) {
      watches.push(options);
      return () => undefined;
    },
  };
  return { source, watches };
}

function chunkOf(pages: TraceRun[][], index: number): TraceChunk {
  return {
    traceUuid: 'root',
    rootId: 'gid-root',
    threadId: null,
    project: { id: 'p', uuid: 'p', name: 'default' },
    runCount: pages.flat().length,
    endedAt: null,
    runs: pages[index]!,
    next: index + 1 < pages.length ? String(index + 1) : null,
  };
}

function storeOf(source: TraceSource) {
  const store = createTraceStore({
    source,
    traceId: 'root',
    onFrame: (work) => setTimeout(work, 0),
  });
  const until = (isTrue: (snapshot: TraceSnapshot) => boolean) =>
    new Promise<TraceSnapshot>((resolve) => {
      const look = () => {
        if (isTrue(store.getSnapshot())) resolve(store.getSnapshot());
      };
      store.subscribe(look);
      look();
    });
  return { store, until };
}

test('pages build up one tree; a finished trace is not watched', async () => {
  const { source, watches } = sourceOf([
    [[testRun('root', { isRoot: true })], [testRun('a', { parentUuid: 'root' })]],
  ]);
  const { store, until } = storeOf(source);
  const stop = store.start();
  const snapshot = await until((now) => now.isComplete && now.tree.nodes.length === 2);
  assert.equal(snapshot.project!.name, 'default');
  assert.equal(watches.length, 0);
  stop();
});

test('a trace nobody knows yet is waited for', async () => {
  const { source } = sourceOf([null, [[testRun('root', { isRoot: true })]]]);
  const { store, until } = storeOf(source);
  const stop = store.start();
  await until((now) => now.phase === 'waiting');
  await until((now) => now.phase === 'ready' && now.tree.nodes.length === 1);
  stop();
});

test('live events grow the tree and say which payloads changed', async () => {
  const { source, watches } = sourceOf([[[testRun('root', { ...running, isRoot: true })]]]);
  const { store, until } = storeOf(source);
  const stop = store.start();
  await until((now) => now.live === 'live');
  const send = (eventId: string, isStored: boolean, run: TraceRun) =>
    watches[0]!.onSignal({ kind: 'run', live: { eventId, isStored, run } });
  send('1-0', false, testRun('a', { ...running, parentUuid: 'root' }));
  send('2-0', true, testRun('a', { parentUuid: 'root' }));
  const snapshot = await until((now) => now.tree.nodes.length === 2);
  assert.equal(snapshot.storedVersions.get('a'), 1);
  assert.equal(snapshot.tree.totals.running, 1);
  stop();
});

test('after a break the stream resumes behind the last event', async () => {
  const { source, watches } = sourceOf([[[testRun('root', { ...running, isRoot: true })]]]);
  const { store, until } = storeOf(source);
  const stop = store.start();
  await until((now) => now.live === 'live');
  const live = { eventId: '7-1', isStored: true, run: testRun('root', running) };
  watches[0]!.onSignal({ kind: 'run', live });
  watches[0]!.onEnd(new Error('socket closed'));
  assert.equal(store.getSnapshot().live, 'offline');
  await until((now) => now.live === 'live');
  assert.equal(watches[1]!.after, '7-1');
  stop();
});

test('a failure keeps its error and can be retried', async () => {
  const { source } = sourceOf([[[testRun('root', { isRoot: true })]]]);
  let isBroken = true;
  const { store, until } = storeOf({
    ...source,
    loadStart: (options) =>
      isBroken ? Promise.reject(new Error('down')) : source.loadStart(options),
  });
  const stop = store.start();
  assert.match(String((await until((now) => now.phase === 'failed')).error), /down/);
  isBroken = false;
  store.retry();
  await until((now) => now.phase === 'ready');
  stop();
});

test('runs without a parent are placed by what their dotted order says of it', async () => {
  const uuid = (digit: string) =>
    `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;
  const orphan = testRun(uuid('c'), { parentUuid: uuid('b') });
  const { source } = sourceOf([[[testRun(uuid('a'), { isRoot: true }), orphan]]]);
  const asked: string[][] = [];
  const step = (digit: string) => `20260101T000000000000Z${uuid(digit)}`;
  const { store, until } = storeOf({
    ...source,
    dottedOrders: async (ids) => {
      asked.push(ids);
      return new Map([[orphan.uuid, `${step('a')}.${step('b')}.${step('c')}`]]);
    },
  });
  const stop = store.start();
  const snapshot = await until(
    (now) => now.isComplete && now.tree.nodes.length === 3 && now.tree.roots.length === 1,
  );
  assert.deepEqual(asked, [[orphan.id]]);
  assert.equal(snapshot.tree.byUuid.get(uuid('b'))!.run, null);
  stop();
});
