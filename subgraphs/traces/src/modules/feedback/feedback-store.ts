import { int, sql, uuids } from '@runlight/clickhouse';
import type { Tenant } from '../runs/tenant.ts';

/** A row of `feedback`; JSON texts are as they were sent, empty when absent, as are other texts. */
export interface FeedbackRow {
  runId: string;
  feedbackId: string;
  key: string;
  score: number | undefined;
  value: string;
  comment: string;
  correction: string;
  source: string;
  sourceMetadata: string;
  isError: boolean;
  createdAtUs: number;
  modifiedAtUs: number;
}

export const maxFeedbackPerRun = 100;

export type FeedbackStore = ReturnType<typeof createFeedbackStore>;

export function createFeedbackStore(tenant: Tenant) {
  return {
    /** Feedback on the runs, the newest first, at most 100 of each. A read by primary key. */
    ofRuns: (runIds: readonly string[]): Promise<FeedbackRow[]> =>
      tenant.rows(
        'feedbackOfRuns',
        sql`SELECT run_id, id, key, has_score, score, value, comment, correction, source_type, source_metadata,
  is_error, toUnixTimestamp64Micro(created_at) AS created_at_us, toUnixTimestamp64Micro(modified_at) AS modified_at_us
FROM feedback FINAL
WHERE ${tenant.inWorkspace} AND run_id IN ${uuids(runIds)}
ORDER BY created_at DESC, UUIDToNum(id) DESC LIMIT ${int(maxFeedbackPerRun)} BY run_id`,
        parseFeedback,
      ),
  };
}

function parseFeedback(raw: Record<string, unknown>): FeedbackRow {
  return {
    runId: raw['run_id'] as string,
    feedbackId: raw['id'] as string,
    key: raw['key'] as string,
    score: raw['has_score'] === 1 ? Number(raw['score']) : undefined,
    value: raw['value'] as string,
    comment: raw['comment'] as string,
    correction: raw['correction'] as string,
    source: raw['source_type'] as string,
    sourceMetadata: raw['source_metadata'] as string,
    isError: raw['is_error'] === 1,
    createdAtUs: Number(raw['created_at_us']),
    modifiedAtUs: Number(raw['modified_at_us']),
  };
}
