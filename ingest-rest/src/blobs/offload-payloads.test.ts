import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Payload, PayloadField, RunOperation } from '@runlight/run-model';
import type { BlobBatch } from './blob-batch.ts';
import { offloadPayloads } from './offload-payloads.ts';

const MiB = 1024 * 1024;

function offload(sizes: Partial<Record<PayloadField, number | string>>) {
  const added: number[] = [];
  const blobs: Pick<BlobBatch, 'add'> = {
    add: ({ byteLength: sizeBytes }) => {
      added.push(sizeBytes);
      return { sha256: 'sha', key: `key of ${sizeBytes}`, sizeBytes };
    },
  };
  const payloads = Object.entries(sizes).map(([field, size]): Payload => ({
    field: field as PayloadField,
    bytes: typeof size === 'string' ? Buffer.from(size) : Buffer.alloc(size, 'x'),
  }));
  const operation: RunOperation = { kind: 'create', runId: 'id', envelope: {}, payloads };
  offloadPayloads(operation, blobs);
  return { added, payloads };
}

test('a field of 1 MiB stays, one byte more goes', () => {
  assert.deepEqual(offload({ inputs: MiB }).added, []);
  const { added, payloads } = offload({ inputs: MiB + 1, outputs: 10 });
  assert.deepEqual(added, [MiB + 1]);
  assert.deepEqual(payloads[0]?.blob, { key: `key of ${MiB + 1}`, sizeBytes: MiB + 1 });
  assert.equal(payloads[0].bytes.length, 64 * 1024);
  assert.deepEqual([payloads[1]?.blob, payloads[1]?.bytes.length], [undefined, 10]);
});

test('the beginning that stays ends between two characters', () => {
  for (const [character, width] of [
    ['é', 2],
    ['漢', 3],
    ['🙂', 4],
  ] as const) {
    for (let shift = 0; shift < width; shift += 1) {
      const text = 'x'.repeat(shift) + character.repeat(MiB);
      const [payload] = offload({ inputs: text }).payloads;
      const head = Buffer.from(payload!.bytes).toString('utf8');
      assert.ok(text.startsWith(head));
      assert.ok(payload!.bytes.length > 64 * 1024 - width);
    }
  }
});

test('§7: fields of 4 MiB together stay, for one byte more the largest goes', () => {
  assert.deepEqual(offload({ inputs: MiB, outputs: MiB, events: MiB, extra: MiB }).added, []);
  const { added, payloads } = offload({
    inputs: MiB - 1,
    outputs: MiB,
    events: MiB,
    extra: MiB,
    error: 2,
  });
  assert.deepEqual(added, [MiB]);
  assert.deepEqual(
    payloads.map(({ blob }) => blob !== undefined),
    [false, true, false, false, false],
  );
});
