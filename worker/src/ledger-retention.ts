import type { Database } from '@runlight/postgres';
import { sql } from 'kysely';

/** Longer than anything may be delivered again: until then the ledger counts each batch once. */
export const ledgerDays = 30;
const rowsPerStep = 1000;

/**
 * Deletes what the ledger and the audit know of batches stored more than 30 days ago, in small steps so
 * that nothing waits for a lock; gives how many batches.
 */
export async function forgetOldBatches(
  { db }: Pick<Database, 'db'>,
  { now = new Date(), step = rowsPerStep }: { now?: Date; step?: number } = {},
): Promise<number> {
  const before = new Date(now.getTime() - ledgerDays * 86_400_000);
  let forgotten = 0;
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      DELETE FROM ingest_ledger WHERE batch_id IN (
        SELECT batch_id FROM ingest_ledger WHERE stored_at < ${before} LIMIT ${step}
      )`.execute(db);
    forgotten += Number(numAffectedRows);
    if (numAffectedRows < step) break;
  }
  await db.deleteFrom('ingest_audit').where('hour', '<', before).execute();
  return forgotten;
}
