import { type Kysely, sql } from 'kysely';

// A workspace's own prices. A row never changes but for `known_until`: what a run cost follows from when it was
// accepted and what was known then, so that a new price changes no old run and a rebuild gives the same again.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE model_price (
      version_id uuid PRIMARY KEY,
      -- The price that this is a version of.
      id uuid NOT NULL,
      workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 128),
      pattern text NOT NULL CHECK (length(pattern) BETWEEN 1 AND 200),
      -- Only for models of this provider; NULL: of any.
      provider text CHECK (length(provider) BETWEEN 1 AND 64),
      -- US dollars per million tokens by subtype.
      rates jsonb NOT NULL CHECK (pg_column_size(rates) <= 4096),
      -- Calls before it keep other prices; NULL: all.
      effective_from timestamptz,
      known_from timestamptz NOT NULL,
      known_until timestamptz,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX model_price_by_workspace ON model_price (workspace_id)`.execute(db);
  await sql`
    CREATE UNIQUE INDEX model_price_current ON model_price (id) WHERE known_until IS NULL`.execute(
    db,
  );
  await sql`
    CREATE UNIQUE INDEX model_price_name ON model_price (workspace_id, name, effective_from)
    NULLS NOT DISTINCT WHERE known_until IS NULL`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TABLE model_price`.execute(db);
}
