import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachmentFileName, mediaFileName } from './file-names.ts';

test('names without an extension get that of their type, when it is a harmless one', () => {
  assert.equal(attachmentFileName('plot', 'image/png'), 'plot.png');
  assert.equal(attachmentFileName('plot.final', 'image/png'), 'plot.final');
  for (const type of ['text/html', 'image/svg+xml', 'application/octet-stream', 'constructor']) {
    assert.equal(attachmentFileName('page', type), 'page', type);
  }
});

test('media is called by what it is and a piece of its hash', () => {
  const media = { sha256: 'ab'.repeat(32), sizeBytes: 1, form: 'base64' } as const;
  assert.equal(mediaFileName({ ...media, mimeType: 'audio/mpeg' }), 'audio-abababab.mp3');
  assert.equal(mediaFileName({ ...media, mimeType: 'image/svg+xml' }), 'image-abababab');
});
