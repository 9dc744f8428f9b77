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

it('lets a request that is alone take more', () => {
  const budget = createByteBudget(10);
  const [large, other] = [budget.open(), budget.open()];
  large.take(9);
  large.take(9);
  assert.throws(() => other.take(1), { code: 'UNAVAILABLE' });
  large.release();
  other.take(1);
  assert.throws(() => large.take(10), { code: 'UNAVAILABLE' });
});
