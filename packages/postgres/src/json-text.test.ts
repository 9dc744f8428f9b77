import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toJsonbText } from './json-text.ts';

test('what jsonb refuses is replaced, in values and in keys', () => {
  const value = { 'a\0': ['x\0y', { '\ud800': '\udfffz' }], plain: 'line\nbreak' };
  assert.deepEqual(JSON.parse(toJsonbText(value)), {
    'a\ufffd': ['x\ufffdy', { '\ufffd': '\ufffdz' }],
    plain: 'line\nbreak',
  });
});

test('other values stay as they are', () => {
  const value = { number: 1.5, no: null, yes: true, list: [], text: 'é🦜\\u0000' };
  assert.deepEqual(JSON.parse(toJsonbText(value)), value);
});
