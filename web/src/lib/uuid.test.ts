import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUuid, randomUuid } from './uuid.ts';

test('random UUIDs are version 4 and differ', () => {
  const made = Array.from({ length: 50 }, randomUuid);
  for (const uuid of made) {
    assert.ok(isUuid(uuid));
    assert.match(uuid, /^.{14}4.{4}[89ab]/);
  }
  assert.equal(new Set(made).size, made.length);
});
