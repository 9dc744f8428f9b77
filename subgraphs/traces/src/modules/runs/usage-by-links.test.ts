import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumBelow, sumOfTopmost } from './usage-by-links.ts';
import type { LinkedRun } from './usage-by-links.ts';

const add = (a: number, b: number) => a + b;
const run = (id: string, parentId = '', reported?: number): LinkedRun<number> => ({
  id,
  parentId,
  reported,
});

test('what runs report counts for the silent ones above, up to the next that reports', () => {
  const runs = [
    run('root'),
    run('agent', 'root', 42),
    run('model', 'agent', 40),
    run('tool', 'root'),
    run('inner', 'tool'),
    run('deep', 'inner', 5),
  ];
  const sums = sumBelow(runs, new Set(['root', 'tool', 'inner', 'agent']), add);
  assert.deepEqual(Object.fromEntries(sums), { root: 47, tool: 5, inner: 5 });
  assert.equal(sumOfTopmost(runs, add), 47);
});

test('a trace in which nobody reports has no sum, and a ring of parents ends', () => {
  assert.equal(sumOfTopmost([run('a'), run('b', 'a')], add), undefined);
  const ring = [run('a', 'b'), run('b', 'a'), run('c', 'b', 3)];
  assert.deepEqual(Object.fromEntries(sumBelow(ring, new Set(['a', 'b']), add)), { a: 3, b: 3 });
});
