import { int, sql, uuid } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import type { Database } from '@runlight/postgres';
import { uuidTimeMs } from '@runlight/run-model';

export interface AuditStores {
  clickhouse: ClickHouse;
  database: Pick<Database, 'db'>;
}

/** What the ledger says of a workspace's hour, and what is there. */
export interface AuditedHour {
  workspaceId: string;
  /** Beginning of the hour in which the batches were recorded. */
  hour: Date;
  /** Operations recorded as stored, dead letters aside. */
  recorded: number;
  /** Of those, distinct ones in `run_events` and `feedback_events`, with those deleted on purpose. */
  stored: number;
  /** Operations that are missing, and some that nobody recorded; 0 is right. */
  difference: number;
}

interface LedgerBatch {
  batchId: string;
  workspaceId: string;
  operations: number;
  dead: number;
  storedAt: Date;
}

/** Clocks of the machines may differ by so much. */
const slackMs = 2 * 3_600_000;
const longRead = { max_execution_time: 600, max_memory_usage: '4000000000' };

/** So much of the ledger is in memory at a time. */
const sliceMs = 600_000;

/** Compares the ledger since a time with the trace store, batch by batch (§2.9). */
export async function auditHours(
  stores: AuditStores,
  { since, now }: { since: Date; now: Date },
): Promise<AuditedHour[]> {
  const hours = new Map<string, AuditedHour>();
  // The clock of the database may be ahead.
  const untilMs = now.getTime() + 60_000;
  for (let fromMs = since.getTime(); fromMs < untilMs; fromMs += sliceMs) {
    const batches = await readLedger(stores, fromMs, Math.min(fromMs + sliceMs, untilMs));
    for (const [workspaceId, own] of Map.groupBy(batches, (batch) => batch.workspaceId)) {
      const [stored, deleted] = await Promise.all([
        countStored(stores.clickhouse, workspaceId, own),
        countDeleted(stores.clickhouse, workspaceId, own),
      ]);
      compare(hours, own, { stored, deleted });
    }
  }
  return [...hours.values()];
}

async function readLedger(
  { database: { db } }: AuditStores,
  fromMs: number,
  toMs: number,
): Promise<LedgerBatch[]> {
  const rows = await db
    .selectFrom('ingest_ledger')
    .select(['batch_id', 'workspace_id', 'operations', 'dead', 'stored_at'])
    .where('stored_at', '>=', new Date(fromMs))
    .where('stored_at', '<', new Date(toMs))
    .execute();
  return rows.map((row) => ({
    batchId: row.batch_id,
    workspaceId: row.workspace_id,
    operations: row.operations,
    dead: row.dead,
    storedAt: row.stored_at,
  }));
}

/**
 * Distinct operations by batch. All recent batches of the workspace are counted and those in question
 * taken from that: thousands of ids in the query would cost more.
 */
async function countStored(
  clickhouse: ClickHouse,
  workspaceId: string,
  batches: LedgerBatch[],
): Promise<Map<string, number>> {
  const wanted = new Set(batches.map(({ batchId }) => batchId));
  const since = sql`workspace_id = ${uuid(workspaceId)}
    AND ingested_at >= fromUnixTimestamp64Milli(${int(earliestMs(batches))})`;
  const stored = new Map<string, number>();
  const lots = clickhouse.stream({
    name: 'auditBatches',
    query: sql`SELECT batch_id, sum(operations) AS operations FROM (
        SELECT batch_id, uniqExact(id, event_version) AS operations
        FROM run_events WHERE ${since} GROUP BY batch_id
        UNION ALL
        SELECT batch_id, uniqExact(id, event_version) AS operations
        FROM feedback_events WHERE ${since} GROUP BY batch_id
      ) GROUP BY batch_id`,
    row: (raw) => ({ batchId: raw['batch_id'] as string, operations: Number(raw['operations']) }),
    settings: longRead,
  });
  for await (const lot of lots) {
    for (const { batchId, operations } of lot) {
      if (wanted.has(batchId)) stored.set(batchId, operations);
    }
  }
  return stored;
}

/** Operations of the batches that were deleted on purpose. */
async function countDeleted(
  clickhouse: ClickHouse,
  workspaceId: string,
  batches: LedgerBatch[],
): Promise<Map<string, number>> {
  const wanted = new Set(batches.map(({ batchId }) => batchId));
  const rows = await clickhouse.rows({
    name: 'auditDeletedBatches',
    query: sql`SELECT batch_id, sum(most) AS operations FROM (
        SELECT batch_id, job_id, max(operations) AS most FROM deleted_batches
        WHERE workspace_id = ${uuid(workspaceId)} GROUP BY batch_id, job_id
      ) GROUP BY batch_id`,
    row: (raw) => ({ batchId: raw['batch_id'] as string, operations: Number(raw['operations']) }),
    settings: longRead,
  });
  return new Map(
    rows
      .filter(({ batchId }) => wanted.has(batchId))
      .map(({ batchId, operations }) => [batchId, operations]),
  );
}

/** Nothing of the batches can have been inserted before the first of them was accepted. */
function earliestMs(batches: LedgerBatch[]): number {
  let earliest = Infinity;
  for (const { batchId } of batches) earliest = Math.min(earliest, uuidTimeMs(batchId) ?? 0);
  return Math.max(0, earliest - slackMs);
}

/** Adds the batches to their hours. */
function compare(
  hours: Map<string, AuditedHour>,
  batches: LedgerBatch[],
  { stored, deleted }: Record<'stored' | 'deleted', Map<string, number>>,
): void {
  for (const { batchId, workspaceId, operations, dead, storedAt } of batches) {
    const hourMs = storedAt.getTime() - (storedAt.getTime() % 3_600_000);
    const name = `${workspaceId} ${hourMs}`;
    const hour = hours.get(name) ?? {
      workspaceId,
      hour: new Date(hourMs),
      recorded: 0,
      stored: 0,
      difference: 0,
    };
    hours.set(name, hour);
    const there = stored.get(batchId) ?? 0;
    // What was deleted on purpose; some of it may be there yet.
    const gone = Math.min(deleted.get(batchId) ?? 0, Math.max(0, operations - there));
    const found = there + gone;
    // A dead letter may have been replayed since, or its rows inserted before it was given up.
    const expected = Math.min(Math.max(found, operations - dead), operations);
    hour.recorded += expected;
    hour.stored += found;
    hour.difference += Math.abs(expected - found);
  }
}

/**
 * Runs of which there are events, inserted within the time given, but no row in `runs`. The rebuild
 * command writes them. Not to be asked about what is being stored right now.
 */
export async function countUnfolded(
  clickhouse: ClickHouse,
  workspaceId: string,
  { since, until }: { since: Date; until: Date },
): Promise<number> {
  const keys = sql`project_id, trace_start, trace_id, id`;
  const from = (ms: number): Sql => sql`workspace_id = ${uuid(workspaceId)}
    AND ingested_at >= fromUnixTimestamp64Milli(${int(Math.max(0, ms))})`;
  const [row] = await clickhouse.rows({
    name: 'auditUnfolded',
    // A run's row is written after its events, and again with each of them.
    query: sql`SELECT count() AS runs FROM (
        SELECT DISTINCT ${keys} FROM run_events WHERE ${from(since.getTime())}
          AND ingested_at < fromUnixTimestamp64Milli(${int(until.getTime())})
          AND event_version > 0
      ) WHERE (${keys}) NOT IN (SELECT ${keys} FROM runs
        WHERE ${from(since.getTime() - slackMs)})`,
    row: (raw) => Number(raw['runs']),
    settings: longRead,
  });
  return row ?? 0;
}
