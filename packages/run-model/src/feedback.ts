/** What feedback is about: a run, or a whole project when there is no run. */
export interface FeedbackTarget {
  runId?: string;
  traceId?: string;
  projectId?: string;
}

/** What one operation says; an absent field says nothing. JSON texts are kept as they were sent. */
export interface FeedbackEnvelope {
  key?: string;
  /** Finite; booleans are 1 and 0. */
  score?: number;
  /** JSON of any type, at most 16 KiB. */
  value?: string;
  comment?: string;
  /** JSON of an object or a text. */
  correction?: string;
  /** Who judged: `api`, `model`, `app` or `auto_eval`. */
  sourceType?: string;
  /** JSON of an object. */
  sourceMetadata?: string;
  /** JSON of the scale: type, min, max, categories. */
  config?: string;
  comparativeExperimentId?: string;
  groupId?: string;
  /** The evaluator failed; the comment says how. */
  isError?: boolean;
  /** JSON of an object. */
  extra?: string;
  createdAtUs?: number;
  modifiedAtUs?: number;
}

/** One accepted feedback create, update or delete. Its run need not exist yet. */
export interface FeedbackOperation {
  kind: 'create' | 'update' | 'delete';
  feedbackId: string;
  /** Only with a create. */
  target?: FeedbackTarget;
  envelope: FeedbackEnvelope;
}
