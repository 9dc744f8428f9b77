import type { RunOperation } from '@runlight/run-model';

/** Everything of one accepted HTTP request: one entry of the ingest stream. */
export interface Batch {
  /** UUIDv7 made while accepting; follows the batch through header, log, rows and ledger (O3). */
  batchId: string;
  workspaceId: string;
  /** Id of the API key that sent it. */
  keyId: string;
  acceptedAtMs: number;
  /** Sequence of the first operation; operation i has `firstSequence + i`. */
  firstSequence: bigint;
  operations: RunOperation[];
}
