import { createHash } from 'node:crypto';
import { encodeBatch } from '@runlight/queue';
import type { IngestEntry } from '@runlight/queue';
import { formatUuid, parseUuid } from '@runlight/run-model';
import type { DeadLetter } from './ledger.ts';
import type { AcceptedOperation } from './operation.ts';
import type { DeadOperation } from './store/store-with-care.ts';
import type { Work } from './work.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** The letter of an operation that the store refuses. */
export function letterOf(
  { operation: { operation }, reason, attempts, firstAttemptAtMs }: DeadOperation,
  keyId: string,
): DeadLetter {
  return {
    ...identity(operation),
    reason: 'refused',
    detail: reason,
    bytes: singleBatch(operation, keyId),
    attempts,
    firstAttemptAtMs,
  };
}

/** Letters for all of a batch that ended the process that stored it, several times. */
export function lettersOfLethal({ entry, open }: Work, attempts: number): DeadLetter[] {
  return open.map((operation) => ({
    ...identity(operation),
    reason: 'lethal',
    detail: 'The worker did not survive storing the batch of this operation',
    bytes: singleBatch(operation, entry.batch.keyId),
    attempts,
    firstAttemptAtMs: operation.acceptedAtMs,
  }));
}

/** The letter of an entry that cannot be read; it may not say whose it was. */
export function letterOfCorrupt(entry: Extract<IngestEntry, { kind: 'corrupt' }>): DeadLetter {
  const batchId = parseUuid(entry.batchId) ?? nobody;
  return {
    id: letterId('corrupt', entry.id),
    batchId,
    workspaceId: parseUuid(entry.workspaceId) ?? nobody,
    runId: undefined,
    reason: 'corrupt',
    detail: entry.reason,
    bytes: entry.bytes,
    attempts: 1,
    firstAttemptAtMs: Date.now(),
  };
}

const identity = ({ batchId, workspaceId, runId, sequence }: AcceptedOperation) => ({
  id: letterId(batchId, sequence.toString()),
  batchId,
  workspaceId,
  runId,
});

/** The operation in the form of the queue, so that it can be put back. */
function singleBatch(operation: AcceptedOperation, keyId: string): Buffer {
  const { batchId, workspaceId, acceptedAtMs, sequence } = operation;
  return encodeBatch({
    batchId,
    workspaceId,
    keyId,
    acceptedAtMs,
    firstSequence: sequence,
    operations: [operation],
  });
}

/** The same id for the same operation, so that redelivery does not bury it twice (UUIDv8). */
function letterId(...parts: string[]): string {
  const bytes = createHash('sha256').update(parts.join('/')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return formatUuid(bytes);
}
