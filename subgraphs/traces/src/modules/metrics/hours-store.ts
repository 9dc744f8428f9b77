import { int, join, sql, uuid } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { coverage } from '@runlight/run-metrics';
import type { Tenant } from '../runs/tenant.ts';
import type { Range } from './hour-ranges.ts';

/** Remembers for the life of the process that the table of hours holds them all. */
export interface Coverage {
  isKnown: boolean;
}

/** Which hours of `runs_hourly` count. */
export function createHoursStore(tenant: Tenant, known: Coverage) {
  async function isCovered(): Promise<boolean> {
    if (known.isKnown) return true;
    const found = await tenant.rows(
      'metricsCoverage',
      sql`SELECT 1 FROM rollup_hours WHERE workspace_id = ${uuid(coverage.workspaceId)}
  AND project_id = ${uuid(coverage.projectId)} AND hour = ${int(coverage.hour)} LIMIT 1`,
      () => true,
    );
    known.isKnown = found.length > 0;
    return known.isKnown;
  }

  return {
    /** Hours whose runs were touched since they were sealed, in order; undefined when nobody seals. */
    async dirtyHours(
      projectIds: readonly string[] | undefined,
      { from, to }: Range,
    ): Promise<number[] | undefined> {
      if (!(await isCovered())) return undefined;
      return tenant.rows(
        'metricsDirtyHours',
        sql`SELECT DISTINCT hour FROM (SELECT project_id, hour FROM rollup_hours
  WHERE ${tenant.inProjects(projectIds)} AND hour >= ${int(from)} AND hour < ${int(to)}
  GROUP BY project_id, hour HAVING max(touched_us) > max(sealed_us)) ORDER BY hour`,
        (raw) => Number(raw['hour']),
      );
    },
  };
}

/** Condition on `runs_hourly`: cells of these hours, of their last seal. */
export function cellsOf(
  tenant: Tenant,
  projectIds: readonly string[] | undefined,
  hours: readonly Range[],
): Sql {
  const ranges = join(
    hours.map(({ from, to }) => sql`(hour >= ${int(from)} AND hour < ${int(to)})`),
    sql` OR `,
  );
  const place = sql`${tenant.inProjects(projectIds)} AND (${ranges})`;
  return sql`${place} AND (project_id, hour, seal) IN (
  SELECT project_id, hour, max(seal) FROM rollup_hours WHERE ${place} GROUP BY project_id, hour)`;
}
