import { type Kysely, sql } from 'kysely';

// Work that takes longer than a request: deletion, export, repricing, a changed retention. The worker
// takes a job under a lease, so that another one goes on from the last progress when it dies. Whoever
// watches is told by the channel `job`, as text `<workspace id> <job id>`.
//
// `deletion_mark` names the workspaces of which runs were ever deleted: only for them does the worker
// have to ask whether what it stores is among the tombstones (ClickHouse, `run_tombstones`).

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE job (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('DELETION', 'EXPORT', 'REPRICING', 'RETENTION')),
      state text NOT NULL DEFAULT 'QUEUED'
        CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
      input jsonb NOT NULL,
      -- What a person reads, and where the job goes on after a stop.
      progress jsonb NOT NULL DEFAULT '{}',
      result jsonb,
      error text,
      -- user <uuid>, apiKey <uuid> or system.
      created_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      started_at timestamptz,
      finished_at timestamptz,
      cancel_requested_at timestamptz,
      -- Who runs it holds it until then; not before this time it is tried again.
      lease_until timestamptz,
      attempts integer NOT NULL DEFAULT 0
    )`.execute(db);
  await sql`CREATE INDEX job_by_age ON job (workspace_id, created_at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX job_open ON job (created_at) WHERE state IN ('QUEUED', 'RUNNING')`.execute(
    db,
  );
  await sql`
    CREATE FUNCTION notify_job() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('job', NEW.workspace_id || ' ' || NEW.id);
      RETURN NULL;
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER job_notify_insert AFTER INSERT ON job
    FOR EACH ROW EXECUTE FUNCTION notify_job()`.execute(db);
  // A lease that is renewed is no news.
  await sql`
    CREATE TRIGGER job_notify_update AFTER UPDATE ON job FOR EACH ROW
    WHEN ((OLD.state, OLD.progress, OLD.cancel_requested_at)
      IS DISTINCT FROM (NEW.state, NEW.progress, NEW.cancel_requested_at))
    EXECUTE FUNCTION notify_job()`.execute(db);

  await sql`
    CREATE TABLE deletion_mark (
      workspace_id uuid PRIMARY KEY,
      marked_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);

  // How long runs are kept, in days; NULL in a project is the workspace's, NULL there is for ever.
  await sql`ALTER TABLE workspace ADD COLUMN retention_days integer
    CHECK (retention_days BETWEEN 1 AND 36500)`.execute(db);
  await sql`ALTER TABLE project ADD COLUMN retention_days integer
    CHECK (retention_days BETWEEN 1 AND 36500)`.execute(db);
  await sql`ALTER TABLE project ADD COLUMN keeps_forever boolean NOT NULL DEFAULT false`.execute(
    db,
  );
  await sql`ALTER TABLE api_key ADD COLUMN may_delete boolean NOT NULL DEFAULT false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE api_key DROP COLUMN may_delete`.execute(db);
  await sql`ALTER TABLE project DROP COLUMN keeps_forever`.execute(db);
  await sql`ALTER TABLE project DROP COLUMN retention_days`.execute(db);
  await sql`ALTER TABLE workspace DROP COLUMN retention_days`.execute(db);
  await sql`DROP TABLE deletion_mark, job`.execute(db);
  await sql`DROP FUNCTION notify_job()`.execute(db);
}
