import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colourOf, palette, withColours } from './palette.ts';

const names = ['gpt-4o', 'claude', 'gemini', 'mistral', 'llama', 'qwen', 'o3', 'haiku'];

test('eight names of one chart have eight colours', () => {
  const book = withColours({}, names);
  assert.equal(new Set(names.map((name) => colourOf(book, name))).size, palette.length);
});

test('a name keeps its colour in every later chart', () => {
  const first = withColours({}, ['gpt-4o', 'claude']);
  const second = withColours(first, ['gemini', 'claude', 'mistral']);
  assert.equal(colourOf(first, 'claude'), colourOf(second, 'claude'));
  assert.notEqual(colourOf(second, 'gemini'), colourOf(second, 'claude'));
});

test('more names than colours, and names like properties of objects, are no problem', () => {
  const book = withColours({}, [...names, 'ninth', '__proto__', 'toString']);
  assert.ok(colourOf(book, 'toString').startsWith('var(--series-'));
  assert.ok(colourOf(book, 'never seen').startsWith('var(--series-'));
});
