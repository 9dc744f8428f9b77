import { sql, text } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { parseCounts } from './run-row.ts';
import type { TokenUsage } from './run-row.ts';

// What adds up over a tree, and how a row says what is above it.

/** Something that runs report and that adds up. */
export interface Measure<T> {
  columns: Sql;
  isReported: Sql;
  sums: Sql;
  parse: (raw: Record<string, unknown>) => T;
  add: (a: T, b: T) => T;
}

export const tokens: Measure<TokenUsage> = {
  columns: sql`prompt_tokens, completion_tokens, total_tokens, usage`,
  isReported: sql`has_usage = 1`,
  sums: sql`sum(prompt_tokens) AS prompt, sum(completion_tokens) AS completion, sum(total_tokens) AS total,
  sumMap(usage) AS details`,
  parse: (raw) => ({
    prompt: Number(raw['prompt']),
    completion: Number(raw['completion']),
    total: Number(raw['total']),
    details: parseCounts(raw['details']),
  }),
  add: (a, b) => ({
    prompt: a.prompt + b.prompt,
    completion: a.completion + b.completion,
    total: a.total + b.total,
    details: addCounts(a.details, b.details),
  }),
};

function addCounts(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const sum = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

export const costs: Measure<number> = {
  columns: sql`total_cost`,
  isReported: sql`has_cost = 1`,
  sums: sql`sum(total_cost) AS cost`,
  parse: (raw) => Number(raw['cost']),
  add: (a, b) => a + b,
};

/** Whether a run reports it, by the name of the sorting. */
export const isReportedOf = {
  TOTAL_TOKENS: tokens.isReported,
  TOTAL_COST: costs.isReported,
};

/** More than the largest trace that is shown. */
export const maxLinkedRuns = 100_000;

/** No run has this id: stands for "above it is somebody that its `dotted_order` does not name". */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** A run of which only an update came may know no more than its trace. */
export const parent = sql`if(dotted_order = '' AND parent_run_id = toUUID(${text(nobody)}), trace_id, parent_run_id)`;

/** Stands below somebody that its `dotted_order` does not name (OpenTelemetry). */
export const isLoose = sql`(position(dotted_order, '.') = 0 AND ${parent} NOT IN (id, toUUID(${text(nobody)})))`;

/** Ids of the runs above, outermost first. */
export const ancestors = sql`arrayPopBack(arrayMap(step -> toUUIDOrZero(right(step, 36)), splitByChar('.', dotted_order)))`;
