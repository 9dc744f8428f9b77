import { type Kysely, sql } from 'kysely';

// Projects that were deleted. What was accepted before that and is stored, replayed or delivered again
// after it must not bring them back (reliability-and-security D6), and the worker cannot tell a deleted
// project from an unknown one otherwise. A trigger writes it, so that no way of deleting forgets it,
// a workspace's cascade included. Ids are never used again, so that rows need not go.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE project_tombstone (
      project_id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL,
      deleted_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`
    CREATE FUNCTION bury_project() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO project_tombstone (project_id, workspace_id)
      VALUES (OLD.id, OLD.workspace_id)
      ON CONFLICT DO NOTHING;
      RETURN OLD;
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER project_tombstone AFTER DELETE ON project
    FOR EACH ROW EXECUTE FUNCTION bury_project()`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TRIGGER project_tombstone ON project`.execute(db);
  await sql`DROP FUNCTION bury_project`.execute(db);
  await sql`DROP TABLE project_tombstone`.execute(db);
}
