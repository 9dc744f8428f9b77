import type { Database } from '@runlight/postgres';
import { decodeBatch } from '@runlight/queue';
import type { QueuedBatch } from '@runlight/queue';
import { sql } from 'kysely';
import type { Tombstones } from './tombstones.ts';
import { buriedOf } from './buried.ts';

const pageSize = 100;

export interface InboxScope {
  workspaceId: string;
  /** All that was sent to it goes. */
  projectId: string | undefined;
  signal: AbortSignal;
}

/**
 * Deletes what the ingest inbox keeps of deleted runs: dead letters, which could be replayed, and samples
 * of refused ones. Gives how many went. May be repeated.
 */
export async function cleanInbox(
  { database, tombstones }: { database: Pick<Database, 'db'>; tombstones: Tombstones },
  scope: InboxScope,
): Promise<number> {
  const letters = await forEachPage('ingest_dead_letter', 'operation', database, scope, (page) =>
    goneLetters(tombstones, scope, page),
  );
  const samples = await forEachPage('ingest_rejection', 'sample', database, scope, (page) =>
    goneSamples(tombstones, scope, page),
  );
  return letters + samples;
}

interface InboxRow {
  id: string;
  run_id: string | null;
  bytes: Buffer;
}

async function forEachPage(
  table: 'ingest_dead_letter' | 'ingest_rejection',
  bytes: 'operation' | 'sample',
  { db }: Pick<Database, 'db'>,
  { workspaceId, signal }: InboxScope,
  choose: (rows: InboxRow[]) => Promise<string[]>,
): Promise<number> {
  let [deleted, after] = [0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    signal.throwIfAborted();
    const { rows } = await sql<InboxRow>`
      SELECT id, run_id, ${sql.ref(bytes)} AS bytes FROM ${sql.table(table)}
      WHERE workspace_id = ${workspaceId} AND id > ${after} ORDER BY id LIMIT ${pageSize}`.execute(
      db,
    );
    const last = rows.at(-1);
    if (!last) return deleted;
    after = last.id;
    const gone = await choose(rows);
    if (gone.length > 0) await db.deleteFrom(table).where('id', 'in', gone).execute();
    deleted += gone.length;
  }
}

async function goneLetters(
  tombstones: Tombstones,
  { workspaceId, projectId }: InboxScope,
  rows: InboxRow[],
): Promise<string[]> {
  const gone: string[] = [];
  const readable: { id: string; batch: QueuedBatch }[] = [];
  for (const { id, bytes } of rows) {
    const batch = readBatch(bytes);
    if (batch) readable.push({ id, batch });
  }
  const operations = readable.flatMap(({ batch }) =>
    batch.operations.map((operation) => ({ ...operation, workspaceId, batchId: batch.batchId })),
  );
  const feedback = readable.flatMap(({ batch }) =>
    batch.feedback.map((each) => ({ ...each, workspaceId, batchId: batch.batchId })),
  );
  const buried = await buriedOf(tombstones, new Set([workspaceId]), {
    runs: operations.map((operation) => ({ operation, projectId: operation.projectId })),
    feedback,
  });
  const dead = new Set([...buried].map(({ batchId, ...rest }) => keyOf(batchId, rest)));
  for (const { id, batch } of readable) {
    const isOfProject =
      projectId !== undefined &&
      (batch.operations.some((each) => each.projectId === projectId) ||
        batch.feedback.some((each) => each.target?.projectId === projectId));
    const isBuried = [...batch.operations, ...batch.feedback].some((each) =>
      dead.has(keyOf(batch.batchId, each)),
    );
    if (isOfProject || isBuried) gone.push(id);
  }
  return gone;
}

const keyOf = (batchId: string, each: { runId?: string; feedbackId?: string; kind: string }) =>
  `${batchId}/${each.feedbackId ?? each.runId}/${each.kind}`;

async function goneSamples(
  tombstones: Tombstones,
  { workspaceId }: InboxScope,
  rows: InboxRow[],
): Promise<string[]> {
  const ids = rows.flatMap(({ run_id }) => run_id ?? []);
  const found = await tombstones.find(workspaceId, [...new Set(ids)]);
  const gone = new Set(found.filter(({ kind }) => kind === 'run').map(({ id }) => id));
  return rows.filter(({ run_id }) => run_id !== null && gone.has(run_id)).map(({ id }) => id);
}

function readBatch(bytes: Buffer): QueuedBatch | undefined {
  try {
    return decodeBatch(bytes);
  } catch {
    // Empty, damaged, or of a newer version: nothing that could be replayed.
    return undefined;
  }
}
