import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRestartDelays } from './restart-delays.ts';

test('restarts at once, then waits longer and longer up to 5 s', () => {
  const delays = createRestartDelays(() => 0);
  const first = Array.from({ length: 8 }, () => delays.next());
  assert.deepEqual(first, [0, 250, 500, 1000, 2000, 5000, 5000, 5000]);
});

test('forgives a process that ran for a while', () => {
  let nowMs = 0;
  const delays = createRestartDelays(() => nowMs);
  delays.next();
  delays.next();
  nowMs = 15_000;
  assert.equal(delays.next(), 0);
});
