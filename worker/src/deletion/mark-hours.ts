import { sql, uuid } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import type { DeletionScope } from './scope.ts';

/**
 * Says that sums over the hours of a deletion's runs hold no longer. Called before and after, as
 * `rollups/hour-marks.ts` explains: without the first a reader would add what is gone, without the second
 * an hour could be sealed while runs of it go.
 */
export const markHours = (
  clickhouse: ClickHouse,
  { workspaceId, places }: DeletionScope,
): Promise<void> =>
  clickhouse.command({
    name: 'deletionMarkHours',
    query: sql`INSERT INTO rollup_hours (workspace_id, project_id, hour)
      SELECT DISTINCT ${uuid(workspaceId)}, project_id, toUInt32(intDiv(toUnixTimestamp64Micro(trace_start), 3600000000))
      FROM (${places})`,
    settings: { max_execution_time: 1800 },
  });
