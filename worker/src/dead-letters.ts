import { createHash } from 'node:crypto';
import { encodeBatch } from '@runlight/queue';
import type { Batch, IngestEntry } from '@runlight/queue';
import { formatUuid, parseUuid } from '@runlight/run-model';
import type { DeadOperation } from './care.ts';
import type { AcceptedFeedback } from './feedback/accepted-feedback.ts';
import type { DeadLetter } from './ledger.ts';
import type { AcceptedOperation, PlacedOperation } from './operation.ts';
import type { Work } from './work.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** The batch that an operation came in, as far as it says who sent it. */
type Sender = Pick<Batch, 'keyId' | 'sdk'>;
type Accepted = AcceptedOperation | AcceptedFeedback;

/** The letter of an operation that the store refuses. */
export function letterOf(
  { operation, reason, attempts, firstAttemptAtMs }: DeadOperation<Accepted>,
  sender: Sender,
): DeadLetter {
  return {
    ...identity(operation, sender),
    reason: 'refused',
    detail: reason,
    bytes: singleBatch(operation, sender),
    attempts,
    firstAttemptAtMs,
  };
}

/**
 * The operation with the place it was given, so that a replay finds it again even when what the worker
 * remembers of its trace has expired.
 */
export function withPlace({ operation, key }: PlacedOperation): AcceptedOperation {
  if (!operation.opensTrace || operation.traceStartUs !== undefined) return operation;
  return { ...operation, traceStartUs: key.traceStartUs };
}

/** Letters for all of a batch that ended the process that stored it, several times. */
export function lettersOfLethal({ entry, open, openFeedback }: Work, attempts: number) {
  return [...open, ...openFeedback].map((operation): DeadLetter => ({
    ...identity(operation, entry.batch),
    reason: 'lethal',
    detail: 'The worker did not survive storing the batch of this operation',
    bytes: singleBatch(operation, entry.batch),
    attempts,
    firstAttemptAtMs: operation.acceptedAtMs,
  }));
}

/** Why operations are not stored though nothing is wrong with them. */
export type DropReason = 'project_deleted' | 'run_deleted' | 'expired';

const dropDetails: Record<DropReason, string> = {
  project_deleted: 'operations of a project that was deleted after they were accepted',
  run_deleted: 'operations of runs that were deleted',
  expired: 'operations of traces that began longer ago than their project keeps runs',
};

/**
 * One letter for all operations of a batch that must not be stored for one reason (D6). Nothing that was
 * sent is kept: whoever deletes something wants it gone.
 */
export function letterOfDropped(
  batch: Batch,
  { reason, projectId, operations }: { reason: DropReason; projectId: string; operations: number },
): DeadLetter {
  const { batchId, workspaceId, keyId, sdk, acceptedAtMs } = batch;
  return {
    id: letterId(batchId, reason, projectId),
    batchId,
    workspaceId,
    keyId,
    sdk: sdk ?? '',
    runId: undefined,
    reason,
    detail: `${operations} ${dropDetails[reason]}`,
    bytes: new Uint8Array(),
    attempts: 1,
    firstAttemptAtMs: acceptedAtMs,
  };
}

/** The letter of an entry that cannot be read; it may not say whose it was. */
export function letterOfCorrupt(entry: Extract<IngestEntry, { kind: 'corrupt' }>): DeadLetter {
  const batchId = parseUuid(entry.batchId) ?? nobody;
  return {
    id: letterId('corrupt', entry.id),
    batchId,
    workspaceId: parseUuid(entry.workspaceId) ?? nobody,
    keyId: undefined,
    sdk: '',
    runId: undefined,
    reason: 'corrupt',
    detail: entry.reason,
    bytes: entry.bytes,
    attempts: 1,
    firstAttemptAtMs: Date.now(),
  };
}

const identity = (operation: Accepted, { keyId, sdk }: Sender) => ({
  id: letterId(operation.batchId, operation.sequence.toString()),
  batchId: operation.batchId,
  workspaceId: operation.workspaceId,
  keyId,
  sdk: sdk ?? '',
  runId: isFeedback(operation) ? operation.target?.runId : operation.runId,
});

const isFeedback = (operation: Accepted): operation is AcceptedFeedback =>
  'feedbackId' in operation;

/** The operation in the form of the queue, so that it can be put back. */
function singleBatch(operation: Accepted, { keyId, sdk }: Sender): Buffer {
  const { batchId, workspaceId, acceptedAtMs, sequence } = operation;
  const head = { batchId, workspaceId, keyId, acceptedAtMs, firstSequence: sequence };
  const { kind, envelope } = operation;
  return encodeBatch({
    ...head,
    ...(sdk !== undefined && { sdk }),
    ...(isFeedback(operation)
      ? {
          operations: [],
          feedback: [
            {
              kind,
              feedbackId: operation.feedbackId,
              ...(operation.target && { target: operation.target }),
              envelope,
              ...(operation.cleared && { cleared: operation.cleared }),
            } as AcceptedFeedback,
          ],
        }
      : { operations: [operation] }),
  });
}

/** The same id for the same operation, so that redelivery does not bury it twice (UUIDv8). */
function letterId(...parts: string[]): string {
  const bytes = createHash('sha256').update(parts.join('/')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return formatUuid(bytes);
}
