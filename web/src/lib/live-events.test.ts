import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareEventIds } from './live-events.ts';

test('event ids are ordered by time, then number, then place in the entry', () => {
  const ordered = [
    '999-0-0',
    '1000-0-0',
    '1000-0-2',
    '1000-0-10',
    '1000-2-0',
    '1000-10-0',
    '1001-0-0',
  ];
  assert.deepEqual(ordered.toReversed().sort(compareEventIds), ordered);
  assert.equal(compareEventIds('1000-0', '1000-0'), 0);
});
