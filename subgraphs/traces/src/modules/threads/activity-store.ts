import { empty, instantUs, int, sql, text, texts, unsigned } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { RunFilter } from '@runlight/run-model';
import { compileFilter } from '@runlight/clickhouse/run-filter';
import { andInSpan } from '../runs/tenant.ts';
import type { Tenant } from '../runs/tenant.ts';
import type { Direction, Span } from '../runs/time-windows.ts';

// Threads and users: runs that share a text, sorted by their newest trace. That changes with every turn.
// A walk therefore sees the runs that were accepted before its first page only: when a run was accepted,
// and when its trace started, never change, so that everything keeps its place until the walk ends.

/** What runs are grouped by. */
export type ActivityKind = 'threads' | 'users';

export interface Activity {
  /** The thread's or the user's id. */
  id: string;
  /** Start of the newest trace in the span, in microseconds. */
  lastUs: number;
  /** Hash of the id as decimal text: decides between equal times, and fits into a cursor. */
  tie: string;
}

export type ActivityPosition = Pick<Activity, 'lastUs' | 'tie'>;

export interface ActivitySelection {
  kind: ActivityKind;
  projectId: string;
  /** Only groups of which a run in the span matches. */
  filter: RunFilter | undefined;
  nameContains: string | undefined;
  direction: Direction;
  span: Span;
  /** Runs accepted later are not seen. */
  asOfUs: number;
  after: ActivityPosition | undefined;
}

export type ActivityStore = ReturnType<typeof createActivityStore>;

export function createActivityStore(tenant: Tenant) {
  const seen = ({ kind, projectId, asOfUs }: ActivitySelection, span: Span): Sql =>
    sql`${tenant.inProject(projectId)}${andInSpan(span)} AND ${columns[kind]} != '' AND accepted_at <= ${instantUs(asOfUs)}`;

  const matching = (selection: ActivitySelection): Sql => {
    const { kind, projectId, filter, span, nameContains } = selection;
    const column = columns[kind];
    const named =
      nameContains === undefined
        ? empty
        : sql` AND position(lowerUTF8(${column}), ${text(nameContains.toLowerCase())}) > 0`;
    if (!filter) return named;
    const scope = sql`${tenant.inProject(projectId)}${andInSpan(span)}`;
    return sql`${named} AND ${column} IN (SELECT ${column} FROM runs FINAL
WHERE ${scope} AND ${column} != '' AND ${compileFilter(filter, { workspace: tenant.inWorkspace, rows: scope })})`;
  };

  return {
    /**
     * Groups by their newest trace within `window`, whatever happened after it; with `isExact` only those
     * in which nothing did. Scans the window, or with `isExact` all that is newer too, narrowly.
     */
    candidates: (
      selection: ActivitySelection,
      window: Span,
      limit: number,
      isExact = false,
    ): Promise<Activity[]> => {
      const { kind, direction, after } = selection;
      const column = columns[kind];
      const newer = isExact
        ? sql` AND ${column} NOT IN (SELECT ${column} FROM runs FINAL WHERE ${seen(selection, behindWindow(selection, window))})`
        : empty;
      return tenant.rows(
        `${kind}ByActivity`,
        sql`SELECT ${column} AS group_id, toUnixTimestamp64Micro(max(trace_start)) AS last_us, sipHash64(group_id) AS tie
FROM runs FINAL WHERE ${seen(selection, window)}${matching(selection)}${newer}
GROUP BY group_id${after ? sql` HAVING ${behind(after, direction)}` : empty}
ORDER BY ${direction === 'DESC' ? sql`last_us DESC, tie DESC` : sql`last_us, tie`} LIMIT ${int(limit)}`,
        (raw) => ({
          id: raw['group_id'] as string,
          lastUs: Number(raw['last_us']),
          tie: raw['tie'] as string,
        }),
      );
    },

    /** Which of the groups have traces newer than the window, so that they stand elsewhere. */
    activeAfter: async (
      selection: ActivitySelection,
      window: Span,
      ids: readonly string[],
    ): Promise<Set<string>> => {
      const column = columns[selection.kind];
      return new Set(
        await tenant.rows(
          `${selection.kind}ActiveAfter`,
          sql`SELECT DISTINCT ${column} AS group_id FROM runs FINAL
WHERE ${seen(selection, behindWindow(selection, window))} AND ${column} IN ${texts(ids)}`,
          (raw) => raw['group_id'] as string,
        ),
      );
    },

    /** How many groups there are in the span, counted up to `limit`. */
    count: async (selection: ActivitySelection, limit: number): Promise<number> => {
      const [count = 0] = await tenant.rows(
        `${selection.kind}Count`,
        sql`SELECT count() AS count FROM (SELECT DISTINCT ${columns[selection.kind]} FROM runs FINAL
WHERE ${seen(selection, selection.span)}${matching(selection)} LIMIT ${int(limit)})`,
        (raw) => Number(raw['count']),
      );
      return count;
    },

    /** Start of the oldest trace with a group in the span. */
    oldest: async (selection: ActivitySelection): Promise<number | undefined> => {
      const [oldest] = await tenant.rows(
        `${selection.kind}Oldest`,
        sql`SELECT toUnixTimestamp64Micro(min(trace_start)) AS oldest_us, count() AS count
FROM runs FINAL WHERE ${seen(selection, selection.span)}`,
        (raw) => (Number(raw['count']) > 0 ? Number(raw['oldest_us']) : undefined),
      );
      return oldest;
    },
  };
}

const columns: Record<ActivityKind, Sql> = { threads: sql`thread_id`, users: sql`user_id` };

/** From the end of the window to the end of the list. */
export const behindWindow = ({ span }: ActivitySelection, window: Span): Span => ({
  fromUs: window.toUs,
  toUs: span.toUs,
});

function behind({ lastUs, tie }: ActivityPosition, direction: Direction): Sql {
  const comparison = direction === 'DESC' ? sql`<` : sql`>`;
  return sql`(last_us, tie) ${comparison} (${int(lastUs)}, ${unsigned(BigInt(tie))})`;
}
