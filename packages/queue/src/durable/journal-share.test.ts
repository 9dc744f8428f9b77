import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createJournalShare } from './journal-share.ts';

test('A2: a workspace leaves a quarter of the journal to others, when there are any', () => {
  let now = 0;
  const share = createJournalShare(1000, () => now);
  assert.equal(share.of('a').maxBytes, 1000);
  assert.equal(share.of('a').maxBytes, 1000);
  assert.equal(share.of('b').maxBytes, 750);
  assert.equal(share.of('a').maxBytes, 750);
  assert.equal(share.of('a').maxBytes, 750);
  now = 600_001;
  assert.equal(share.of('a').maxBytes, 1000);
});
