import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { formatMediaReference } from '@runlight/run-model';
import { blobKey } from './keys.ts';
import { restoreMedia } from './restore-media.ts';

const workspaceId = randomUUID();
const stored = new Map<string, Buffer>();
const objects = { get: async (key: string) => stored.get(key) };

/** What ingest puts instead of the text. */
function lift(bytes: Buffer, form: 'data-uri' | 'base64', mimeType = 'image/png'): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  stored.set(blobKey(workspaceId, sha256), bytes);
  return formatMediaReference({ sha256, mimeType, sizeBytes: bytes.length, form });
}

const restore = (json: string, maxBytes = 1e9) =>
  restoreMedia(json, { objects, workspaceId, maxBytes });

test('puts the very same text back, odd blanks and escapes included', async () => {
  const [image, sound] = [randomBytes(5000), randomBytes(4099)];
  const written = (picture: string, audio: string) =>
    `{ "a" :["${picture}", "\\u0041\\/\\"${'x'.repeat(10)}", 1e400, -0.0],\n "b":{"b":"${audio}","b":"${picture}"} }`;
  const original = written(
    `data:image/png;base64,${image.toString('base64')}`,
    sound.toString('base64'),
  );
  assert.equal(await restore(written(lift(image, 'data-uri'), lift(sound, 'base64'))), original);
});

test('text without references is the same object', async () => {
  const json = '{"a":"data:image/png;base64,AAAA"}';
  assert.equal(await restore(json), json);
});

test('leaves what is gone, of another workspace, written by hand or too large', async () => {
  const bytes = randomBytes(5000);
  const reference = lift(bytes, 'base64');
  const json = JSON.stringify([reference]);
  assert.equal(await restore(json, 4999), json);
  assert.equal(
    await restoreMedia(json, { objects, workspaceId: randomUUID(), maxBytes: 1e9 }),
    json,
  );
  const lying = JSON.stringify([reference.replace('size=5000', 'size=1')]);
  assert.equal(await restore(lying), lying);
  const quoting = JSON.stringify([`see ${reference}`, JSON.stringify(reference)]);
  assert.equal(await restore(quoting), quoting);
});

test('counts what it puts back each time it stands there', async () => {
  const bytes = randomBytes(5000);
  const reference = lift(bytes, 'base64');
  const restored = JSON.parse(
    await restore(JSON.stringify([reference, reference]), 6000),
  ) as string[];
  assert.deepEqual(restored, [bytes.toString('base64'), reference]);
});
