import type { FeedbackOperation } from '@runlight/run-model';

/** A feedback operation of the queue with what its batch says about it. */
export interface AcceptedFeedback extends FeedbackOperation {
  workspaceId: string;
  sequence: bigint;
  batchId: string;
  acceptedAtMs: number;
}
