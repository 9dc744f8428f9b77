import { type Kysely, sql } from 'kysely';

// Scales of feedback, single-use tokens with which a browser gives feedback, and public links. Tokens are
// looked up by their hash; to show them again they are kept sealed with a key that is not in here.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE feedback_config (
      workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
      feedback_key text NOT NULL,
      scale jsonb NOT NULL,
      is_lower_score_better boolean,
      is_enforced boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now(),
      modified_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace_id, feedback_key)
    )`.execute(db);
  await sql`
    CREATE TABLE feedback_token (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
      run_id uuid NOT NULL,
      feedback_key text NOT NULL,
      scale jsonb,
      -- Of the feedback it will become: a repeated attempt is the same feedback.
      feedback_id uuid NOT NULL,
      token_sha256 bytea NOT NULL UNIQUE,
      token_sealed bytea NOT NULL,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      used_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX feedback_token_by_run
            ON feedback_token (workspace_id, run_id, created_at DESC)`.execute(db);
  await sql`CREATE INDEX feedback_token_by_end ON feedback_token (expires_at)`.execute(db);
  await sql`
    CREATE TABLE share_link (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('run', 'trace', 'thread')),
      project_id uuid NOT NULL,
      -- Where the run or trace lies in the trace store; a thread has neither.
      trace_start_us bigint,
      trace_id uuid,
      run_id uuid,
      thread_id text,
      token_sha256 bytea NOT NULL UNIQUE,
      token_sealed bytea NOT NULL,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz,
      revoked_at timestamptz,
      last_used_at timestamptz,
      CHECK ((kind = 'thread') = (thread_id IS NOT NULL)),
      CHECK ((kind = 'thread') = (trace_id IS NULL)),
      CHECK ((kind = 'run') = (run_id IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX share_link_by_workspace
            ON share_link (workspace_id, created_at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX share_link_by_trace ON share_link (workspace_id, trace_id)
            WHERE revoked_at IS NULL`.execute(db);
  await sql`CREATE INDEX share_link_by_thread ON share_link (workspace_id, project_id, thread_id)
            WHERE revoked_at IS NULL AND thread_id IS NOT NULL`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TABLE share_link, feedback_token, feedback_config`.execute(db);
}
