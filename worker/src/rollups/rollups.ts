import { int, sql, uuid } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import { coverage, hourUs, quietUs, sealHours } from '@runlight/run-metrics';
import type { Hours } from '@runlight/run-metrics';

/** An insert may be seen so long after the time that its rows bear. */
const slowInsertUs = 60_000_000;
const longRun = { max_execution_time: 600, max_memory_usage: '4000000000' };
/** So many hours in one go; then other chores have their turn. */
const maxHours = 2000;
/** So many hours of a project in one statement: each has its price, however few runs there are. */
const maxBatch = 48;

export interface Rollups {
  /** Seals hours whose runs were left alone for five minutes, the newest first; gives their number. */
  sealDue: (signal?: AbortSignal) => Promise<number>;
  /**
   * Touches hours that hold runs which nobody marked: written by other hands than the worker's, by a
   * worker of an earlier release, or expired meanwhile. Looks at what was inserted since.
   */
  sweep: (since: Date) => Promise<void>;
  /**
   * Touches sealed hours that hold another number of runs than there are: runs that were deleted or have
   * expired without a mark. Counts all runs.
   */
  audit: () => Promise<void>;
  /** Sweeps all there is, then lets readers rely on the table. */
  cover: () => Promise<void>;
}

/** @param leftAloneUs how long hours must not have been touched; tests do not wait */
export function createRollups(clickhouse: ClickHouse, leftAloneUs = quietUs): Rollups {
  const due = (): Promise<ProjectHour[]> =>
    clickhouse.rows({
      name: 'rollupDueHours',
      query: sql`SELECT workspace_id, project_id, hour FROM rollup_hours
GROUP BY workspace_id, project_id, hour
HAVING max(touched_us) > max(sealed_us)
  AND max(touched_us) <= toUnixTimestamp64Micro(now64(6)) - ${int(leftAloneUs)}
ORDER BY hour DESC LIMIT ${int(maxHours)}`,
      row: readHour,
      settings: longRun,
    });

  async function sweep(since: Date): Promise<void> {
    await clickhouse.command({
      name: 'rollupSweep',
      query: sql`INSERT INTO rollup_hours (workspace_id, project_id, hour, touched_us)
SELECT workspace_id, project_id, hour, if(seal = 0, 1, toUnixTimestamp64Micro(now64(6))) FROM (
  SELECT workspace_id, project_id, ${hourOfRow} AS hour,
    toUnixTimestamp64Milli(max(ingested_at)) * 1000 + ${int(slowInsertUs)} AS inserted_us
  FROM runs WHERE ingested_at >= fromUnixTimestamp64Milli(${int(since.getTime())})
  GROUP BY workspace_id, project_id, hour
) AS seen
LEFT JOIN (${states}) AS known USING (workspace_id, project_id, hour)
WHERE inserted_us >= seal AND touched_us <= sealed_us`,
      settings: longRun,
    });
    await clickhouse.command({
      name: 'rollupSweepExpired',
      query: sql`INSERT INTO rollup_hours (workspace_id, project_id, hour)
SELECT DISTINCT workspace_id, project_id, hour FROM runs_hourly
WHERE first_expires_at <= today() AND seal < toUnixTimestamp(today()) * 1000000
  AND (workspace_id, project_id, hour, seal) IN (SELECT workspace_id, project_id, hour, seal FROM (${states}))`,
      settings: longRun,
    });
  }

  return {
    sealDue: async (signal) => sealAll(clickhouse, await due(), { leftAloneUs, signal }),

    sweep,

    audit: () =>
      clickhouse.command({
        name: 'rollupAudit',
        query: sql`INSERT INTO rollup_hours (workspace_id, project_id, hour)
SELECT workspace_id, project_id, hour FROM (
  SELECT workspace_id, project_id, hour, run_count AS sealed, 0 AS found FROM runs_hourly
  WHERE usage_scope = 'allHour'
    AND (workspace_id, project_id, hour, seal) IN (SELECT workspace_id, project_id, hour, seal FROM (${states}))
  UNION ALL
  SELECT workspace_id, project_id, ${hourOfRow} AS hour, 0 AS sealed, count() AS found
  FROM runs FINAL GROUP BY workspace_id, project_id, hour
)
WHERE (workspace_id, project_id, hour) IN (
  SELECT workspace_id, project_id, hour FROM (${states}) WHERE touched_us <= sealed_us AND seal > 0)
GROUP BY workspace_id, project_id, hour HAVING sum(sealed) != sum(found)`,
        settings: longRun,
      }),

    async cover() {
      await sweep(new Date(0));
      await clickhouse.command({
        name: 'rollupCover',
        query: sql`INSERT INTO rollup_hours (workspace_id, project_id, hour, touched_us, sealed_us)
SELECT ${uuid(coverage.workspaceId)}, ${uuid(coverage.projectId)}, ${int(coverage.hour)}, 1, 1`,
      });
    },
  };
}

const hourOfRow: Sql = sql`toUInt32(intDiv(toUnixTimestamp64Micro(trace_start), ${int(hourUs)}))`;

const states: Sql = sql`SELECT workspace_id, project_id, hour, max(touched_us) AS touched_us,
    max(sealed_us) AS sealed_us, max(seal) AS seal
  FROM rollup_hours GROUP BY workspace_id, project_id, hour`;

interface ProjectHour extends Omit<Hours, 'hours'> {
  hour: number;
}

const readHour = (raw: Record<string, unknown>): ProjectHour => ({
  workspaceId: raw['workspace_id'] as string,
  projectId: raw['project_id'] as string,
  hour: Number(raw['hour']),
});

async function sealAll(
  clickhouse: ClickHouse,
  due: readonly ProjectHour[],
  {
    leftAloneUs = quietUs,
    signal,
  }: { leftAloneUs?: number; signal?: AbortSignal | undefined } = {},
): Promise<number> {
  let sealed = 0;
  const projects = Map.groupBy(due, ({ workspaceId, projectId }) => `${workspaceId} ${projectId}`);
  for (const [first, ...others] of projects.values()) {
    const hours = [first!, ...others].map(({ hour }) => hour).toSorted((a, b) => a - b);
    for (let index = 0; index < hours.length; index += maxBatch) {
      if (signal?.aborted) return sealed;
      const batch = hours.slice(index, index + maxBatch);
      sealed += await sealHours(clickhouse, { ...first!, hours: batch }, leftAloneUs);
    }
  }
  return sealed;
}

/** Seals anew all hours of a workspace, or of all, that are not being written to; gives their number. */
export async function rebuildRollups(
  clickhouse: ClickHouse,
  { workspaceId }: { workspaceId?: string } = {},
): Promise<number> {
  await createRollups(clickhouse).cover();
  const which =
    workspaceId === undefined
      ? sql`workspace_id != ${uuid(coverage.workspaceId)}`
      : sql`workspace_id = ${uuid(workspaceId)}`;
  const hours = await clickhouse.rows({
    name: 'rollupAllHours',
    query: sql`SELECT DISTINCT workspace_id, project_id, hour FROM rollup_hours WHERE ${which}`,
    row: readHour,
    settings: longRun,
  });
  return sealAll(clickhouse, hours);
}
