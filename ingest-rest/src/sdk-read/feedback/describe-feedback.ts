/** Feedback as the graph gives it. */
export interface GraphFeedback {
  uuid: string;
  runUuid: string | null;
  traceUuid: string | null;
  projectUuid: string | null;
  threadId: string | null;
  key: string;
  score: number | null;
  value: unknown;
  comment: string | null;
  correction: unknown;
  config: unknown;
  source: string | null;
  sourceMetadata: unknown;
  userUuid: string | null;
  comparativeExperimentUuid: string | null;
  groupUuid: string | null;
  isError: boolean;
  extra: unknown;
  createdAt: string;
  modifiedAt: string;
}

export const feedbackSelection = `uuid runUuid traceUuid projectUuid threadId key score value comment
  correction config source sourceMetadata userUuid comparativeExperimentUuid groupUuid isError extra
  createdAt modifiedAt`;

/** LangSmith's feedback (langsmith-protocol §7); Python requires the keys `run_id` and `trace_id`. */
export const describeFeedback = (feedback: GraphFeedback): Record<string, unknown> => ({
  id: feedback.uuid,
  created_at: feedback.createdAt,
  modified_at: feedback.modifiedAt,
  run_id: feedback.runUuid,
  trace_id: feedback.traceUuid,
  session_id: feedback.projectUuid,
  feedback_thread_id: feedback.threadId,
  key: feedback.key,
  score: feedback.score,
  value: feedback.value,
  comment: feedback.comment,
  correction: feedback.correction,
  feedback_config: feedback.config,
  feedback_source: {
    type: feedback.source ?? 'api',
    metadata: feedback.sourceMetadata,
    user_id: feedback.userUuid,
  },
  comparative_experiment_id: feedback.comparativeExperimentUuid,
  feedback_group_id: feedback.groupUuid,
  error: feedback.isError,
  extra: feedback.extra,
});
