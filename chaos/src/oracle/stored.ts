import { sql, uuid } from '@runlight/clickhouse';
import type { Database } from '@runlight/postgres';
import type { Lab } from '../lab/lab.ts';

/** A run as a reader finds it. */
export interface StoredRun {
  id: string;
  step: number;
  tokens: number;
  isEnded: boolean;
  isPartial: boolean;
}

/** Everything the stores hold of one workspace. */
export interface Stored {
  runs: StoredRun[];
  /** Newest step that the outputs of each run say. */
  outputSteps: Map<string, number>;
  events: number;
  feedback: { id: string; runId: string; score: number }[];
  feedbackEvents: number;
  ledger: { batches: Set<string>; operations: number; dead: number };
  usage: number;
  deadLetters: { runId: string | null; reason: string }[];
}

type Stores = Pick<Lab, 'clickhouse' | 'database'>;

export async function readStored(stores: Stores, workspaceId: string): Promise<Stored> {
  const [runs, outputSteps, events, feedback, feedbackEvents] = await Promise.all([
    readRuns(stores, workspaceId),
    readOutputSteps(stores, workspaceId),
    count(stores, workspaceId, 'run_events'),
    readFeedback(stores, workspaceId),
    count(stores, workspaceId, 'feedback_events'),
  ]);
  return {
    runs,
    outputSteps,
    events,
    feedback,
    feedbackEvents,
    ...(await readBooks(stores.database, workspaceId)),
  };
}

const readRuns = ({ clickhouse }: Stores, workspaceId: string): Promise<StoredRun[]> =>
  clickhouse.rows({
    name: 'oracleRuns',
    query: sql`SELECT id, metadata['step'] AS step, total_tokens, status, is_partial
      FROM runs FINAL WHERE workspace_id = ${uuid(workspaceId)}`,
    settings: { max_execution_time: 60 },
    row: (raw) => ({
      id: String(raw['id']),
      step: Number(raw['step']),
      tokens: Number(raw['total_tokens']),
      isEnded: raw['status'] !== 'pending',
      isPartial: raw['is_partial'] === 1,
    }),
  });

async function readOutputSteps(
  { clickhouse }: Stores,
  workspaceId: string,
): Promise<Map<string, number>> {
  const rows = await clickhouse.rows({
    name: 'oraclePayloads',
    query: sql`SELECT id, JSONExtractInt(content, 'step') AS step
      FROM run_payloads FINAL WHERE workspace_id = ${uuid(workspaceId)} AND field = 'outputs'`,
    settings: { max_execution_time: 60 },
    row: (raw) => [String(raw['id']), Number(raw['step'])] as const,
  });
  return new Map(rows);
}

const readFeedback = ({ clickhouse }: Stores, workspaceId: string) =>
  clickhouse.rows({
    name: 'oracleFeedback',
    query: sql`SELECT id, run_id, score FROM feedback FINAL WHERE workspace_id = ${uuid(workspaceId)}`,
    row: (raw) => ({
      id: String(raw['id']),
      runId: String(raw['run_id']),
      score: Number(raw['score']),
    }),
  });

async function count(
  { clickhouse }: Stores,
  workspaceId: string,
  table: 'run_events' | 'feedback_events',
): Promise<number> {
  const where = sql`WHERE workspace_id = ${uuid(workspaceId)}`;
  const [rows = 0] = await clickhouse.rows({
    name: 'oracleCount',
    query:
      table === 'run_events'
        ? sql`SELECT count() AS rows FROM run_events FINAL ${where}`
        : sql`SELECT count() AS rows FROM feedback_events FINAL ${where}`,
    settings: { max_execution_time: 60 },
    row: (raw) => Number(raw['rows']),
  });
  return rows;
}

async function readBooks(
  { db }: Database,
  workspaceId: string,
): Promise<Pick<Stored, 'ledger' | 'usage' | 'deadLetters'>> {
  const batches = await db
    .selectFrom('ingest_ledger')
    .select(['batch_id', 'operations', 'dead'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const usage = await db
    .selectFrom('ingest_usage')
    .select(({ fn }) => fn.sum<string>('operations').as('operations'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  const letters = await db
    .selectFrom('ingest_dead_letter')
    .select(['run_id', 'reason'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const sum = (field: 'operations' | 'dead') =>
    batches.reduce((total, row) => total + row[field], 0);
  return {
    ledger: {
      batches: new Set(batches.map(({ batch_id }) => batch_id)),
      operations: sum('operations'),
      dead: sum('dead'),
    },
    usage: Number(usage?.operations ?? 0),
    deadLetters: letters.map(({ run_id, reason }) => ({ runId: run_id, reason })),
  };
}
