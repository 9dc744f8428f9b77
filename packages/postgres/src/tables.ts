import type { ColumnType, Generated } from 'kysely';

// One type per table of infra/migrations/postgres, columns as in the database. `timestamptz` is a
// Date, `bigint` a number (see column-parsers.ts), `date` text of the form YYYY-MM-DD.

/** Set by the database or by us, never changed after. */
type CreatedAt = ColumnType<Date, Date | undefined, never>;
type UpdatedAt = ColumnType<Date, Date | undefined, Date>;

export interface Tables {
  auth_user: AuthUserTable;
  auth_session: AuthSessionTable;
  auth_account: AuthAccountTable;
  auth_verification: AuthVerificationTable;
  organization: OrganizationTable;
  workspace: WorkspaceTable;
  workspace_member: WorkspaceMemberTable;
  project: ProjectTable;
  project_tombstone: ProjectTombstoneTable;
  api_key: ApiKeyTable;
  ingest_ledger: IngestLedgerTable;
  ingest_usage: IngestUsageTable;
  ingest_dead_letter: IngestDeadLetterTable;
  ingest_rejection: IngestRejectionTable;
  ingest_audit: IngestAuditTable;
  feedback_config: FeedbackConfigTable;
  feedback_token: FeedbackTokenTable;
  share_link: ShareLinkTable;
  job: JobTable;
  deletion_mark: DeletionMarkTable;
  model_price: ModelPriceTable;
  saved_view: SavedViewTable;
  saved_view_default: SavedViewDefaultTable;
  dashboard: DashboardTable;
}

export interface AuthUserTable {
  id: Generated<string>;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  created_at: CreatedAt;
  updated_at: UpdatedAt;
}

export interface AuthSessionTable {
  id: Generated<string>;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: CreatedAt;
  updated_at: UpdatedAt;
}

export interface AuthAccountTable {
  id: Generated<string>;
  user_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: CreatedAt;
  updated_at: UpdatedAt;
}

export interface AuthVerificationTable {
  id: Generated<string>;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: CreatedAt;
  updated_at: UpdatedAt;
}

export interface OrganizationTable {
  id: string;
  name: string;
  created_at: CreatedAt;
}

export interface WorkspaceTable {
  id: string;
  organization_id: string;
  name: string;
  created_at: CreatedAt;
  retention_days: number | null;
}

export interface WorkspaceMemberTable {
  workspace_id: string;
  user_id: string;
  role: 'owner' | 'admin' | 'editor' | 'viewer' | 'annotator';
  created_at: CreatedAt;
}

export interface ProjectTable {
  id: string;
  workspace_id: string;
  name: string;
  description: string | null;
  created_at: CreatedAt;
  extra: Record<string, unknown> | null;
  started_at: Date | null;
  ended_at: Date | null;
  reference_dataset_id: string | null;
  retention_days: number | null;
  keeps_forever: Generated<boolean>;
}

export interface ProjectTombstoneTable {
  project_id: string;
  workspace_id: string;
  deleted_at: CreatedAt;
  name: string | null;
}

export interface ApiKeyTable {
  id: string;
  workspace_id: string;
  name: string;
  display_prefix: string;
  secret_sha256: Buffer;
  scope: 'ingest' | 'read' | 'full';
  created_by: string | null;
  created_at: CreatedAt;
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  may_delete: Generated<boolean>;
}

export interface IngestLedgerTable {
  batch_id: string;
  workspace_id: string;
  operations: number;
  bytes: number;
  dead: Generated<number>;
  stored_at: CreatedAt;
}

export interface IngestUsageTable {
  workspace_id: string;
  day: string;
  operations: Generated<number>;
  bytes: Generated<number>;
  last_stored_at: UpdatedAt | null;
}

export interface IngestDeadLetterTable {
  id: string;
  batch_id: string;
  workspace_id: string;
  run_id: string | null;
  reason: string;
  detail: string;
  operation: Buffer;
  attempts: number;
  first_attempt_at: Date;
  last_attempt_at: UpdatedAt;
  key_id: string | null;
  sdk: Generated<string>;
  replay_requested_at: Date | null;
  replay_requested_by: string | null;
}

export interface IngestRejectionTable {
  id: string;
  workspace_id: string;
  key_id: string;
  sdk: string;
  code: string;
  reason: string;
  occurrences: number;
  run_id: string | null;
  part: string;
  sample: Buffer;
  first_at: Date;
  last_at: Date;
}

export interface IngestAuditTable {
  workspace_id: string;
  hour: Date;
  recorded: number;
  stored: number;
  checked_at: UpdatedAt;
}

export interface JobTable {
  id: string;
  workspace_id: string;
  kind: 'DELETION' | 'EXPORT' | 'REPRICING' | 'RETENTION';
  state: Generated<'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED'>;
  input: Record<string, unknown>;
  progress: Generated<Record<string, unknown>>;
  result: Record<string, unknown> | null;
  error: string | null;
  created_by: string;
  created_at: CreatedAt;
  started_at: Date | null;
  finished_at: Date | null;
  cancel_requested_at: Date | null;
  lease_until: Date | null;
  attempts: Generated<number>;
}

export interface DeletionMarkTable {
  workspace_id: string;
  marked_at: CreatedAt;
}

export interface ModelPriceTable {
  version_id: string;
  id: string;
  workspace_id: string;
  name: string;
  pattern: string;
  provider: string | null;
  rates: ColumnType<Record<string, number>, string, never>;
  effective_from: Date | null;
  known_from: Date;
  known_until: Date | null;
  created_by: string;
  created_at: CreatedAt;
}

export interface FeedbackConfigTable {
  workspace_id: string;
  feedback_key: string;
  scale: Record<string, unknown>;
  is_lower_score_better: boolean | null;
  is_enforced: Generated<boolean>;
  created_at: CreatedAt;
  modified_at: UpdatedAt;
}

export interface FeedbackTokenTable {
  id: string;
  workspace_id: string;
  run_id: string;
  feedback_key: string;
  scale: Record<string, unknown> | null;
  feedback_id: string;
  token_sha256: Buffer;
  token_sealed: Buffer;
  created_by: string;
  created_at: CreatedAt;
  expires_at: Date;
  used_at: Date | null;
}

export interface ShareLinkTable {
  id: string;
  workspace_id: string;
  kind: 'run' | 'trace' | 'thread';
  project_id: string;
  trace_start_us: number | null;
  trace_id: string | null;
  run_id: string | null;
  thread_id: string | null;
  token_sha256: Buffer;
  token_sealed: Buffer;
  created_by: string;
  created_at: CreatedAt;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

export interface SavedViewTable {
  id: string;
  workspace_id: string;
  project_id: string;
  kind: 'RUNS' | 'TRACES' | 'THREADS' | 'USERS';
  name: string;
  visibility: 'PRIVATE' | 'TEAM';
  definition: ColumnType<SavedViewDefinition, string, string>;
  owner_id: string | null;
  created_at: CreatedAt;
  updated_at: UpdatedAt;
}

/** What is absent is null; `filter` is an object. */
type SavedViewDefinition = Record<'filter' | 'columns' | 'orderBy' | 'timeRange', unknown>;

export interface SavedViewDefaultTable {
  user_id: string;
  project_id: string;
  kind: string;
  view_id: string;
}

export interface DashboardTable {
  id: string;
  workspace_id: string;
  project_id: string | null;
  name: string;
  description: string | null;
  /** Charts of the graph; whoever writes them checks them. */
  charts: ColumnType<never[], string, string>;
  created_by: string | null;
  created_at: CreatedAt;
  updated_at: UpdatedAt;
}
