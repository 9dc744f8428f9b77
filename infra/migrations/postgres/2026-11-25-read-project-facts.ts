import { type Kysely, sql } from 'kysely';

// What the LangSmith SDKs keep with a project (protocol §5): free metadata, when an experiment ran, and the
// dataset it ran over. Datasets come later: the id is no foreign key.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE project
      ADD COLUMN extra jsonb CHECK (pg_column_size(extra) <= 65536),
      ADD COLUMN started_at timestamptz,
      ADD COLUMN ended_at timestamptz,
      ADD COLUMN reference_dataset_id uuid`.execute(db);
  await sql`
    CREATE INDEX project_by_reference_dataset ON project (workspace_id, reference_dataset_id)
    WHERE reference_dataset_id IS NOT NULL`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE project DROP COLUMN extra, DROP COLUMN started_at, DROP COLUMN ended_at,
      DROP COLUMN reference_dataset_id`.execute(db);
}
