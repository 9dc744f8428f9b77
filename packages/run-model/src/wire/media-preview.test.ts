import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMediaReference } from '../media-reference.ts';
import type { MediaReference } from '../media-reference.ts';
import { describeMediaReferences } from './media-preview.ts';
import { envelopeOf, root } from './test-wire.ts';

const reference: MediaReference = {
  sha256: 'ab'.repeat(32),
  mimeType: 'image/svg+xml',
  sizeBytes: 12_345,
  form: 'data-uri',
};
const text = formatMediaReference(reference);
const large = formatMediaReference({ ...reference, sizeBytes: 2_500_000 });

test('people see what was lifted out', () => {
  assert.equal(describeMediaReferences(`see ${text}!`), 'see [image/svg+xml, 12 KB]!');
  assert.equal(
    describeMediaReferences(`${text} ${text.slice(0, 90)}`),
    '[image/svg+xml, 12 KB] […]',
  );
  assert.equal(describeMediaReferences(large), '[image/svg+xml, 2.5 MB]');
  assert.equal(describeMediaReferences('plain'), 'plain');
});

test('previews of runs stay readable', () => {
  assert.equal(
    envelopeOf(root, { inputs: JSON.stringify({ photo: text }) }).inputsPreview,
    '[image/svg+xml, 12 KB]',
  );
  const many = JSON.stringify({ photos: Array.from({ length: 20 }, () => text), ü: 1 });
  const { inputsPreview } = envelopeOf(root, { inputs: many });
  assert.match(inputsPreview!, /^\{"photos":\["\[image\/svg\+xml, 12 KB\]",.*…/);
  assert.doesNotMatch(inputsPreview!, /runlight-blob/);
});
