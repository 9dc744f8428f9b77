import { empty, instantUs, int, join, sql, text, texts, uuid, uuids } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { Tenant } from '../runs/tenant.ts';
import type { Span } from '../runs/time-windows.ts';
import { feedbackColumns, nilUuid, parseFeedback } from './feedback-row.ts';
import type { FeedbackRow } from './feedback-row.ts';
import { parseSummary, summaryColumns } from './feedback-summary.ts';
import type { FeedbackSummaryRow } from './feedback-summary.ts';

export type { FeedbackRow } from './feedback-row.ts';

export const maxFeedbackPerRun = 100;
const maxKeysPerRun = 100;

export type FeedbackLevel = 'RUN' | 'THREAD' | 'PROJECT';

/** Which feedback; what is absent does not restrict, a list means any of it. */
export interface FeedbackSelection {
  /** By the UUID of the run, or of the trace for what its root is judged by. */
  runIds?: string[];
  traceIds?: string[];
  threadIds?: string[];
  projectIds?: string[];
  keys?: string[];
  sources?: string[];
  userIds?: string[];
  comparativeExperimentId?: string;
  hasScore?: boolean;
  hasComment?: boolean;
  level?: FeedbackLevel;
  createdAt?: Span;
}

/** Place of a row in the list, which is sorted by time and id, newest first. */
export interface FeedbackPosition {
  createdAtUs: number;
  feedbackId: string;
}

export interface FeedbackPage {
  limit: number;
  offset: number;
  after: FeedbackPosition | undefined;
}

export type FeedbackStore = ReturnType<typeof createFeedbackStore>;

const newestFirst = sql`ORDER BY created_at DESC, UUIDToNum(id) DESC`;

export function createFeedbackStore(tenant: Tenant) {
  const row = (raw: Record<string, unknown>) => parseFeedback(raw, tenant.workspaceId);

  return {
    /** Feedback on the runs, the newest first, at most 100 of each. A read by primary key. */
    ofRuns: (runIds: readonly string[]): Promise<FeedbackRow[]> =>
      tenant.rows(
        'feedbackOfRuns',
        sql`SELECT ${feedbackColumns} FROM feedback FINAL
WHERE ${tenant.inWorkspace} AND run_id IN ${uuids(runIds)}
${newestFirst} LIMIT ${int(maxFeedbackPerRun)} BY run_id`,
        row,
      ),

    /** All feedback on the runs by run and key, at most 100 keys of each. */
    summariesOfRuns: (
      runIds: readonly string[],
    ): Promise<(FeedbackSummaryRow & { runId: string })[]> =>
      tenant.rows(
        'feedbackSummaries',
        sql`SELECT run_id, ${summaryColumns} FROM feedback FINAL
WHERE ${tenant.inWorkspace} AND run_id IN ${uuids(runIds)}
GROUP BY run_id, key ORDER BY key LIMIT ${int(maxKeysPerRun)} BY run_id`,
        (raw) => ({ ...parseSummary(raw), runId: raw['run_id'] as string }),
      ),

    /** Those of the ids that exist, in any order; by the bloom index on `id`. */
    byIds: (feedbackIds: readonly string[]): Promise<FeedbackRow[]> =>
      tenant.rows(
        'feedbackByIds',
        sql`SELECT ${feedbackColumns} FROM feedback FINAL
WHERE ${tenant.inWorkspace} AND id IN ${uuids(feedbackIds)} LIMIT 1 BY id`,
        row,
      ),

    /** A page, newest first. The narrow columns choose, then the rows of the page are read by their key. */
    list: (selection: FeedbackSelection, { limit, offset, after }: FeedbackPage) =>
      tenant.rows(
        'feedbackList',
        sql`SELECT ${feedbackColumns} FROM feedback FINAL
WHERE ${tenant.inWorkspace} AND (run_id, id) IN (
  SELECT run_id, id FROM feedback FINAL WHERE ${tenant.inWorkspace}${conditions(selection)}${behind(after)}
  ${newestFirst} LIMIT ${int(limit)} OFFSET ${int(offset)})
${newestFirst}`,
        row,
      ),

    /** Highest version of the rows of a feedback, withdrawn ones included; 0 when there is none. */
    storedVersion: async (feedbackId: string, runId: string | undefined): Promise<bigint> => {
      const [version] = await tenant.rows(
        'feedbackVersion',
        sql`SELECT max(version) AS version FROM feedback
WHERE ${tenant.inWorkspace} AND run_id = ${uuid(runId ?? nilUuid)} AND id = ${uuid(feedbackId)}`,
        (raw) => BigInt(raw['version'] as string),
      );
      return version ?? 0n;
    },
  };
}

const behind = (after: FeedbackPosition | undefined): Sql =>
  after === undefined
    ? empty
    : sql` AND (created_at, UUIDToNum(id)) < (${instantUs(after.createdAtUs)}, UUIDToNum(${uuid(after.feedbackId)}))`;

const isOnRun = sql`run_id != ${uuid(nilUuid)}`;

function conditions(selection: FeedbackSelection): Sql {
  const { runIds, traceIds, threadIds, projectIds, keys, sources, userIds } = selection;
  const { comparativeExperimentId, hasScore, hasComment, level, createdAt } = selection;
  const all = [
    runIds && sql`run_id IN ${uuids(runIds)}`,
    traceIds && sql`(trace_id IN ${uuids(traceIds)} OR run_id IN ${uuids(traceIds)})`,
    threadIds && sql`thread_id IN ${texts(threadIds)}`,
    projectIds && sql`project_id IN ${uuids(projectIds)}`,
    keys && sql`key IN ${texts(keys)}`,
    sources && sql`source_type IN ${texts(sources)}`,
    userIds && sql`user_id IN ${uuids(userIds)}`,
    comparativeExperimentId && sql`comparative_experiment_id = ${uuid(comparativeExperimentId)}`,
    hasScore !== undefined && sql`has_score = ${int(hasScore ? 1 : 0)}`,
    hasComment !== undefined && (hasComment ? sql`comment != ''` : sql`comment = ''`),
    level && ofLevel[level],
    createdAt?.fromUs !== undefined && sql`created_at >= ${instantUs(createdAt.fromUs)}`,
    createdAt?.toUs !== undefined && sql`created_at < ${instantUs(createdAt.toUs)}`,
  ].filter((condition) => typeof condition === 'object');
  return all.length === 0 ? empty : sql` AND ${join(all, sql` AND `)}`;
}

const ofLevel: Record<FeedbackLevel, Sql> = {
  RUN: isOnRun,
  THREAD: sql`NOT ${isOnRun} AND thread_id != ${text('')}`,
  PROJECT: sql`NOT ${isOnRun} AND thread_id = ${text('')}`,
};
