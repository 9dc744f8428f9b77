import { RowReader, createRowEncoder, sql, uuids } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import type { FeedbackEvent, FeedbackOperation } from '@runlight/run-model';
import { throwAsOutage } from '../care.ts';
import { nameIn } from '../operation.ts';
import type { AcceptedFeedback } from './accepted-feedback.ts';
import {
  feedbackColumns,
  feedbackEventColumns,
  writeFeedback,
  writeFeedbackEvent,
} from './rows.ts';
import type { FeedbackRow } from './rows.ts';

/** The SQL of storing feedback. Every call names the workspaces whose rows it touches. */
export interface FeedbackStore {
  insertEvents: (operations: readonly AcceptedFeedback[]) => Promise<void>;
  /** All events of the feedback that the operations touch, by workspace and feedback id (`nameIn`). */
  readEvents: (operations: readonly AcceptedFeedback[]) => Promise<Map<string, FeedbackEvent[]>>;
  insertRows: (rows: readonly FeedbackRow[]) => Promise<void>;
  /** How many of the rows are not there with at least their version. */
  countMissing: (rows: readonly FeedbackRow[]) => Promise<number>;
}

/** ClickHouse takes 128 KiB for a parameter. */
const idsPerQuery = 2000;
const nilUuid = '00000000-0000-0000-0000-000000000000';

export function createFeedbackStore(clickhouse: ClickHouse): FeedbackStore {
  return {
    async insertEvents(operations) {
      const encoder = createRowEncoder(operations.length * 512);
      for (const operation of operations) writeFeedbackEvent(encoder, operation);
      await clickhouse.insertRowBinary({
        name: 'workerInsert_feedback_events',
        table: 'feedback_events',
        columns: feedbackEventColumns,
        body: encoder.take(),
      });
    },

    async readEvents(operations) {
      const events = new Map<string, FeedbackEvent[]>();
      for (const some of chunks(operations)) {
        const rows = await readEventRows(clickhouse, some).catch(throwAsOutage);
        for (const { name, event } of rows) {
          const known = events.get(name);
          if (known) known.push(event);
          else events.set(name, [event]);
        }
      }
      return events;
    },

    async insertRows(rows) {
      if (rows.length === 0) return;
      const encoder = createRowEncoder(rows.length * 512);
      for (const row of rows) writeFeedback(encoder, row);
      await clickhouse.insertRowBinary({
        name: 'workerInsert_feedback',
        table: 'feedback',
        columns: feedbackColumns,
        body: encoder.take(),
      });
    },

    async countMissing(rows) {
      let missing = 0;
      for (const some of chunks(rows)) {
        missing += await countMissingRows(clickhouse, some).catch(throwAsOutage);
      }
      return missing;
    },
  };
}

function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += idsPerQuery) {
    yield items.slice(start, start + idsPerQuery);
  }
}

const distinct = (ids: string[]) => uuids([...new Set(ids)]);

async function readEventRows(clickhouse: ClickHouse, operations: AcceptedFeedback[]) {
  const result = new RowReader(
    await clickhouse.rowBinary({
      name: 'workerReadFeedbackEvents',
      query: sql`SELECT workspace_id, id, event_version, batch_id, operation FROM feedback_events
        WHERE workspace_id IN ${distinct(operations.map(({ workspaceId }) => workspaceId))}
          AND id IN ${distinct(operations.map(({ feedbackId }) => feedbackId))}`,
    }),
  );
  const rows: { name: string; event: FeedbackEvent }[] = [];
  while (!result.isAtEnd) {
    const name = nameIn(result.uuid(), result.uuid());
    const [sequence, batchId] = [result.u64big(), result.uuid()];
    const { feedbackId: _id, ...operation } = JSON.parse(result.text()) as FeedbackOperation;
    rows.push({ name, event: { ...operation, sequence, batchId } });
  }
  return rows;
}

async function countMissingRows(clickhouse: ClickHouse, rows: FeedbackRow[]): Promise<number> {
  const nameOf = (workspaceId: string, runId: string, id: string) =>
    `${nameIn(workspaceId, id)}/${runId === '' ? nilUuid : runId}`;
  const wanted = new Map(
    rows.map(({ workspaceId, runId, feedbackId, state }) => [
      nameOf(workspaceId, runId, feedbackId),
      state.version,
    ]),
  );
  const result = new RowReader(
    await clickhouse.rowBinary({
      name: 'workerVerifyFeedback',
      query: sql`SELECT workspace_id, run_id, id, version FROM feedback
        WHERE workspace_id IN ${distinct(rows.map(({ workspaceId }) => workspaceId))}
          AND run_id IN ${distinct(rows.map(({ runId }) => (runId === '' ? nilUuid : runId)))}
          AND id IN ${distinct(rows.map(({ feedbackId }) => feedbackId))}`,
    }),
  );
  while (!result.isAtEnd) {
    const [workspaceId, runId, id] = [result.uuid(), result.uuid(), result.uuid()];
    const name = nameOf(workspaceId, runId, id);
    const version = result.u64big();
    // A row with a higher version is as good: somebody knew more.
    const least = wanted.get(name);
    if (least !== undefined && version >= least) wanted.delete(name);
  }
  return wanted.size;
}
