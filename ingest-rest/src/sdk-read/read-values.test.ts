import { formatInstant } from '@runlight/run-model';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAppError } from '@runlight/service';
import { count, flag, instantUs, object, text, texts, uuids } from './read-values.ts';

const id = '01900000-0000-7000-8000-000000000001';
const refuses = (read: () => unknown) =>
  assert.throws(read, (error) => isAppError(error) && error.code === 'BAD_USER_INPUT');

test('null and an empty text are as absent', () => {
  for (const value of [undefined, null, '']) {
    const source = { a: value };
    assert.equal(text(source, 'a'), undefined);
    assert.equal(flag(source, 'a'), undefined);
    assert.equal(instantUs(source, 'a'), undefined);
    assert.equal(object(source, 'a'), undefined);
    assert.deepEqual(texts(source, 'a'), []);
    assert.equal(count(source, 'a', { most: 5, fallback: 3 }), 3);
  }
});

test('one value stands for a list, and flags are read as Python writes them', () => {
  assert.deepEqual(texts({ a: 'x' }, 'a'), ['x']);
  assert.deepEqual(uuids({ a: id.toUpperCase() }, 'a'), [id]);
  assert.deepEqual(
    ['True', 'false', true].map((a) => flag({ a }, 'a')),
    [true, false, true],
  );
});

test('counts are whole, not below the least, and cut at the most', () => {
  const limits = { least: 1, most: 100, fallback: 20 };
  assert.equal(count({ a: '7' }, 'a', limits), 7);
  assert.equal(count({ a: 1e9 }, 'a', limits), 100);
  for (const a of [-1, 0, 1.5, 'x', {}, [], true, 1e300]) refuses(() => count({ a }, 'a', limits));
});

test('refuses other kinds of values', () => {
  refuses(() => text({ a: 1 }, 'a'));
  refuses(() => text({ a: 'x'.repeat(4097) }, 'a'));
  refuses(() => texts({ a: [1] }, 'a'));
  refuses(() => texts({ a: Array.from({ length: 1001 }, () => 'x') }, 'a'));
  refuses(() => uuids({ a: [id, 'x'] }, 'a'));
  refuses(() => flag({ a: 'yes' }, 'a'));
  refuses(() => instantUs({ a: 'yesterday' }, 'a'));
  refuses(() => instantUs({ a: -1 }, 'a'));
  for (const a of ['[1]', '{', '7', [1], 7]) refuses(() => object({ a }, 'a'));
});

test('instants come with all their digits', () => {
  const us = instantUs({ a: '2026-01-02 03:04:05.678901' }, 'a');
  assert.equal(formatInstant(us!), '2026-01-02T03:04:05.678901Z');
});
