import { StoreError } from '@runlight/clickhouse';
import { foldFeedback } from '@runlight/run-model';
import type { FeedbackEvent, FeedbackState } from '@runlight/run-model';
import { nameIn } from '../operation.ts';
import type { Placement } from '../place/placement.ts';
import { lostRowsReason } from '../store/store-operations.ts';
import type { AcceptedFeedback } from './accepted-feedback.ts';
import type { FeedbackStore } from './feedback-store.ts';
import type { FeedbackRow } from './rows.ts';

export interface FeedbackOptions {
  store: FeedbackStore;
  /** Places of those runs (and traces) of a workspace that are known, by id. */
  placesOf: (workspaceId: string, ids: string[]) => Promise<Map<string, Placement>>;
}

/** One feedback with everything that is known of it. */
export interface FoldedFeedback {
  workspaceId: string;
  feedbackId: string;
  state: FeedbackState;
}

/**
 * Stores feedback operations as runs are stored: events first, then all events of the feedback they
 * touch are read back and folded into rows, and every row is verified. May be repeated at will, by any
 * number of workers. The runs need not exist.
 *
 * @throws StoreError, also when rows are not there after their insert succeeded
 */
export async function storeFeedback(
  { store, placesOf }: FeedbackOptions,
  operations: readonly AcceptedFeedback[],
): Promise<FeedbackRow[]> {
  await store.insertEvents(operations);
  const events = await store.readEvents(operations);
  const rows = await rowsOf(foldAll(operations, events), placesOf);
  await store.insertRows(rows);
  if ((await store.countMissing(rows)) > 0) throw lostRows();
  return rows;
}

const lostRows = () => new StoreError('infrastructure', lostRowsReason, undefined);

function foldAll(
  operations: readonly AcceptedFeedback[],
  events: Map<string, FeedbackEvent[]>,
): FoldedFeedback[] {
  const folded = new Map<string, FoldedFeedback>();
  for (const { workspaceId, feedbackId, sequence, batchId } of operations) {
    const name = nameIn(workspaceId, feedbackId);
    const own = events.get(name) ?? [];
    // Our own must be among them: they were inserted.
    if (!own.some((event) => event.sequence === sequence && event.batchId === batchId)) {
      throw lostRows();
    }
    if (!folded.has(name)) {
      folded.set(name, { workspaceId, feedbackId, state: foldFeedback(own) });
    }
  }
  return [...folded.values()];
}

/**
 * The row where the feedback belongs, and withdrawn ones where it was before. Feedback of which only an
 * update is known belongs nowhere yet: it is in the events and gets its row with the create.
 */
export async function rowsOf(
  folded: FoldedFeedback[],
  placesOf: FeedbackOptions['placesOf'],
): Promise<FeedbackRow[]> {
  const rows: FeedbackRow[] = [];
  for (const [workspaceId, some] of Map.groupBy(folded, (each) => each.workspaceId)) {
    const places = await placesOf(workspaceId, [...new Set(some.flatMap(idsToAsk))]);
    for (const { feedbackId, state } of some) {
      const { target } = state;
      const place = places.get(target?.runId ?? '') ?? places.get(target?.traceId ?? '');
      for (const runId of state.runIds) {
        rows.push({
          workspaceId,
          feedbackId,
          runId,
          traceId: target?.traceId ?? places.get(target?.runId ?? '')?.traceId,
          projectId: target?.projectId ?? place?.projectId,
          state,
          isDeleted: state.isDeleted || runId !== (target?.runId ?? ''),
        });
      }
    }
  }
  return rows;
}

/** Ids whose place says what the sender did not. */
function idsToAsk({ state: { target, isDeleted } }: FoldedFeedback): string[] {
  if (target?.runId === undefined || isDeleted) return [];
  if (target.traceId !== undefined && target.projectId !== undefined) return [];
  return target.traceId === undefined ? [target.runId] : [target.runId, target.traceId];
}
