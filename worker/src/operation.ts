import type { QueuedOperation } from '@runlight/queue';
import type { RunKey } from '@runlight/run-model';

/** An operation of the queue with what its batch says about it. */
export interface AcceptedOperation extends QueuedOperation {
  workspaceId: string;
  sequence: bigint;
  batchId: string;
  acceptedAtMs: number;
  /** Came alone in its request, as the calls for single runs do. */
  isSingle: boolean;
}

/** An accepted operation whose place in the trace store is known. */
export interface PlacedOperation {
  operation: AcceptedOperation;
  key: RunKey;
  /** Its run was put there for want of something better, and may be moved at any moment. */
  isGuess?: boolean;
  /** How many days its project keeps runs; absent is for ever. */
  keepDays?: number;
}

/** Workspace and run (or trace): what it is called before its whole key is known. */
export const nameIn = (workspaceId: string, id: string): string => `${workspaceId}/${id}`;
