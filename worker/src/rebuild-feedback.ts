import { sql, uuid } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { foldFeedback } from '@runlight/run-model';
import type { FeedbackEvent, FeedbackOperation } from '@runlight/run-model';
import { createFeedbackStore } from './feedback/feedback-store.ts';
import { rowsOf } from './feedback/store-feedback.ts';
import type { FoldedFeedback } from './feedback/store-feedback.ts';
import { createStoredKeys } from './place/stored-keys.ts';

const feedbackPerInsert = 2000;
const longRead = { max_execution_time: 3600, max_memory_usage: '4000000000' };

/**
 * Writes the rows of `feedback` anew from `feedback_events`, of one workspace or of all; gives the number
 * of rows. It may run beside workers, as `rebuildRuns`.
 */
export async function rebuildFeedback(
  clickhouse: ClickHouse,
  { workspaceId }: { workspaceId?: string } = {},
): Promise<number> {
  const store = createFeedbackStore(clickhouse);
  const placesOf = createStoredKeys(clickhouse).find;
  let count = 0;
  const insert = async (lot: FoldedFeedback[]) => {
    const rows = await rowsOf(lot, placesOf);
    await store.insertRows(rows);
    count += rows.length;
  };
  const workspaces = workspaceId === undefined ? await allWorkspaces(clickhouse) : [workspaceId];
  for (const workspace of workspaces) {
    let lot: FoldedFeedback[] = [];
    for await (const feedback of foldedFeedback(clickhouse, workspace)) {
      lot.push(feedback);
      if (lot.length < feedbackPerInsert) continue;
      await insert(lot);
      lot = [];
    }
    await insert(lot);
  }
  return count;
}

const allWorkspaces = (clickhouse: ClickHouse) =>
  clickhouse.rows({
    name: 'rebuildFeedbackWorkspaces',
    query: sql`SELECT DISTINCT workspace_id FROM feedback_events ORDER BY workspace_id`,
    row: (raw) => raw['workspace_id'] as string,
    settings: longRead,
  });

/** Reads the log in the order of its key, in which the events of a feedback stand together. */
async function* foldedFeedback(
  clickhouse: ClickHouse,
  workspaceId: string,
): AsyncGenerator<FoldedFeedback> {
  const lots = clickhouse.stream({
    name: 'rebuildFeedbackEvents',
    query: sql`SELECT id, event_version, batch_id, operation FROM feedback_events
      WHERE workspace_id = ${uuid(workspaceId)} ORDER BY workspace_id, id`,
    row: readEvent,
    settings: longRead,
  });
  let feedbackId = '';
  let events: FeedbackEvent[] = [];
  for await (const lot of lots) {
    for (const { id, event } of lot) {
      if (events.length > 0 && id !== feedbackId) {
        yield { workspaceId, feedbackId, state: foldFeedback(events) };
        events = [];
      }
      feedbackId = id;
      events.push(event);
    }
  }
  if (events.length > 0) yield { workspaceId, feedbackId, state: foldFeedback(events) };
}

function readEvent(raw: Record<string, unknown>): { id: string; event: FeedbackEvent } {
  const { feedbackId: id, ...operation } = JSON.parse(
    raw['operation'] as string,
  ) as FeedbackOperation;
  return {
    id,
    event: {
      ...operation,
      sequence: BigInt(raw['event_version'] as string),
      batchId: raw['batch_id'] as string,
    },
  };
}
