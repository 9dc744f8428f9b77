import { sql, uuid, uuids } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import type { Placement } from './placement.ts';

export interface StoredKeys {
  /** Places of the runs and traces among the ids that are stored. Reads bloom indexes over all time. */
  find: (workspaceId: string, ids: string[]) => Promise<Map<string, Placement>>;
  /** Places of the traces among the ids that are stored. */
  findTraces: (workspaceId: string, traceIds: string[]) => Promise<Map<string, Placement>>;
  /** Whether no run of anybody is stored. */
  isEmpty: () => Promise<boolean>;
}

/** ClickHouse takes 128 KiB for a parameter. */
const idsPerQuery = 2000;

export function createStoredKeys(clickhouse: ClickHouse): StoredKeys {
  // Two queries: one with OR could use neither index. No FINAL, which would merge all columns; but a
  // run that was moved or deleted stands nowhere.
  const runsOf = (workspaceId: string, ids: string[]) =>
    clickhouse.rows({
      name: 'workerPlaceOfRuns',
      query: sql`SELECT id AS known, project_id, trace_id, toUnixTimestamp64Micro(trace_start) AS start
        FROM runs WHERE workspace_id = ${uuid(workspaceId)} AND id IN ${uuids(ids)}
        GROUP BY project_id, trace_start, trace_id, id HAVING argMax(is_deleted, version) = 0
        LIMIT 1 BY id`,
      row: readPlace,
    });
  const tracesOf = (workspaceId: string, ids: string[]) =>
    clickhouse.rows({
      name: 'workerPlaceOfTraces',
      query: sql`SELECT trace_id AS known, project_id, trace_id, toUnixTimestamp64Micro(trace_start) AS start
        FROM runs WHERE workspace_id = ${uuid(workspaceId)} AND trace_id IN ${uuids(ids)}
        GROUP BY project_id, trace_start, trace_id, id HAVING argMax(is_deleted, version) = 0
        LIMIT 1 BY trace_id`,
      row: readPlace,
    });

  async function collect(
    ids: string[],
    ...queries: ((some: string[]) => Promise<[string, Placement][]>)[]
  ): Promise<Map<string, Placement>> {
    const found = new Map<string, Placement>();
    for (let start = 0; start < ids.length; start += idsPerQuery) {
      const some = ids.slice(start, start + idsPerQuery);
      for (const query of queries) {
        for (const [id, place] of await query(some)) found.set(id, place);
      }
    }
    return found;
  }

  return {
    find: (workspaceId, ids) =>
      collect(
        ids,
        (some) => tracesOf(workspaceId, some),
        // Last: a run's own row says more than one of its trace.
        (some) => runsOf(workspaceId, some),
      ),

    findTraces: (workspaceId, traceIds) => collect(traceIds, (some) => tracesOf(workspaceId, some)),

    async isEmpty() {
      const rows = await clickhouse.rows({
        name: 'workerHasRuns',
        query: sql`SELECT 1 FROM runs LIMIT 1`,
        tenantless: true,
        row: () => true,
      });
      return rows.length === 0;
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
