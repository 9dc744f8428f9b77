import { instantUs, int, join, sql, texts, uuids } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { conjuncts } from '@runlight/run-model';
import type { RunFilter } from '@runlight/run-model';
import type { FeedbackAverage } from '../../__generated__/resolvers.ts';
import { compileFilter } from '@runlight/clickhouse/run-filter';
import type { Tenant } from '../runs/tenant.ts';
import type { Buckets } from './buckets.ts';
import { groupText, overlaps } from './groups.ts';
import type { GroupKey } from './groups.ts';
import { cellColumns, selectFolded, selectFromRows } from './measures.ts';
import type { Spread } from './measures.ts';
import { coveringIn, repeatsIn } from './repeats-sql.ts';
import { needsUsage, rowsSql } from './rows-sql.ts';
import type { RowsOptions, UsageScope } from './rows-sql.ts';
import type { Figure } from './wanted.ts';

/** Figures to work out: of which runs, by what. */
export interface MetricsQuery {
  /** Absent takes the whole workspace. */
  projectIds: string[] | undefined;
  filter: RunFilter;
  fromUs: number;
  toUs: number;
  buckets: Buckets;
  groups: GroupKey[];
  top: number;
  wanted: ReadonlySet<Figure>;
}

/** A folded cell: of one bucket or of all, of one group or of all. */
export interface Folded {
  /** Beginning of the bucket; undefined over the whole time. */
  bucketUs: number | undefined;
  /** Text of the group (`readGroupText`), empty for the rest; undefined over all groups. */
  group: string | undefined;
  raw: Record<string, unknown>;
  feedback: FeedbackAverage[];
}

const maxFeedbackKeys = 50;

export type MetricsStore = ReturnType<typeof createMetricsStore>;

export function createMetricsStore(tenant: Tenant) {
  function scopeOf({ projectIds, fromUs, toUs }: MetricsQuery): Sql {
    return sql`${inProjects(tenant, projectIds)}
  AND trace_start >= ${instantUs(fromUs)} AND trace_start < ${instantUs(toUs)}`;
  }

  /** What is known only once the store was asked: whether anything repeats. */
  async function repeatsOf(query: MetricsQuery): Promise<Sql | undefined> {
    if (!needsUsage(query.wanted)) return undefined;
    const scope = scopeOf(query);
    const found = await tenant.rows(
      'metricsRepeats',
      sql`${coveringIn(scope)} LIMIT 1`,
      () => true,
    );
    return found.length > 0 ? repeatsIn(scope) : undefined;
  }

  function rowsOf(query: MetricsQuery, repeats?: Sql): RowsOptions {
    const scope = scopeOf(query);
    return {
      scope,
      matches: compileFilter(query.filter, { workspace: tenant.inWorkspace, rows: scope }),
      usage: usageScope(query.filter),
      repeats,
      buckets: query.buckets,
      group: groupText(query.groups),
      wanted: query.wanted,
    };
  }

  /** Texts of the groups with the most runs. */
  function topGroups(query: MetricsQuery): Promise<string[]> {
    return tenant.rows(
      'metricsTopGroups',
      sql`SELECT g, count() AS runs FROM (${rowsSql({ ...rowsOf(query), wanted: new Set() })})
GROUP BY g ORDER BY runs DESC, g LIMIT ${int(query.top)}`,
      (raw) => raw['g'] as string,
    );
  }

  async function foldCells(query: MetricsQuery, top: readonly string[]): Promise<Folded[]> {
    const isGrouped = query.groups.length > 0;
    const columns = cellColumns(query.wanted, { spread: 'exact' satisfies Spread, isGrouped });
    const cells = sql`SELECT bucket, g, ${selectFromRows(columns)}
FROM (${rowsSql(rowsOf(query, await repeatsOf(query)))}) GROUP BY bucket, g`;
    return tenant.rows(
      'metrics',
      sql`SELECT ${positionColumns(isGrouped)}, ${selectFolded(columns)}
FROM (SELECT *${isGrouped ? sql`, ${topOrRest(top)} AS gg` : sql``} FROM (${cells}))
GROUP BY GROUPING SETS (${groupingSets(isGrouped)})`,
      (raw) => readFolded(raw, isGrouped),
    );
  }

  /** Judgements of the runs, folded as the cells. */
  async function foldFeedback(query: MetricsQuery, top: readonly string[]): Promise<Folded[]> {
    const isGrouped = query.groups.length > 0;
    const rows = rowsSql({ ...rowsOf(query), wanted: new Set() });
    const judged = await tenant.rows(
      'metricsFeedback',
      sql`SELECT ${positionColumns(isGrouped)}, key,
  count() AS judgements, countIf(has_score = 1) AS scored, sumIf(score, has_score = 1) AS scores
FROM (SELECT bucket, id${isGrouped ? sql`, ${topOrRest(top)} AS gg` : sql``} FROM (${rows})) AS run
INNER JOIN (SELECT run_id, toString(key) AS key, has_score, score FROM feedback FINAL
  WHERE ${tenant.inWorkspace}) AS judged ON run.id = judged.run_id
GROUP BY GROUPING SETS (${join(setsOf(isGrouped).map((set) => sql`(${join([...set, sql`key`])})`))})
ORDER BY judgements DESC, key`,
      (raw) => ({ ...readFolded(raw, isGrouped), average: readAverage(raw) }),
    );
    return mergeAverages(judged);
  }

  async function fold(query: MetricsQuery, top: readonly string[]): Promise<Folded[]> {
    const [cells, judged] = await Promise.all([
      foldCells(query, top),
      query.wanted.has('feedback') ? foldFeedback(query, top) : [],
    ]);
    return withFeedback(cells, judged);
  }

  return {
    /**
     * Cells by bucket and group, their totals, and the top groups. Scans the time range, reading what
     * the wanted figures need.
     */
    async metrics(query: MetricsQuery): Promise<{ top: string[]; folded: Folded[] }> {
      const top = query.groups.length > 0 ? await topGroups(query) : [];
      if (!overlaps(query.groups)) return { top, folded: await fold(query, top) };
      const [byGroup, total] = await Promise.all([
        fold(query, top),
        fold({ ...query, groups: [] }, []),
      ]);
      return {
        top,
        folded: [
          ...byGroup.filter(({ group }) => group !== undefined),
          ...total.map((cell) => ({ ...cell, group: undefined })),
        ],
      };
    },

    /** Start of the oldest trace; undefined when there is none. */
    async oldestTraceStartUs(projectIds: string[] | undefined): Promise<number | undefined> {
      // For one project the first granule of each part says so.
      const oldest =
        projectIds?.length === 1
          ? sql`SELECT toUnixTimestamp64Micro(trace_start) AS us FROM runs
WHERE ${inProjects(tenant, projectIds)} ORDER BY workspace_id, project_id, trace_start LIMIT 1`
          : sql`SELECT toUnixTimestamp64Micro(min(trace_start)) AS us FROM runs
WHERE ${inProjects(tenant, projectIds)} HAVING count() > 0`;
      const [us] = await tenant.rows('metricsOldest', oldest, (raw) => Number(raw['us']));
      return us;
    },
  };
}

function usageScope(filter: RunFilter): UsageScope {
  const parts = conjuncts(filter).filter((part) => part.kind !== 'and' || part.filters.length > 0);
  if (parts.length === 0) return 'all';
  return parts.some((part) => part.kind === 'isRoot' && part.value) ? 'traces' : 'some';
}

/** Any of these projects; without them the whole workspace. */
const inProjects = (tenant: Tenant, ids: readonly string[] | undefined): Sql => {
  const [only] = ids ?? [];
  if (!ids) return tenant.inWorkspace;
  return ids.length === 1
    ? tenant.inProject(only!)
    : sql`${tenant.inWorkspace} AND project_id IN ${uuids(ids)}`;
};

/** The group itself, or the empty text for the rest. */
const topOrRest = (top: readonly string[]): Sql => sql`if(has(${texts(top)}, g), g, '')`;

/** Where a folded cell belongs. */
const positionColumns = (isGrouped: boolean): Sql =>
  isGrouped
    ? sql`bucket, grouping(bucket) AS over_time, gg, grouping(gg) AS over_groups`
    : sql`bucket, grouping(bucket) AS over_time`;

const setsOf = (isGrouped: boolean): Sql[][] =>
  isGrouped ? [[], [sql`bucket`], [sql`gg`], [sql`bucket`, sql`gg`]] : [[], [sql`bucket`]];

const groupingSets = (isGrouped: boolean): Sql =>
  join(setsOf(isGrouped).map((set) => sql`(${join(set)})`));

function readFolded(raw: Record<string, unknown>, isGrouped: boolean): Folded {
  const overTime = Number(raw['over_time']) === 1;
  const overGroups = !isGrouped || Number(raw['over_groups']) === 1;
  return {
    bucketUs: overTime ? undefined : Number(raw['bucket']),
    group: overGroups ? undefined : (raw['gg'] as string),
    raw,
    feedback: [],
  };
}

function readAverage(raw: Record<string, unknown>): FeedbackAverage {
  const scored = Number(raw['scored']);
  return {
    key: raw['key'] as string,
    count: Number(raw['judgements']),
    average: scored === 0 ? null : Number(raw['scores']) / scored,
  };
}

export const cellName = ({ bucketUs, group }: Pick<Folded, 'bucketUs' | 'group'>): string =>
  JSON.stringify([bucketUs ?? null, group ?? null]);

function mergeAverages(judged: (Folded & { average: FeedbackAverage })[]): Folded[] {
  return [...Map.groupBy(judged, cellName).values()].map((rows) => ({
    ...rows[0]!,
    feedback: rows.slice(0, maxFeedbackKeys).map(({ average }) => average),
  }));
}

function withFeedback(cells: Folded[], judged: Folded[]): Folded[] {
  const byCell = new Map(judged.map((cell) => [cellName(cell), cell.feedback]));
  return cells.map((cell) => ({ ...cell, feedback: byCell.get(cellName(cell)) ?? [] }));
}
