import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketsWithin, lonelyPoints, stacked } from './chart-data.ts';

test('a stack is drawn from its top, a gap adds nothing', () => {
  const drawn = stacked([
    { name: 'a', colour: '', values: [1, null, 3] },
    { name: 'b', colour: '', values: [2, 2, null] },
  ]);
  assert.deepEqual(
    drawn.map(({ name, values }) => [name, values]),
    [
      ['b', [3, 2, 3]],
      ['a', [1, 0, 3]],
    ],
  );
});

test('values between gaps are points', () => {
  assert.deepEqual(lonelyPoints([1, null, 2, 3, null, 4]), [0, 5]);
  assert.deepEqual(lonelyPoints([]), []);
  assert.deepEqual(lonelyPoints([0]), [0]);
});

test('a marked stretch is whole buckets, at least one', () => {
  assert.deepEqual(bucketsWithin(1_500, 3_200, 1000, 0), { fromMs: 1000, toMs: 4000 });
  assert.deepEqual(bucketsWithin(2_100, 2_100, 1000, 100), { fromMs: 2100, toMs: 3100 });
  assert.deepEqual(bucketsWithin(2_000, 3_000, 1000, 0), { fromMs: 2000, toMs: 3000 });
});
