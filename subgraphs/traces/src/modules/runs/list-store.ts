import { instantUs, int, sql, uuid } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { conjuncts } from '@runlight/run-model';
import type { RunFilter, RunKey } from '@runlight/run-model';
import { compileFilter, mayHaveWords } from '../filter/filter-sql.ts';
import { keyColumns, parseKey, parseRun, runColumns } from './run-row.ts';
import type { RunRow } from './run-row.ts';
import { andInSpan } from './tenant.ts';
import type { Tenant } from './tenant.ts';
import type { Direction, Span } from './time-windows.ts';

// Lists are sorted by (trace_start, trace_id, run id): parts of the primary key, which never change,
// so that a run keeps its place whatever is written meanwhile and a walk neither skips nor repeats
// one. The run id compares by its bytes: UUIDv7 then sorts by the time the run was made.

/** Where a run stands in a list. */
export type Position = Pick<RunKey, 'traceStartUs' | 'traceId' | 'runId'>;

/** Runs to list: those of a project in a span that match, from a position on. */
export interface Selection {
  projectId: string;
  filter: RunFilter;
  direction: Direction;
  span: Span;
  /** Only runs behind this one. */
  after?: Position | undefined;
}

export type ListStore = ReturnType<typeof createListStore>;

export function createListStore(tenant: Tenant) {
  /** Condition of a selection on the immutable part of a row. */
  const place = ({ projectId, span, direction, after }: Selection): Sql =>
    sql`${tenant.inProject(projectId)}${andInSpan(span)}${after ? sql` AND ${behind(after, direction)}` : sql``}`;
  const payloads = ({ projectId, span }: Selection): Sql =>
    sql`${tenant.inProject(projectId)}${andInSpan(span)}`;
  const matches = (selection: Selection): Sql =>
    compileFilter(selection.filter, payloads(selection));
  const key = (raw: Record<string, unknown>) => parseKey(raw, tenant.workspaceId);
  const run = (raw: Record<string, unknown>) => parseRun(raw, tenant.workspaceId);

  return {
    /** The first runs of the selection; scans the span with all columns, so keep it narrow. */
    runs: (selection: Selection, limit: number): Promise<RunRow[]> =>
      tenant.rows(
        'listRuns',
        sql`SELECT ${runColumns} FROM runs FINAL
WHERE ${place(selection)} AND ${matches(selection)}
ORDER BY ${order(selection.direction)} LIMIT ${int(limit)}`,
        run,
      ),

    /** As `runs`, but only the columns that the filter needs are read. */
    keys: (selection: Selection, limit: number): Promise<RunKey[]> =>
      tenant.rows(
        'listRunKeys',
        sql`SELECT ${keyColumns} FROM runs FINAL
WHERE ${place(selection)} AND ${matches(selection)}
ORDER BY ${order(selection.direction)} LIMIT ${int(limit)}`,
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
    searchCandidates: (selection: Selection, search: string, limit: number): Promise<RunKey[]> =>
      tenant.rows(
        'searchPayloads',
        sql`SELECT DISTINCT ${keyColumns} FROM run_payloads
WHERE ${place(selection)} AND ${mayHaveWords(search)}
ORDER BY ${order(selection.direction)} LIMIT ${int(limit)}`,
        key,
      ),

    /** Those of the given runs that match now, in the order of the list. */
    verify: (
      { filter, direction }: Selection,
      keys: readonly RunKey[],
      limit: number,
    ): Promise<RunRow[]> => {
      const among = tenant.isOneOf(keys);
      return tenant.rows(
        'verifyRuns',
        sql`SELECT ${runColumns} FROM runs FINAL
WHERE ${among} AND ${compileFilter(filter, among)}
ORDER BY ${order(direction)} LIMIT ${int(limit)}`,
        run,
      );
    },

    /** How many match, counted up to `limit`. Scans the span. */
    count: async (selection: Selection, limit: number): Promise<number> => {
      const [count = 0] = await tenant.rows(
        'countRuns',
        sql`SELECT count() AS count FROM (SELECT 1 FROM runs FINAL
WHERE ${place(selection)} AND ${matches(selection)} LIMIT ${int(limit)})`,
        (raw) => Number(raw['count']),
      );
      return count;
    },

    /** Start of the project's oldest trace; reads the first granule of each part. */
    oldestTraceStart: async (projectId: string): Promise<number | undefined> => {
      const [oldest] = await tenant.rows(
        'oldestTraceStart',
        sql`SELECT toUnixTimestamp64Micro(trace_start) AS trace_start_us FROM runs
WHERE ${tenant.inProject(projectId)}
ORDER BY workspace_id, project_id, trace_start LIMIT 1`,
        (raw) => Number(raw['trace_start_us']),
      );
      return oldest;
    },
  };
}

/** The words that every match must have, when the filter says so at its top. */
export function searchOf(filter: RunFilter): string | undefined {
  return conjuncts(filter).find((part) => part.kind === 'search')?.text;
}

/** Whether the text indexes of `runs` narrow the filter. */
export function isIndexed(filter: RunFilter): boolean {
  return conjuncts(filter).some(
    (part) =>
      (part.kind === 'metadata' && part.value !== undefined) ||
      (part.kind === 'text' &&
        part.field === 'tag' &&
        (part.operator === 'eq' || part.operator === 'in')),
  );
}

function order(direction: Direction): Sql {
  return direction === 'DESC'
    ? sql`trace_start DESC, trace_id DESC, UUIDToNum(id) DESC`
    : sql`trace_start, trace_id, UUIDToNum(id)`;
}

function behind({ traceStartUs, traceId, runId }: Position, direction: Direction): Sql {
  return sql`(trace_start, trace_id, UUIDToNum(id)) ${direction === 'DESC' ? sql`<` : sql`>`} (${instantUs(traceStartUs)}, ${uuid(traceId)}, UUIDToNum(${uuid(runId)}))`;
}
