import { empty, instantUs, sql, tuples, uuid, uuids } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import type { RunKey } from '@runlight/run-model';
import type { Span } from './time-windows.ts';

/** Where a trace lies in the primary key. */
export type TraceKey = Omit<RunKey, 'runId'>;

/**
 * The one way into the store: everything asked through it is bound to a workspace, its conditions
 * start with the primary key, and it ends with the request.
 */
export interface Tenant {
  workspaceId: string;
  /** Runs the query with the read profile; `name` labels it everywhere. */
  rows: <T>(name: string, query: Sql, row: (raw: Record<string, unknown>) => T) => Promise<T[]>;
  /** Everything of the workspace; only for look-ups by an index. */
  inWorkspace: Sql;
  inProject: (projectId: string) => Sql;
  /** Any of these projects; without them the whole workspace. */
  inProjects: (projectIds: readonly string[] | undefined) => Sql;
  inTrace: (trace: TraceKey) => Sql;
  /** Exactly these runs, keys of other workspaces left out; not for an empty list. */
  isOneOf: (keys: readonly RunKey[]) => Sql;
  /** All runs of the traces of these runs; not for an empty list. */
  inTracesOf: (keys: readonly RunKey[]) => Sql;
}

export function createTenant({
  clickhouse,
  workspaceId,
  signal,
}: {
  clickhouse: ClickHouse;
  workspaceId: string;
  signal: AbortSignal;
}): Tenant {
  const inWorkspace = sql`workspace_id = ${uuid(workspaceId)}`;
  const inProject = (projectId: string) => sql`${inWorkspace} AND project_id = ${uuid(projectId)}`;
  return {
    workspaceId,
    rows: (name, query, row) => clickhouse.rows({ name, query, row, signal }),
    inWorkspace,
    inProject,
    inProjects: (projectIds) => {
      if (!projectIds) return inWorkspace;
      const [only] = projectIds;
      return projectIds.length === 1
        ? inProject(only!)
        : sql`${inWorkspace} AND project_id IN ${uuids(projectIds)}`;
    },
    inTrace: ({ projectId, traceStartUs, traceId }) =>
      sql`${inProject(projectId)} AND trace_start = ${instantUs(traceStartUs)} AND trace_id = ${uuid(traceId)}`,
    inTracesOf: (keys) =>
      sql`${inWorkspace} AND (project_id, trace_start, trace_id) IN ${tuples(
        ['uuid', 'instantUs', 'uuid'],
        keys.map((key) => [key.projectId, key.traceStartUs, key.traceId]),
      )}`,
    isOneOf: (keys) =>
      sql`${inWorkspace} AND (project_id, trace_start, trace_id, id) IN ${tuples(
        ['uuid', 'instantUs', 'uuid', 'uuid'],
        keys.map((key) => [key.projectId, key.traceStartUs, key.traceId, key.runId]),
      )}`,
  };
}

/** Condition on `trace_start`, to follow another one. */
export function andInSpan({ fromUs, toUs }: Span): Sql {
  const from = fromUs === undefined ? empty : sql` AND trace_start >= ${instantUs(fromUs)}`;
  const to = toUs === undefined ? empty : sql` AND trace_start < ${instantUs(toUs)}`;
  return sql`${from}${to}`;
}
