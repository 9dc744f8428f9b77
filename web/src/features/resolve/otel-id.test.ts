import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidOfOtelId } from './otel-id.ts';

test('ids of OpenTelemetry become UUIDs', () => {
  assert.equal(
    uuidOfOtelId('4BF92F3577B34DA6A3CE929D0E0E4736'),
    '4bf92f35-77b3-4da6-a3ce-929d0e0e4736',
  );
  assert.equal(uuidOfOtelId(' 00f067aa0ba902b7 '), '00000000-0000-0000-00f0-67aa0ba902b7');
  for (const other of ['', 'abc', 'zz'.repeat(8), '4bf92f35-77b3-4da6-a3ce-929d0e0e4736']) {
    assert.equal(uuidOfOtelId(other), undefined);
  }
});
