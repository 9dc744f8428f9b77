import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createByteBudget } from './byte-budget.ts';

it('refuses what does not fit, and takes back what is released', () => {
  const budget = createByteBudget(10);
  const [first, second] = [budget.open(), budget.open()];
  first.take(4);
  first.take(3);
  assert.throws(() => second.take(4), { code: 'UNAVAILABLE', retryAfterSeconds: 1 });
  second.take(3);
  first.release();
  first.release();
  assert.equal(budget.usedBytes(), 3);
  second.take(7);
});
