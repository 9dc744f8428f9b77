import type { RowEncoder } from '@runlight/clickhouse';
import { payloadVersion } from '@runlight/run-model';
import type { RunKey, RunState } from '@runlight/run-model';
import type { AcceptedOperation } from '../operation.ts';
import { costColumns, writeCost } from './cost-columns.ts';
import type { RunPrice } from './run-pricer.ts';

// The three tables in RowBinary; a key is written once and copied into its rows. The order of the columns is the order in which the functions below
// write; a test reads every column back.

export const keyColumns = ['workspace_id', 'project_id', 'trace_start', 'trace_id', 'id'] as const;

export const keyBytes = 72;

export function writeKey(row: RowEncoder, key: RunKey): void {
  row.uuid(key.workspaceId);
  row.uuid(key.projectId);
  row.instantUs(key.traceStartUs);
  row.uuid(key.traceId);
  row.uuid(key.runId);
}

/** Where a run's rows are written, and when they go. */
export interface StoredAt {
  keyRow: Uint8Array;
  /** Days since 1970, for `expires_at`. */
  expiryDay: number;
}

export const eventColumns = [
  ...keyColumns,
  'event_version',
  'batch_id',
  'kind',
  'envelope',
  'expires_at',
] as const;

export function writeEvent(
  row: RowEncoder,
  { keyRow, expiryDay }: StoredAt,
  operation: AcceptedOperation,
): void {
  row.raw(keyRow);
  row.u64big(operation.sequence);
  row.uuid(operation.batchId);
  row.text(operation.kind);
  row.bytes(operation.envelopeBytes);
  row.u16(expiryDay);
}

export const payloadColumns = [
  ...keyColumns,
  'field',
  'content',
  'content_bytes',
  'blob_key',
  'version',
  'expires_at',
] as const;

/** One row per payload field of the operation. */
export function writePayloads(
  row: RowEncoder,
  { keyRow, expiryDay }: StoredAt,
  operation: AcceptedOperation,
): void {
  const version = payloadVersion(operation.kind, operation.sequence);
  for (const { field, bytes, blob } of operation.payloads) {
    row.raw(keyRow);
    row.text(field);
    row.bytes(bytes);
    row.u32(blob?.sizeBytes ?? bytes.byteLength);
    row.text(blob?.key ?? '');
    row.u64big(version);
    row.u16(expiryDay);
  }
}

export const runColumns = [
  ...keyColumns,
  'start_time',
  'end_time',
  'first_token_time',
  'parent_run_id',
  'dotted_order',
  'is_root',
  'run_type',
  'status',
  'name',
  'error',
  'tags',
  'metadata',
  'thread_id',
  'model',
  'has_usage',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'usage',
  ...costColumns,
  'inputs_preview',
  'outputs_preview',
  'inputs_bytes',
  'outputs_bytes',
  'reference_example_id',
  'warnings',
  'attachments',
  'is_partial',
  'accepted_at',
  'version',
  'expires_at',
] as const;

export function writeRun(
  row: RowEncoder,
  { key, keyRow, expiryDay }: StoredAt & { key: RunKey },
  run: RunState,
  price: RunPrice,
): void {
  row.raw(keyRow);
  // A run of which only an update is known sorts with its trace.
  row.instantUs(run.startTimeUs ?? key.traceStartUs);
  row.instantUs(run.endTimeUs ?? 0);
  row.instantUs(run.firstTokenTimeUs ?? 0);
  writeId(row, run.parentRunId);
  row.text(run.dottedOrder ?? '');
  row.u8(isRoot(key, run) ? 1 : 0);
  row.text(run.runType ?? 'chain');
  row.text(run.status);
  row.text(run.name ?? '');
  row.text(run.error ?? '');
  row.texts(run.tags ?? noTexts);
  writeMetadata(row, run.metadata);
  row.text(run.threadId ?? '');
  row.text(run.model ?? '');
  writeUsage(row, run.usage);
  writeCost(row, run.costUsd, price);
  row.text(run.inputsPreview ?? '');
  row.text(run.outputsPreview ?? '');
  row.u32(run.inputsBytes ?? 0);
  row.u32(run.outputsBytes ?? 0);
  writeId(row, run.referenceExampleId);
  row.texts(run.warnings ?? noTexts);
  row.text(run.attachments ? JSON.stringify(run.attachments) : '');
  row.u8(run.isPartial ? 1 : 0);
  row.instantUs(run.acceptedAtUs);
  row.u64big(run.version);
  row.u16(expiryDay);
}

const noTexts: readonly string[] = [];

function writeId(row: RowEncoder, id: string | null | undefined): void {
  if (id) row.uuid(id);
  else row.nilUuid();
}

/** Also a run that says it has no parent, though its trace has another root: shown rather than lost. */
const isRoot = (key: RunKey, run: RunState) =>
  key.runId === key.traceId || run.parentRunId === null;

function writeMetadata(row: RowEncoder, metadata: Record<string, string> | undefined): void {
  if (!metadata) return row.count(0);
  const keys = Object.keys(metadata);
  row.count(keys.length);
  for (const key of keys) {
    row.text(key);
    row.text(metadata[key]!);
  }
}

function writeUsage(row: RowEncoder, usage: Record<string, number> | undefined): void {
  if (!usage) {
    row.u8(0);
    row.u64(0);
    row.u64(0);
    row.u64(0);
    row.count(0);
    return;
  }
  const { input_tokens: prompt = 0, output_tokens: completion = 0 } = usage;
  const keys = Object.keys(usage);
  row.u8(keys.length > 0 ? 1 : 0);
  row.u64(prompt);
  row.u64(completion);
  row.u64(usage['total_tokens'] ?? prompt + completion);
  row.count(keys.length);
  for (const key of keys) {
    row.text(key);
    row.u64(usage[key]!);
  }
}
