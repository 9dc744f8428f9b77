import { sql, texts } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { FeedbackAverage } from '../../__generated__/resolvers.ts';
import type { TokenUsage } from '../runs/run-row.ts';
import { andInSpan } from '../runs/tenant.ts';
import type { Tenant } from '../runs/tenant.ts';
import type { Span } from '../runs/time-windows.ts';
import { createTopmost } from '../runs/topmost-by-group.ts';

export interface UserSummary {
  traceCount: number;
  threadCount: number;
  errorCount: number;
  firstUs: number;
  lastUs: number;
}

/** Users of one project, in a time. */
export interface UsersAsked {
  projectId: string;
  userIds: readonly string[];
  span: Span;
}

export type UserStore = ReturnType<typeof createUserStore>;

export function createUserStore(tenant: Tenant) {
  const topmost = createTopmost(tenant);
  const ofUsers = ({ projectId, userIds, span }: UsersAsked): Sql =>
    sql`${tenant.inProject(projectId)}${andInSpan(span)} AND user_id IN ${texts(userIds)}`;
  const groupsOf = (asked: UsersAsked) => ({
    scope: sql`${tenant.inProject(asked.projectId)}${andInSpan(asked.span)} AND (trace_start, trace_id) IN (
  SELECT trace_start, trace_id FROM runs FINAL WHERE ${ofUsers(asked)})`,
    groups: sql`SELECT DISTINCT user_id AS group_id, trace_start, trace_id FROM runs FINAL WHERE ${ofUsers(asked)}`,
  });

  return {
    /** By user id; users without runs are missing. */
    summaries: async (asked: UsersAsked): Promise<Map<string, UserSummary>> =>
      new Map(
        await tenant.rows(
          'userSummaries',
          sql`SELECT user_id, uniqExact(trace_start, trace_id) AS trace_count,
  uniqExactIf(thread_id, thread_id != '') AS thread_count,
  uniqExactIf((trace_start, trace_id), status = 'error') AS error_count,
  toUnixTimestamp64Micro(min(trace_start)) AS first_us, toUnixTimestamp64Micro(max(trace_start)) AS last_us
FROM runs FINAL WHERE ${ofUsers(asked)} GROUP BY user_id`,
          (raw) => [raw['user_id'] as string, parseSummary(raw)],
        ),
      ),

    /** By user id, of the whole traces; users without any are missing. */
    tokens: (asked: UsersAsked): Promise<Map<string, TokenUsage>> =>
      topmost.tokens('tokensOfUsers', groupsOf(asked)),
    costs: (asked: UsersAsked): Promise<Map<string, number>> =>
      topmost.costs('costsOfUsers', groupsOf(asked)),

    /** By user id: judgements of runs that name the user, the 50 most frequent keys of each. */
    feedback: async (asked: UsersAsked): Promise<Map<string, FeedbackAverage[]>> => {
      const runs = sql`SELECT DISTINCT id AS run_id, user_id FROM runs FINAL WHERE ${ofUsers(asked)}`;
      const rows = await tenant.rows(
        'feedbackOfUsers',
        sql`SELECT user_id, key, count() AS count, sum(score) / countIf(has_score = 1) AS average, countIf(has_score = 1) AS scored
FROM (
  SELECT run_id, key, has_score, score FROM feedback FINAL
  WHERE ${tenant.inWorkspace} AND run_id IN (SELECT run_id FROM (${runs}))
) AS judged INNER JOIN (${runs}) AS judged_runs USING (run_id)
GROUP BY user_id, key ORDER BY count DESC, key LIMIT 50 BY user_id`,
        (raw) => ({
          userId: raw['user_id'] as string,
          average: {
            key: raw['key'] as string,
            count: Number(raw['count']),
            average: Number(raw['scored']) > 0 ? Number(raw['average']) : null,
          },
        }),
      );
      const byUser = Map.groupBy(rows, ({ userId }) => userId);
      return new Map([...byUser].map(([id, found]) => [id, found.map(({ average }) => average)]));
    },
  };
}

const parseSummary = (raw: Record<string, unknown>): UserSummary => ({
  traceCount: Number(raw['trace_count']),
  threadCount: Number(raw['thread_count']),
  errorCount: Number(raw['error_count']),
  firstUs: Number(raw['first_us']),
  lastUs: Number(raw['last_us']),
});
