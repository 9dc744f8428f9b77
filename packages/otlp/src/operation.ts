import type { SpanAttachment } from './mapping/rule.ts';

export type PayloadName = 'inputs' | 'outputs' | 'events' | 'extra' | 'serialized' | 'error';

/** What a span says about a run, in the words of LangSmith's wire. Values can be written as JSON. */
export interface SpanOperation {
  kind: 'create' | 'update';
  /** Hex, for the answer. */
  spanId: string;
  runId: string;
  /** The run's own fields: id, trace, parent, name, type, times, project, tags. */
  main: Record<string, unknown>;
  payloads: Partial<Record<PayloadName, unknown>>;
  attachments: SpanAttachment[];
}
