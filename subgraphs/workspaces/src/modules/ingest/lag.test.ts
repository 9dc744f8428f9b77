import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lagOf, readLag } from './lag.ts';
import type { Lag } from './lag.ts';

const nowMs = 1_800_000_000_000;
const at = (oldestAgoMs: number | null, writtenAgoMs = 500) => ({
  oldestMs: oldestAgoMs === null ? 0 : nowMs - oldestAgoMs,
  writtenAtMs: nowMs - writtenAgoMs,
});

type Value = ReturnType<typeof at>;
const cases: [string, Value | undefined, Value | undefined, Lag][] = [
  ['nothing waits', undefined, at(null), { lagSeconds: 0, isDelayed: false }],
  ['no worker ever ran', undefined, undefined, { lagSeconds: null, isDelayed: false }],
  ['a moment behind', at(2500), at(null), { lagSeconds: 2.5, isDelayed: false }],
  ['its own batches wait', at(40_000), at(null), { lagSeconds: 40, isDelayed: true }],
  ['the unread ones are older', at(10_000), at(60_000), { lagSeconds: 60, isDelayed: true }],
  ['of a worker that is gone', at(90_000, 60_000), at(null), { lagSeconds: 0, isDelayed: false }],
  ['no worker since a minute', undefined, at(null, 60_000), { lagSeconds: 60, isDelayed: true }],
  [
    'no worker since a minute, and it was behind then',
    undefined,
    at(75_000, 60_000),
    { lagSeconds: 75, isDelayed: true },
  ],
];

describe('how far storing is behind', () => {
  for (const [situation, own, unread, expected] of cases) {
    test(situation, () => assert.deepEqual(lagOf(own, unread, nowMs), expected));
  }

  test('is read from the hash that workers write', async () => {
    const asked: unknown[] = [];
    const hmget = (...args: unknown[]) => {
      asked.push(args);
      return Promise.resolve([`${nowMs - 7000} ${nowMs}`, `0 ${nowMs}`]);
    };
    assert.deepEqual(await readLag({ hmget }, 'w', nowMs), {
      lagSeconds: 7,
      isDelayed: true,
    });
    assert.deepEqual(asked, [['runlight:ingest:lag', 'w', '*']]);
  });

  test('values of another form count for nothing', async () => {
    const hmget = () => Promise.resolve(['x', '12']);
    assert.equal((await readLag({ hmget }, 'w', nowMs)).lagSeconds, null);
  });
});
