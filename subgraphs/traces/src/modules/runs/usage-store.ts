import { int, sql, text, uuids } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { RunKey } from '@runlight/run-model';
import { traceTuples } from './run-store.ts';
import { sumBelow, sumOfTopmost } from './usage-by-links.ts';
import type { LinkedRun } from './usage-by-links.ts';
import {
  ancestors,
  costs,
  isLoose,
  maxLinkedRuns,
  nobody,
  parent,
  tokens,
} from './usage-measures.ts';
import type { Measure } from './usage-measures.ts';
import type { Tenant, TraceKey } from './tenant.ts';

// Tokens and costs of a tree: what a run reports counts for everything below it, so that a parent
// that repeats the sum of its children does not double it. A run that reports nothing shows the sum
// of the topmost reporting runs below it.

export type UsageStore = ReturnType<typeof createUsageStore>;

export function createUsageStore(tenant: Tenant) {
  /** Every run of the traces with its parent; for those whose `dotted_order` does not say who is above. */
  const linked = <T>(name: string, scope: Sql, { isReported, sums, parse }: Measure<T>) =>
    tenant.rows(
      `${name}ByLinks`,
      sql`SELECT id, ${parent} AS parent, max(${isReported}) AS is_reported, ${sums}
FROM runs FINAL WHERE ${scope} GROUP BY id, parent LIMIT ${int(maxLinkedRuns)}`,
      (raw): LinkedRun<T> => ({
        id: raw['id'] as string,
        parentId: raw['parent'] as string,
        reported: Number(raw['is_reported']) === 1 ? parse(raw) : undefined,
      }),
    );

  const below = async <T>(name: string, runs: readonly RunKey[], measure: Measure<T>) => {
    const { columns, isReported, sums, parse } = measure;
    const scope = sql`${tenant.inWorkspace} AND (project_id, trace_start, trace_id) IN ${traceTuples(runs)}`;
    const targets = new Set(runs.map(({ runId }) => runId));
    const rows = await tenant.rows(
      name,
      sql`WITH reporting AS (SELECT id FROM runs FINAL WHERE ${scope} AND ${isReported})
SELECT counted_by, ${sums} FROM (
  SELECT ${columns}, if(${isLoose}, [toUUID(${text(nobody)})],
    arraySlice(${ancestors}, arrayLastIndex(a -> a IN reporting, ${ancestors}) + 1)) AS silent
  FROM runs FINAL WHERE ${scope} AND ${isReported}
) ARRAY JOIN arrayFilter(a -> a IN ${uuids([nobody, ...targets])}, silent) AS counted_by
GROUP BY counted_by`,
      (raw) => [raw['counted_by'] as string, parse(raw)] as const,
    );
    const sumsByRun = new Map(rows);
    if (!sumsByRun.has(nobody)) return sumsByRun;
    return sumBelow(await linked(name, scope, measure), targets, measure.add);
  };

  const ofTraces = async <T>(name: string, traces: readonly TraceKey[], measure: Measure<T>) => {
    const { isReported, sums, parse } = measure;
    const scope = sql`${tenant.inWorkspace} AND (project_id, trace_start, trace_id) IN ${traceTuples(traces)}`;
    const rows = await tenant.rows(
      name,
      sql`WITH reporting AS (SELECT id FROM runs FINAL WHERE ${scope} AND ${isReported})
SELECT project_id, trace_id, countIf(${isLoose}) AS loose, ${sums} FROM runs FINAL
WHERE ${scope} AND ${isReported} AND NOT arrayExists(a -> a IN reporting, ${ancestors})
GROUP BY project_id, trace_id`,
      (raw) => ({
        trace: traceText(raw['project_id'] as string, raw['trace_id'] as string),
        isLoose: Number(raw['loose']) > 0,
        sum: parse(raw),
      }),
    );
    const found = new Map(rows.map(({ trace, sum }) => [trace, sum]));
    const loose = new Set(rows.filter((row) => row.isLoose).map(({ trace }) => trace));
    for (const trace of traces) {
      const text = traceText(trace.projectId, trace.traceId);
      if (!loose.has(text)) continue;
      const sum = sumOfTopmost(await linked(name, tenant.inTrace(trace), measure), measure.add);
      if (sum !== undefined) found.set(text, sum);
    }
    return found;
  };

  return {
    /** By run id; runs with nothing reported below them are missing. Reads their traces, narrowly. */
    tokensBelow: (runs: readonly RunKey[]) => below('tokensBelow', runs, tokens),
    costsBelow: (runs: readonly RunKey[]) => below('costsBelow', runs, costs),
    /** Of all runs of each trace, by `traceText`; traces in which none reports any are missing. */
    tokensOfTraces: (traces: readonly TraceKey[]) => ofTraces('tokensOfTraces', traces, tokens),
    costOfTraces: (traces: readonly TraceKey[]) => ofTraces('costOfTraces', traces, costs),
  };
}

/** A trace of the workspace as a key of maps. */
export const traceText = (projectId: string, traceId: string): string => `${projectId} ${traceId}`;
