import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Which of the batches need no place in the journal any more: those in the ledger, and those that reached
 * the worker damaged and are dead letters.
 */
export function createSettledBatches({
  db,
}: Pick<Database, 'db'>): (batchIds: string[]) => Promise<Set<string>> {
  return async (batchIds) => {
    if (batchIds.length === 0) return new Set();
    // One bound array: thousands of parameters would be slow to prepare.
    const rows = await sql<{ batch_id: string }>`
      SELECT batch_id FROM ingest_ledger WHERE batch_id = ANY(${batchIds}::uuid[])
      UNION
      SELECT batch_id FROM ingest_dead_letter
      WHERE reason = 'corrupt' AND batch_id = ANY(${batchIds}::uuid[])`.execute(db);
    return new Set(rows.rows.map(({ batch_id: batchId }) => batchId));
  };
}
