import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf } from './blocks.ts';
import { valueText } from './json-rows.ts';
import { mediaOfText } from './media.ts';

const sha256 = 'ab'.repeat(32);
const reference = (mime: string, form = 'base64') =>
  `runlight-blob:${sha256};mime=${mime};size=81920;form=${form}`;
const stored = { sha256, sizeBytes: 81_920 };

test('what was lifted out is media in every dialect', () => {
  const png = reference('image/png', 'data-uri');
  const parts = [
    { type: 'image_url', image_url: { url: png } },
    { type: 'image_url', image_url: png },
    { type: 'input_image', image_url: png },
    {
      type: 'image',
      source: { type: 'base64', media_type: 'image/png', data: reference('image/png') },
    },
    { inlineData: { mimeType: 'image/png', data: reference('image/png') } },
    { type: 'file', data: reference('image/png'), mediaType: 'image/png' },
  ];
  for (const part of parts) {
    const [block] = blocksOf([part]);
    const media = { kind: 'media', media: { mimeType: 'image/png', stored } };
    assert.deepEqual(block, media, JSON.stringify(part).slice(0, 80));
  }
  const [sound] = blocksOf([
    { type: 'input_audio', input_audio: { data: reference('audio/wav'), format: 'wav' } },
  ]);
  assert.deepEqual(sound, { kind: 'media', media: { mimeType: 'audio/wav', stored } });
});

test('in any string, and in a row of JSON by its type and size', () => {
  assert.deepEqual(mediaOfText(reference('application/pdf')), {
    mimeType: 'application/pdf',
    stored,
  });
  assert.equal(valueText(reference('audio/wav')), 'audio/wav, 81.9 KB');
  assert.equal(mediaOfText(`see ${reference('image/png')}`), undefined);
});
