/**
 * What feedback is about: a run, else a thread of a project, else the whole project. A trace is judged by
 * its root; its id stands for the run when nothing else is known.
 */
export interface FeedbackTarget {
  runId?: string;
  traceId?: string;
  /** The conversation; beside a run it says only which one the run belongs to. */
  threadId?: string;
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
  /** The person who judged, when we know it ourselves; never taken from the wire. */
  userId?: string;
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

/** Fields that an update may empty, by saying null. */
export const clearableFields = [
  'score',
  'value',
  'comment',
  'correction',
  'config',
  'extra',
] as const satisfies readonly (keyof FeedbackEnvelope)[];
export type ClearableField = (typeof clearableFields)[number];

/** One accepted feedback create, update or delete. Its run need not exist yet. */
export interface FeedbackOperation {
  kind: 'create' | 'update' | 'delete';
  feedbackId: string;
  /** Only with a create. */
  target?: FeedbackTarget;
  envelope: FeedbackEnvelope;
  /** What an update empties; absent when that is nothing. */
  cleared?: ClearableField[];
}
