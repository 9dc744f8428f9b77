import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildTraceTree } from './trace-tree.ts';
import type { TraceTree } from './trace-tree.ts';
import { randomRuns, testRun } from './test-runs.ts';

const uuidA = 'aaaaaaaa-0000-4000-8000-000000000000';
const uuidB = 'bbbbbbbb-0000-4000-8000-000000000000';
const uuidC = 'cccccccc-0000-4000-8000-000000000000';

function outline(tree: TraceTree): string[] {
  return tree.nodes.map((node) => '  '.repeat(node.depth) + node.uuid);
}

test('children follow their parent by start time, then id', () => {
  const tree = buildTraceTree([
    testRun('late', { parentUuid: 'root', startUs: 30 }),
    testRun('b', { parentUuid: 'root', startUs: 20 }),
    testRun('a', { parentUuid: 'root', startUs: 20 }),
    testRun('inner', { parentUuid: 'b', startUs: 25 }),
    testRun('root', { isRoot: true }),
  ]);
  assert.deepEqual(outline(tree), ['root', '  a', '  b', '    inner', '  late']);
  assert.equal(tree.byUuid.get('inner')!.parent!.uuid, 'b');
});

test('the result does not depend on the order of arrival', () => {
  const runs = randomRuns(500);
  const expected = outline(buildTraceTree(runs));
  assert.deepEqual(outline(buildTraceTree(runs.toReversed())), expected);
});

test('a parent that never came gets a row, placed by the dotted order', () => {
  const dottedOrder = [
    `20260101T000000000000Z${uuidA}`,
    `20260101T000001000000Z${uuidB}`,
    `20260101T000002000000Z${uuidC}`,
  ].join('.');
  const startUs = Date.UTC(2026, 0, 1) * 1000;
  const tree = buildTraceTree([
    testRun(uuidA, { isRoot: true, startUs }),
    testRun(uuidC, { parentUuid: uuidB, dottedOrder, startUs: startUs + 2_000_000 }),
  ]);
  assert.deepEqual(outline(tree), [uuidA, `  ${uuidB}`, `    ${uuidC}`]);
  const missing = tree.byUuid.get(uuidB)!;
  assert.equal(missing.problem, 'missing');
  assert.equal(missing.run, null);
  assert.equal(missing.startUs, startUs + 1_000_000);
  assert.equal(tree.totals.runs, 2);
});

test('without a hint, or with one that disagrees, the missing parent is a root', () => {
  const tree = buildTraceTree([
    testRun('root', { isRoot: true }),
    testRun('x', { parentUuid: 'gone', startUs: 5, dottedOrder: 'nonsense' }),
    testRun('y', { parentUuid: 'gone', startUs: 4 }),
  ]);
  assert.deepEqual(outline(tree), ['root', 'gone', '  y', '  x']);
});

test('an update that came alone finds its parent in the dotted order', () => {
  const dottedOrder = `20260101T000000000000Z${uuidA}.20260101T000001000000Z${uuidB}`;
  const tree = buildTraceTree([
    testRun(uuidA, { isRoot: true }),
    testRun(uuidB, { isPartial: true, dottedOrder }),
  ]);
  assert.deepEqual(outline(tree), [uuidA, `  ${uuidB}`]);
});

test('self-parents and rings are shown as roots, with what hangs below them', () => {
  const tree = buildTraceTree(
    [
      testRun('root', { isRoot: true, startUs: 9 }),
      testRun('self', { parentUuid: 'self', startUs: 1 }),
      testRun('a', { parentUuid: 'c', startUs: 2 }),
      testRun('b', { parentUuid: 'a', startUs: 3 }),
      testRun('c', { parentUuid: 'b', startUs: 4 }),
      testRun('tail', { parentUuid: 'b', startUs: 5 }),
    ],
    'root',
  );
  assert.deepEqual(outline(tree), ['root', 'self', 'a', 'b', '  tail', 'c']);
  assert.equal(tree.byUuid.get('self')!.problem, 'self-parent');
  assert.equal(tree.byUuid.get('b')!.problem, 'cycle');
  assert.equal(tree.byUuid.get('tail')!.problem, null);
});

test('a ring inside the dotted order terminates too', () => {
  const ring = `20260101T000000000000Z${uuidA}.20260101T000001000000Z${uuidB}.20260101T000002000000Z${uuidA}.20260101T000003000000Z${uuidC}`;
  const tree = buildTraceTree([testRun(uuidC, { parentUuid: uuidA, dottedOrder: ring })]);
  assert.equal(tree.nodes.length, 3);
});

test('tokens and cost are rolled up without counting anything twice', () => {
  const tree = buildTraceTree([
    // The server already summed up for the root; the wrapper repeats its call.
    testRun('root', { isRoot: true, totalTokens: 130, costUsd: 0.2 }),
    testRun('wrapper', { parentUuid: 'root', totalTokens: 100 }),
    testRun('call', { parentUuid: 'wrapper', totalTokens: 100, costUsd: 0.1, runType: 'LLM' }),
    testRun('other', { parentUuid: 'root', totalTokens: 30, costUsd: 0.1 }),
    testRun('unknown', { parentUuid: 'root' }),
  ]);
  const totals = (uuid: string) => tree.byUuid.get(uuid)!.totals;
  assert.equal(totals('root').totalTokens, 130);
  assert.equal(totals('root').costUsd, 0.2);
  assert.equal(totals('wrapper').totalTokens, 100);
  assert.equal(totals('unknown').totalTokens, null);
  assert.equal(tree.totals.totalTokens, 130);
});

test('a sum that the server made before later children came is overtaken', () => {
  const tree = buildTraceTree([
    testRun('root', { isRoot: true, totalTokens: 10 }),
    testRun('a', { parentUuid: 'root', totalTokens: 10 }),
    testRun('b', { parentUuid: 'root', totalTokens: 15 }),
  ]);
  assert.equal(tree.totals.totalTokens, 25);
});

test('errors and running runs are counted in every ancestor', () => {
  const tree = buildTraceTree([
    testRun('root', { isRoot: true, status: 'PENDING', endUs: null }),
    testRun('a', { parentUuid: 'root', status: 'ERROR' }),
    testRun('b', { parentUuid: 'a', status: 'ERROR', endUs: 99 }),
  ]);
  assert.deepEqual([tree.totals.errors, tree.totals.running, tree.totals.runs], [2, 1, 3]);
  assert.equal(tree.byUuid.get('a')!.totals.lastUs, 99);
});

test('a chain of 30,000 runs and a random tree of 30,000 are built without recursion', () => {
  const chain = Array.from({ length: 30_000 }, (_, index) =>
    testRun(`r${index}`, { parentUuid: index === 0 ? null : `r${index - 1}`, startUs: index }),
  );
  assert.equal(buildTraceTree(chain).nodes.at(-1)!.depth, 29_999);
  assert.equal(buildTraceTree(randomRuns(30_000)).totals.runs, 30_000);
});

test('an empty trace is an empty tree', () => {
  const tree = buildTraceTree([]);
  assert.deepEqual([tree.nodes.length, tree.totals.runs, tree.totals.startUs], [0, 0, 0]);
});
