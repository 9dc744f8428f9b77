import { sql, uuids } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { RunKey } from '@runlight/run-model';
import type { TokenUsage } from './run-row.ts';
import { traceTuples } from './run-store.ts';
import type { Tenant, TraceKey } from './tenant.ts';

// Tokens and costs of a tree: what a run reports counts for everything below it, so that a parent
// that repeats the sum of its children does not double it. A run that reports nothing shows the sum
// of the topmost reporting runs below it.

export type UsageStore = ReturnType<typeof createUsageStore>;

export function createUsageStore(tenant: Tenant) {
  const below = async <T>(
    name: string,
    runs: readonly RunKey[],
    { columns, isReported, sums, parse }: Measure<T>,
  ): Promise<Map<string, T>> => {
    const scope = sql`${tenant.inWorkspace} AND (project_id, trace_start, trace_id) IN ${traceTuples(runs)}`;
    const targets = uuids(runs.map(({ runId }) => runId));
    const rows = await tenant.rows(
      name,
      sql`WITH reporting AS (SELECT id FROM runs FINAL WHERE ${scope} AND ${isReported})
SELECT counted_by, ${sums} FROM (
  SELECT ${columns}, arraySlice(${ancestors}, arrayLastIndex(a -> a IN reporting, ${ancestors}) + 1) AS silent
  FROM runs FINAL WHERE ${scope} AND ${isReported}
) ARRAY JOIN arrayFilter(a -> a IN ${targets}, silent) AS counted_by
GROUP BY counted_by`,
      (raw) => [raw['counted_by'] as string, parse(raw)] as const,
    );
    return new Map(rows);
  };

  const ofTrace = async <T>(
    name: string,
    trace: TraceKey,
    { isReported, sums, parse }: Measure<T>,
  ): Promise<T | undefined> => {
    const scope = sql`${tenant.inTrace(trace)} AND ${isReported}`;
    const rows = await tenant.rows(
      name,
      sql`WITH reporting AS (SELECT id FROM runs FINAL WHERE ${scope})
SELECT count() AS count, ${sums} FROM runs FINAL
WHERE ${scope} AND NOT arrayExists(a -> a IN reporting, ${ancestors})`,
      (raw) => (Number(raw['count']) === 0 ? undefined : parse(raw)),
    );
    return rows[0];
  };

  return {
    /** By run id; runs with nothing reported below them are missing. Reads their traces, narrowly. */
    tokensBelow: (runs: readonly RunKey[]) => below('tokensBelow', runs, tokens),
    costsBelow: (runs: readonly RunKey[]) => below('costsBelow', runs, costs),
    /** Of all runs of the trace; undefined when none reports any. */
    tokensOfTrace: (trace: TraceKey) => ofTrace('tokensOfTrace', trace, tokens),
    costOfTrace: (trace: TraceKey) => ofTrace('costOfTrace', trace, costs),
  };
}

/** Something that runs report and that adds up. */
interface Measure<T> {
  columns: Sql;
  isReported: Sql;
  sums: Sql;
  parse: (raw: Record<string, unknown>) => T;
}

const tokens: Measure<TokenUsage> = {
  columns: sql`prompt_tokens, completion_tokens, total_tokens`,
  isReported: sql`has_usage = 1`,
  sums: sql`sum(prompt_tokens) AS prompt, sum(completion_tokens) AS completion, sum(total_tokens) AS total`,
  parse: (raw) => ({
    prompt: Number(raw['prompt']),
    completion: Number(raw['completion']),
    total: Number(raw['total']),
  }),
};

const costs: Measure<number> = {
  columns: sql`total_cost`,
  isReported: sql`has_cost = 1`,
  sums: sql`sum(total_cost) AS cost`,
  parse: (raw) => Number(raw['cost']),
};

/** Ids of the runs above, outermost first, from `dotted_order`; without one only root and parent are known. */
const ancestors = sql`if(dotted_order = '', [trace_id, parent_run_id],
    arrayPopBack(arrayMap(step -> toUUIDOrZero(right(step, 36)), splitByChar('.', dotted_order))))`;
