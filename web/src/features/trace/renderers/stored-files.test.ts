import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileKind } from './stored-files.ts';

test('images of four types are drawn, sound and film are played, all else is downloaded', () => {
  assert.equal(fileKind('image/png'), 'image');
  assert.equal(fileKind('IMAGE/JPEG; q=1'), 'image');
  assert.equal(fileKind('audio/wav'), 'audio');
  assert.equal(fileKind('video/webm'), 'video');
  for (const type of ['image/svg+xml', 'text/html', 'application/pdf', '', 'image']) {
    assert.equal(fileKind(type), 'other', type);
  }
});
