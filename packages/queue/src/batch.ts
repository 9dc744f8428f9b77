import type { FeedbackOperation, RunOperation } from '@runlight/run-model';

/** Everything of one accepted HTTP request: one entry of the ingest stream. */
export interface Batch {
  /** UUIDv7 made while accepting; follows the batch through header, log, rows and ledger (O3). */
  batchId: string;
  workspaceId: string;
  /** Id of the API key that sent it. */
  keyId: string;
  acceptedAtMs: number;
  /** User agent of the sender, cut to 128 characters. */
  sdk?: string;
  /** Sequence of the first operation; operation i has `firstSequence + i`, feedback follows. */
  firstSequence: bigint;
  operations: RunOperation[];
  feedback?: FeedbackOperation[];
}

/** How many operations a batch holds, feedback included. */
export const operationCount = ({ operations, feedback }: Batch): number =>
  operations.length + (feedback?.length ?? 0);

/** An operation as it comes out of the queue. */
export interface QueuedOperation extends RunOperation {
  /** JSON of the envelope as it stood in the queue: stored without being written again. */
  envelopeBytes: Uint8Array;
}

/** A batch as it comes out of the queue; its bytes are views of the entry. */
export interface QueuedBatch extends Batch {
  operations: QueuedOperation[];
  feedback: FeedbackOperation[];
}
