import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  agoText,
  costText,
  durationText,
  exactTime,
  oneLine,
  runName,
  shortCount,
  tickText,
} from './format.ts';

test('durations keep three figures and then turn into clock units', () => {
  const cases: [number, string][] = [
    [0, '0 ms'],
    [250, '0.25 ms'],
    [1_500, '1.5 ms'],
    [842_000, '842 ms'],
    [1_234_000, '1.23 s'],
    [12_340_000, '12.3 s'],
    [83_000_000, '1 m 23 s'],
    [7_500_000_000, '2 h 05 m'],
    [200_000_000_000, '2 d 7 h'],
  ];
  for (const [us, expected] of cases) assert.equal(durationText(us), expected);
});

test('ticks share the unit of their span', () => {
  assert.equal(tickText(0, 1e6), '0');
  assert.equal(tickText(500_000, 1_000_000), '500 ms');
  assert.equal(tickText(500_000, 10_000_000), '0.5 s');
  assert.equal(tickText(30_000_000, 200_000_000), '0.5 min');
});

test('counts and money in little room', () => {
  assert.deepEqual([950, 1234, 34_500, 1_250_000].map(shortCount), ['950', '1.2k', '35k', '1.3M']);
  assert.deepEqual([0, 0.00001, 0.0012, 0.123, 12].map(costText), [
    '$0',
    '<$0.0001',
    '$0.0012',
    '$0.123',
    '$12.00',
  ]);
});

test('times are relative and never in the future', () => {
  assert.equal(agoText(10e6, 5e6), 'just now');
  assert.equal(agoText(0, 90e6), '1 min ago');
  assert.match(exactTime(1_700_000_000_123_456), /\.123456 /);
});

test('hostile names stay on one line', () => {
  assert.equal(oneLine('a\n\u001b[31mb\u0000'), 'a [31mb ');
  assert.equal(oneLine('x'.repeat(3000)).length, 2001);
  assert.equal(runName(' \n '), 'unnamed');
});
