import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as holds, nat, property } from 'fast-check';
import { compareEventIds } from './event-id.ts';

test('orders by number and not by text', () => {
  const ordered = ['9-0', '10-0', '10-0-0', '10-0-2', '10-0-10', '10-1', '1700000000000-0-0'];
  assert.deepEqual(ordered.toReversed().sort(compareEventIds), ordered);
});

test('is an order', () => {
  const id = array(nat(), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('-'));
  holds(
    property(id, id, (a, b) => {
      assert.equal(Math.sign(compareEventIds(a, b)), -Math.sign(compareEventIds(b, a)) || 0);
      assert.equal(compareEventIds(a, b) === 0, a === b);
    }),
  );
});
