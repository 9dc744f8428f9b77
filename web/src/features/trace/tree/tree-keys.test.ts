import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeActionOf } from './tree-keys.ts';

const press = (key: string, more: object = {}) =>
  treeActionOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('keys mean what the help says, and nothing with a modifier', () => {
  assert.equal(press('j'), 'down');
  assert.equal(press('ArrowLeft'), 'close');
  assert.equal(press('ArrowLeft', { shiftKey: true }), 'closeAll');
  assert.equal(press('E', { shiftKey: true }), 'previousError');
  assert.equal(press('j', { metaKey: true }), undefined);
  assert.equal(press('constructor'), undefined);
});
