import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as check, integer, property, record, string } from 'fast-check';
import { encodeBatch } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import type { FeedbackOperation, RunOperation } from '@runlight/run-model';
import { limits } from './limits.ts';
import { splitBatches } from './split-batches.ts';
import type { BatchContent } from './split-batches.ts';

const operationOf = (size: number, envelope: RunOperation['envelope'] = {}): RunOperation => ({
  kind: 'create',
  runId: uuidv7(),
  envelope,
  payloads: [{ field: 'inputs', bytes: Buffer.alloc(size) }],
});

const encodedBytes = (content: BatchContent): number =>
  encodeBatch({
    batchId: uuidv7(),
    workspaceId: uuidv7(),
    keyId: uuidv7(),
    acceptedAtMs: 0,
    firstSequence: 0n,
    ...content,
  }).length;

test('a usual request is one batch', () => {
  const operations = Array.from({ length: 100 }, () => operationOf(5000));
  assert.deepEqual(splitBatches(operations, []), [{ operations, feedback: [] }]);
  assert.deepEqual(splitBatches([], []), [{ operations: [], feedback: [] }]);
});

test('no batch is larger than 1 MiB, and the order stays', () => {
  const sizes = array(integer({ min: 0, max: 700_000 }), { maxLength: 12 });
  const texts = record({ name: string({ unit: 'grapheme' }), error: string({ maxLength: 2048 }) });
  const feedback = array(string({ maxLength: 200 }), { maxLength: 5 });
  check(
    property(sizes, texts, feedback, (list, envelope, comments) => {
      const operations = list.map((size) => operationOf(size, envelope));
      const said = comments.map((comment): FeedbackOperation => ({
        kind: 'update',
        feedbackId: uuidv7(),
        envelope: { comment },
      }));
      const batches = splitBatches(operations, said);
      assert.deepEqual(
        batches.flatMap((batch) => batch.operations),
        operations,
      );
      assert.deepEqual(
        batches.flatMap((batch) => batch.feedback),
        said,
      );
      for (const batch of batches) assert.ok(encodedBytes(batch) <= limits.batchBytes);
    }),
  );
});

test('at the limit and one byte beyond', () => {
  const [first] = splitBatches([operationOf(0)], []);
  const fixed = 1024;
  assert.ok(first);
  const half = limits.batchBytes / 2 - fixed;
  assert.equal(splitBatches([operationOf(half), operationOf(half)], []).length, 1);
  assert.equal(splitBatches([operationOf(half), operationOf(half + 1)], []).length, 2);
});

test('an operation that is larger by itself stands alone', () => {
  const operations = [operationOf(10), operationOf(3 << 20), operationOf(10)];
  const batches = splitBatches(operations, []);
  assert.deepEqual(
    batches.map((batch) => batch.operations.length),
    [1, 1, 1],
  );
});
