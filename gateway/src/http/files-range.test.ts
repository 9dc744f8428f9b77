import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRange } from './files-range.ts';

test('reads the ranges that browsers send', () => {
  assert.deepEqual(readRange('bytes=0-', 100), { start: 0, end: 100 });
  assert.deepEqual(readRange('bytes=10-19', 100), { start: 10, end: 20 });
  assert.deepEqual(readRange('bytes=90-500', 100), { start: 90, end: 100 });
  assert.deepEqual(readRange('bytes=-30', 100), { start: 70, end: 100 });
  assert.deepEqual(readRange('bytes=-300', 100), { start: 0, end: 100 });
});

test('what lies outside cannot be satisfied', () => {
  for (const header of ['bytes=100-', 'bytes=500-600', 'bytes=-0']) {
    assert.equal(readRange(header, 100), 'unsatisfiable', header);
  }
  assert.equal(readRange('bytes=0-', 0), 'unsatisfiable');
});

test('what is no single range means the whole', () => {
  const others = [undefined, '', 'bytes=-', 'bytes=5-2', 'bytes=0-1,5-6', 'items=0-1', 'bytes=a-b'];
  for (const header of [...others, `bytes=${'9'.repeat(400)}-`]) {
    assert.equal(readRange(header, 100), undefined, header);
  }
});
