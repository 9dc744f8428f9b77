import { instantUs, int, join, sql } from '@runlight/clickhouse';
import { compileFilter } from '@runlight/clickhouse/run-filter';
import type { Sql } from '@runlight/clickhouse';
import {
  bucketOf,
  cellColumns,
  coveringIn,
  hourUs,
  isSpread,
  needsUsage,
  repeatsIn,
  rowsSql,
  selectFolded,
  selectFromRows,
  traceStartUs,
} from '@runlight/run-metrics';
import type { CellColumn, Figure, RowsOptions } from '@runlight/run-metrics';
import type { Tenant } from '../runs/tenant.ts';
import { mergeAverages, readAverage, withFeedback } from './feedback.ts';
import { groupingSets, positionColumns, readFolded, topOrRest } from './folding.ts';
import type { Folded } from './folding.ts';
import { groupText, overlaps } from './groups.ts';
import type { Range } from './hour-ranges.ts';
import { createHoursStore, cellsOf } from './hours-store.ts';
import type { Coverage } from './hours-store.ts';
import type { MetricsQuery } from './metrics-query.ts';
import { chooseSource, isWhole, usageOf } from './source.ts';
import type { Source } from './source.ts';

export interface MetricsAnswer {
  /** Texts of the groups with the most runs. */
  top: string[];
  folded: Folded[];
  /** Percentiles are those of digests. */
  isEstimated: boolean;
}

export type MetricsStore = ReturnType<typeof createMetricsStore>;

export function createMetricsStore(tenant: Tenant, coverage: Coverage) {
  const hours = createHoursStore(tenant, coverage);

  /** Runs of traces that started in one of the ranges. */
  function scopeOf({ projectIds }: MetricsQuery, ranges: readonly Range[]): Sql {
    const conditions = ranges.map(
      ({ from, to }) => sql`(trace_start >= ${instantUs(from)} AND trace_start < ${instantUs(to)})`,
    );
    return sql`${tenant.inProjects(projectIds)}\n  AND (${join(conditions, sql` OR `)})`;
  }

  /** What is known only once the store was asked: whether anything repeats. */
  async function findRepeats(scope: Sql): Promise<Sql | undefined> {
    const found = await tenant.rows(
      'metricsRepeats',
      sql`${coveringIn(scope)} LIMIT 1`,
      () => true,
    );
    return found.length > 0 ? repeatsIn(scope) : undefined;
  }

  async function rowsOf(query: MetricsQuery, ranges: readonly Range[]): Promise<RowsOptions> {
    const scope = scopeOf(query, ranges);
    return {
      scope,
      matches: matching(query, scope),
      usage: usageOf(query.filter),
      repeats: needsUsage(query.wanted) ? await findRepeats(scope) : undefined,
      keys: sql`${bucketOf(query.buckets, traceStartUs)} AS bucket, ${groupText(query.groups)} AS g`,
      wanted: query.wanted,
    };
  }

  const matching = ({ filter }: MetricsQuery, rows: Sql): Sql =>
    compileFilter(filter, { workspace: tenant.inWorkspace, rows });

  /** Cells of sealed hours that match, in the columns of the others. */
  function sealedCells(query: MetricsQuery, sealed: readonly Range[], columns: CellColumn[]): Sql {
    const place = cellsOf(tenant, query.projectIds, sealed);
    return sql`SELECT ${bucketOf(query.buckets, sql`toInt64(hour) * ${int(hourUs)}`)} AS bucket,
  ${groupText(query.groups)} AS g, ${join(columns.map(({ name }) => name))}
FROM runs_hourly WHERE ${place} AND ${cellsInScope(query, place)}`;
  }

  /** One row for each hour where that will do. */
  function cellsInScope(query: MetricsQuery, place: Sql): Sql {
    const isOfTraces = usageOf(query.filter) === 'traces';
    if (isWhole(query))
      return isOfTraces ? sql`usage_scope = 'tracesHour'` : sql`usage_scope = 'allHour'`;
    const scope = isOfTraces ? sql`usage_scope = 'traces'` : sql`usage_scope = 'all'`;
    return sql`${scope} AND ${matching(query, place)}`;
  }

  async function cellsOfSource(
    query: MetricsQuery,
    source: Source,
    columns: CellColumn[],
  ): Promise<Sql> {
    const parts: Sql[] = [];
    if (source.sealed.length > 0) parts.push(sealedCells(query, source.sealed, columns));
    if (source.fresh.length > 0) {
      const rows = rowsSql(await rowsOf(query, source.fresh));
      parts.push(
        sql`SELECT bucket, g, ${selectFromRows(columns)} FROM (${rows}) GROUP BY bucket, g`,
      );
    }
    return join(parts, sql`\nUNION ALL\n`);
  }

  const columnsOf = ({ wanted, groups }: MetricsQuery, source: Source): CellColumn[] =>
    cellColumns(wanted, {
      spread: source.sealed.length > 0 ? 'digest' : 'exact',
      isGrouped: groups.length > 0,
    });

  /** Texts of the groups with the most runs. */
  async function topGroups(query: MetricsQuery, source: Source): Promise<string[]> {
    const counted = { ...query, wanted: new Set<Figure>() };
    const cells = await cellsOfSource(counted, source, columnsOf(counted, source));
    return tenant.rows(
      'metricsTopGroups',
      sql`SELECT g, sum(run_count) AS runs FROM (${cells})
GROUP BY g ORDER BY runs DESC, g LIMIT ${int(query.top)}`,
      (raw) => raw['g'] as string,
    );
  }

  async function foldCells(
    query: MetricsQuery,
    source: Source,
    top: readonly string[],
  ): Promise<Folded[]> {
    const isGrouped = query.groups.length > 0;
    const columns = columnsOf(query, source);
    const cells = await cellsOfSource(query, source, columns);
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
    const whole = [{ from: query.fromUs, to: query.toUs }];
    const rows = rowsSql(await rowsOf({ ...query, wanted: new Set() }, whole));
    const judged = await tenant.rows(
      'metricsFeedback',
      sql`SELECT ${positionColumns(isGrouped)}, key,
  count() AS judgements, countIf(has_score = 1) AS scored, sumIf(score, has_score = 1) AS scores
FROM (SELECT bucket, id${isGrouped ? sql`, ${topOrRest(top)} AS gg` : sql``} FROM (${rows})) AS run
INNER JOIN (SELECT run_id, toString(key) AS key, has_score, score FROM feedback FINAL
  WHERE ${tenant.inWorkspace}) AS judged ON run.id = judged.run_id
GROUP BY GROUPING SETS (${groupingSets(isGrouped, sql`key`)})
ORDER BY judgements DESC, key`,
      (raw) => ({ ...readFolded(raw, isGrouped), average: readAverage(raw) }),
    );
    return mergeAverages(judged);
  }

  /** Whether cells of sealed hours leave out tokens that only some of the runs in question repeat. */
  async function holdsRepeats(query: MetricsQuery, { sealed }: Source): Promise<boolean> {
    if (sealed.length === 0 || usageOf(query.filter) !== 'some' || !needsUsage(query.wanted)) {
      return false;
    }
    const place = cellsOf(tenant, query.projectIds, sealed);
    const found = await tenant.rows(
      'metricsSealedRepeats',
      sql`SELECT 1 FROM runs_hourly WHERE ${place} AND usage_scope = 'all' AND repeat_count > 0
  AND ${matching(query, place)} LIMIT 1`,
      () => true,
    );
    return found.length > 0;
  }

  async function fold(query: MetricsQuery): Promise<MetricsAnswer> {
    const chosen = await chooseSource(query, hours);
    const source = (await holdsRepeats(query, chosen.source)) ? chosen.runsOnly : chosen.source;
    const top = query.groups.length > 0 ? await topGroups(query, source) : [];
    const [cells, judged] = await Promise.all([
      foldCells(query, source, top),
      query.wanted.has('feedback') ? foldFeedback(query, top) : [],
    ]);
    const isEstimated = source.sealed.length > 0 && [...query.wanted].some(isSpread);
    return { top, folded: withFeedback(cells, judged), isEstimated };
  }

  return {
    /**
     * Cells by bucket and group, their totals, and the top groups: of sealed hours from the rollup, of all
     * others from the runs themselves, reading what the wanted figures need.
     */
    async metrics(query: MetricsQuery): Promise<MetricsAnswer> {
      if (!overlaps(query.groups)) return fold(query);
      const [byGroup, total] = await Promise.all([fold(query), fold({ ...query, groups: [] })]);
      return {
        ...byGroup,
        folded: [
          ...byGroup.folded.filter(({ group }) => group !== undefined),
          ...total.folded.map((cell) => ({ ...cell, group: undefined })),
        ],
        isEstimated: byGroup.isEstimated || total.isEstimated,
      };
    },

    /** Start of the oldest trace; undefined when there is none. */
    async oldestTraceStartUs(projectIds: string[] | undefined): Promise<number | undefined> {
      // For one project the first granule of each part says so.
      const oldest =
        projectIds?.length === 1
          ? sql`SELECT toUnixTimestamp64Micro(trace_start) AS us FROM runs
WHERE ${tenant.inProjects(projectIds)} ORDER BY workspace_id, project_id, trace_start LIMIT 1`
          : sql`SELECT toUnixTimestamp64Micro(min(trace_start)) AS us FROM runs
WHERE ${tenant.inProjects(projectIds)} HAVING count() > 0`;
      const [us] = await tenant.rows('metricsOldest', oldest, (raw) => Number(raw['us']));
      return us;
    },
  };
}
