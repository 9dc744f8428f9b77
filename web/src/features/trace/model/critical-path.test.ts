import assert from 'node:assert/strict';
import { test } from 'node:test';
import { criticalPath } from './critical-path.ts';
import { randomRuns, testRun } from './test-runs.ts';
import { buildTraceTree } from './trace-tree.ts';

const names = (runs: Parameters<typeof buildTraceTree>[0], nowUs = 0) =>
  [...criticalPath(buildTraceTree(runs), nowUs)].toSorted();

const child = (uuid: string, parentUuid: string, startUs: number, endUs: number | null) =>
  testRun(uuid, { parentUuid, startUs, endUs, status: endUs === null ? 'PENDING' : 'SUCCESS' });

test('of runs side by side the one that ended last is on the path', () => {
  const root = testRun('root', { isRoot: true, startUs: 0, endUs: 100 });
  assert.deepEqual(names([root, child('fast', 'root', 10, 50), child('slow', 'root', 10, 90)]), [
    'root',
    'slow',
  ]);
});

test('runs one after the other are all on it, and what is deeper inside them', () => {
  const runs = [
    testRun('root', { isRoot: true, startUs: 0, endUs: 100 }),
    child('a', 'root', 0, 40),
    child('a1', 'a', 5, 38),
    child('a2', 'a', 5, 20),
    child('b', 'root', 45, 99),
    child('beside b', 'root', 45, 60),
  ];
  assert.deepEqual(names(runs), ['a', 'a1', 'b', 'root']);
});

test('a run that outlives its parent was not waited for when another ended in time', () => {
  const root = testRun('root', { isRoot: true, startUs: 0, endUs: 100_000 });
  const detached = child('detached', 'root', 96_000, 500_000);
  assert.deepEqual(names([root, child('in time', 'root', 0, 95_000), detached]), [
    'in time',
    'root',
  ]);
  assert.deepEqual(names([root, detached]), ['detached', 'root']);
});

test('what still runs is waited for', () => {
  const root = testRun('root', { isRoot: true, startUs: 0, endUs: null, status: 'PENDING' });
  const runs = [root, child('done', 'root', 0, 50), child('running', 'root', 20, null)];
  assert.deepEqual(names(runs, 200), ['root', 'running']);
});

test('a tree of 30,000 runs and a chain as deep have a path', () => {
  const chain = randomRuns(30_000).map((run, index) =>
    testRun(run.uuid, {
      parentUuid: index === 0 ? null : `run-${index - 1}`,
      startUs: index,
      endUs: 100_000,
    }),
  );
  assert.equal(criticalPath(buildTraceTree(chain), 0).size, 30_000);
  assert.ok(criticalPath(buildTraceTree(randomRuns(30_000)), 0).size > 1);
  assert.equal(criticalPath(buildTraceTree([]), 0).size, 0);
});
