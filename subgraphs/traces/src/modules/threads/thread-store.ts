import { int, sql, texts } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { RunKey } from '@runlight/run-model';
import { nilUuid, parseTime } from '../runs/run-row.ts';
import type { TokenUsage } from '../runs/run-row.ts';
import type { Tenant } from '../runs/tenant.ts';
import { createTopmost } from '../runs/topmost-by-group.ts';

/** What a thread's header shows. */
export interface ThreadSummary {
  turnCount: number;
  errorCount: number;
  firstStartUs: number;
  lastStartUs: number;
  /** Absent while nothing of it has ended. */
  lastEndUs: number | undefined;
  /** Start of its newest run. */
  newestRunUs: number;
  isPending: boolean;
  latencyP50Ms: number | undefined;
  latencyP99Ms: number | undefined;
  userId: string;
  /** Roots of turns; absent when there is no such turn. */
  firstRoot: RunKey | undefined;
  lastAnswered: RunKey | undefined;
  lastFailed: RunKey | undefined;
}

export type ThreadStore = ReturnType<typeof createThreadStore>;

/** A turn is a trace of which any run says the thread: with OpenTelemetry it need not be the root. */
export function createThreadStore(tenant: Tenant) {
  const topmost = createTopmost(tenant);

  const inThreads = (projectId: string, threadIds: readonly string[]): Sql =>
    sql`${tenant.inProject(projectId)} AND thread_id IN ${texts(threadIds)}`;
  /** All runs of all turns. */
  const inTurns = (projectId: string, threadIds: readonly string[]): Sql =>
    sql`${tenant.inProject(projectId)} AND (trace_start, trace_id) IN (
  SELECT trace_start, trace_id FROM runs FINAL WHERE ${inThreads(projectId, threadIds)})`;
  const scopeOf = (projectId: string, threadIds: readonly string[]) => ({
    scope: inTurns(projectId, threadIds),
    // Right of the join: which threads a turn belongs to.
    groups: sql`SELECT DISTINCT thread_id AS group_id, trace_start, trace_id FROM runs FINAL WHERE ${inThreads(projectId, threadIds)}`,
  });

  return {
    /** By thread id; threads without runs are missing. Reads their traces, narrowly. */
    summaries: async (
      projectId: string,
      threadIds: readonly string[],
    ): Promise<Map<string, ThreadSummary>> =>
      new Map(
        await tenant.rows(
          'threadSummaries',
          sql`SELECT thread, count() AS turn_count, countIf(root.2 = 'error') AS error_count,
  min(trace_start_us) AS first_us, max(trace_start_us) AS last_us, max(end_us) AS last_end_us,
  max(newest_us) AS newest_us, max(is_pending) AS is_pending,
  quantilesExactIf(0.5, 0.99)((root.4 - root.3) / 1000, has_root AND root.4 > 0 AND root.4 >= root.3) AS latencies,
  argMaxIf(turn_user, (trace_start_us, trace), turn_user != '') AS user_id,
  argMinIf((trace_start_us, trace, root.1), (trace_start_us, trace), has_root) AS first_root,
  argMaxIf((trace_start_us, trace, root.1), (trace_start_us, trace), has_root AND root.5 > 0) AS last_answered,
  argMaxIf((trace_start_us, trace, root.1), (trace_start_us, trace), has_root AND root.2 = 'error') AS last_failed
FROM (
  SELECT toUnixTimestamp64Micro(trace_start) AS trace_start_us, trace_id AS trace,
    groupUniqArrayIf(thread_id, thread_id IN ${texts(threadIds)}) AS threads,
    countIf(is_root = 1) > 0 AS has_root, max(status = 'pending') AS is_pending,
    toUnixTimestamp64Micro(max(end_time)) AS end_us, toUnixTimestamp64Micro(max(start_time)) AS newest_us,
    argMinIf(user_id, (is_root = 0, start_time, id), user_id != '') AS turn_user,
    argMinIf((id, status, toUnixTimestamp64Micro(start_time), toUnixTimestamp64Micro(end_time), outputs_bytes),
      (id != trace_id, start_time, id), is_root = 1) AS root
  FROM runs FINAL WHERE ${inTurns(projectId, threadIds)}
  GROUP BY trace_start, trace_id
) ARRAY JOIN threads AS thread GROUP BY thread LIMIT ${int(threadIds.length)}`,
          (raw) => [raw['thread'] as string, parseSummary(raw, tenant.workspaceId, projectId)],
        ),
      ),

    /** By thread id, of all runs of all turns; threads in which none reports any are missing. */
    tokens: (projectId: string, threadIds: readonly string[]): Promise<Map<string, TokenUsage>> =>
      topmost.tokens('tokensOfThreads', scopeOf(projectId, threadIds)),
    costs: (projectId: string, threadIds: readonly string[]): Promise<Map<string, number>> =>
      topmost.costs('costsOfThreads', scopeOf(projectId, threadIds)),
  };
}

type Raw = Record<string, unknown>;

function parseSummary(raw: Raw, workspaceId: string, projectId: string): ThreadSummary {
  const root = (name: string): RunKey | undefined => {
    const [startUs, traceId, runId] = raw[name] as [string, string, string];
    if (runId === nilUuid) return undefined;
    return { workspaceId, projectId, traceStartUs: Number(startUs), traceId, runId };
  };
  const latency = (index: number): number | undefined => {
    return (raw['latencies'] as (number | null)[])[index] ?? undefined;
  };
  return {
    turnCount: Number(raw['turn_count']),
    errorCount: Number(raw['error_count']),
    firstStartUs: Number(raw['first_us']),
    lastStartUs: Number(raw['last_us']),
    lastEndUs: parseTime(raw['last_end_us']),
    newestRunUs: Number(raw['newest_us']),
    isPending: Number(raw['is_pending']) === 1,
    latencyP50Ms: latency(0),
    latencyP99Ms: latency(1),
    userId: raw['user_id'] as string,
    firstRoot: root('first_root'),
    lastAnswered: root('last_answered'),
    lastFailed: root('last_failed'),
  };
}
