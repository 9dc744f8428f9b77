/**
 * What was sent about one run. Steps: 0 is its create, later ones are updates. A step is sent only when
 * the one before it was answered or given up, so the newest that is stored must not be older than the
 * newest that was accepted.
 */
export interface RunRecord {
  id: string;
  workspaceId: string;
  traceId: string;
  dottedOrder: string;
  startMs: number;
  project: string;
  /** Steps not sent yet, in the order in which they will be. */
  toSend: number[];
  accepted: Set<number>;
  /** Sent until patience ran out; such a step may be stored or not. */
  unknown: Set<number>;
  /** What the last step says about usage. */
  tokens: { input: number; output: number };
  /** The store refuses its operations; they must end as dead letters. */
  isPoison: boolean;
}

export interface FeedbackRecord {
  id: string;
  workspaceId: string;
  runId: string;
  score: number;
  isAccepted: boolean;
}

/** Everything the senders know: the measure of what must be found afterwards. */
export interface Book {
  runs: Map<string, RunRecord>;
  feedback: Map<string, FeedbackRecord>;
  /** Ids of accepted batches. */
  batchIds: Set<string>;
  /** Operations that were accepted, each once. */
  operations: number;
  /** Messages that ran out of attempts, and those answered with a final refusal, by status. */
  givenUp: number;
  refused: Map<number, number>;
}

export const lastStep = 2;

export function createBook(): Book {
  return {
    runs: new Map(),
    feedback: new Map(),
    batchIds: new Set(),
    operations: 0,
    givenUp: 0,
    refused: new Map(),
  };
}

/** Runs of which nothing is in doubt. */
export const isCertain = ({ unknown }: RunRecord): boolean => unknown.size === 0;

/** The step a reader must see at least; undefined when nothing of the run was accepted. */
export const acceptedStep = ({ accepted }: RunRecord): number | undefined =>
  accepted.size === 0 ? undefined : Math.max(...accepted);
