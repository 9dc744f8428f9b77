import { operationCount } from '@runlight/queue';
import type { IngestEntry, QueuedBatch } from '@runlight/queue';
import type { AcceptedFeedback } from './feedback/accepted-feedback.ts';
import type { FinishedBatch } from './ledger.ts';
import type { AcceptedOperation } from './operation.ts';

export type BatchEntry = Extract<IngestEntry, { kind: 'batch' }>;

/** An entry of the queue on its way through the worker. */
export interface Work {
  entry: BatchEntry;
  /** Operations that are neither stored nor dead yet. */
  open: AcceptedOperation[];
  openFeedback: AcceptedFeedback[];
  dead: number;
  /** When its operations were first tried to be placed; the wait for their trace counts from here. */
  triedAtMs: number | undefined;
}

export function workOf(entry: BatchEntry): Work {
  return {
    entry,
    open: acceptedOperations(entry.batch),
    openFeedback: acceptedFeedback(entry.batch),
    dead: 0,
    triedAtMs: undefined,
  };
}

/** How many of the entry's operations are neither stored nor dead. */
export const openCount = ({ open, openFeedback }: Work): number =>
  open.length + openFeedback.length;

/** What the ledger records of an entry. */
export function finishedBatch({ entry: { batch, sizeBytes }, dead }: Work): FinishedBatch {
  const { batchId, workspaceId, acceptedAtMs } = batch;
  return {
    batchId,
    workspaceId,
    operations: operationCount(batch),
    bytes: sizeBytes,
    dead,
    acceptedAtMs,
  };
}

function acceptedOperations(batch: QueuedBatch): AcceptedOperation[] {
  const { workspaceId, batchId, acceptedAtMs, firstSequence, operations } = batch;
  const isSingle = operations.length === 1;
  return operations.map((operation, index) =>
    // The decoded object is ours alone: extending it saves a copy per operation.
    Object.assign(operation, {
      workspaceId,
      batchId,
      acceptedAtMs,
      sequence: firstSequence + BigInt(index),
      isSingle,
    }),
  );
}

/** Feedback is numbered after the operations of its batch. */
function acceptedFeedback(batch: QueuedBatch): AcceptedFeedback[] {
  const { workspaceId, batchId, acceptedAtMs, feedback } = batch;
  const first = batch.firstSequence + BigInt(batch.operations.length);
  return feedback.map((operation, index) =>
    Object.assign(operation, {
      workspaceId,
      batchId,
      acceptedAtMs,
      sequence: first + BigInt(index),
    }),
  );
}
