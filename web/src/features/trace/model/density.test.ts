import assert from 'node:assert/strict';
import { test } from 'node:test';
import { densityOf } from './density.ts';
import { testRun } from './test-runs.ts';
import { buildTraceTree } from './trace-tree.ts';

test('counts runs without children in each slice, and failures where they ended', () => {
  const tree = buildTraceTree([
    testRun('root', { isRoot: true, startUs: 0, endUs: 100 }),
    testRun('a', { parentUuid: 'root', startUs: 0, endUs: 29 }),
    testRun('b', { parentUuid: 'root', startUs: 20, endUs: 55, status: 'ERROR' }),
    testRun('open', { parentUuid: 'root', startUs: 80, endUs: null, status: 'PENDING' }),
  ]);
  const { active, errors, most } = densityOf(tree, { startUs: 0, spanUs: 100 }, 10);
  assert.deepEqual([...active], [1, 1, 2, 1, 1, 1, 0, 0, 1, 1]);
  assert.deepEqual([...errors], [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  assert.equal(most, 2);
});
