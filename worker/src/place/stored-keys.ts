import { sql, uuid, uuids } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import type { Placement } from './placement.ts';

export interface StoredKeys {
  /** Places of the runs and traces among the ids that are stored. Reads bloom indexes over all time. */
  find: (workspaceId: string, ids: string[]) => Promise<Map<string, Placement>>;
}

/** ClickHouse takes 128 KiB for a parameter. */
const idsPerQuery = 2000;

export function createStoredKeys(clickhouse: ClickHouse): StoredKeys {
  // Two queries: one with OR could use neither index. No FINAL: the key is the same in all versions.
  const runsOf = (workspaceId: string, ids: string[]) =>
    clickhouse.rows({
      name: 'workerPlaceOfRuns',
      query: sql`SELECT id AS known, project_id, trace_id, toUnixTimestamp64Micro(trace_start) AS start
        FROM runs WHERE workspace_id = ${uuid(workspaceId)} AND id IN ${uuids(ids)}
        LIMIT 1 BY id`,
      row: readPlace,
    });
  const tracesOf = (workspaceId: string, ids: string[]) =>
    clickhouse.rows({
      name: 'workerPlaceOfTraces',
      query: sql`SELECT trace_id AS known, project_id, trace_id, toUnixTimestamp64Micro(trace_start) AS start
        FROM runs WHERE workspace_id = ${uuid(workspaceId)} AND trace_id IN ${uuids(ids)}
        LIMIT 1 BY trace_id`,
      row: readPlace,
    });

  return {
    async find(workspaceId, ids) {
      const found = new Map<string, Placement>();
      for (let start = 0; start < ids.length; start += idsPerQuery) {
        const some = ids.slice(start, start + idsPerQuery);
        const lots = [await tracesOf(workspaceId, some), await runsOf(workspaceId, some)];
        // Runs last: a run's own row says more than one of its trace.
        for (const [id, place] of lots.flat()) found.set(id, place);
      }
      return found;
    },
  };
}

function readPlace(raw: Record<string, unknown>): [string, Placement] {
  return [
    raw['known'] as string,
    {
      projectId: raw['project_id'] as string,
      traceId: raw['trace_id'] as string,
      traceStartUs: Number(raw['start']),
    },
  ];
}
