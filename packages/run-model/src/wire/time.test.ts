import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assert as check, integer, property } from 'fast-check';
import { endOfTimeUs, parseTime } from './time.ts';

const instant = Date.UTC(2026, 0, 2, 3, 4, 5, 678) * 1000;

describe('parseTime', () => {
  const good: [wire: unknown, us: number][] = [
    ['2026-01-02T03:04:05.678001Z', instant + 1],
    ['2026-01-02T03:04:05.678+00:00', instant],
    ['2026-01-02T03:04:05.678', instant],
    ['2026-01-02 03:04:05.678', instant],
    ['2026-01-02T04:34:05.678+01:30', instant],
    ['2026-01-01T22:04:05.678-0500', instant],
    ['2026-01-02T03:04:05.678999999Z', instant + 999],
    ['2026-01-02T03:04:05,678Z', instant],
    ['2026-01-02T03:04Z', instant - 5_678_000],
    ['2026-01-02', Date.UTC(2026, 0, 2) * 1000],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1) * 1000],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29) * 1000],
    [1_767_323_045, instant - 678_000],
    [1_767_323_045.678, instant],
    [1_767_323_045_678, instant],
    [1_767_323_045_678_001, instant + 1],
    [1_767_323_045_678_001_000, instant + 1],
    ['1767323045678', instant],
  ];
  for (const [wire, us] of good) {
    it(`reads ${JSON.stringify(wire)}`, () => assert.equal(parseTime(wire), us));
  }

  const bad: unknown[] = [
    'garbage',
    '',
    '0000-01-01T00:00:00Z',
    '1677-09-21T00:12:43Z',
    '1969-12-31T23:59:59Z',
    '2262-04-12T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '10000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-02T24:00:00Z',
    '2026-01-02T03:04:61Z',
    '2026-01-02T03:04:05.Z',
    '2026-01-02T03:04:05+99:00',
    '2026-01-02T03:04:05 Europe/Paris',
    -1,
    Number.NaN,
    Infinity,
    1e19,
    true,
    null,
    {},
    [],
  ];
  for (const wire of bad) {
    it(`refuses ${JSON.stringify(wire)}`, () => assert.equal(parseTime(wire), undefined));
  }

  it('gives back every microsecond that an ISO text with six digits names', () => {
    check(
      property(
        integer({ min: 0, max: endOfTimeUs / 1000 - 1 }),
        integer({ min: 0, max: 999 }),
        (ms, micros) => {
          const iso = new Date(ms)
            .toISOString()
            .replace('Z', `${String(micros).padStart(3, '0')}Z`);
          return parseTime(iso) === ms * 1000 + micros;
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads a number by its magnitude, whatever its unit', () => {
    check(
      property(integer({ min: 86_400, max: 7_200_000_000 }), (seconds) =>
        [1, 1000, 1_000_000].every((unit) => {
          // Below this, a number of a finer unit is also one of a coarser unit.
          if (seconds * unit < 7_290_000_000 * (unit / 1000)) return true;
          return parseTime(seconds * unit) === seconds * 1_000_000;
        }),
      ),
      { numRuns: 2000 },
    );
  });
});
