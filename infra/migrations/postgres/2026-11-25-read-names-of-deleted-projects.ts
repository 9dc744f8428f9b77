import { type Kysely, sql } from 'kysely';

// The name of a deleted project. Ingest remembers for a minute which id a name has: what it accepts under
// the old id after the deletion belongs to a new project of that name.

const createFunction = (columns: string, values: string) => sql`
  CREATE OR REPLACE FUNCTION bury_project() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO project_tombstone (${sql.raw(columns)})
    VALUES (${sql.raw(values)})
    ON CONFLICT DO NOTHING;
    RETURN OLD;
  END $$`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE project_tombstone ADD COLUMN name text`.execute(db);
  // Not now(): that is when the transaction began, and what was accepted since must not count as later.
  await sql`ALTER TABLE project_tombstone ALTER COLUMN deleted_at SET DEFAULT clock_timestamp()`.execute(
    db,
  );
  await createFunction(
    'project_id, workspace_id, name',
    'OLD.id, OLD.workspace_id, OLD.name',
  ).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await createFunction('project_id, workspace_id', 'OLD.id, OLD.workspace_id').execute(db);
  await sql`ALTER TABLE project_tombstone ALTER COLUMN deleted_at SET DEFAULT now()`.execute(db);
  await sql`ALTER TABLE project_tombstone DROP COLUMN name`.execute(db);
}
