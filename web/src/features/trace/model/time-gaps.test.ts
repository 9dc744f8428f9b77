import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heatOf } from './heat.ts';
import { testRun } from './test-runs.ts';
import { compressed, gapsIn, straight } from './time-gaps.ts';
import { buildTraceTree } from './trace-tree.ts';

const tree = buildTraceTree([
  testRun('root', { isRoot: true, startUs: 1000, endUs: 11_000, costUsd: 4 }),
  testRun('a', { parentUuid: 'root', startUs: 1000, endUs: 2000, costUsd: 1 }),
  testRun('a2', { parentUuid: 'root', startUs: 1500, endUs: 2100 }),
  testRun('b', { parentUuid: 'root', startUs: 10_000, endUs: 10_900 }),
]);
const window = { startUs: 1000, spanUs: 10_000 };

test('a gap is where no run without children was at work; short ones do not count', () => {
  assert.deepEqual(gapsIn(tree, window, 0), [{ fromUs: 1100, toUs: 9000 }]);
});

test('the axis is shorter by what the gaps lost, and maps there and back', () => {
  const map = compressed(gapsIn(tree, window, 0), window.spanUs);
  assert.ok(map.spanUs < 2300, String(map.spanUs));
  assert.equal(map.toAxis(500), 500);
  assert.equal(Math.round(map.toAxis(10_000)), Math.round(map.spanUs));
  for (const us of [0, 700, 1100, 5000, 9000, 9500, 10_000, 12_000]) {
    assert.ok(Math.abs(map.fromAxis(map.toAxis(us)) - us) < 0.01, String(us));
  }
  let last = -1;
  for (let us = 0; us <= 10_000; us += 50) {
    assert.ok(map.toAxis(us) > last);
    last = map.toAxis(us);
  }
});

test('without gaps time stays as it is', () => {
  assert.equal(compressed([], 100).toAxis(42), 42);
  assert.equal(straight(100).fromAxis(7), 7);
  assert.deepEqual(gapsIn(buildTraceTree([]), { startUs: 0, spanUs: 0 }, 0), []);
});

test('heat is the share of the trace that a run took; unknown stays unknown', () => {
  assert.equal(heatOf(tree.byUuid.get('a')!, tree, 'time'), 0.1);
  assert.equal(heatOf(tree.byUuid.get('a')!, tree, 'cost'), 0.25);
  assert.equal(heatOf(tree.byUuid.get('b')!, tree, 'cost'), null);
  assert.equal(heatOf(tree.byUuid.get('a')!, tree, 'off'), null);
});
