import { int, sql, texts } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { TokenUsage } from './run-row.ts';
import type { Tenant } from './tenant.ts';
import { sumOfTopmost } from './usage-by-links.ts';
import type { LinkedRun } from './usage-by-links.ts';
import { ancestors, costs, isLoose, maxLinkedRuns, parent, tokens } from './usage-measures.ts';
import type { Measure } from './usage-measures.ts';

/** Traces by group, of one project. */
export interface TraceGroups {
  /** Condition on the runs of all these traces. */
  scope: Sql;
  /** A SELECT of `group_id`, `trace_start` and `trace_id`: which groups a trace belongs to. */
  groups: Sql;
}

/** Sums over whole traces by group, in each trace of the topmost runs that report. */
export function createTopmost(tenant: Tenant) {
  return {
    tokens: (name: string, groups: TraceGroups): Promise<Map<string, TokenUsage>> =>
      sumByGroup(tenant, name, groups, tokens),
    costs: (name: string, groups: TraceGroups): Promise<Map<string, number>> =>
      sumByGroup(tenant, name, groups, costs),
  };
}

async function sumByGroup<T>(
  tenant: Tenant,
  name: string,
  { scope, groups }: TraceGroups,
  measure: Measure<T>,
): Promise<Map<string, T>> {
  const { columns, isReported, sums, parse, add } = measure;
  const rows = await tenant.rows(
    name,
    sql`WITH reporting AS (SELECT id FROM runs FINAL WHERE ${scope} AND ${isReported})
SELECT group_id, countIf(is_loose) AS loose, ${sums} FROM (
  SELECT trace_start, trace_id, ${isLoose} AS is_loose, ${columns} FROM runs FINAL
  WHERE ${scope} AND ${isReported} AND NOT arrayExists(a -> a IN reporting, ${ancestors})
) AS topmost INNER JOIN (${groups}) AS traces USING (trace_start, trace_id) GROUP BY group_id`,
    (raw) => ({
      id: raw['group_id'] as string,
      isLoose: Number(raw['loose']) > 0,
      sum: parse(raw),
    }),
  );
  const found = new Map(rows.map(({ id, sum }) => [id, sum]));
  const loose = rows.filter((row) => row.isLoose).map(({ id }) => id);
  if (loose.length === 0) return found;
  for (const [id, runs] of await linkedByGroup(tenant, name, { scope, groups }, measure, loose)) {
    const sum = sumOfTopmost(runs, add);
    if (sum !== undefined) found.set(id, sum);
  }
  return found;
}

/** All runs of these groups with their parents, where `dotted_order` does not say who is above. */
async function linkedByGroup<T>(
  tenant: Tenant,
  name: string,
  { scope, groups }: TraceGroups,
  { columns, isReported, sums, parse }: Measure<T>,
  ids: readonly string[],
): Promise<Map<string, LinkedRun<T>[]>> {
  const rows = await tenant.rows(
    `${name}ByLinks`,
    sql`SELECT group_id, id, parent, max(reports) AS is_reported, ${sums} FROM (
  SELECT trace_start, trace_id, id, ${parent} AS parent, ${isReported} AS reports, ${columns}
  FROM runs FINAL WHERE ${scope}
) AS linked INNER JOIN (${groups}) AS traces USING (trace_start, trace_id)
WHERE group_id IN ${texts(ids)} GROUP BY group_id, id, parent LIMIT ${int(maxLinkedRuns)}`,
    (raw) => ({
      group: raw['group_id'] as string,
      run: {
        id: raw['id'] as string,
        parentId: raw['parent'] as string,
        reported: Number(raw['is_reported']) === 1 ? parse(raw) : undefined,
      },
    }),
  );
  const byGroup = Map.groupBy(rows, ({ group }) => group);
  return new Map([...byGroup].map(([group, found]) => [group, found.map(({ run }) => run)]));
}
