/** Columns of an exported run, in their order. Times are UTC, absent values null. */
export const exportFacts = [
  'id',
  'trace_id',
  'project_id',
  'parent_run_id',
  'dotted_order',
  'name',
  'run_type',
  'status',
  'start_time',
  'end_time',
  'first_token_time',
  'error',
  'tags',
  'metadata',
  'thread_id',
  'model',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'token_details',
  'prompt_cost',
  'completion_cost',
  'total_cost',
  'reference_example_id',
] as const;
export type ExportFact = (typeof exportFacts)[number];

/** Payloads, which are JSON: as such in JSONL, as text in Parquet. */
export const exportPayloads = ['inputs', 'outputs', 'events', 'extra', 'serialized'] as const;
export type ExportPayload = (typeof exportPayloads)[number];

export type ExportColumn = ExportFact | ExportPayload;
export const exportColumns: readonly ExportColumn[] = [...exportFacts, ...exportPayloads];

/** Of the files and their manifest; raised when a reader of old files could not read new ones. */
export const exportSchemaVersion = 1;
