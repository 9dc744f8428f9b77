import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearchParams, printSearchParams } from './search-params.ts';

test('text, numbers that are text, and lists survive the address', () => {
  for (const search of [
    {},
    { q: '42' },
    { q: '{"a":1}', name: 'a&b=c#d +é' },
    { status: ['ERROR', 'PENDING'], range: '24h' },
  ]) {
    assert.deepEqual(parseSearchParams(printSearchParams(search)), search);
  }
});

test('broken escapes are text, absent values leave no trace', () => {
  assert.deepEqual(parseSearchParams('?q=%E0%A4%A&x'), { q: '\uFFFD%A', x: '' });
  assert.equal(printSearchParams({ a: undefined, b: null }), '');
});
