import { sql } from '@runlight/clickhouse';

/** A row of `feedback`; JSON texts are as they were sent, empty when absent, as are other texts. */
export interface FeedbackRow {
  workspaceId: string;
  /** undefined for feedback on a thread or a project. */
  runId: string | undefined;
  feedbackId: string;
  traceId: string | undefined;
  projectId: string | undefined;
  threadId: string;
  key: string;
  score: number | undefined;
  value: string;
  comment: string;
  correction: string;
  config: string;
  source: string;
  sourceMetadata: string;
  userId: string | undefined;
  isError: boolean;
  comparativeExperimentId: string | undefined;
  groupId: string | undefined;
  extra: string;
  createdAtUs: number;
  modifiedAtUs: number;
}

/** Stands in the table for an absent id. */
export const nilUuid = '00000000-0000-0000-0000-000000000000';

/** Times get other names, or the alias would shadow the column in conditions. */
export const feedbackColumns = sql`run_id, id, trace_id, project_id, thread_id, key, has_score, score, value, comment,
  correction, config, source_type, source_metadata, user_id, is_error, comparative_experiment_id, group_id, extra,
  toUnixTimestamp64Micro(created_at) AS created_at_us, toUnixTimestamp64Micro(modified_at) AS modified_at_us`;

/** A row selected with `feedbackColumns`. */
export function parseFeedback(raw: Record<string, unknown>, workspaceId: string): FeedbackRow {
  const text = (column: string) => raw[column] as string;
  const id = (column: string) => (raw[column] === nilUuid ? undefined : text(column));
  return {
    workspaceId,
    runId: id('run_id'),
    feedbackId: text('id'),
    traceId: id('trace_id'),
    projectId: id('project_id'),
    threadId: text('thread_id'),
    key: text('key'),
    score: raw['has_score'] === 1 ? Number(raw['score']) : undefined,
    value: text('value'),
    comment: text('comment'),
    correction: text('correction'),
    config: text('config'),
    source: text('source_type'),
    sourceMetadata: text('source_metadata'),
    userId: id('user_id'),
    isError: raw['is_error'] === 1,
    comparativeExperimentId: id('comparative_experiment_id'),
    groupId: id('group_id'),
    extra: text('extra'),
    createdAtUs: Number(raw['created_at_us']),
    modifiedAtUs: Number(raw['modified_at_us']),
  };
}
