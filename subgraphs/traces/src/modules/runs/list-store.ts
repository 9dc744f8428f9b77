import { int, sql } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { compileFilter } from '@runlight/clickhouse/run-filter';
import type { RunFilter, RunKey } from '@runlight/run-model';
import { keyColumns, parseKey, parseRun, runColumns } from './run-row.ts';
import type { RunRow } from './run-row.ts';
import { createSelectionSql, onePerTrace, order } from './selection-sql.ts';
import type { Scope, Selection } from './selection-sql.ts';
import type { Tenant, TraceKey } from './tenant.ts';

// Lists are sorted by (trace_start, trace_id, run id): parts of the primary key, which never change,
// so that a run keeps its place whatever is written meanwhile and a walk neither skips nor repeats
// one. The run id compares by its bytes: UUIDv7 then sorts by the time the run was made.

// The project comes last: a run sent to two of them is in both.

export type ListStore = ReturnType<typeof createListStore>;

export function createListStore(tenant: Tenant) {
  const { inScope, place, matches, filterScope } = createSelectionSql(tenant);
  const key = (raw: Record<string, unknown>) => parseKey(raw, tenant.workspaceId);
  const run = (raw: Record<string, unknown>) => parseRun(raw, tenant.workspaceId);

  return {
    /** The first runs of the selection; scans the span with all columns, so keep it narrow. */
    runs: (selection: Selection, limit: number): Promise<RunRow[]> =>
      tenant.rows(
        'listRuns',
        sql`SELECT ${runColumns} FROM runs FINAL
WHERE ${place(selection)} AND ${matches(selection)}
ORDER BY ${order(selection.direction)}${onePerTrace(selection)} LIMIT ${int(limit)}`,
        run,
      ),

    /** As `runs`, but only the columns that the filter needs are read. */
    keys: (selection: Selection, limit: number): Promise<RunKey[]> =>
      tenant.rows(
        'listRunKeys',
        sql`SELECT ${keyColumns} FROM runs FINAL
WHERE ${place(selection)} AND ${matches(selection)}
ORDER BY ${order(selection.direction)}${onePerTrace(selection)} LIMIT ${int(limit)}`,
        key,
      ),

    /**
     * Keys of which any stored version matches, the current one or an older one: a superset without
     * the cost of FINAL.
     */
    candidates: (selection: Selection, limit: number): Promise<RunKey[]> =>
      tenant.rows(
        'candidateRuns',
        sql`SELECT DISTINCT ${keyColumns} FROM runs
WHERE ${place(selection)} AND ${matches(selection)}
ORDER BY ${order(selection.direction)} LIMIT ${int(limit)}`,
        key,
      ),

    /** Keys of runs any version of whose payloads may have all words; reads no content. */
    payloadCandidates: (selection: Selection, having: Sql, limit: number): Promise<RunKey[]> =>
      tenant.rows(
        'searchPayloads',
        sql`SELECT DISTINCT ${keyColumns} FROM run_payloads
WHERE ${place(selection)} AND ${having}
ORDER BY ${order(selection.direction)} LIMIT ${int(limit)}`,
        key,
      ),

    /** Those of the given runs that match now, in the order of the list. */
    verify: (selection: Selection, keys: readonly RunKey[], limit: number): Promise<RunRow[]> => {
      const among = tenant.isOneOf(keys);
      const scope = {
        ...filterScope(selection),
        rows: among,
        traces: tenant.inTracesOf(keys),
        areFew: true,
      };
      return tenant.rows(
        'verifyRuns',
        sql`SELECT ${runColumns} FROM runs FINAL
WHERE ${among} AND ${compileFilter(selection.filter, scope)}
ORDER BY ${order(selection.direction)}${onePerTrace(selection)} LIMIT ${int(limit)}`,
        run,
      );
    },

    /** Ids of those runs of a trace that match, in display order. Reads the whole trace, narrowly. */
    idsInTrace: (trace: TraceKey, filter: RunFilter, limit: number): Promise<string[]> => {
      const rows = tenant.inTrace(trace);
      return tenant.rows(
        'searchTrace',
        sql`SELECT id FROM runs FINAL
WHERE ${rows} AND ${compileFilter(filter, { workspace: tenant.inWorkspace, rows })}
ORDER BY dotted_order, UUIDToNum(id) LIMIT ${int(limit)}`,
        (raw) => raw['id'] as string,
      );
    },

    /** How many match, counted up to `limit`. Scans the span. */
    count: async (selection: Selection, limit: number): Promise<number> => {
      const [count = 0] = await tenant.rows(
        'countRuns',
        sql`SELECT count() AS count FROM (SELECT 1 FROM runs FINAL
WHERE ${place(selection)} AND ${matches(selection)}${onePerTrace(selection)} LIMIT ${int(limit)})`,
        (raw) => Number(raw['count']),
      );
      return count;
    },

    /** Start of the scope's oldest trace; of a project it reads the first granule of each part. */
    oldestTraceStart: async (scope: Scope): Promise<number | undefined> => {
      const [oldest] = await tenant.rows(
        'oldestTraceStart',
        sql`SELECT toUnixTimestamp64Micro(trace_start) AS trace_start_us FROM runs
WHERE ${inScope(scope)}
ORDER BY ${isOneProject(scope) ? sql`workspace_id, project_id, trace_start` : sql`trace_start`} LIMIT 1`,
        (raw) => Number(raw['trace_start_us']),
      );
      return oldest;
    },
  };
}

const isOneProject = (scope: Scope): boolean =>
  scope.kind === 'projects' && scope.projectIds.length === 1;
