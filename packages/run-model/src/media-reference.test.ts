import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  describeMediaReferences,
  findMediaReferences,
  formatMediaReference,
  isReferableMimeType,
  mediaText,
  parseMediaReference,
} from './media-reference.ts';
import type { MediaReference } from './media-reference.ts';

const reference: MediaReference = {
  sha256: 'ab'.repeat(32),
  mimeType: 'image/svg+xml',
  sizeBytes: 4096,
  form: 'data-uri',
};
const text = formatMediaReference(reference);

test('what was formatted is read again', () => {
  assert.equal(text, `runlight-blob:${'ab'.repeat(32)};mime=image/svg+xml;size=4096;form=data-uri`);
  assert.deepEqual(parseMediaReference(text), reference);
});

test('other text is no reference', () => {
  const others = [
    '',
    'runlight-blob:',
    `${text} `,
    ` ${text}`,
    text.toUpperCase(),
    text.replace('abab', 'abax'),
    text.replace('4096', ''),
    text.replace('data-uri', 'hex'),
    text.replace('image/svg+xml', 'image/svg;x'),
  ];
  for (const other of others) assert.equal(parseMediaReference(other), undefined, other);
});

test('finds the references that are whole strings of the JSON, with their places', () => {
  const json = JSON.stringify({
    a: [text, `see ${text}`, JSON.stringify(text)],
    b: formatMediaReference({ ...reference, form: 'base64' }),
  });
  const found = [...findMediaReferences(json)];
  assert.deepEqual(
    found.map(({ form }) => form),
    ['data-uri', 'base64'],
  );
  for (const { start, end } of found) {
    assert.equal(
      parseMediaReference(JSON.parse(json.slice(start, end)) as string)?.sizeBytes,
      4096,
    );
  }
  assert.deepEqual([...findMediaReferences('{"a":"data:image/png;base64,AAAA"}')], []);
});

test('says what text a reference stands for', () => {
  assert.equal(mediaText(reference, 'QUJD'), 'data:image/svg+xml;base64,QUJD');
  assert.equal(mediaText({ ...reference, form: 'base64' }, 'QUJD'), 'QUJD');
});

test('previews tell people what a reference is', () => {
  assert.equal(
    describeMediaReferences(`see ${text} and ${text}`),
    'see [image/svg+xml, 5 kB] and [image/svg+xml, 5 kB]',
  );
  assert.equal(describeMediaReferences('runlight-blob: none'), 'runlight-blob: none');
});

test('types with parameters cannot be referred to', () => {
  assert.ok(isReferableMimeType('image/png'));
  for (const bad of ['', 'png', 'image/png;charset=utf-8', 'image/"png', 'a/b/c', 'image/ png']) {
    assert.ok(!isReferableMimeType(bad), bad);
  }
});
