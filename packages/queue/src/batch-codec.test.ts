import assert from 'node:assert/strict';
import { test } from 'node:test';
import { payloadFields, uuidv7 } from '@runlight/run-model';
import type { FeedbackOperation, RunOperation } from '@runlight/run-model';
import { isAppError } from '@runlight/service';
import * as fc from 'fast-check';
import type { Batch } from './batch.ts';
import { batchHead, decodeBatch, encodeBatch } from './batch-codec.ts';

const uuid = fc.uuid();
const bytes = fc.uint8Array({ maxLength: 200 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const operations: fc.Arbitrary<RunOperation> = fc
  .record({
    kind: fc.constantFrom('create' as const, 'update' as const),
    runId: uuid,
    traceId: maybe(uuid),
    projectId: maybe(uuid),
    traceStartUs: maybe(fc.integer({ min: 0, max: 7_258_118_400_000_000 })),
    name: fc.string({ unit: 'grapheme' }),
    opensTrace: fc.boolean(),
    payloads: fc.array(
      fc.record({
        field: fc.constantFrom(...payloadFields),
        bytes,
        blob: maybe(fc.record({ key: fc.string(), sizeBytes: fc.nat() })),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ name, kind, runId, payloads, traceId, projectId, traceStartUs, opensTrace }) => ({
    kind,
    runId,
    ...(traceId !== undefined && { traceId }),
    ...(projectId !== undefined && { projectId }),
    ...(traceStartUs !== undefined && { traceStartUs }),
    ...(opensTrace && { opensTrace }),
    envelope: { name },
    payloads: payloads.map(({ field, bytes, blob }) => ({
      field,
      bytes,
      ...(blob && { blob: { ...blob } }),
    })),
  }));

const feedback: fc.Arbitrary<FeedbackOperation> = fc
  .tuple(fc.constantFrom('create' as const, 'update' as const), uuid, fc.integer())
  .map(([kind, feedbackId, score]) => ({ kind, feedbackId, envelope: { key: 'k', score } }));

const batches: fc.Arbitrary<Batch> = fc.record({
  batchId: uuid,
  workspaceId: uuid,
  keyId: uuid,
  acceptedAtMs: fc.nat(),
  firstSequence: fc.bigInt({ min: 0n, max: (1n << 60n) - 1n }),
  sdk: fc.string({ unit: 'grapheme', minLength: 1 }),
  operations: fc.array(operations, { maxLength: 5 }),
  feedback: fc.array(feedback, { maxLength: 3 }),
});

/** Without what decoding adds, payload bytes as plain arrays. */
const plain = ({ operations: list, ...head }: Batch) => ({
  ...head,
  operations: list.map(({ payloads, ...operation }) => ({
    kind: operation.kind,
    runId: operation.runId,
    traceId: operation.traceId,
    projectId: operation.projectId,
    traceStartUs: operation.traceStartUs,
    opensTrace: operation.opensTrace,
    envelope: operation.envelope,
    payloads: payloads.map(({ field, bytes, blob }) => [field, blob, ...bytes]),
  })),
});

test('a batch comes out as it went in', () => {
  fc.assert(
    fc.property(batches, (batch) => {
      assert.deepEqual(plain(decodeBatch(encodeBatch(batch))), plain(batch));
    }),
    { numRuns: 1000 },
  );
});

test('envelopes come with their bytes, to be stored without being written again', () => {
  const [batch] = fc.sample(
    batches.filter((each) => each.operations.length > 0),
    1,
  );
  for (const { envelope, envelopeBytes } of decodeBatch(encodeBatch(batch!)).operations) {
    assert.equal(Buffer.from(envelopeBytes).toString(), JSON.stringify(envelope));
  }
});

test('any bit that goes bad is noticed', () => {
  fc.assert(
    fc.property(batches, fc.nat(), fc.integer({ min: 0, max: 7 }), (batch, place, bit) => {
      const encoded = encodeBatch(batch);
      const at = place % encoded.length;
      // The fourth byte is not used.
      fc.pre(at !== 3);
      encoded[at] = encoded[at]! ^ (1 << bit);
      assert.throws(() => decodeBatch(encoded), isAppError);
    }),
    { numRuns: 1000 },
  );
});

test('a batch that was cut off, or is none at all, is noticed', () => {
  fc.assert(
    fc.property(batches, fc.double({ min: 0, max: 0.999, noNaN: true }), (batch, share) => {
      const encoded = encodeBatch(batch);
      const cut = encoded.subarray(0, Math.floor(encoded.length * share));
      assert.throws(() => decodeBatch(cut), isAppError);
    }),
  );
  fc.assert(
    fc.property(bytes, (noise) => {
      assert.throws(() => decodeBatch(noise), isAppError);
    }),
  );
});

test('a batch of another version says so, instead of counting as damaged', () => {
  const encoded = encodeBatch({
    batchId: uuidv7(),
    workspaceId: uuidv7(),
    keyId: uuidv7(),
    acceptedAtMs: 1,
    firstSequence: 1n,
    operations: [],
  });
  encoded[1] = 9;
  assert.throws(() => decodeBatch(encoded), { code: 'UNSUPPORTED_MEDIA_TYPE' });
});

test('version 1, as the first release wrote it, is still read (F34)', () => {
  // Made by the encoder of version 1; never to be made anew.
  const golden = Buffer.from(
    'UgEAACI0nBcBkAAAAABwAIAAAAAAAACxAZAAAAAAcACAAAAAAAAAoQGQAAAAAHAAgAAAAAAAAMEA6Je2mgEAAAAAQGJBWUQGAgAA' +
      'AA4CAZAAAAAAcACAAAAAAAAAAQGQAAAAAHAAgAAAAAAAAAEBkAAAAABwAIAAAAAAAADRAEBiQVlEBgAjAAAAeyJuYW1lIjoiZ3LD' +
      'vMOfZSIsInRhZ3MiOlsiYSIsImIiXX0ADQAAAHsicSI6ImhhbGxvIn0BBwAAAHsiYSI6MX0BAQGQAAAAAHAAgAAAAAAAAAIaAAAA' +
      'eyJlbmRVcyI6MTc2NDAwMDAwMTAwMDAwMH0FBAAAAGJvb20=',
    'base64',
  );
  const id = (end: string) => `01900000-0000-7000-8000-0000000000${end}`;
  assert.deepEqual(batchHead(golden), {
    version: 1,
    batchId: id('b1'),
    workspaceId: id('a1'),
    keyId: id('c1'),
    acceptedAtMs: 1_764_000_000_000,
    operations: 2,
  });
  assert.deepEqual(plain(decodeBatch(golden)), {
    batchId: id('b1'),
    workspaceId: id('a1'),
    keyId: id('c1'),
    acceptedAtMs: 1_764_000_000_000,
    firstSequence: 451_584_000_000_000_000n,
    feedback: [],
    operations: [
      {
        kind: 'create',
        runId: id('01'),
        traceId: id('01'),
        projectId: id('d1'),
        traceStartUs: 1_764_000_000_000_000,
        opensTrace: undefined,
        envelope: { name: 'grüße', tags: ['a', 'b'] },
        payloads: [
          ['inputs', undefined, ...Buffer.from('{"q":"hallo"}')],
          ['outputs', undefined, ...Buffer.from('{"a":1}')],
        ],
      },
      {
        kind: 'update',
        runId: id('02'),
        traceId: undefined,
        projectId: undefined,
        traceStartUs: undefined,
        opensTrace: undefined,
        envelope: { endUs: 1_764_000_001_000_000 },
        payloads: [['error', undefined, ...Buffer.from('boom')]],
      },
    ],
  });
});
