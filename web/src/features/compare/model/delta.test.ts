import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deltaOf, shareText } from './delta.ts';

const said = (before: number | null, after: number | null) => {
  const delta = deltaOf(before, after);
  return delta && `${delta.direction} ${shareText(delta)}`.trim();
};

test('a change is told relative to what was', () => {
  assert.equal(said(100, 112), 'up +12 %');
  assert.equal(said(100, 97.5), 'down −2.5 %');
  assert.equal(said(10, 42), 'up ×4.2');
  assert.equal(said(1000, 1001), 'same');
  assert.equal(said(0, 0), 'same');
});

test('from nothing there is a direction but no share; the unknown has no change', () => {
  assert.equal(said(0, 5), 'up');
  assert.equal(said(null, 5), undefined);
  assert.equal(said(5, null), undefined);
});
