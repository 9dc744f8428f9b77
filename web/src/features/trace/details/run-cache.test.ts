import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRunCache } from './run-cache.ts';

test('the least recently used goes first, by number and by size', () => {
  const cache = createRunCache<number>({ maxCount: 2, maxBytes: 100, maxAgeMs: 1000 });
  cache.set('a', 1, 10);
  cache.set('b', 2, 10);
  cache.get('a');
  cache.set('c', 3, 10);
  assert.deepEqual([cache.get('a'), cache.get('b'), cache.get('c')], [1, undefined, 3]);
  cache.set('big', 4, 500);
  assert.deepEqual([cache.get('a'), cache.get('c'), cache.get('big')], [undefined, undefined, 4]);
  cache.set('big', 5, 1);
  cache.set('small', 6, 1);
  assert.deepEqual([cache.get('big'), cache.get('small')], [5, 6]);
});

test('what is too old or was removed is not there', () => {
  let nowMs = 0;
  const cache = createRunCache<number>({
    maxCount: 9,
    maxBytes: 100,
    maxAgeMs: 1000,
    now: () => nowMs,
  });
  cache.set('a', 1, 60);
  cache.set('b', 2, 1);
  nowMs = 1000;
  assert.equal(cache.get('a'), 1);
  cache.remove('b');
  assert.equal(cache.get('b'), undefined);
  nowMs = 1001;
  assert.equal(cache.get('a'), undefined);
  // Its room is free again.
  cache.set('c', 3, 60);
  cache.set('d', 4, 39);
  assert.deepEqual([cache.get('c'), cache.get('d')], [3, 4]);
});
