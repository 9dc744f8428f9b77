import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noTicks, withAllTicked, withTick } from './ticks.ts';
import type { Ticks } from './ticks.ts';

const order = ['a', 'b', 'c', 'd'];
const sorted = (ticks: Ticks) => [...ticks.keys].sort().join('');

test('a range reaches from the last tick to the row, in either direction, and can untick', () => {
  const one = withTick(noTicks, order, 'c', false);
  const range = withTick(one, order, 'a', true);
  assert.equal(sorted(range), 'abc');
  assert.equal(sorted(withTick(range, order, 'b', true)), 'c');
});

test('without a first tick, or when it is gone, a range is the row alone', () => {
  assert.equal(sorted(withTick(noTicks, order, 'b', true)), 'b');
  const gone = withTick(withTick(noTicks, ['z'], 'z', false), order, 'b', true);
  assert.equal(sorted(gone), 'bz');
});

test('the head ticks what is loaded, then nothing; any other tick ends "all that match"', () => {
  const all = { ...withAllTicked(noTicks, order), isAllMatching: true };
  assert.equal(sorted(all), 'abcd');
  assert.deepEqual(withAllTicked(all, order), noTicks);
  assert.equal(withTick(all, order, 'a', false).isAllMatching, false);
  assert.deepEqual(withAllTicked(noTicks, []).keys.size, 0);
});
