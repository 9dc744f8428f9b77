import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAcceptSequence } from './sequence.ts';

test('numbers grow strictly while the clock stands still or goes back', () => {
  let nowMs = 1_800_000_000_000;
  const { reserve } = createAcceptSequence(() => nowMs);
  const first = reserve(1000);
  const second = reserve(3);
  assert.equal(second, first + 1000n);
  nowMs -= 3_600_000;
  assert.equal(reserve(1), second + 3n);
});

test('numbers follow the clock, so that a restart goes on behind', () => {
  let nowMs = 1_800_000_000_000;
  const before = createAcceptSequence(() => nowMs).reserve(100);
  nowMs += 1;
  const after = createAcceptSequence(() => nowMs).reserve(1);
  assert.ok(after >= before + 100n);
  assert.ok(after < 1n << 60n);
});
