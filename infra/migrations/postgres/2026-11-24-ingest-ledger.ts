import { type Kysely, sql } from 'kysely';

// Which batches are stored, and usage counted exactly once on top of at-least-once delivery
// (reliability-and-security §2.7).

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE ingest_ledger (
      batch_id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL,
      operations integer NOT NULL,
      bytes bigint NOT NULL,
      dead integer NOT NULL DEFAULT 0,
      stored_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX ingest_ledger_stored_at ON ingest_ledger USING brin (stored_at)`.execute(
    db,
  );
  await sql`
    CREATE TABLE ingest_usage (
      workspace_id uuid NOT NULL,
      day date NOT NULL,
      operations bigint NOT NULL DEFAULT 0,
      bytes bigint NOT NULL DEFAULT 0,
      PRIMARY KEY (workspace_id, day)
    )`.execute(db);
  await sql`
    CREATE TABLE ingest_dead_letter (
      id uuid PRIMARY KEY,
      batch_id uuid NOT NULL,
      workspace_id uuid NOT NULL,
      run_id uuid,
      reason text NOT NULL,
      detail text NOT NULL,
      -- The operation as it stood in the queue, to inspect and replay.
      operation bytea NOT NULL,
      attempts integer NOT NULL,
      first_attempt_at timestamptz NOT NULL,
      last_attempt_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX ingest_dead_letter_by_workspace
            ON ingest_dead_letter (workspace_id, last_attempt_at DESC)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TABLE ingest_dead_letter, ingest_usage, ingest_ledger`.execute(db);
}
