import { type Kysely, sql } from 'kysely';

// The journal asks which of its batches reached the worker damaged: they are dead letters and wait for
// nothing any more.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX ingest_dead_letter_corrupt
            ON ingest_dead_letter (batch_id) WHERE reason = 'corrupt'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`DROP INDEX ingest_dead_letter_corrupt`.execute(db);
}
