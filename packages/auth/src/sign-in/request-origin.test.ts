import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trustedOrigins } from './request-origin.ts';

test('a public URL trusts itself alone', () => {
  assert.deepEqual(trustedOrigins('https://runlight.example/path'), ['https://runlight.example']);
});

test('a URL on loopback trusts the names of this machine, with the port', () => {
  assert.deepEqual(trustedOrigins('http://127.0.0.1:4000'), [
    'http://localhost:4000',
    'http://127.0.0.1:4000',
    'http://[::1]:4000',
  ]);
});
