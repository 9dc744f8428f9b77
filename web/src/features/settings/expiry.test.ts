import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expiries, expiryInstant } from './expiry.ts';

test('a key ends so many days after it was made, or never', () => {
  const nowMs = Date.parse('2026-11-25T12:00:00Z');
  assert.deepEqual(
    expiries.map((expiry) => expiryInstant(expiry, nowMs)),
    [null, '2026-12-25T12:00:00.000Z', '2027-02-23T12:00:00.000Z', '2027-11-25T12:00:00.000Z'],
  );
});
