import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createTraceRuns,
  isStillRunning,
  lostRuns,
  mergeEvents,
  mergePage,
  orphansOf,
  phaseOf,
} from './live-trace.ts';
import { testRun } from './test-runs.ts';
import { buildTraceTree } from './trace-tree.ts';
import { compareEventIds, createServerClock } from '../../../lib/live-events.ts';

const started = { status: 'PENDING', endUs: null } as const;

test('event ids are compared as numbers', () => {
  assert.ok(compareEventIds('1700000000000-10', '1700000000000-9') > 0);
  assert.ok(compareEventIds('999-0', '1000-0') < 0);
  assert.equal(compareEventIds('5-1', '5-1'), 0);
});

test('a run starts, changes and ends; repeated and late events change nothing', () => {
  const runs = createTraceRuns();
  const start = { eventId: '1-0', isStored: false, run: testRun('a', started) };
  const end = { eventId: '2-0', isStored: true, run: testRun('a', { endUs: 50 }) };
  assert.deepEqual(mergeEvents(runs, [start]), {
    changed: ['a'],
    stored: [],
    isStructural: true,
  });
  assert.deepEqual(mergeEvents(runs, [end]), {
    changed: ['a'],
    stored: ['a'],
    isStructural: false,
  });
  assert.deepEqual(mergeEvents(runs, [start, end]).changed, []);
  assert.equal(runs.byUuid.get('a')!.endUs, 50);
});

test('an accepted update fills in and clears nothing', () => {
  const runs = createTraceRuns();
  mergePage(runs, [testRun('a', { ...started, name: 'plan', parentUuid: 'r', startUs: 7 })]);
  const update = testRun('a', {
    name: '',
    isPartial: true,
    startUs: 0,
    endUs: 20,
    totalTokens: 5,
  });
  const change = mergeEvents(runs, [{ eventId: '3-0', isStored: false, run: update }]);
  const run = runs.byUuid.get('a')!;
  assert.equal(change.isStructural, false);
  assert.deepEqual(
    [run.name, run.parentUuid, run.startUs, run.endUs, run.totalTokens, run.isPartial, run.status],
    ['plan', 'r', 7, 20, 5, false, 'SUCCESS'],
  );
});

test('a stored state replaces, yet an ended run never runs again', () => {
  const runs = createTraceRuns();
  mergeEvents(runs, [
    {
      eventId: '1-0',
      isStored: true,
      run: testRun('a', { endUs: 9, error: 'x', status: 'ERROR' }),
    },
    { eventId: '2-0', isStored: true, run: testRun('a', started) },
  ]);
  assert.equal(runs.byUuid.get('a')!.endUs, 9);
  assert.equal(runs.byUuid.get('a')!.status, 'ERROR');
  mergeEvents(runs, [{ eventId: '3-0', isStored: true, run: testRun('a', { endUs: 9 }) }]);
  assert.equal(runs.byUuid.get('a')!.error, null);
});

test('a page older than the events does not set a run back', () => {
  const runs = createTraceRuns();
  mergeEvents(runs, [{ eventId: '1-0', isStored: true, run: testRun('a', { endUs: 9 }) }]);
  mergePage(runs, [testRun('a', { ...started, model: 'm' })]);
  assert.equal(runs.byUuid.get('a')!.endUs, 9);
  assert.equal(runs.byUuid.get('a')!.model, 'm');
});

test('any order of pages and events of one run ends in the same state', () => {
  const early = { eventId: '1-0', isStored: false, run: testRun('a', started) };
  const late = { eventId: '2-0', isStored: true, run: testRun('a', { endUs: 50 }) };
  const page = testRun('a', started);
  const orders: (() => ReturnType<typeof createTraceRuns>)[] = [
    () => withSteps([early], [late], page),
    () => withSteps([late], [early], page),
    () => withSteps([], [early, late, late], page),
  ];
  for (const run of orders) assert.equal(run().byUuid.get('a')!.endUs, 50);
});

function withSteps(
  first: Parameters<typeof mergeEvents>[1],
  second: Parameters<typeof mergeEvents>[1],
  page: ReturnType<typeof testRun>,
) {
  const runs = createTraceRuns();
  mergeEvents(runs, first);
  mergePage(runs, [page]);
  mergeEvents(runs, second);
  return runs;
}

test('the server clock takes the fastest event and ignores replays', () => {
  const clock = createServerClock();
  assert.equal(clock.nowUs(1_000), 1_000_000);
  const local = 1_700_000_000_000;
  clock.observe('1700000000000-0', local + 5_000);
  clock.observe('1700000004000-0', local + 4_200);
  clock.observe('1600000000000-0', local);
  clock.observe('opaque', local);
  assert.equal(clock.nowUs(local), (local - 200) * 1000);
});

test('a silent run is given up after 15 minutes, or a minute after its root ended', () => {
  const minute = 60_000_000;
  const tree = buildTraceTree([
    testRun('root', { ...started, isRoot: true }),
    testRun('child', { ...started, parentUuid: 'root', startUs: 10 * minute }),
  ]);
  const root = tree.byUuid.get('root')!;
  const child = tree.byUuid.get('child')!;
  assert.equal(phaseOf(root, null, 20 * minute), 'running');
  assert.equal(phaseOf(root, null, 26 * minute), 'silent');
  assert.equal(phaseOf(child, 11 * minute, 11.5 * minute), 'running');
  assert.equal(phaseOf(child, 11 * minute, 12.5 * minute), 'silent');
  assert.equal(phaseOf(buildTraceTree([testRun('done')]).nodes[0]!, null, 99 * minute), 'ended');
});

test('a trace runs while anything open in it is still believed to', () => {
  const minute = 60_000_000;
  const tree = buildTraceTree([
    testRun('root', { ...started, isRoot: true }),
    testRun('child', { ...started, parentUuid: 'root', startUs: minute }),
  ]);
  assert.equal(isStillRunning(tree, 2 * minute), true);
  assert.equal(isStillRunning(tree, 30 * minute), false);
  assert.equal(isStillRunning(buildTraceTree([testRun('done')]), 0), false);
});

test('runs whose end is not expected any more are lost; ended and lively ones are not', () => {
  const minuteUs = 60_000_000;
  const tree = buildTraceTree([
    testRun('root', { isRoot: true, startUs: 0, endUs: minuteUs }),
    testRun('lost', { ...started, parentUuid: 'root', startUs: 10 }),
    testRun('done', { parentUuid: 'root', startUs: 10, endUs: 20 }),
  ]);
  assert.deepEqual(lostRuns(tree, minuteUs * 2 - 1), []);
  assert.deepEqual(
    lostRuns(tree, minuteUs * 3).map(({ uuid }) => uuid),
    ['lost'],
  );
});

test('orphans are runs under nobody known that do not say where they stand', () => {
  const runs = createTraceRuns();
  mergePage(runs, [
    testRun('root', { isRoot: true }),
    testRun('child', { parentUuid: 'root' }),
    testRun('lost', { parentUuid: 'unknown' }),
    testRun('update only', { isPartial: true }),
    testRun('told', { parentUuid: 'unknown', dottedOrder: 'x' }),
  ]);
  assert.deepEqual(
    orphansOf(runs).map(({ uuid }) => uuid),
    ['lost', 'update only'],
  );
});
