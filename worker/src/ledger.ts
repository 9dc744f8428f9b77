import type { Database } from '@runlight/postgres';
import { sql } from 'kysely';

/** A batch of which every operation is stored or dead. */
export interface FinishedBatch {
  batchId: string;
  workspaceId: string;
  operations: number;
  bytes: number;
  dead: number;
  acceptedAtMs: number;
}

export interface DeadLetter {
  /** The same for every delivery of the operation, so that it is kept once. */
  id: string;
  batchId: string;
  workspaceId: string;
  /** Who sent it; undefined when that cannot be read any more. */
  keyId: string | undefined;
  sdk: string;
  runId: string | undefined;
  reason: string;
  detail: string;
  /** The operation as a batch of its own, or the damaged entry. */
  bytes: Uint8Array;
  attempts: number;
  firstAttemptAtMs: number;
}

export interface Ledger {
  /** Records batches; counts each of them once however often it is recorded. */
  record: (batches: FinishedBatch[]) => Promise<void>;
  bury: (letters: DeadLetter[]) => Promise<void>;
}

export function createLedger({ db }: Pick<Database, 'db'>): Ledger {
  return {
    async record(batches) {
      if (batches.length === 0) return;
      // One statement is one transaction. The counters take only what the ledger did not have, and a
      // batch that is in the lot twice once; rows in a fixed order, so that two workers cannot lock each
      // other out.
      await sql`
        WITH finished AS (
          SELECT DISTINCT ON (batch_id) * FROM unnest(
            ${batches.map(({ batchId }) => batchId)}::uuid[],
            ${batches.map(({ workspaceId }) => workspaceId)}::uuid[],
            ${batches.map(({ operations }) => operations)}::integer[],
            ${batches.map(({ bytes }) => bytes)}::bigint[],
            ${batches.map(({ dead }) => dead)}::integer[],
            ${batches.map(({ acceptedAtMs }) => new Date(acceptedAtMs).toISOString().slice(0, 10))}::date[]
          ) AS t (batch_id, workspace_id, operations, bytes, dead, day)
          ORDER BY batch_id
        ), inserted AS (
          INSERT INTO ingest_ledger (batch_id, workspace_id, operations, bytes, dead)
          SELECT batch_id, workspace_id, operations, bytes, dead FROM finished ORDER BY batch_id
          ON CONFLICT (batch_id) DO NOTHING
          RETURNING batch_id
        )
        INSERT INTO ingest_usage (workspace_id, day, operations, bytes)
        SELECT workspace_id, day, sum(operations), sum(bytes)
        FROM finished JOIN inserted USING (batch_id)
        GROUP BY workspace_id, day ORDER BY workspace_id, day
        ON CONFLICT (workspace_id, day) DO UPDATE SET
          operations = ingest_usage.operations + excluded.operations,
          bytes = ingest_usage.bytes + excluded.bytes,
          last_stored_at = now()`.execute(db);
    },

    async bury(letters) {
      if (letters.length === 0) return;
      await db
        .insertInto('ingest_dead_letter')
        .values(
          letters.map((letter) => ({
            id: letter.id,
            batch_id: letter.batchId,
            workspace_id: letter.workspaceId,
            key_id: letter.keyId ?? null,
            sdk: letter.sdk,
            run_id: letter.runId ?? null,
            reason: letter.reason,
            detail: letter.detail,
            operation: Buffer.from(letter.bytes),
            attempts: letter.attempts,
            first_attempt_at: new Date(letter.firstAttemptAtMs),
          })),
        )
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
  };
}
