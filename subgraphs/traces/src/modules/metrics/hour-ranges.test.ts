import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hourUs } from '@runlight/run-metrics';
import { splitHours } from './hour-ranges.ts';

const span = (from: number, to: number) => ({ fromUs: from * hourUs, toUs: to * hourUs });
const inUs = (ranges: [number, number][]) =>
  ranges.map(([from, to]) => ({ from: from * hourUs, to: to * hourUs }));
const inHours = (ranges: [number, number][]) => ranges.map(([from, to]) => ({ from, to }));

test('whole hours are sealed, torn and dirty ones are read', () => {
  for (const [from, to, dirty, sealed, fresh] of [
    [2, 6, [], [[2, 6]], []],
    [2.5, 5.5, [], [[3, 5]], [[2.5, 3], [5, 5.5]]], // prettier-ignore
    [2, 6, [3], [[2, 3], [4, 6]], [[3, 4]]], // prettier-ignore
    [2, 6, [2, 5], [[3, 5]], [[2, 3], [5, 6]]], // prettier-ignore
    [2, 8, [1, 3, 4, 9], [[2, 3], [5, 8]], [[3, 5]]], // prettier-ignore
  ] as [number, number, number[], [number, number][], [number, number][]][]) {
    assert.deepEqual(splitHours(span(from, to), dirty), {
      sealed: inHours(sealed),
      fresh: inUs(fresh),
    });
  }
});

test('what would be nothing but fresh, or in too many pieces, is read as a whole', () => {
  assert.equal(splitHours(span(2.2, 2.8), []), undefined);
  assert.equal(splitHours(span(2, 4), [2, 3]), undefined);
  const everySecond = Array.from({ length: 200 }, (_, index) => index * 2);
  assert.equal(splitHours(span(0, 400), everySecond), undefined);
});
