import { type Kysely, sql } from 'kysely';

// What a workspace's admins see of operations that were not stored: refused at the door, or dead
// letters of the worker (reliability-and-security O2), and what the audit found (§2.9).

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE ingest_dead_letter
      ADD COLUMN key_id uuid,
      ADD COLUMN sdk text NOT NULL DEFAULT '',
      -- Set by a person; the worker puts the operation back into the queue and deletes the letter.
      ADD COLUMN replay_requested_at timestamptz`.execute(db);
  await sql`CREATE INDEX ingest_dead_letter_to_replay
            ON ingest_dead_letter (replay_requested_at) WHERE replay_requested_at IS NOT NULL`.execute(
    db,
  );
  // Refusals of one kind are one row with a count: a sender with a defect repeats it without end.
  await sql`
    CREATE TABLE ingest_rejection (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL,
      key_id uuid NOT NULL,
      sdk text NOT NULL,
      code text NOT NULL,
      reason text NOT NULL,
      occurrences bigint NOT NULL,
      -- The newest example: which run and part, and the beginning of what was sent.
      run_id uuid,
      part text NOT NULL,
      sample bytea NOT NULL,
      first_at timestamptz NOT NULL,
      last_at timestamptz NOT NULL,
      UNIQUE (workspace_id, key_id, sdk, code, reason)
    )`.execute(db);
  await sql`CREATE INDEX ingest_rejection_by_workspace
            ON ingest_rejection (workspace_id, last_at DESC)`.execute(db);
  await sql`
    CREATE TABLE ingest_audit (
      workspace_id uuid NOT NULL,
      hour timestamptz NOT NULL,
      recorded bigint NOT NULL,
      stored bigint NOT NULL,
      checked_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace_id, hour)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TABLE ingest_audit, ingest_rejection`.execute(db);
  await sql`DROP INDEX ingest_dead_letter_to_replay`.execute(db);
  await sql`
    ALTER TABLE ingest_dead_letter
      DROP COLUMN key_id, DROP COLUMN sdk, DROP COLUMN replay_requested_at`.execute(db);
}
