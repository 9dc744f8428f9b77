import { int, sql, text, uuids } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { RunKey } from '@runlight/run-model';
import { traceTuples } from './run-store.ts';
import { sumBelow, sumOfTopmost } from './usage-by-links.ts';
import {
  ancestors,
  costs,
  isLoose,
  maxLinkedRuns,
  nobody,
  parent,
  tokens,
} from './usage-measures.ts';
import type { TokenUsage } from './run-row.ts';
import type { Tenant, TraceKey } from './tenant.ts';

// Tokens and costs of a tree: what a run reports counts for everything below it, so that a parent
// that repeats the sum of its children does not double it. A run that reports nothing shows the sum
// of the topmost reporting runs below it. Each is counted by itself: a run may report one of the two.
// Both come from one statement, as they are mostly shown together and cost the same reading.

/** What a tree reports; undefined for what nobody in it does. */
export interface ReportedUsage {
  tokens: TokenUsage | undefined;
  costUsd: number | undefined;
}

export type UsageStore = ReturnType<typeof createUsageStore>;

export function createUsageStore(tenant: Tenant) {
  const inTraces = (keys: readonly TraceKey[]): Sql =>
    sql`${tenant.inWorkspace} AND (project_id, trace_start, trace_id) IN ${traceTuples(keys)}`;

  /** Every run of the traces with its parent; for those whose `dotted_order` does not say who is above. */
  const linkedRuns = async (scope: Sql) => {
    const rows = await tenant.rows(
      'usageByLinks',
      sql`SELECT id, ${parent} AS parent, countIf(${tokens.isReported}) AS usage_count, ${tokens.sums},
  countIf(${costs.isReported}) AS cost_count, ${costs.sums}
FROM runs FINAL WHERE ${scope} GROUP BY id, parent LIMIT ${int(maxLinkedRuns)}`,
      (raw) => ({
        id: raw['id'] as string,
        parentId: raw['parent'] as string,
        ...parseUsage(raw),
      }),
    );
    return {
      tokens: rows.map((row) => ({ ...row, reported: row.tokens })),
      costs: rows.map((row) => ({ ...row, reported: row.costUsd })),
    };
  };

  const belowByLinks = async (scope: Sql, targets: ReadonlySet<string>) => {
    const linked = await linkedRuns(scope);
    const tokensBelow = sumBelow(linked.tokens, targets, tokens.add);
    const costsBelow = sumBelow(linked.costs, targets, costs.add);
    return new Map(
      [...targets].map((id): [string, ReportedUsage] => [
        id,
        { tokens: tokensBelow.get(id), costUsd: costsBelow.get(id) },
      ]),
    );
  };

  return {
    /** By run id; runs with nothing reported below them are missing. Reads their traces, narrowly. */
    below: async (runs: readonly RunKey[]): Promise<Map<string, ReportedUsage>> => {
      const scope = inTraces(runs);
      const targets = new Set(runs.map(({ runId }) => runId));
      const rows = await tenant.rows(
        'usageBelow',
        sql`${reporting(scope)}
SELECT counted.1 AS counted_by, ${sumsWhere(sql`counted.2 = 1`, sql`counted.2 = 2`)} FROM (
  SELECT prompt_tokens, completion_tokens, total_tokens, usage, total_cost,
    arrayConcat(${silentAbove(sql`with_usage`, tokens.isReported, 1)},
      ${silentAbove(sql`with_cost`, costs.isReported, 2)}) AS silent
  FROM runs FINAL WHERE ${scope} AND (${tokens.isReported} OR ${costs.isReported})
) ARRAY JOIN arrayFilter(a -> a.1 IN ${uuids([nobody, ...targets])}, silent) AS counted
GROUP BY counted_by`,
        (raw) => [raw['counted_by'] as string, parseUsage(raw)] as const,
      );
      const found = new Map(rows);
      return found.has(nobody) ? belowByLinks(scope, targets) : found;
    },

    /** Of all runs of each trace, by `traceText`; traces in which none reports any are missing. */
    ofTraces: async (traces: readonly TraceKey[]): Promise<Map<string, ReportedUsage>> => {
      const scope = inTraces(traces);
      const [usage, cost] = [
        isTopmost(sql`with_usage`, tokens.isReported),
        isTopmost(sql`with_cost`, costs.isReported),
      ];
      const rows = await tenant.rows(
        'usageOfTraces',
        sql`${reporting(scope)}
SELECT project_id, trace_id, countIf(${isLoose}) AS loose, ${sumsWhere(usage, cost)}
FROM runs FINAL WHERE ${scope} AND (${tokens.isReported} OR ${costs.isReported})
GROUP BY project_id, trace_id`,
        (raw) => ({
          trace: traceText(raw['project_id'] as string, raw['trace_id'] as string),
          isLoose: Number(raw['loose']) > 0,
          usage: parseUsage(raw),
        }),
      );
      const found = new Map(rows.map(({ trace, usage: sum }) => [trace, sum]));
      const loose = new Set(rows.filter((row) => row.isLoose).map(({ trace }) => trace));
      for (const trace of traces) {
        const text = traceText(trace.projectId, trace.traceId);
        if (!loose.has(text)) continue;
        const linked = await linkedRuns(tenant.inTrace(trace));
        found.set(text, {
          tokens: sumOfTopmost(linked.tokens, tokens.add),
          costUsd: sumOfTopmost(linked.costs, costs.add),
        });
      }
      return found;
    },
  };
}

/** The runs of the scope that report, as sets for `IN`. */
const reporting = (scope: Sql): Sql =>
  sql`WITH with_usage AS (SELECT id FROM runs FINAL WHERE ${scope} AND ${tokens.isReported}),
  with_cost AS (SELECT id FROM runs FINAL WHERE ${scope} AND ${costs.isReported})`;

/** The runs above that show what this one reports, each with the number of the measure. */
const silentAbove = (set: Sql, isReported: Sql, measure: number): Sql =>
  sql`arrayMap(a -> (a, ${int(measure)}), if(NOT (${isReported}), [], if(${isLoose}, [toUUID(${text(nobody)})],
      arraySlice(${ancestors}, arrayLastIndex(a -> a IN ${set}, ${ancestors}) + 1))))`;

const isTopmost = (set: Sql, isReported: Sql): Sql =>
  sql`(${isReported} AND NOT arrayExists(a -> a IN ${set}, ${ancestors}))`;

const sumsWhere = (usage: Sql, cost: Sql): Sql =>
  sql`countIf(${usage}) AS usage_count, sumIf(prompt_tokens, ${usage}) AS prompt,
  sumIf(completion_tokens, ${usage}) AS completion, sumIf(total_tokens, ${usage}) AS total,
  sumMapIf(usage, ${usage}) AS details, countIf(${cost}) AS cost_count, sumIf(total_cost, ${cost}) AS cost`;

const parseUsage = (raw: Record<string, unknown>): ReportedUsage => ({
  tokens: Number(raw['usage_count']) > 0 ? tokens.parse(raw) : undefined,
  costUsd: Number(raw['cost_count']) > 0 ? costs.parse(raw) : undefined,
});

/** A trace of the workspace as a key of maps. */
export const traceText = (projectId: string, traceId: string): string => `${projectId} ${traceId}`;
