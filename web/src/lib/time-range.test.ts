import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRange, rangeName, reachesNow, timeRangeOf, withoutRange } from './time-range.ts';

const nowMs = Date.parse('2026-11-25T12:00:00Z');

test('a relative range moves with the clock, an absolute one stands', () => {
  assert.deepEqual(timeRangeOf({ range: '1h' }, nowMs), { from: '2026-11-25T11:00:00.000Z' });
  assert.deepEqual(timeRangeOf({}, nowMs), { from: '2026-11-18T12:00:00.000Z' });
  assert.deepEqual(timeRangeOf({ range: 'all' }, nowMs), {});
  assert.deepEqual(timeRangeOf({ range: '1h', to: '2026-01-01T00:00:00Z' }, nowMs), {
    to: '2026-01-01T00:00:00.000Z',
  });
});

test('the name of a range', () => {
  assert.equal(rangeName({}), '7d');
  assert.equal(rangeName({ to: '2026-01-01T00:00:00Z' }), 'custom');
  assert.deepEqual(withoutRange({ from: '2026-01-01T00:00:00Z' }), { range: 'all' });
  assert.deepEqual(parseRange({ range: '7d', to: 'soon' }), {});
});

test('only a range that reaches now can get new runs', () => {
  assert.deepEqual(
    [{}, { to: '2026-11-25T13:00:00Z' }, { to: '2026-11-25T11:00:00Z' }].map((range) =>
      reachesNow(range, nowMs),
    ),
    [true, true, false],
  );
});
