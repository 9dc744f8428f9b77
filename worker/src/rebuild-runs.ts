import { sql, uuid } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import type { Database } from '@runlight/postgres';
import { foldRun } from '@runlight/run-model';
import type { RunEnvelope, RunEvent, RunKey } from '@runlight/run-model';
import { movedKind } from './place/run-mover.ts';
import { noExpiryDay } from './retention/expiry.ts';
import { encodeKey } from './store/run-group.ts';
import { createOwnPriceDirectory } from './store/own-prices.ts';
import { createRunStore } from './store/run-store.ts';
import type { FoldedRun } from './store/run-store.ts';

type StoredEvent = RunEvent & { key: RunKey };

const runsPerInsert = 5000;
const longRead = { max_execution_time: 3600, max_memory_usage: '4000000000' };

/**
 * Writes the rows of `runs` anew from `run_events`, of one workspace or of all; gives their number. The
 * rows replace those that are there (same version, written later), so it may run beside workers: a run
 * that gets another event meanwhile has a higher version.
 */
export async function rebuildRuns(
  { clickhouse, database }: { clickhouse: ClickHouse; database: Pick<Database, 'db'> },
  { workspaceId, onProgress }: { workspaceId?: string; onProgress?: (runs: number) => void } = {},
): Promise<number> {
  const store = createRunStore(clickhouse, createOwnPriceDirectory(database));
  let runs = 0;
  const insert = async (lot: FoldedRun[]) => {
    if (lot.length === 0) return;
    await store.insertRuns(await store.priceRuns(lot));
    runs += lot.length;
    onProgress?.(runs);
  };
  const workspaces = workspaceId === undefined ? await allWorkspaces(clickhouse) : [workspaceId];
  for (const workspace of workspaces) {
    let lot: FoldedRun[] = [];
    for await (const run of foldedRuns(clickhouse, workspace)) {
      lot.push(run);
      if (lot.length < runsPerInsert) continue;
      await insert(lot);
      lot = [];
    }
    await insert(lot);
  }
  return runs;
}

const allWorkspaces = (clickhouse: ClickHouse) =>
  clickhouse.rows({
    name: 'rebuildWorkspaces',
    query: sql`SELECT DISTINCT workspace_id FROM run_events ORDER BY workspace_id`,
    row: (raw) => raw['workspace_id'] as string,
    settings: longRead,
  });

/** Reads the log in the order of its key, in which the events of a run stand together. */
async function* foldedRuns(clickhouse: ClickHouse, workspaceId: string): AsyncGenerator<FoldedRun> {
  const lots = clickhouse.stream({
    name: 'rebuildEvents',
    query: sql`SELECT project_id, toUnixTimestamp64Micro(trace_start) AS start, trace_id, id,
        event_version, batch_id, kind, envelope
      FROM run_events WHERE workspace_id = ${uuid(workspaceId)}
      ORDER BY workspace_id, project_id, trace_start, trace_id, id`,
    row: (raw) => readEvent(workspaceId, raw),
    settings: longRead,
  });
  let events: StoredEvent[] = [];
  for await (const lot of lots) {
    for (const event of lot) {
      const [first] = events;
      if (first && !isSameRun(first.key, event.key)) {
        if (!wasMoved(events)) yield fold(events);
        events = [];
      }
      events.push(event);
    }
  }
  if (events.length > 0 && !wasMoved(events)) yield fold(events);
}

/** Its events stand under another key too, and only there they count. */
const wasMoved = (events: StoredEvent[]): boolean =>
  events.some(({ kind }) => (kind as string) === movedKind);

function readEvent(workspaceId: string, raw: Record<string, unknown>): StoredEvent {
  return {
    key: {
      workspaceId,
      projectId: raw['project_id'] as string,
      traceStartUs: Number(raw['start']),
      traceId: raw['trace_id'] as string,
      runId: raw['id'] as string,
    },
    sequence: BigInt(raw['event_version'] as string),
    batchId: raw['batch_id'] as string,
    kind: raw['kind'] as RunEvent['kind'],
    envelope: JSON.parse(raw['envelope'] as string) as RunEnvelope,
  };
}

const isSameRun = (a: RunKey, b: RunKey) =>
  a.runId === b.runId &&
  a.traceId === b.traceId &&
  a.traceStartUs === b.traceStartUs &&
  a.projectId === b.projectId;

function fold(events: StoredEvent[]): FoldedRun {
  const { key } = events[0]!;
  const { keyRow, keyText } = encodeKey(key);
  return {
    keyText,
    group: { key, keyRow, expiryDay: noExpiryDay, operations: [] },
    state: foldRun(events),
  };
}
