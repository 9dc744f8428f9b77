import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildTraceTree } from './trace-tree.ts';
import { testRun } from './test-runs.ts';
import {
  axisTicks,
  barEndUs,
  liveSpanUs,
  selfTimeUs,
  waitingSegments,
  windowOf,
} from './time-scale.ts';

test('a window covers the subtree, and now while something runs', () => {
  assert.deepEqual(windowOf({ startUs: 5, lastUs: 105, running: 0 }, 900), {
    startUs: 5,
    spanUs: 100,
  });
  assert.equal(windowOf({ startUs: 5, lastUs: 105, running: 1 }, 900).spanUs, 895);
  assert.equal(windowOf({ startUs: 5, lastUs: 105, running: 1 }, 50).spanUs, 100);
  assert.equal(windowOf({ startUs: 5, lastUs: 5, running: 0 }, 0).spanUs, 1);
});

test('a live span leaves room ahead and grows in steps', () => {
  assert.equal(liveSpanUs(0), 2_000_000);
  assert.equal(liveSpanUs(1_000_000), 2_000_000);
  const spans = Array.from({ length: 200 }, (_, index) => liveSpanUs(index * 100_000));
  for (const [index, span] of spans.entries()) assert.ok(span >= index * 100_000 * 1.05);
  assert.ok(new Set(spans).size < 15);
});

test('bars end at the end, now, or at least not before their start', () => {
  const tree = buildTraceTree([
    testRun('ended', { startUs: 10, endUs: 30 }),
    testRun('running', { startUs: 10, endUs: null, status: 'PENDING' }),
    testRun('backwards', { startUs: 50, endUs: 20 }),
    testRun('child', { parentUuid: 'gone', startUs: 10, endUs: 44 }),
  ]);
  const end = (uuid: string, nowUs: number) => barEndUs(tree.byUuid.get(uuid)!, nowUs);
  assert.equal(end('ended', 100), 30);
  assert.equal(end('running', 100), 100);
  assert.equal(end('running', 5), 10);
  assert.equal(end('backwards', 100), 50);
  assert.equal(end('gone', 100), 44);
});

test('waiting time is the union of the children within the bar', () => {
  const tree = buildTraceTree([
    testRun('root', { isRoot: true, startUs: 100, endUs: 200 }),
    testRun('early', { parentUuid: 'root', startUs: 90, endUs: 120 }),
    testRun('overlap', { parentUuid: 'root', startUs: 110, endUs: 130 }),
    testRun('late', { parentUuid: 'root', startUs: 150, endUs: 500 }),
    testRun('point', { parentUuid: 'root', startUs: 140, endUs: 140 }),
  ]);
  const root = tree.byUuid.get('root')!;
  assert.deepEqual(waitingSegments(root, 0, 0), [
    { fromUs: 0, toUs: 30 },
    { fromUs: 50, toUs: 100 },
  ]);
  assert.deepEqual(waitingSegments(root, 0, 20), [{ fromUs: 0, toUs: 100 }]);
  assert.equal(selfTimeUs(root, 0), 20);
});

test('axis ticks are round and few', () => {
  assert.deepEqual(axisTicks(1_000_000, 5), [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]);
  assert.deepEqual(axisTicks(40_000_000, 4), [0, 10_000_000, 20_000_000, 30_000_000, 40_000_000]);
  for (const span of [1, 7, 999, 1e6, 6.1e7, 3.6e9, 9e10, 1e13]) {
    for (const max of [1, 3, 8])
      assert.ok(axisTicks(span, max).length <= max + 1, `${span} ${max}`);
  }
});
