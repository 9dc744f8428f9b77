import { sql } from '@runlight/clickhouse';
import type { Attachment, FilterSubject, RunKey, RunStatus, RunType } from '@runlight/run-model';

/** A row of `runs` as the rest of the subgraph sees it; live events take the same shape. */
export interface RunRow {
  key: RunKey;
  /** null for a root. */
  parentRunId: string | null;
  name: string;
  runType: RunType;
  status: RunStatus;
  isRoot: boolean;
  /** Only an update has arrived. */
  isPartial: boolean;
  startTimeUs: number;
  endTimeUs: number | undefined;
  firstTokenTimeUs: number | undefined;
  dottedOrder: string;
  /** First 2 KiB; empty when there is none, as are `threadId` and `model`. */
  error: string;
  threadId: string;
  model: string;
  tags: string[];
  metadata: Record<string, string>;
  /** What the run itself reports. */
  usage: TokenUsage | undefined;
  costUsd: number | undefined;
  inputsPreview: string;
  outputsPreview: string;
  inputsBytes: number;
  outputsBytes: number;
  warnings: string[];
  /** By name. */
  attachments: Record<string, Attachment>;
  referenceExampleId: string | undefined;
  /** When its first operation was accepted; unknown of a run that is not stored yet. */
  acceptedAtUs: number | undefined;
}

export interface TokenUsage {
  prompt: number;
  completion: number;
  total: number;
  /** All counts by the names of LangSmith's usage_metadata, details flattened with a dot. */
  details: Record<string, number>;
}

export const nilUuid = '00000000-0000-0000-0000-000000000000';

/** The key of a run; times get other names, or the alias would shadow the column in conditions. */
export const keyColumns = sql`project_id, toUnixTimestamp64Micro(trace_start) AS trace_start_us, trace_id, id`;

/** Everything about a run but its payloads. */
export const runColumns = sql`${keyColumns}, parent_run_id, name, run_type, status, is_root, is_partial,
  toUnixTimestamp64Micro(start_time) AS start_time_us,
  toUnixTimestamp64Micro(end_time) AS end_time_us,
  toUnixTimestamp64Micro(first_token_time) AS first_token_time_us,
  dotted_order, error, thread_id, model, tags, metadata,
  has_usage, prompt_tokens, completion_tokens, total_tokens, usage, has_cost, total_cost,
  inputs_preview, outputs_preview, inputs_bytes, outputs_bytes, warnings, attachments,
  reference_example_id, toUnixTimestamp64Micro(accepted_at) AS accepted_at_us`;

type Raw = Record<string, unknown>;

export function parseKey(raw: Raw, workspaceId: string): RunKey {
  return {
    workspaceId,
    projectId: raw['project_id'] as string,
    traceStartUs: Number(raw['trace_start_us']),
    traceId: raw['trace_id'] as string,
    runId: raw['id'] as string,
  };
}

/** A row selected with `runColumns`. The table's types vouch for those of the fields. */
export function parseRun(raw: Raw, workspaceId: string): RunRow {
  const key = parseKey(raw, workspaceId);
  return {
    key,
    parentRunId: known(raw['parent_run_id'] as string) ?? null,
    name: raw['name'] as string,
    runType: raw['run_type'] as RunType,
    status: raw['status'] as RunStatus,
    isRoot: raw['is_root'] === 1,
    isPartial: raw['is_partial'] === 1,
    startTimeUs: parseTime(raw['start_time_us']) ?? key.traceStartUs,
    endTimeUs: parseTime(raw['end_time_us']),
    firstTokenTimeUs: parseTime(raw['first_token_time_us']),
    dottedOrder: raw['dotted_order'] as string,
    error: raw['error'] as string,
    threadId: raw['thread_id'] as string,
    model: raw['model'] as string,
    tags: raw['tags'] as string[],
    metadata: raw['metadata'] as Record<string, string>,
    usage:
      raw['has_usage'] === 1
        ? {
            prompt: Number(raw['prompt_tokens']),
            completion: Number(raw['completion_tokens']),
            total: Number(raw['total_tokens']),
            details: parseCounts(raw['usage']),
          }
        : undefined,
    costUsd: raw['has_cost'] === 1 ? Number(raw['total_cost']) : undefined,
    inputsPreview: raw['inputs_preview'] as string,
    outputsPreview: raw['outputs_preview'] as string,
    inputsBytes: raw['inputs_bytes'] as number,
    outputsBytes: raw['outputs_bytes'] as number,
    warnings: raw['warnings'] as string[],
    attachments: parseAttachments(raw['attachments'] as string),
    referenceExampleId: known(raw['reference_example_id'] as string),
    acceptedAtUs: parseTime(raw['accepted_at_us']),
  };
}

const known = (id: string): string | undefined => (id === nilUuid ? undefined : id);

/** A `Map` of counts, which arrive as text. */
export function parseCounts(raw: unknown): Record<string, number> {
  return Object.fromEntries(
    Object.entries(raw as Record<string, string>).map(([name, count]) => [name, Number(count)]),
  );
}

/** Written by the worker as JSON; the empty text stands for none. */
function parseAttachments(text: string): Record<string, Attachment> {
  return text === '' ? {} : (JSON.parse(text) as Record<string, Attachment>);
}

/** Microseconds; the zero time stands for an absent one. */
export function parseTime(us: unknown): number | undefined {
  const value = Number(us);
  return value === 0 ? undefined : value;
}

/** From start to end in milliseconds; undefined while the run lasts, or when it ended before it began. */
export function latencyMs(run: Pick<RunRow, 'startTimeUs' | 'endTimeUs'>): number | undefined {
  const { startTimeUs, endTimeUs } = run;
  if (endTimeUs === undefined || endTimeUs < startTimeUs) return undefined;
  return (endTimeUs - startTimeUs) / 1000;
}

/** The run as filters see it, as far as its row goes: not for a filter that `needsStore`. */
export function filterSubject(run: RunRow): FilterSubject {
  const { key, startTimeUs, firstTokenTimeUs, usage } = run;
  return {
    ...run,
    id: key.runId,
    traceId: key.traceId,
    parentId: run.parentRunId ?? undefined,
    projectId: key.projectId,
    startedAtUs: startTimeUs,
    endedAtUs: run.endTimeUs,
    latencyMs: latencyMs(run),
    firstTokenMs: latencyMs({ startTimeUs, endTimeUs: firstTokenTimeUs }),
    totalTokens: usage?.total,
    promptTokens: usage?.prompt,
    completionTokens: usage?.completion,
    totalCostUsd: run.costUsd,
    promptCostUsd: undefined,
    completionCostUsd: undefined,
  };
}
