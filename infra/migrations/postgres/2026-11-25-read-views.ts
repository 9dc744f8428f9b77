import { type Kysely, sql } from 'kysely';

// Views of lists and dashboards: what people keep of how they look at runs. Both hold definitions
// only; what they show is read when they are opened.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE saved_view (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
      project_id uuid NOT NULL REFERENCES project ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('RUNS', 'TRACES', 'THREADS', 'USERS')),
      name text NOT NULL,
      visibility text NOT NULL CHECK (visibility IN ('PRIVATE', 'TEAM')),
      -- filter, columns, orderBy, timeRange; what is absent is null
      definition jsonb NOT NULL,
      owner_id uuid REFERENCES auth_user ON DELETE SET NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX saved_view_project ON saved_view (project_id, kind)`.execute(db);
  await sql`
    CREATE TABLE saved_view_default (
      user_id uuid NOT NULL REFERENCES auth_user ON DELETE CASCADE,
      project_id uuid NOT NULL REFERENCES project ON DELETE CASCADE,
      kind text NOT NULL,
      view_id uuid NOT NULL REFERENCES saved_view ON DELETE CASCADE,
      PRIMARY KEY (user_id, project_id, kind)
    )`.execute(db);
  await sql`CREATE INDEX saved_view_default_view ON saved_view_default (view_id)`.execute(db);
  await sql`
    CREATE TABLE dashboard (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
      -- NULL is for all projects of the workspace.
      project_id uuid REFERENCES project ON DELETE CASCADE,
      name text NOT NULL,
      description text,
      charts jsonb NOT NULL,
      created_by uuid REFERENCES auth_user ON DELETE SET NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX dashboard_workspace ON dashboard (workspace_id, project_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TABLE dashboard, saved_view_default, saved_view`.execute(db);
}
