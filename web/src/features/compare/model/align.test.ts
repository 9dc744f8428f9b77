import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testRun } from '../../trace/model/test-runs.ts';
import type { TraceRun } from '../../trace/model/trace-run.ts';
import { buildTraceTree } from '../../trace/model/trace-tree.ts';
import { alignTrees, countKinds } from './align.ts';

function treeOf(prefix: string, names: string[], fields: Partial<TraceRun> = {}) {
  const root = testRun(`${prefix}root`, { isRoot: true, name: 'agent' });
  const children = names.map((name, index) =>
    testRun(`${prefix}${index}`, { ...fields, name, parentUuid: root.uuid, startUs: index + 1 }),
  );
  return buildTraceTree([root, ...children]);
}

const said = (rows: ReturnType<typeof alignTrees>) =>
  rows.map(({ kind, depth, a, b }) => `${depth} ${kind} ${(a ?? b)!.run!.name}`);

test('what both have stands in one row, what one has in its place', () => {
  const rows = alignTrees(
    treeOf('a', ['plan', 'search', 'answer']),
    treeOf('b', ['plan', 'check', 'answer']),
  );
  assert.deepEqual(said(rows), [
    '0 same agent',
    '1 same plan',
    '1 removed search',
    '1 added check',
    '1 same answer',
  ]);
  assert.deepEqual(countKinds(rows), { same: 3, changed: 0, added: 1, removed: 1 });
});

test('a step that is repeated once more is one added row', () => {
  const rows = alignTrees(
    treeOf('a', ['llm', 'tool', 'llm']),
    treeOf('b', ['llm', 'tool', 'llm', 'tool', 'llm']),
  );
  assert.deepEqual(countKinds(rows), { same: 4, changed: 0, added: 2, removed: 0 });
});

test('runs side by side that started in another order are pairs', () => {
  const rows = alignTrees(
    treeOf('a', ['plan', 'left', 'right', 'answer']),
    treeOf('b', ['plan', 'right', 'left', 'check', 'answer']),
  );
  assert.deepEqual(countKinds(rows), { same: 5, changed: 0, added: 1, removed: 0 });
});

test('another status or model is a change', () => {
  const rows = alignTrees(
    treeOf('a', ['llm'], { model: 'x' }),
    treeOf('b', ['llm'], { model: 'y' }),
  );
  assert.deepEqual(said(rows), ['0 same agent', '1 changed llm']);
});

test('what hangs below a removed run is removed with it', () => {
  const a = buildTraceTree([
    testRun('r', { isRoot: true, name: 'agent' }),
    testRun('s', { parentUuid: 'r', name: 'sub', startUs: 1 }),
    testRun('t', { parentUuid: 's', name: 'tool', startUs: 2 }),
  ]);
  assert.deepEqual(said(alignTrees(a, treeOf('b', []))), [
    '0 same agent',
    '1 removed sub',
    '2 removed tool',
  ]);
});

test('lists too long to align are paired by name and order, and nothing is lost', () => {
  const names = Array.from({ length: 5000 }, (_, index) => (index % 7 === 0 ? 'tool' : 'llm'));
  const rows = alignTrees(treeOf('a', names), treeOf('b', [...names.slice(10), 'new']));
  const counts = countKinds(rows);
  assert.equal(counts.same + counts.removed, 5001);
  assert.equal(counts.same + counts.added, 4992);
  assert.equal(counts.added, 1);
});

test('an empty trace beside another', () => {
  assert.deepEqual(said(alignTrees(buildTraceTree([]), treeOf('b', ['x']))), [
    '0 added agent',
    '1 added x',
  ]);
});
