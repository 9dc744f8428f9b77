import { type Kysely, sql } from 'kysely';

// Tables of sign-in (better-auth's core schema, snake_case) and of tenancy. Frozen: never edited
// once released, and without imports from the application.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE auth_user (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      name text NOT NULL,
      email text NOT NULL UNIQUE,
      email_verified boolean NOT NULL DEFAULT false,
      image text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`
    CREATE TABLE auth_session (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES auth_user ON DELETE CASCADE,
      token text NOT NULL UNIQUE,
      expires_at timestamptz NOT NULL,
      ip_address text,
      user_agent text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX auth_session_user ON auth_session (user_id)`.execute(db);
  await sql`
    CREATE TABLE auth_account (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES auth_user ON DELETE CASCADE,
      account_id text NOT NULL,
      provider_id text NOT NULL,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX auth_account_user ON auth_account (user_id)`.execute(db);
  await sql`
    CREATE TABLE auth_verification (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      identifier text NOT NULL,
      value text NOT NULL,
      expires_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX auth_verification_identifier ON auth_verification (identifier)`.execute(
    db,
  );

  await sql`
    CREATE TABLE organization (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`
    CREATE TABLE workspace (
      id uuid PRIMARY KEY,
      organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
      name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (organization_id, name)
    )`.execute(db);
  await sql`
    CREATE TABLE workspace_member (
      workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
      user_id uuid NOT NULL REFERENCES auth_user ON DELETE CASCADE,
      role text NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'viewer', 'annotator')),
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace_id, user_id)
    )`.execute(db);
  await sql`CREATE INDEX workspace_member_user ON workspace_member (user_id)`.execute(db);
  await sql`
    CREATE TABLE project (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
      name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 256),
      description text,
      created_at timestamptz NOT NULL DEFAULT now(),
      -- Starts with the workspace: a duplicate name must not tell tenants about each other.
      UNIQUE (workspace_id, name)
    )`.execute(db);
  await sql`CREATE INDEX project_by_age ON project (workspace_id, created_at DESC, id DESC)`.execute(
    db,
  );
  await sql`
    CREATE TABLE api_key (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
      name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 128),
      -- What people recognise a key by; the key itself is not stored.
      display_prefix text NOT NULL,
      secret_sha256 bytea NOT NULL UNIQUE,
      scope text NOT NULL CHECK (scope IN ('ingest', 'read', 'full')),
      created_by uuid REFERENCES auth_user ON DELETE SET NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz,
      expires_at timestamptz,
      revoked_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX api_key_by_workspace ON api_key (workspace_id, created_at DESC)`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TABLE api_key, project, workspace_member, workspace, organization,
            auth_verification, auth_account, auth_session, auth_user`.execute(db);
}
