import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildTraceTree } from './trace-tree.ts';
import type { TraceNode } from './trace-tree.ts';
import { randomRuns, testRun } from './test-runs.ts';
import {
  errorsOf,
  everythingOpen,
  expandedToLevel,
  nextOf,
  revealed,
  rowIndexOf,
  searchTree,
  subtreeOf,
  visibleRows,
  withExpanded,
} from './tree-rows.ts';

const tree = buildTraceTree([
  testRun('root', { isRoot: true, status: 'ERROR', name: 'Agent' }),
  testRun('a', { parentUuid: 'root', startUs: 1, status: 'ERROR', name: 'plan' }),
  testRun('a1', {
    parentUuid: 'a',
    startUs: 2,
    status: 'ERROR',
    error: 'Rate limit',
    model: 'gpt',
  }),
  testRun('b', { parentUuid: 'root', startUs: 3, runType: 'TOOL' }),
  testRun('b1', { parentUuid: 'b', startUs: 4, status: 'ERROR' }),
]);
const at = (uuid: string) => tree.byUuid.get(uuid)!;
const names = (nodes: TraceNode[]) => nodes.map((node) => node.uuid);

test('levels and single nodes open and close', () => {
  assert.deepEqual(names(visibleRows(tree, everythingOpen)), ['root', 'a', 'a1', 'b', 'b1']);
  assert.deepEqual(names(visibleRows(tree, expandedToLevel(0))), ['root']);
  const firstLevel = expandedToLevel(1);
  assert.deepEqual(names(visibleRows(tree, firstLevel)), ['root', 'a', 'b']);
  const opened = withExpanded(firstLevel, [at('b')], true);
  assert.deepEqual(names(visibleRows(tree, opened)), ['root', 'a', 'b', 'b1']);
  const closed = withExpanded(everythingOpen, subtreeOf(at('a'), tree), false);
  assert.deepEqual(names(visibleRows(tree, closed)), ['root', 'a', 'b', 'b1']);
});

test('revealing opens the ancestors only', () => {
  const opened = revealed(expandedToLevel(0), at('a1'));
  assert.deepEqual(names(visibleRows(tree, opened)), ['root', 'a', 'a1', 'b']);
  assert.equal(revealed(opened, at('a1')), opened);
});

test('a row is found by halving; a hidden one by the ancestor that hides it', () => {
  const rows = visibleRows(tree, expandedToLevel(1));
  assert.equal(rowIndexOf(rows, at('b')), 2);
  assert.equal(rowIndexOf(rows, at('b1')), 2);
  assert.equal(rowIndexOf(rows, undefined), -1);
  const large = buildTraceTree(randomRuns(1000));
  const all = visibleRows(large, everythingOpen);
  for (const node of large.nodes) assert.equal(all[rowIndexOf(all, node)], node);
});

test('search looks at names, models, errors, types and ids', () => {
  assert.deepEqual(names(searchTree(tree, 'PLAN')), ['a']);
  assert.deepEqual(names(searchTree(tree, 'rate')), ['a1']);
  assert.deepEqual(names(searchTree(tree, 'gpt')), ['a1']);
  assert.deepEqual(names(searchTree(tree, 'tool')), ['b']);
  assert.deepEqual(names(searchTree(tree, 'b1')), ['b1']);
  assert.deepEqual(searchTree(tree, '  '), []);
});

test('errors are visited where they arose, in both directions, round and round', () => {
  const errors = errorsOf(tree);
  assert.deepEqual(names(errors), ['a1', 'b1']);
  assert.equal(nextOf(errors, undefined, 1), at('a1'));
  assert.equal(nextOf(errors, at('a1'), 1), at('b1'));
  assert.equal(nextOf(errors, at('b1'), 1), at('a1'));
  assert.equal(nextOf(errors, at('root'), -1), at('b1'));
  assert.equal(nextOf([], at('root'), 1), undefined);
});
