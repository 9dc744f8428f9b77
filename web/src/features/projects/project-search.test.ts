import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProjectSearch } from './project-search.ts';

test('keeps a text to look for and nothing else', () => {
  assert.deepEqual(parseProjectSearch({ q: 'bot', page: '2' }), { q: 'bot' });
  assert.deepEqual(parseProjectSearch({ q: ' ' }), {});
  assert.deepEqual(parseProjectSearch({ q: ['a'] }), {});
});
