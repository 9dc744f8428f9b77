import type { RowEncoder } from '@runlight/clickhouse';
import { parseUuid } from '@runlight/run-model';
import type { FeedbackState } from '@runlight/run-model';
import type { AcceptedFeedback } from './accepted-feedback.ts';

// The two tables in RowBinary: columns in the order in which the functions write them.

export const feedbackEventColumns = [
  'workspace_id',
  'id',
  'event_version',
  'batch_id',
  'operation',
] as const;

export function writeFeedbackEvent(row: RowEncoder, operation: AcceptedFeedback): void {
  const { kind, feedbackId, target, envelope, cleared } = operation;
  row.uuid(operation.workspaceId);
  row.uuid(feedbackId);
  row.u64big(operation.sequence);
  row.uuid(operation.batchId);
  row.text(JSON.stringify({ kind, feedbackId, target, envelope, cleared }));
}

export const feedbackColumns = [
  'workspace_id',
  'run_id',
  'id',
  'trace_id',
  'project_id',
  'thread_id',
  'key',
  'has_score',
  'score',
  'value',
  'comment',
  'correction',
  'source_type',
  'source_metadata',
  'user_id',
  'config',
  'comparative_experiment_id',
  'group_id',
  'is_error',
  'extra',
  'created_at',
  'modified_at',
  'version',
  'is_deleted',
] as const;

/** A row of `feedback`; there may be several for one feedback, of which at most one is not withdrawn. */
export interface FeedbackRow {
  workspaceId: string;
  feedbackId: string;
  /** '' for feedback on a project. */
  runId: string;
  traceId: string | undefined;
  projectId: string | undefined;
  state: FeedbackState;
  isDeleted: boolean;
}

export function writeFeedback(row: RowEncoder, feedback: FeedbackRow): void {
  const { state } = feedback;
  row.uuid(feedback.workspaceId);
  writeId(row, feedback.runId);
  row.uuid(feedback.feedbackId);
  writeId(row, feedback.traceId);
  writeId(row, feedback.projectId);
  row.text(state.target?.threadId ?? '');
  row.text(state.key ?? '');
  row.u8(state.score === undefined ? 0 : 1);
  row.f64(state.score ?? 0);
  row.text(state.value ?? '');
  row.text(state.comment ?? '');
  row.text(state.correction ?? '');
  row.text(state.sourceType ?? '');
  row.text(state.sourceMetadata ?? '');
  writeId(row, state.userId);
  row.text(state.config ?? '');
  writeId(row, state.comparativeExperimentId);
  writeId(row, state.groupId);
  row.u8(state.isError === true ? 1 : 0);
  row.text(state.extra ?? '');
  row.instantUs(state.createdAtUs);
  row.instantUs(state.modifiedAtUs);
  row.u64big(state.version);
  row.u8(feedback.isDeleted ? 1 : 0);
}

function writeId(row: RowEncoder, id: string | undefined): void {
  const canonical = parseUuid(id);
  if (canonical === undefined) row.nilUuid();
  else row.uuid(canonical);
}
