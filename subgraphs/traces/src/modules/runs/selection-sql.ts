import { empty, instantUs, sql, uuid } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { compileFilter } from '@runlight/clickhouse/run-filter';
import type { FilterScope } from '@runlight/clickhouse/run-filter';
import type { RunFilter, RunKey } from '@runlight/run-model';
import { andInSpan } from './tenant.ts';
import type { Tenant, TraceKey } from './tenant.ts';
import type { Direction, Span } from './time-windows.ts';

// What a list is about, as conditions on `runs`.

/** Where a run stands in a list; without the run a whole trace. */
export type Position = Pick<RunKey, 'traceStartUs' | 'traceId'> &
  Partial<Pick<RunKey, 'runId' | 'projectId'>>;

/** Where a list looks: in some projects, in all of the workspace, in one trace, or at known runs. */
export type Scope =
  | { kind: 'projects'; projectIds: readonly string[] }
  | { kind: 'workspace' }
  | { kind: 'trace'; trace: TraceKey }
  | { kind: 'runs'; keys: readonly RunKey[] };

/** Runs to list: those of a scope and a span that match, from a position on. */
export interface Selection {
  scope: Scope;
  filter: RunFilter;
  direction: Direction;
  span: Span;
  /** The whole list's span where `span` is a part of it: what conditions on threads look at. */
  within?: Span | undefined;
  /** Only runs behind this one. */
  after?: Position | undefined;
  /** At most one run of each trace: the first of those that match. */
  isPerTrace?: boolean | undefined;
}

/** Conditions of selections, each bound to the workspace. */
export function createSelectionSql(tenant: Tenant) {
  const inScope = (scope: Scope): Sql => {
    switch (scope.kind) {
      case 'workspace':
        return tenant.inWorkspace;
      case 'projects':
        return tenant.inProjects(scope.projectIds);
      case 'trace':
        return tenant.inTrace(scope.trace);
      case 'runs':
        return tenant.isOneOf(scope.keys);
    }
  };
  const payloads = ({ scope, span }: Selection): Sql => sql`${inScope(scope)}${andInSpan(span)}`;
  /** Condition of a selection on the immutable part of a row. */
  const place = (selection: Selection): Sql => {
    const { after, direction } = selection;
    return sql`${payloads(selection)}${after ? sql` AND ${behind(after, direction)}` : empty}`;
  };
  /** Where the filter's conditions on payloads, traces and threads look. */
  const filterScope = ({ scope, span, within = span }: Selection): FilterScope => ({
    workspace: tenant.inWorkspace,
    rows: sql`${inScope(scope)}${andInSpan(span)}`,
    traces: sql`${aroundTraces(scope)}${andInSpan(span)}`,
    world: sql`${aroundThreads(scope)}${andInSpan(within)}`,
  });
  const aroundTraces = (scope: Scope): Sql =>
    scope.kind === 'runs' ? tenant.inTracesOf(scope.keys) : inScope(scope);
  const aroundThreads = (scope: Scope): Sql =>
    scope.kind === 'runs' || scope.kind === 'workspace'
      ? tenant.inWorkspace
      : tenant.inProjects(scope.kind === 'trace' ? [scope.trace.projectId] : scope.projectIds);
  const matches = (selection: Selection): Sql =>
    compileFilter(selection.filter, filterScope(selection));

  return { inScope, place, matches, filterScope };
}

export const onePerTrace = ({ isPerTrace }: Selection): Sql =>
  isPerTrace ? sql` LIMIT 1 BY trace_start, trace_id, project_id` : empty;

/** The order of a list: only what never changes. */
export function order(direction: Direction): Sql {
  return direction === 'DESC'
    ? sql`trace_start DESC, trace_id DESC, UUIDToNum(id) DESC, project_id DESC`
    : sql`trace_start, trace_id, UUIDToNum(id), project_id`;
}

export function behind(
  { traceStartUs, traceId, runId, projectId }: Position,
  direction: Direction,
): Sql {
  const comparison = direction === 'DESC' ? sql`<` : sql`>`;
  const trace = sql`${instantUs(traceStartUs)}, ${uuid(traceId)}`;
  if (runId === undefined) return sql`(trace_start, trace_id) ${comparison} (${trace})`;
  return projectId === undefined
    ? sql`(trace_start, trace_id, UUIDToNum(id)) ${comparison} (${trace}, UUIDToNum(${uuid(runId)}))`
    : sql`(trace_start, trace_id, UUIDToNum(id), project_id) ${comparison} (${trace}, UUIDToNum(${uuid(runId)}), ${uuid(projectId)})`;
}
