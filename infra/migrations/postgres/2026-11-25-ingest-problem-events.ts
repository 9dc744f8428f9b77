import { type Kysely, sql } from 'kysely';

// The ingest inbox tells who looks at it what changed: one notification per workspace and statement,
// on the channel `ingest_problem`, as text `<workspace id> <id>,<id>,…`, or the workspace's id alone
// when the statement changed too many rows to name them (a notification has at most 8000 bytes).

const tables = ['ingest_dead_letter', 'ingest_rejection'] as const;
const events = [
  ['insert', 'NEW'],
  ['update', 'NEW'],
  ['delete', 'OLD'],
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  // Who asked for the replay, for the log: `user <uuid>` or `apiKey <uuid>`.
  await sql`ALTER TABLE ingest_dead_letter ADD COLUMN replay_requested_by text`.execute(db);
  await sql`ALTER TABLE ingest_usage ADD COLUMN last_stored_at timestamptz`.execute(db);
  await sql`ALTER TABLE ingest_usage ALTER COLUMN last_stored_at SET DEFAULT now()`.execute(db);
  await sql`
    CREATE FUNCTION notify_ingest_problem() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      of_workspace record;
    BEGIN
      FOR of_workspace IN
        SELECT workspace_id, count(*) AS size, string_agg(id::text, ',') AS ids
        FROM changed GROUP BY workspace_id
      LOOP
        PERFORM pg_notify(
          'ingest_problem',
          CASE WHEN of_workspace.size <= 100
            THEN of_workspace.workspace_id || ' ' || of_workspace.ids
            ELSE of_workspace.workspace_id::text
          END
        );
      END LOOP;
      RETURN NULL;
    END
    $$`.execute(db);
  for (const table of tables) {
    for (const [event, rows] of events) {
      await sql`
        CREATE TRIGGER ${sql.id(`${table}_notify_${event}`)}
        AFTER ${sql.raw(event)} ON ${sql.id(table)}
        REFERENCING ${sql.raw(rows)} TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION notify_ingest_problem()`.execute(db);
    }
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) {
    for (const [event] of events) {
      await sql`DROP TRIGGER ${sql.id(`${table}_notify_${event}`)} ON ${sql.id(table)}`.execute(db);
    }
  }
  await sql`DROP FUNCTION notify_ingest_problem()`.execute(db);
  await sql`ALTER TABLE ingest_usage DROP COLUMN last_stored_at`.execute(db);
  await sql`ALTER TABLE ingest_dead_letter DROP COLUMN replay_requested_by`.execute(db);
}
