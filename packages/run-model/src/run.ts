import type { Billing } from '@runlight/pricing/usage';

/** The kinds of run; anything else on the wire is read as `chain` (langsmith-protocol §3.6). */
export const runTypes = [
  'chain',
  'llm',
  'tool',
  'retriever',
  'embedding',
  'prompt',
  'parser',
] as const;
export type RunType = (typeof runTypes)[number];

export type RunStatus = 'pending' | 'success' | 'error';

/** Fields whose JSON bytes are stored exactly as received, one `run_payloads` row each. */
export const payloadFields = [
  'inputs',
  'outputs',
  'events',
  'extra',
  'serialized',
  'error',
] as const;
export type PayloadField = (typeof payloadFields)[number];

/**
 * What one operation says about a run, without its payload fields. Every field is optional: an
 * absent field says nothing and never clears a value. Times are microseconds since 1970.
 */
export interface RunEnvelope {
  name?: string;
  runType?: RunType;
  startTimeUs?: number;
  endTimeUs?: number;
  /** Time of the first `new_token` event. */
  firstTokenTimeUs?: number;
  /** null says "this is a root"; absent says nothing. */
  parentRunId?: string | null;
  dottedOrder?: string;
  /** Only when the caller names a status; otherwise it follows from `error` and `endTimeUs`. */
  status?: RunStatus;
  /** First 2 KiB; the whole text is the payload field `error`. */
  error?: string;
  tags?: string[];
  /** Values as text (strings as they are, others as JSON), at most 256 characters each. */
  metadata?: Record<string, string>;
  threadId?: string;
  model?: string;
  /** Token counts by the names of LangSmith's usage_metadata, details flattened with a dot. */
  usage?: Record<string, number>;
  /** Costs in US dollars that the caller gave: `input`, `output`, `total`. */
  costUsd?: Record<string, number>;
  /** What the model's response itself says; taken where nobody said it explicitly. */
  response?: ResponseFacts;
  /** How the provider served a model call, as far as that changes its price. */
  billing?: Billing;
  /** Somebody asked for prices as they were known then (microseconds), not when the run was accepted. */
  pricedAtUs?: number;
  referenceExampleId?: string;
  /** At most 256 characters. */
  inputsPreview?: string;
  outputsPreview?: string;
  inputsBytes?: number;
  outputsBytes?: number;
  /** Files sent with the run, by name. */
  attachments?: Record<string, Attachment>;
  /** What was normalised on the way in, as short codes. */
  warnings?: string[];
}

/** Facts of a model call found in the body of its response. */
export interface ResponseFacts {
  model?: string;
  /** In the names of `RunEnvelope.usage`. */
  usage?: Record<string, number>;
  costUsd?: Record<string, number>;
}

/** A file of a run; its bytes are in the object store. */
export interface Attachment {
  mimeType: string;
  sizeBytes: number;
  /** Key in the object store. */
  blobKey: string;
}

/** The bytes of one payload field. */
export interface Payload {
  field: PayloadField;
  /** All of them, or only the beginning when `blob` is set. */
  bytes: Uint8Array;
  /** Where the whole field lies in the object store, when it is too large for the trace store. */
  blob?: { key: string; sizeBytes: number };
}

/** One accepted create or update. */
export interface RunOperation {
  kind: 'create' | 'update';
  runId: string;
  /** Absent only on single-run calls that name no trace. */
  traceId?: string;
  /** Resolved while accepting; absent when the operation names no project. */
  projectId?: string;
  /** First timestamp of `dotted_order`; absent when that is unknown. */
  traceStartUs?: number;
  /**
   * The sender cannot know when its trace began (OpenTelemetry: children are sent before their root).
   * The first operation of a trace that is stored then decides, by its own start.
   */
  opensTrace?: boolean;
  envelope: RunEnvelope;
  payloads: Payload[];
}

/** The primary key of a run in the trace store. */
export interface RunKey {
  workspaceId: string;
  projectId: string;
  traceStartUs: number;
  traceId: string;
  runId: string;
}

/** An operation as an immutable row of `run_events`. */
export interface RunEvent {
  kind: 'create' | 'update';
  /** Accept sequence: orders updates of one run, never taken from the worker's clock. */
  sequence: bigint;
  batchId: string;
  envelope: RunEnvelope;
}

/** A run as its events, folded, say it is. */
export interface RunState extends RunEnvelope {
  status: RunStatus;
  /** True while no create has been seen. */
  isPartial: boolean;
  /** When the first of its operations was accepted. */
  acceptedAtUs: number;
  /** Version of the `runs` row: grows with every event that is folded in (`runVersion`). */
  version: bigint;
}
