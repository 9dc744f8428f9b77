import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { WireOperation } from '@runlight/run-model';
import { limits } from '../limits.ts';
import { createBlobBatch } from './blob-batch.ts';
import { liftMedia } from './lift-media.ts';

const workspaceId = '01900000-0000-7000-8000-000000000001';

const pngText = (): string =>
  Buffer.concat([Buffer.from('iVBORw0KGgo=', 'base64'), randomBytes(4000)]).toString('base64');

function batch() {
  const stored: string[] = [];
  const put = async (key: string): Promise<void> => void stored.push(key);
  return { blobs: createBlobBatch({ put }, workspaceId), stored };
}

const operationOf = (main: unknown, inputs: unknown): WireOperation => ({
  kind: 'create',
  part: 'run',
  main: Buffer.from(JSON.stringify(main)),
  parts: [{ field: 'inputs', part: 'run.inputs', bytes: Buffer.from(JSON.stringify(inputs)) }],
});

test('media of a run’s object and of its parts is content, once', async () => {
  const { blobs, stored } = batch();
  const text = pngText();
  const operation = operationOf({ id: 'x', outputs: { text } }, [text, 'between', text]);
  assert.equal(liftMedia(operation, blobs), 3 * 4008);
  assert.match(
    operation.main.toString(),
    /^\{"id":"x","outputs":\{"text":"runlight-blob:[^"]+"\}\}$/,
  );
  const inputs = JSON.parse(operation.parts[0]!.bytes.toString()) as string[];
  assert.equal(inputs[0], inputs[2]);
  assert.equal(inputs[1], 'between');
  assert.equal(blobs.size(), 1);
  await blobs.store();
  assert.equal(stored.length, 1);
});

test('an operation without media keeps its very bytes', () => {
  const operation = operationOf({ id: 'x' }, ['word '.repeat(5000)]);
  const { main } = operation;
  const { bytes } = operation.parts[0]!;
  assert.equal(liftMedia(operation, batch().blobs), 0);
  assert.equal(operation.main, main);
  assert.equal(operation.parts[0]?.bytes, bytes);
});

test('more media than a request may have stays where it is', () => {
  const { blobs } = batch();
  const texts = Array.from({ length: limits.mediaPerRequest }, pngText);
  const [fits, beyond] = [operationOf({}, texts), operationOf({}, [pngText()])];
  assert.ok(liftMedia(fits, blobs) > 0);
  assert.equal(blobs.size(), limits.mediaPerRequest);
  assert.equal(liftMedia(beyond, blobs), 0);
});
