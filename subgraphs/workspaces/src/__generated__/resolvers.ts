import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ViewerMapper, WorkspaceMapper, OrganizationMapper, UserMapper } from '../modules/workspaces/mappers.ts';
import type { ProjectMapper } from '../modules/projects/mappers.ts';
import type { ApiKeyMapper } from '../modules/api-keys/mappers.ts';
import type { FeedbackConfigMapper } from '../modules/feedback-configs/mappers.ts';
import type { FeedbackTokenMapper } from '../modules/feedback-tokens/mappers.ts';
import type { ModelPriceMapper, ModelPriceListMapper, TablePriceMapper } from '../modules/prices/mappers.ts';
import type { JobMapper } from '../modules/jobs/mappers.ts';
import type { ExportFileMapper } from '../modules/jobs/export-files.ts';
import type { RetentionRow } from '../modules/retention/store.ts';
import type { SavedViewMapper } from '../modules/saved-views/mappers.ts';
import type { DashboardMapper } from '../modules/dashboards/mappers.ts';
import type { IngestProblemMapper, IngestProblemConnectionMapper, IngestStatusMapper, IngestProblemChangedMapper, IngestProblemRemovedMapper, IngestProblemEventsGapMapper } from '../modules/ingest/mappers.ts';
import type { RequestContext } from '@runlight/graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An integer beyond 32 bits, as text. */
  BigInt: { input: string; output: number | string; }
  /** An instant in RFC 3339, UTC, with up to six fractional digits. */
  DateTime: { input: number; output: number; }
  /** A decimal number as text, for money. */
  Decimal: { input: string; output: number | string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: string; output: string; }
};

/** A machine's credential for one workspace. */
export type ApiKey = Node & {
  __typename?: 'ApiKey';
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created it; null for the bootstrap key and for people who left. */
  createdBy?: Maybe<User>;
  /** The first characters, enough to recognise it. */
  displayPrefix: Scalars['String']['output'];
  /** When it ends by itself; null when never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** When it was last used, to about a minute; null when never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it may delete runs and projects. */
  mayDelete: Scalars['Boolean']['output'];
  /** What people call it. */
  name: Scalars['String']['output'];
  /** When it was revoked; null while it is valid. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it may do. */
  scope: ApiKeyScope;
};

/** What a key may do. */
export type ApiKeyScope =
  /** Read and write. */
  | 'FULL'
  /** Write runs and feedback, read nothing. */
  | 'INGEST'
  /** Read everything, write nothing. */
  | 'READ';

/** Input of cancelJob. */
export type CancelJobInput = {
  /** Global id or UUID of the job. */
  id: Scalars['ID']['input'];
};

/** A chart: which figures of `MetricValues` it shows, of which runs, and how. */
export type Chart = {
  __typename?: 'Chart';
  /** Width of the time buckets. */
  bucket: MetricBucket;
  /** Which judgements; only with FEEDBACK_AVERAGE and FEEDBACK_COUNT, where null takes each key. */
  feedbackKey?: Maybe<Scalars['String']['output']>;
  /** Which runs, as the input `RunFilter`; null for all. */
  filter?: Maybe<Scalars['JSON']['output']>;
  /** What the figures are split by, at most two. */
  groupBy: Array<ChartGroup>;
  /** How it is drawn. */
  kind: ChartKind;
  /** What it shows; several only without `groupBy`. */
  metrics: Array<ChartMetric>;
  /** What stands above it. */
  title: Scalars['String']['output'];
  /** So many groups; the rest is one more. */
  top: Scalars['Int']['output'];
};

/** What the figures of a chart are split by. */
export type ChartGroup = {
  __typename?: 'ChartGroup';
  /** The property of the run. */
  field: MetricGroupField;
  /** The entry of the metadata, with METADATA. */
  metadataKey?: Maybe<Scalars['String']['output']>;
};

/** What the figures of a chart are split by. */
export type ChartGroupInput = {
  /** The property of the run. */
  field: MetricGroupField;
  /** The entry of the metadata; with METADATA, and only there. */
  metadataKey?: InputMaybe<Scalars['String']['input']>;
};

/** A chart to keep; see `Chart`. */
export type ChartInput = {
  /** Width of the time buckets. */
  bucket?: MetricBucket;
  /** Which judgements. */
  feedbackKey?: InputMaybe<Scalars['String']['input']>;
  /** Which runs, as the input `RunFilter`; at most 16 KiB. */
  filter?: InputMaybe<Scalars['JSON']['input']>;
  /** What the figures are split by, at most two; a TABLE needs one. */
  groupBy?: Array<ChartGroupInput>;
  /** How it is drawn. */
  kind: ChartKind;
  /** What it shows, 1 to 6; several only without `groupBy`, or as columns of a TABLE. */
  metrics: Array<ChartMetric>;
  /** 1 to 128 characters. */
  title: Scalars['String']['input'];
  /** So many groups, 1 to 50. */
  top?: Scalars['Int']['input'];
};

/** How a chart is drawn. */
export type ChartKind =
  /** Bars over time, those of groups stacked. */
  | 'BAR'
  /** A line over time for each metric or group. */
  | 'LINE'
  /** One number over the whole time. */
  | 'NUMBER'
  /** A row for each group, over the whole time. */
  | 'TABLE';

/** A figure of `MetricValues`. */
export type ChartMetric =
  /** `completionCostUsd`. */
  | 'COMPLETION_COST'
  /** `completionTokens`. */
  | 'COMPLETION_TOKENS'
  /** `costPerRunUsd.avg`. */
  | 'COST_PER_RUN_AVG'
  /** `costPerRunUsd.p50`. */
  | 'COST_PER_RUN_P50'
  /** `costPerRunUsd.p95`. */
  | 'COST_PER_RUN_P95'
  /** `costPerRunUsd.p99`. */
  | 'COST_PER_RUN_P99'
  /** `errorCount`. */
  | 'ERROR_COUNT'
  /** `errorRate`. */
  | 'ERROR_RATE'
  /** `feedback.average`. */
  | 'FEEDBACK_AVERAGE'
  /** `feedback.count`. */
  | 'FEEDBACK_COUNT'
  /** `firstTokenMs.avg`. */
  | 'FIRST_TOKEN_AVG'
  /** `firstTokenMs.p50`. */
  | 'FIRST_TOKEN_P50'
  /** `firstTokenMs.p90`. */
  | 'FIRST_TOKEN_P90'
  /** `firstTokenMs.p95`. */
  | 'FIRST_TOKEN_P95'
  /** `firstTokenMs.p99`. */
  | 'FIRST_TOKEN_P99'
  /** `latencyMs.avg`. */
  | 'LATENCY_AVG'
  /** `latencyMs.p50`. */
  | 'LATENCY_P50'
  /** `latencyMs.p90`. */
  | 'LATENCY_P90'
  /** `latencyMs.p95`. */
  | 'LATENCY_P95'
  /** `latencyMs.p99`. */
  | 'LATENCY_P99'
  /** `promptCostUsd`. */
  | 'PROMPT_COST'
  /** `promptTokens`. */
  | 'PROMPT_TOKENS'
  /** `runCount`. */
  | 'RUN_COUNT'
  /** `streamingRate`. */
  | 'STREAMING_RATE'
  /** `tokensPerRun.avg`. */
  | 'TOKENS_PER_RUN_AVG'
  /** `tokensPerRun.p50`. */
  | 'TOKENS_PER_RUN_P50'
  /** `tokensPerRun.p95`. */
  | 'TOKENS_PER_RUN_P95'
  /** `tokensPerRun.p99`. */
  | 'TOKENS_PER_RUN_P99'
  /** `tokenDetails`: a line for each name. */
  | 'TOKEN_DETAILS'
  /** `totalCostUsd`. */
  | 'TOTAL_COST'
  /** `totalTokens`. */
  | 'TOTAL_TOKENS'
  /** `traceCount`. */
  | 'TRACE_COUNT';

/** Input of cloneDashboard. */
export type CloneDashboardInput = {
  /** Global id of the dashboard to copy. */
  id: Scalars['ID']['input'];
  /** Name of the copy; absent takes that of the original. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Global id or UUID of the project the copy belongs to; absent for the whole workspace. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
};

/** How many, and how sure that is. */
export type CountEstimate = {
  __typename?: 'CountEstimate';
  /** Whether the number is exact. */
  precision: Precision;
  /** The number; counting stops at 10,000. */
  value: Scalars['Int']['output'];
};

/** Input of createApiKey. */
export type CreateApiKeyInput = {
  /** When it ends by itself; must lie in the future. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether it may delete runs and projects too; only with the scope FULL. */
  mayDelete?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 128 characters, for people. */
  name: Scalars['String']['input'];
  /** What it may do. */
  scope?: ApiKeyScope;
};

/** Result of createApiKey. */
export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  /** The new key's record; null when there are user errors. */
  apiKey?: Maybe<ApiKey>;
  /** The key itself. Shown this one time. */
  secret?: Maybe<Scalars['String']['output']>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of createDashboard. */
export type CreateDashboardInput = {
  /** The charts, in order, at most 50. */
  charts: Array<ChartInput>;
  /** What it is for. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 128 characters. */
  name: Scalars['String']['input'];
  /** Global id or UUID of the project it belongs to; absent for the whole workspace. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
};

/** Input of createFeedbackConfig. */
export type CreateFeedbackConfigInput = {
  /** Whether feedback that does not fit is refused. */
  isEnforced?: Scalars['Boolean']['input'];
  /** Whether a lower score is better. */
  isLowerScoreBetter?: InputMaybe<Scalars['Boolean']['input']>;
  /** The key, 1 to 128 characters. */
  key: Scalars['String']['input'];
  /** The scale. */
  scale: FeedbackScaleInput;
};

/** Input of createFeedbackTokens. */
export type CreateFeedbackTokensInput = {
  /** The tokens, 1 to 100. */
  tokens: Array<FeedbackTokenInput>;
};

/** Result of createFeedbackTokens. */
export type CreateFeedbackTokensPayload = {
  __typename?: 'CreateFeedbackTokensPayload';
  /** The tokens in the order of the input; null when there are user errors. */
  tokens?: Maybe<Array<FeedbackToken>>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of createModelPrice. */
export type CreateModelPriceInput = {
  /** Calls before it keep other prices. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 128 characters. */
  name: Scalars['String']['input'];
  /** RE2 syntax, at most 200 characters; matches a model's whole name without regard to case. */
  pattern: Scalars['String']['input'];
  /** Only for this provider, as senders write it. */
  provider?: InputMaybe<Scalars['String']['input']>;
  /** At least that of `input`; each subtype once. */
  rates: Array<ModelRateInput>;
};

/** Input of createProject. */
export type CreateProjectInput = {
  /** What the project is for. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** When the experiment ended. */
  endedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Any JSON object of at most 32 KiB, kept as it is; `metadata` in it can be searched. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** 1 to 256 characters, unique in the workspace. */
  name: Scalars['String']['input'];
  /** Whether the project that has this name already is the answer, unchanged, instead of a conflict. */
  orExisting?: InputMaybe<Scalars['Boolean']['input']>;
  /** UUID of the dataset that the experiment runs over. */
  referenceDatasetUuid?: InputMaybe<Scalars['ID']['input']>;
  /** When the experiment began. */
  startedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A UUID of the caller's choice; one is made without it. */
  uuid?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of createProject. */
export type CreateProjectPayload = {
  __typename?: 'CreateProjectPayload';
  /** The new project; null when there are user errors. */
  project?: Maybe<Project>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of createSavedView. */
export type CreateSavedViewInput = {
  /** Which columns. All four together are at most 32 KiB. */
  columns?: InputMaybe<Scalars['JSON']['input']>;
  /** Which rows, as the input `RunFilter`. */
  filter?: InputMaybe<Scalars['JSON']['input']>;
  /** Which list it is of. */
  kind: SavedViewKind;
  /** 1 to 128 characters. */
  name: Scalars['String']['input'];
  /** The order. */
  orderBy?: InputMaybe<Scalars['JSON']['input']>;
  /** Global id or UUID of the project. */
  projectId: Scalars['ID']['input'];
  /** Which time. */
  timeRange?: InputMaybe<Scalars['JSON']['input']>;
  /** Who sees it. API keys have nothing private. */
  visibility?: SavedViewVisibility;
};

/** Charts on one page. What they show comes from `metrics`, whose arguments a chart names. */
export type Dashboard = Node & {
  __typename?: 'Dashboard';
  /** The charts, in order. */
  charts: Array<Chart>;
  /** When it was made; null for built-in ones. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for. */
  description?: Maybe<Scalars['String']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Whether it comes with the product; every project has it, and nobody can change it. */
  isPrebuilt: Scalars['Boolean']['output'];
  /** What people call it. */
  name: Scalars['String']['output'];
  /** The project it belongs to; null when it is for all. */
  project?: Maybe<Project>;
  /** When it was last changed; null for built-in ones. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Result of making or changing a dashboard. */
export type DashboardPayload = {
  __typename?: 'DashboardPayload';
  /** The dashboard as it is now; null when there are user errors. */
  dashboard?: Maybe<Dashboard>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of deleteDashboard. */
export type DeleteDashboardInput = {
  /** Global id of the dashboard. */
  id: Scalars['ID']['input'];
};

/** Result of deleteDashboard. */
export type DeleteDashboardPayload = {
  __typename?: 'DeleteDashboardPayload';
  /** Global id of the dashboard that is gone; null when there are user errors. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of deleteFeedbackConfig. */
export type DeleteFeedbackConfigInput = {
  /** The key. */
  key: Scalars['String']['input'];
};

/** Result of deleteFeedbackConfig. */
export type DeleteFeedbackConfigPayload = {
  __typename?: 'DeleteFeedbackConfigPayload';
  /** The key; null when there was no scale for it. */
  deletedKey?: Maybe<Scalars['String']['output']>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of deleteModelPrice. */
export type DeleteModelPriceInput = {
  /** Global id of the price. */
  id: Scalars['ID']['input'];
};

/** Input of deleteProject. */
export type DeleteProjectInput = {
  /** Only counts what would go. */
  dryRun?: Scalars['Boolean']['input'];
  /** Global id or UUID of the project. */
  projectId: Scalars['ID']['input'];
};

/** Input of deleteRuns: a scope, and exactly one way to choose. */
export type DeleteRunsInput = {
  /** Only counts what would go. */
  dryRun?: Scalars['Boolean']['input'];
  /** Runs that match, with everything below them: a RunFilter as JSON. An empty one matches all. */
  filter?: InputMaybe<Scalars['JSON']['input']>;
  /** Every trace with a run that has any of these entries; at most 100. */
  metadata?: InputMaybe<Array<MetadataPairInput>>;
  /** Global id or UUID of the project; all of the workspace without it. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** Runs, with everything below them; at most 1000. */
  runUuids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Every trace of these threads; at most 1000. */
  threadIds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only runs of traces that began in this span. */
  timeRange?: InputMaybe<TimeRange>;
  /** Whole traces; at most 1000. */
  traceUuids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Every trace of these users; at most 1000. */
  userIds?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Input of deleteSavedView. */
export type DeleteSavedViewInput = {
  /** Global id of the view. */
  id: Scalars['ID']['input'];
};

/** Result of deleteSavedView. */
export type DeleteSavedViewPayload = {
  __typename?: 'DeleteSavedViewPayload';
  /** Global id of the view that is gone; null when there are user errors. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** A file of an export. */
export type ExportFile = {
  __typename?: 'ExportFile';
  /** Its name within the export. */
  name: Scalars['String']['output'];
  /** How many runs are in it; null for the manifest. */
  runCount?: Maybe<Scalars['Int']['output']>;
  /** Hash of its content, in hexadecimal digits. */
  sha256: Scalars['String']['output'];
  /** Its size. */
  sizeBytes: Scalars['BigInt']['output'];
  /** Where to download it; valid for 5 to 10 minutes. */
  url: Scalars['String']['output'];
};

/** How exported runs are written. */
export type ExportFormat =
  /** One JSON object per line, compressed with gzip. Loses nothing. */
  | 'JSONL'
  /** Apache Parquet, compressed with zstd. */
  | 'PARQUET';

/** Input of exportRuns. */
export type ExportRunsInput = {
  /** Which columns, by the names of the manifest; all of them without it, payloads included. */
  fields?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only runs that match: a RunFilter as JSON. */
  filter?: InputMaybe<Scalars['JSON']['input']>;
  /** How they are written. */
  format?: ExportFormat;
  /** Global id or UUID of the project. */
  projectId: Scalars['ID']['input'];
  /** Only runs of traces that began in this span. */
  timeRange?: InputMaybe<TimeRange>;
};

/** A category of a scale. */
export type FeedbackCategory = {
  __typename?: 'FeedbackCategory';
  /** What people see; null for the number itself. */
  label?: Maybe<Scalars['String']['output']>;
  /** The score that it gives. */
  value: Scalars['Float']['output'];
};

/** A category of a scale. */
export type FeedbackCategoryInput = {
  /** What people see, at most 256 characters. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** The score that it gives; each once. */
  value: Scalars['Float']['input'];
};

/** How feedback with a key is judged. */
export type FeedbackConfig = {
  __typename?: 'FeedbackConfig';
  /** Whether one judgement may name several categories. */
  allowsMultipleCategories: Scalars['Boolean']['output'];
  /** Categories of a categorical scale, else none. */
  categories: Array<FeedbackCategory>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether feedback that does not fit is refused. */
  isEnforced: Scalars['Boolean']['output'];
  /** Whether a lower score is better; null when nobody said so. */
  isLowerScoreBetter?: Maybe<Scalars['Boolean']['output']>;
  /** The key. */
  key: Scalars['String']['output'];
  /** Highest score of a continuous scale; null when it is open. */
  max?: Maybe<Scalars['Float']['output']>;
  /** Lowest score of a continuous scale; null when it is open. */
  min?: Maybe<Scalars['Float']['output']>;
  /** When it was last changed. */
  modifiedAt: Scalars['DateTime']['output'];
  /** What kind of scale. */
  type: FeedbackScaleType;
};

/** Result of createFeedbackConfig and updateFeedbackConfig. */
export type FeedbackConfigPayload = {
  __typename?: 'FeedbackConfigPayload';
  /** The scale as it is now; null when there are user errors. */
  feedbackConfig?: Maybe<FeedbackConfig>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** A scale. */
export type FeedbackScaleInput = {
  /** Whether one judgement may name several categories. */
  allowsMultipleCategories?: InputMaybe<Scalars['Boolean']['input']>;
  /** Categories of a categorical scale, 1 to 100. */
  categories?: InputMaybe<Array<FeedbackCategoryInput>>;
  /** Highest score of a continuous scale. */
  max?: InputMaybe<Scalars['Float']['input']>;
  /** Lowest score of a continuous scale. */
  min?: InputMaybe<Scalars['Float']['input']>;
  /** What kind of scale. */
  type: FeedbackScaleType;
};

/** What kind of scale. */
export type FeedbackScaleType =
  /** One of some categories. */
  | 'CATEGORICAL'
  /** Numbers between two ends. */
  | 'CONTINUOUS'
  /** Words. */
  | 'FREEFORM';

/** Lets whoever holds its address give one feedback. */
export type FeedbackToken = {
  __typename?: 'FeedbackToken';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** What is judged. */
  feedbackKey: Scalars['String']['output'];
  /** The run. */
  runUuid: Scalars['ID']['output'];
  /** Its address, secret included; null when it was made with another secret of the installation. */
  url?: Maybe<Scalars['String']['output']>;
  /** When it was used; null while it was not. */
  usedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id, which is not the secret. */
  uuid: Scalars['ID']['output'];
};

/** A token to make. */
export type FeedbackTokenInput = {
  /** When it ends, within 30 days; 3 hours from now without it. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What is judged, 1 to 128 characters. */
  feedbackKey: Scalars['String']['input'];
  /** The run's UUID; it need not exist yet. */
  runUuid: Scalars['ID']['input'];
  /** The scale that what is given must fit. */
  scale?: InputMaybe<FeedbackScaleInput>;
  /** Its id, when the caller chooses it. */
  uuid?: InputMaybe<Scalars['ID']['input']>;
};

/** The audit of one hour. */
export type IngestAudit = {
  __typename?: 'IngestAudit';
  /** Beginning of the hour. */
  hour: Scalars['DateTime']['output'];
  /** Operations in the ledger. */
  recorded: Scalars['BigInt']['output'];
  /** Operations found in the trace store. */
  stored: Scalars['BigInt']['output'];
};

/** An operation that was sent and is not stored; or, for refusals, one mistake with all of its repeats. */
export type IngestProblem = Node & {
  __typename?: 'IngestProblem';
  /** The key it was sent with; null when that is not known. */
  apiKey?: Maybe<ApiKey>;
  /** Dead letters: how often storing it was tried. */
  attempts?: Maybe<Scalars['Int']['output']>;
  /** Dead letters: UUID of the batch it came with, as in the header `x-batch-id` of the answer. */
  batchUuid?: Maybe<Scalars['ID']['output']>;
  /** Whether it can be stored again. Refusals were never accepted; some letters hold no operation. */
  canReplay: Scalars['Boolean']['output'];
  /**
   * The reason in one word. Refusals: `malformed`, `invalid`, `conflict` and others that the answer to the
   * sender used. Dead letters: `refused` by the trace store, `lethal` to the worker, `corrupt` in the queue,
   * `project_deleted` or `run_deleted` after it was accepted, `expired` by its project's retention.
   */
  code: Scalars['String']['output'];
  /** What the trace store or the queue said; null for refusals. */
  detail?: Maybe<Scalars['String']['output']>;
  /** When it happened first. */
  firstAt: Scalars['DateTime']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What became of the operation. */
  kind: IngestProblemKind;
  /** When it happened last. */
  lastAt: Scalars['DateTime']['output'];
  /** How often it happened; 1 for dead letters. */
  occurrences: Scalars['Int']['output'];
  /** Refusals: name of the multipart part, or place in the body, of the newest one. */
  part?: Maybe<Scalars['String']['output']>;
  /** What was sent. May be asked for 10 problems at a time. */
  payload?: Maybe<IngestProblemPayload>;
  /** The reason in a sentence. */
  reason: Scalars['String']['output'];
  /** When somebody asked for it to be stored again. */
  replayRequestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** UUID of the run, of the newest one for refusals; null when it could not be read. */
  runUuid?: Maybe<Scalars['ID']['output']>;
  /** The sender's software; null when it did not say. */
  sdk?: Maybe<IngestSdk>;
  /** Where it stands. */
  state: IngestProblemState;
};

/** A problem came or changed. */
export type IngestProblemChanged = IngestProblemEvent & {
  __typename?: 'IngestProblemChanged';
  /** Ordered id of the event; ids of different servers do not compare. */
  eventId: Scalars['String']['output'];
  /** The problem as it stands now. */
  problem?: Maybe<IngestProblem>;
};

/** A page of problems. */
export type IngestProblemConnection = {
  __typename?: 'IngestProblemConnection';
  /** How many there are in all pages. */
  count: CountEstimate;
  /** The items with their cursors. */
  edges: Array<IngestProblemEdge>;
  /** The items. */
  nodes: Array<IngestProblem>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A problem in a list. */
export type IngestProblemEdge = {
  __typename?: 'IngestProblemEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The problem. */
  node: IngestProblem;
};

/** Something happened to a problem, or events were missed. */
export type IngestProblemEvent = {
  /** Ordered id of the event; ids of different servers do not compare. */
  eventId: Scalars['String']['output'];
  /** The problem as it stands now; null when it is gone, and in a gap event. */
  problem?: Maybe<IngestProblem>;
};

/** Events were lost up to this one; read the list again. */
export type IngestProblemEventsGap = IngestProblemEvent & {
  __typename?: 'IngestProblemEventsGap';
  /** Ordered id of the event; ids of different servers do not compare. */
  eventId: Scalars['String']['output'];
  /** Always null. */
  problem?: Maybe<IngestProblem>;
};

/** Which problems; all given fields must hold. */
export type IngestProblemFilter = {
  /** Global id or UUID of the key it was sent with. */
  apiKeyId?: InputMaybe<Scalars['ID']['input']>;
  /** The reason in one word, exactly. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Text in reason, detail or user agent, whatever the case; at most 256 characters. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** What became of the operation. */
  kind?: InputMaybe<IngestProblemKind>;
  /** UUID of the run. */
  runUuid?: InputMaybe<Scalars['ID']['input']>;
  /** Happened last at this instant or later. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Where it stands. */
  state?: InputMaybe<IngestProblemState>;
  /** Happened last at this instant or before. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What became of an operation that is not stored. */
export type IngestProblemKind =
  /** Accepted, but the worker could not store it: a dead letter. */
  | 'DEAD'
  /** Refused when it was sent; the sender was told. Repeats of one mistake are one problem. */
  | 'REJECTED';

/** What was sent, as far as it is kept and shown. */
export type IngestProblemPayload = {
  __typename?: 'IngestProblemPayload';
  /** Whether something was left out: refusals keep 16 KiB, and 256 KiB are shown. */
  isCut: Scalars['Boolean']['output'];
  /** How much is kept. */
  sizeBytes: Scalars['Int']['output'];
  /**
   * Dead letters: the operation with its fields and payloads. Refusals: the JSON that was sent, or its
   * beginning as text. Bytes that are no text are an object with the field `base64`.
   */
  value?: Maybe<Scalars['JSON']['output']>;
};

/** A problem is gone: replayed, purged or expired. */
export type IngestProblemRemoved = IngestProblemEvent & {
  __typename?: 'IngestProblemRemoved';
  /** Ordered id of the event; ids of different servers do not compare. */
  eventId: Scalars['String']['output'];
  /** Always null. */
  problem?: Maybe<IngestProblem>;
  /** Global id of the problem that is gone. */
  problemId: Scalars['ID']['output'];
};

/** Where a problem stands. */
export type IngestProblemState =
  /** Nobody has dealt with it. */
  | 'NEW'
  /** It will be stored again within seconds; it goes away then, or comes back as it was. */
  | 'REPLAY_REQUESTED';

/** The software that sent an operation, as its `User-Agent` header says. */
export type IngestSdk = {
  __typename?: 'IngestSdk';
  /** Name of the first product in it, such as `langsmith-py`. */
  name: Scalars['String']['output'];
  /** The whole header, cut to 128 characters. */
  userAgent: Scalars['String']['output'];
  /** Its version; null when the header names none. */
  version?: Maybe<Scalars['String']['output']>;
};

/** How ingestion of a workspace stands. */
export type IngestStatus = {
  __typename?: 'IngestStatus';
  /** The audits of the last 24 hours, newest first: what the ledger has against what is readable. */
  audits: Array<IngestAudit>;
  /** Whether storing is further behind than a reader would not notice. */
  isDelayed: Scalars['Boolean']['output'];
  /**
   * How far storing is behind: runs sent in the last so many seconds may be missing in lists. 0 when
   * nothing waits; null when it is not known.
   */
  lagSeconds?: Maybe<Scalars['Float']['output']>;
  /** When something of this workspace was stored last; null when nothing ever was. */
  lastStoredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Problems that happened in the last 24 hours, counted up to 10,000. */
  problemsLast24h?: Maybe<Scalars['Int']['output']>;
  /** What was accepted today (UTC) and is stored. */
  usageToday: IngestUsage;
};

/** Amounts of accepted operations. */
export type IngestUsage = {
  __typename?: 'IngestUsage';
  /** Their size in the queue. */
  bytes: Scalars['BigInt']['output'];
  /** Creates and updates of runs and feedback. */
  operations: Scalars['BigInt']['output'];
};

/** Work in the background. It goes on when a worker is stopped or dies. */
export type Job = Node & {
  __typename?: 'Job';
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Who asked for it; null for API keys and for what the system does by itself. */
  createdBy?: Maybe<User>;
  /** Why it failed, for people. */
  error?: Maybe<Scalars['String']['output']>;
  /** Files of a finished export, with links that are valid for some minutes; empty after seven days. */
  files?: Maybe<Array<ExportFile>>;
  /** When it ended. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What it was asked to do. */
  input: Scalars['JSON']['output'];
  /** Whether somebody asked for its end, which a worker sees within seconds. */
  isCancelRequested: Scalars['Boolean']['output'];
  /** What it does. */
  kind: JobKind;
  /** How far it is: `phase`, and numbers by its kind. */
  progress: Scalars['JSON']['output'];
  /**
   * What came of it. Of a deletion: `receipts`, one for each store, with `found`, `remaining` and the
   * `verifyQuery` that anybody may ask again; of a dry run `counts` by table. Of an export: the manifest.
   */
  result?: Maybe<Scalars['JSON']['output']>;
  /** When a worker first took it. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: JobState;
  /** The UUID. */
  uuid: Scalars['ID']['output'];
};

/** A page of jobs. */
export type JobConnection = {
  __typename?: 'JobConnection';
  /** The items with their cursors. */
  edges: Array<JobEdge>;
  /** The items. */
  nodes: Array<Job>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A job in a list. */
export type JobEdge = {
  __typename?: 'JobEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The job. */
  node: Job;
};

/** What a job does. */
export type JobKind =
  /** Deletes runs or a project. */
  | 'DELETION'
  /** Writes runs into files. */
  | 'EXPORT'
  /** Computes the cost of stored runs anew. */
  | 'REPRICING'
  /** Applies a changed retention to what is stored. */
  | 'RETENTION';

/** Result of mutations that start or change a job. */
export type JobPayload = {
  __typename?: 'JobPayload';
  /** The job; null when there are user errors. */
  job?: Maybe<Job>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Where a job stands. */
export type JobState =
  /** Ended by somebody. */
  | 'CANCELLED'
  /** Given up; `error` says why. */
  | 'FAILED'
  /** Waits for a worker, or to be tried again. */
  | 'QUEUED'
  /** A worker has it. */
  | 'RUNNING'
  /** Done; `result` says what. */
  | 'SUCCEEDED';

/** An entry of a run's metadata. */
export type MetadataPairInput = {
  /** Its key. */
  key: Scalars['String']['input'];
  /** Its value as text. */
  value: Scalars['String']['input'];
};

/** Width of the time buckets. They lie on whole multiples in UTC, weeks begin on Monday. */
export type MetricBucket =
  /** As wide as it takes for at most 100 buckets. */
  | 'AUTO'
  /** A day. */
  | 'DAY'
  /** Five minutes. */
  | 'FIVE_MINUTES'
  /** An hour. */
  | 'HOUR'
  /** A minute. */
  | 'MINUTE'
  /** A quarter of an hour. */
  | 'QUARTER_HOUR'
  /** Six hours. */
  | 'SIX_HOURS'
  /** A week. */
  | 'WEEK';

/** A property that figures can be split by; a run without it is in the group of the empty text. */
export type MetricGroupField =
  /** An entry of the metadata. */
  | 'METADATA'
  /** The model. */
  | 'MODEL'
  /** What the run is called. */
  | 'NAME'
  /** What the step does, in lower case. */
  | 'RUN_TYPE'
  /** How it stands, in lower case. */
  | 'STATUS'
  /** Labels: a run with several counts in the group of each, but once in the total. */
  | 'TAG'
  /** The user, as `Project.users` takes it from the metadata. */
  | 'USER';

/** A price of the workspace's own. */
export type ModelPrice = Node & {
  __typename?: 'ModelPrice';
  /** Who set it so; null for API keys and for people who left. */
  changedBy?: Maybe<User>;
  /** Calls before it keep other prices; null: all. */
  from?: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Since when it is known as it is now: it counts for runs that were accepted later. */
  knownSince: Scalars['DateTime']['output'];
  /** What people call it; costs name it as their entry. */
  name: Scalars['String']['output'];
  /** Names of models that it is for: RE2 syntax, compared with the whole name without regard to case. */
  pattern: Scalars['String']['output'];
  /** Only for this provider, as senders write it; null: for any. */
  provider?: Maybe<Scalars['String']['output']>;
  /** US dollars per million tokens. */
  rates: Array<ModelRate>;
};

/** Prices of model calls. */
export type ModelPriceList = {
  __typename?: 'ModelPriceList';
  /** The workspace's own, by name; they count more than the table. At most 200. */
  own: Array<ModelPrice>;
  /** Providers of the table. */
  providers: Array<Scalars['String']['output']>;
  /** Entries of the table, by provider and name. */
  table: TablePriceConnection;
  /** Date of the table. */
  tableAsOf: Scalars['DateTime']['output'];
};


/** Prices of model calls. */
export type ModelPriceListTableArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  provider?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Result of mutations of prices. */
export type ModelPricePayload = {
  __typename?: 'ModelPricePayload';
  /** The price as it is, or as it was before it ended; null when there are user errors. */
  modelPrice?: Maybe<ModelPrice>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** A rate. */
export type ModelRate = {
  __typename?: 'ModelRate';
  /** What it is for: `input`, `cache_read`, `cache_write_5m`, `output`, `reasoning`, `audio_in`, … */
  subtype: Scalars['String']['output'];
  /** US dollars per million tokens; per thousand events when the subtype ends in `_per_1k`. */
  usdPerMillion: Scalars['Decimal']['output'];
};

/** A rate of a price of one's own. */
export type ModelRateInput = {
  /**
   * One of `input`, `cache_read`, `cache_write_5m`, `cache_write_1h`, `cache_write_30m`, `cache_write_12h`, `cache_write`,
   * `output`, `reasoning`, `audio_in`, `audio_out`, `cache_read_audio`, `image_in`, `image_out`, `cache_read_image`,
   * `video_in`, `video_out`.
   */
  subtype: Scalars['String']['input'];
  /** US dollars per million tokens, from 0 to 1,000,000, at most nine decimals. */
  usdPerMillion: Scalars['Decimal']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Ends a job; what it has done stays done. Needs the right to start such a job. A job that has ended is
   * left as it is.
   */
  cancelJob: JobPayload;
  /** Copies a dashboard, a built-in one or another, to be changed. */
  cloneDashboard: DashboardPayload;
  /** Creates an API key in the caller's workspace. The key is in the answer once and never again. */
  createApiKey: CreateApiKeyPayload;
  /** Makes a dashboard of the workspace, or of one project. */
  createDashboard: DashboardPayload;
  /**
   * Says how feedback with a key is judged. When the key has the same scale already that one is the answer; another scale is
   * INVALID, or a CONFLICT when the existing one is enforced.
   */
  createFeedbackConfig: FeedbackConfigPayload;
  /**
   * Makes tokens, each good for one feedback with one key on one run, without a key of ours. Their addresses may be given
   * to browsers and put into mails.
   */
  createFeedbackTokens: CreateFeedbackTokensPayload;
  /**
   * Sets a price for models of one's own, or instead of the table's. It counts for runs that are accepted from a few
   * seconds later on; earlier ones keep theirs until `repriceRuns`.
   */
  createModelPrice: ModelPricePayload;
  /** Creates an empty project. Sending a run with a new project name does the same. */
  createProject: CreateProjectPayload;
  /** Keeps a view. Views of the team need the right to change projects. */
  createSavedView: SavedViewPayload;
  /** Deletes a dashboard. */
  deleteDashboard: DeleteDashboardPayload;
  /** Forgets how feedback with a key is judged; the feedback stays. */
  deleteFeedbackConfig: DeleteFeedbackConfigPayload;
  /** Ends a price, for runs that are accepted from a few seconds later on. */
  deleteModelPrice: ModelPricePayload;
  /**
   * Deletes a project at once and, in a job, everything that is stored of it. Runs that are sent to its
   * name from then on open a new project.
   */
  deleteProject: JobPayload;
  /**
   * Deletes runs for good, with everything below them, their payloads, events, feedback and files, in a job.
   * Give exactly one way to choose them. Nothing of them comes back, whatever is still in the queue.
   */
  deleteRuns: JobPayload;
  /** Deletes a view, for everybody. */
  deleteSavedView: DeleteSavedViewPayload;
  /** Writes runs into files, in a job. The files can be downloaded for seven days. */
  exportRuns: JobPayload;
  /** As purgeIngestProblems, for all problems of a filter. */
  purgeAllIngestProblems: PurgeAllIngestProblemsPayload;
  /** Deletes problems with what was sent. It cannot be brought back. */
  purgeIngestProblems: PurgeIngestProblemsPayload;
  /** As replayIngestProblems, for all dead letters of a filter that can be replayed. */
  replayAllIngestProblems: ReplayAllIngestProblemsPayload;
  /**
   * Asks for dead letters to be stored again, within seconds. What fails again comes back. Asking twice
   * is no error; what cannot be replayed is told among the user errors.
   */
  replayIngestProblems: ReplayIngestProblemsPayload;
  /**
   * Prices stored runs anew by what is known now, in a job. A dry run counts what would change; its result has `examined`,
   * `changed`, `gained`, `lost`, `keptCallerCost`, `costBeforeUsd` and `costAfterUsd`.
   */
  repriceRuns: JobPayload;
  /** Ends an API key within 10 seconds everywhere. Revoking twice is no error. */
  revokeApiKey: RevokeApiKeyPayload;
  /** Chooses the view with which a list opens for the caller, who must be a person. */
  setDefaultSavedView: SetDefaultSavedViewPayload;
  /**
   * How long runs of a project are kept, or, without a project, of all projects that do not say themselves.
   * What is older goes with the next nightly deletion, and what comes in older is refused; a longer time
   * keeps what is still there.
   */
  setRetention: SetRetentionPayload;
  /** Changes what is given of a dashboard. Built-in ones cannot be changed; clone them. */
  updateDashboard: DashboardPayload;
  /** Changes how feedback with a key is judged; absent fields stay. What was given before stays as it is. */
  updateFeedbackConfig: FeedbackConfigPayload;
  /** Changes a price, for runs that are accepted from a few seconds later on. What is absent stays. */
  updateModelPrice: ModelPricePayload;
  /** Changes a project; absent fields stay as they are. */
  updateProject: UpdateProjectPayload;
  /** Changes what is given of a view. The team's may be changed by all who may change projects. */
  updateSavedView: SavedViewPayload;
};


export type MutationCancelJobArgs = {
  input: CancelJobInput;
};


export type MutationCloneDashboardArgs = {
  input: CloneDashboardInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateDashboardArgs = {
  input: CreateDashboardInput;
};


export type MutationCreateFeedbackConfigArgs = {
  input: CreateFeedbackConfigInput;
};


export type MutationCreateFeedbackTokensArgs = {
  input: CreateFeedbackTokensInput;
};


export type MutationCreateModelPriceArgs = {
  input: CreateModelPriceInput;
};


export type MutationCreateProjectArgs = {
  input: CreateProjectInput;
};


export type MutationCreateSavedViewArgs = {
  input: CreateSavedViewInput;
};


export type MutationDeleteDashboardArgs = {
  input: DeleteDashboardInput;
};


export type MutationDeleteFeedbackConfigArgs = {
  input: DeleteFeedbackConfigInput;
};


export type MutationDeleteModelPriceArgs = {
  input: DeleteModelPriceInput;
};


export type MutationDeleteProjectArgs = {
  input: DeleteProjectInput;
};


export type MutationDeleteRunsArgs = {
  input: DeleteRunsInput;
};


export type MutationDeleteSavedViewArgs = {
  input: DeleteSavedViewInput;
};


export type MutationExportRunsArgs = {
  input: ExportRunsInput;
};


export type MutationPurgeAllIngestProblemsArgs = {
  input: PurgeAllIngestProblemsInput;
};


export type MutationPurgeIngestProblemsArgs = {
  input: PurgeIngestProblemsInput;
};


export type MutationReplayAllIngestProblemsArgs = {
  input: ReplayAllIngestProblemsInput;
};


export type MutationReplayIngestProblemsArgs = {
  input: ReplayIngestProblemsInput;
};


export type MutationRepriceRunsArgs = {
  input: RepriceRunsInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationSetDefaultSavedViewArgs = {
  input: SetDefaultSavedViewInput;
};


export type MutationSetRetentionArgs = {
  input: SetRetentionInput;
};


export type MutationUpdateDashboardArgs = {
  input: UpdateDashboardInput;
};


export type MutationUpdateFeedbackConfigArgs = {
  input: UpdateFeedbackConfigInput;
};


export type MutationUpdateModelPriceArgs = {
  input: UpdateModelPriceInput;
};


export type MutationUpdateProjectArgs = {
  input: UpdateProjectInput;
};


export type MutationUpdateSavedViewArgs = {
  input: UpdateSavedViewInput;
};

/** An object with a global, opaque id. */
export type Node = {
  /** The global id. Opaque: clients never build or parse one. */
  id: Scalars['ID']['output'];
};

/** A company or team: the roof over its workspaces. */
export type Organization = Node & {
  __typename?: 'Organization';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Display name. */
  name: Scalars['String']['output'];
  /** The UUID. */
  uuid: Scalars['ID']['output'];
};

/** Where a page stands within its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last item of the page; pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more items follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether items precede. Lists of runs offer forward paging only and always answer false. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item of the page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** How sure an answer is. */
export type Precision =
  /** So many or more: counting or looking ended at a limit. */
  | 'AT_LEAST'
  /** Near the truth: measured on a part, or of something that changed meanwhile. */
  | 'ESTIMATED'
  /** Exact, and complete for what it claims to be. */
  | 'EXACT';

/** A way of serving. */
export type PriceMode = {
  __typename?: 'PriceMode';
  /** What it multiplies every rate by. */
  factor: Scalars['Float']['output'];
  /** `batch`, `flex`, `priority` or `fast`. */
  mode: Scalars['String']['output'];
};

/** Where a figure was read. */
export type PriceSource = {
  __typename?: 'PriceSource';
  /** When it was read, or its date. */
  date?: Maybe<Scalars['String']['output']>;
  /** What it is called. */
  name: Scalars['String']['output'];
  /** Its address. */
  url?: Maybe<Scalars['String']['output']>;
};

/** Long-context rates. */
export type PriceTier = {
  __typename?: 'PriceTier';
  /** They hold for requests with more input tokens than this. */
  overInputTokens: Scalars['Int']['output'];
  /** The rates. */
  rates: Array<ModelRate>;
};

/** The kind of model that an entry is for. */
export type PricedModelKind =
  /** Speech or sounds. */
  | 'AUDIO'
  /** Text and more in, text out. */
  | 'CHAT'
  /** Vectors out. */
  | 'EMBEDDING'
  /** Pictures out. */
  | 'IMAGE';

/** Where runs of one application or environment are collected. LangSmith's *session*. */
export type Project = Node & {
  __typename?: 'Project';
  /** When it was created, by hand or by its first run. */
  createdAt: Scalars['DateTime']['output'];
  /** What the project is for. */
  description?: Maybe<Scalars['String']['output']>;
  /** When the experiment ended; null for other projects. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Any JSON object that its creator keeps with it; LangSmith's `extra`. */
  extra?: Maybe<Scalars['JSON']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Unique in the workspace. */
  name: Scalars['String']['output'];
  /** UUID of the dataset that it is an experiment over; null for other projects. */
  referenceDatasetUuid?: Maybe<Scalars['ID']['output']>;
  /** How long its runs are kept, from the beginning of their trace. */
  retention: ProjectRetention;
  /**
   * Views of the project's lists that the caller may see: the team's and the caller's own, by name; at most
   * 500.
   */
  savedViews: Array<SavedView>;
  /** When the experiment began, or when the project was created. */
  startedAt: Scalars['DateTime']['output'];
  /** The UUID, as LangSmith SDKs know it. */
  uuid: Scalars['ID']['output'];
  /** The workspace it belongs to. */
  workspace?: Maybe<Workspace>;
};


/** Where runs of one application or environment are collected. LangSmith's *session*. */
export type ProjectSavedViewsArgs = {
  kind?: InputMaybe<SavedViewKind>;
};

/** A page of projects. */
export type ProjectConnection = {
  __typename?: 'ProjectConnection';
  /** The items with their cursors. */
  edges: Array<ProjectEdge>;
  /** The items. */
  nodes: Array<Project>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A project in a list. */
export type ProjectEdge = {
  __typename?: 'ProjectEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The project. */
  node: Project;
};

/** Which projects; all given fields must hold. */
export type ProjectFilter = {
  /** Only experiments over a dataset (true), or only others (false). */
  hasReferenceDataset?: InputMaybe<Scalars['Boolean']['input']>;
  /** `extra.metadata` contains these entries (JSON containment). */
  metadata?: InputMaybe<Scalars['JSON']['input']>;
  /** Exactly this name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Experiments over one of these datasets (UUIDs), at most 100. */
  referenceDatasetUuids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** One of these UUIDs, at most 100. */
  uuids?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Sorting of projects. */
export type ProjectOrder = {
  /** Which way. */
  direction: SortDirection;
  /** By what. */
  field: ProjectOrderField;
};

/** What projects are sorted by. */
export type ProjectOrderField =
  /** When it was created. */
  | 'CREATED_AT'
  /** Its name, by code point. */
  | 'NAME';

/** How long runs of a project are kept. */
export type ProjectRetention = {
  __typename?: 'ProjectRetention';
  /** Days that count now; null is for ever. */
  days?: Maybe<Scalars['Int']['output']>;
  /** Whether the workspace decides. */
  isInherited: Scalars['Boolean']['output'];
};

/** Input of purgeAllIngestProblems. */
export type PurgeAllIngestProblemsInput = {
  /** Which problems. Give `until` to leave out what you have not seen. */
  filter: IngestProblemFilter;
};

/** Result of purgeAllIngestProblems. */
export type PurgeAllIngestProblemsPayload = {
  __typename?: 'PurgeAllIngestProblemsPayload';
  /** Whether there are more: call again. */
  hasMore: Scalars['Boolean']['output'];
  /** How many were deleted; at most 10,000 for one call. */
  purged: Scalars['Int']['output'];
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of purgeIngestProblems. */
export type PurgeIngestProblemsInput = {
  /** Global ids of the problems, 1 to 100. */
  ids: Array<Scalars['ID']['input']>;
};

/** Result of purgeIngestProblems. */
export type PurgeIngestProblemsPayload = {
  __typename?: 'PurgeIngestProblemsPayload';
  /** How many were deleted. */
  purged: Scalars['Int']['output'];
  /** Global ids of those that were deleted. */
  purgedIds: Array<Scalars['ID']['output']>;
  /** What could not be done, with the place of the id. */
  userErrors: Array<UserError>;
};

export type Query = {
  __typename?: 'Query';
  /** One dashboard by its global id; null with NOT_FOUND when there is none. */
  dashboard?: Maybe<Dashboard>;
  /**
   * Dashboards, the built-in ones first, then by name: of the whole workspace, and with a project those
   * of that project too; at most 200 of the workspace's own.
   */
  dashboards: Array<Dashboard>;
  /** How feedback is judged in the workspace, by key; at most 500. */
  feedbackConfigs: Array<FeedbackConfig>;
  /** Tokens with which browsers give feedback on a run, the newest first, used and ended ones included. */
  feedbackTokens: Array<FeedbackToken>;
  /** A job of the caller's workspace; null with NOT_FOUND when there is none. */
  job?: Maybe<Job>;
  /** Work in the background of the caller's workspace, newest first. */
  jobs: JobConnection;
  /** The prices that runs are counted by: the workspace's own, and the table of this release. */
  modelPrices: ModelPriceList;
  /** The project of this name in the caller's workspace; null with NOT_FOUND when there is none. */
  project?: Maybe<Project>;
  /** Projects of the caller's workspace, newest first. */
  projects: ProjectConnection;
  /** Who is calling: a person with a session, or a machine with an API key. */
  viewer: Viewer;
};


export type QueryDashboardArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDashboardsArgs = {
  projectId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryFeedbackConfigsArgs = {
  isEnforced?: InputMaybe<Scalars['Boolean']['input']>;
  keys?: InputMaybe<Array<Scalars['String']['input']>>;
  nameContains?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFeedbackTokensArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  runUuid: Scalars['ID']['input'];
};


export type QueryJobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<JobKind>>;
};


export type QueryProjectArgs = {
  name: Scalars['String']['input'];
};


export type QueryProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  nameContains?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<ProjectOrder>;
};

/** Input of replayAllIngestProblems. */
export type ReplayAllIngestProblemsInput = {
  /** Which problems. Give `until` to leave out what you have not seen. */
  filter: IngestProblemFilter;
};

/** Result of replayAllIngestProblems. */
export type ReplayAllIngestProblemsPayload = {
  __typename?: 'ReplayAllIngestProblemsPayload';
  /** Whether more can be replayed: call again. */
  hasMore: Scalars['Boolean']['output'];
  /** How many will be stored again; at most 10,000 for one call. */
  requested: Scalars['Int']['output'];
  /** How many of the filter cannot be replayed, counted up to 10,000. */
  skipped: Scalars['Int']['output'];
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of replayIngestProblems. */
export type ReplayIngestProblemsInput = {
  /** Global ids of the problems, 1 to 100. */
  ids: Array<Scalars['ID']['input']>;
};

/** Result of replayIngestProblems. */
export type ReplayIngestProblemsPayload = {
  __typename?: 'ReplayIngestProblemsPayload';
  /** Those of the ids that exist, as they are now. */
  problems: Array<IngestProblem>;
  /** How many will be stored again. */
  requested: Scalars['Int']['output'];
  /** What could not be done, with the place of the id. */
  userErrors: Array<UserError>;
};

/** Input of repriceRuns. */
export type RepriceRunsInput = {
  /** Count only, change nothing. */
  dryRun?: Scalars['Boolean']['input'];
  /** Only runs of this project. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** Only runs that started in this time. */
  timeRange?: InputMaybe<TimeRange>;
};

/** Input of revokeApiKey. */
export type RevokeApiKeyInput = {
  /** Global id of the key. */
  id: Scalars['ID']['input'];
};

/** Result of revokeApiKey. */
export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  /** The key as it is now. */
  apiKey?: Maybe<ApiKey>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** A list as somebody wants to see it again: which rows, which columns, in what order. */
export type SavedView = Node & {
  __typename?: 'SavedView';
  /** Whether the caller may change and delete it. */
  canEdit: Scalars['Boolean']['output'];
  /** Which columns; the web client's matter. */
  columns?: Maybe<Scalars['JSON']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Which rows, as the input `RunFilter`; null for all. */
  filter?: Maybe<Scalars['JSON']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Whether the list opens with it for the caller. */
  isDefault: Scalars['Boolean']['output'];
  /** Which list it is of. */
  kind: SavedViewKind;
  /** What people call it. */
  name: Scalars['String']['output'];
  /** The order; null for the usual one. */
  orderBy?: Maybe<Scalars['JSON']['output']>;
  /** Who made it; null for people who left and for API keys. */
  owner?: Maybe<User>;
  /** The project whose list it is of. */
  project?: Maybe<Project>;
  /** Which time, fixed or relative to now; null leaves it as it is. */
  timeRange?: Maybe<Scalars['JSON']['output']>;
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Who sees it. */
  visibility: SavedViewVisibility;
};

/** Which list a view is of. */
export type SavedViewKind =
  /** Runs. */
  | 'RUNS'
  /** Threads. */
  | 'THREADS'
  /** Traces. */
  | 'TRACES'
  /** Users. */
  | 'USERS';

/** Result of creating or changing a view. */
export type SavedViewPayload = {
  __typename?: 'SavedViewPayload';
  /** The view as it is now; null when there are user errors. */
  savedView?: Maybe<SavedView>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Who sees a view. */
export type SavedViewVisibility =
  /** Only its owner. */
  | 'PRIVATE'
  /** Everybody who sees the project. */
  | 'TEAM';

/** Input of setDefaultSavedView. */
export type SetDefaultSavedViewInput = {
  /** Which list. */
  kind: SavedViewKind;
  /** Global id or UUID of the project. */
  projectId: Scalars['ID']['input'];
  /** Global id of the view; null opens the list as it comes. */
  viewId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of setDefaultSavedView. */
export type SetDefaultSavedViewPayload = {
  __typename?: 'SetDefaultSavedViewPayload';
  /** The view that is the default now; null for none. */
  savedView?: Maybe<SavedView>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of setRetention. */
export type SetRetentionInput = {
  /** 1 to 36500 days; null is for ever. */
  days?: InputMaybe<Scalars['Int']['input']>;
  /** As the workspace says; `days` counts for nothing then. Only for a project. */
  inherits?: Scalars['Boolean']['input'];
  /** Global id or UUID of the project; the workspace without it. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of setRetention. */
export type SetRetentionPayload = {
  __typename?: 'SetRetentionPayload';
  /** The job that applies it to what is stored already; null when nothing changed. */
  job?: Maybe<Job>;
  /** The project as it is now; null for a workspace and when there are user errors. */
  project?: Maybe<Project>;
  /** What to correct. */
  userErrors: Array<UserError>;
  /** The workspace as it is now; null for a project and when there are user errors. */
  workspace?: Maybe<Workspace>;
};

/** The two directions of sorting. */
export type SortDirection =
  /** Smallest or oldest first. */
  | 'ASC'
  /** Largest or newest first. */
  | 'DESC';

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Problems of the caller's workspace as they come, change and go. Every event carries the problem's
   * state, so a later one supersedes an earlier one. After a break, pass the last `eventId` as `after`;
   * what can no longer be replayed is one IngestProblemEventsGap.
   */
  ingestProblemEvents: IngestProblemEvent;
};


export type SubscriptionIngestProblemEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An entry of the table. */
export type TablePrice = {
  __typename?: 'TablePrice';
  /** What is not certain. */
  doubt?: Maybe<Scalars['String']['output']>;
  /** How a run's cost names it: `openai/gpt-5`. */
  entry: Scalars['String']['output'];
  /** It is listed nowhere for this provider and follows from a rule. */
  isDerived: Scalars['Boolean']['output'];
  /** Fewer than two independent sources have it. */
  isSingleSource: Scalars['Boolean']['output'];
  /** What the model is for. */
  kind: PricedModelKind;
  /** The canonical name of the model. */
  model: Scalars['String']['output'];
  /** What other ways of serving multiply every rate by. */
  modes: Array<PriceMode>;
  /** What else is known. */
  notes?: Maybe<Scalars['String']['output']>;
  /** Expressions over the lower-cased name of a model; the entry is for those it matches. */
  patterns: Array<Scalars['String']['output']>;
  /** The provider, as the table names it. */
  provider: Scalars['String']['output'];
  /** The prices by their first day, the newest first. */
  rows: Array<TablePriceRow>;
  /** Where the figures were read. */
  sources: Array<PriceSource>;
};

/** A page of the table. */
export type TablePriceConnection = {
  __typename?: 'TablePriceConnection';
  /** The entries. */
  nodes: Array<TablePrice>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many entries match. */
  totalCount: Scalars['Int']['output'];
};

/** Prices from one day on. */
export type TablePriceRow = {
  __typename?: 'TablePriceRow';
  /** First day; null when they hold since ever, or since an unknown day. */
  from?: Maybe<Scalars['DateTime']['output']>;
  /** Hours of the day, UTC, such as `01:00-04:00`, inside which they hold; empty: all. */
  hoursUtc: Array<Scalars['String']['output']>;
  /** Whether the hours are of working days only. */
  isWeekdaysOnly: Scalars['Boolean']['output'];
  /** The rates. */
  rates: Array<ModelRate>;
  /** Rates of the whole request when its input is larger. */
  tiers: Array<PriceTier>;
};

/** A span of time; both ends optional. */
export type TimeRange = {
  /** From this instant on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Input of updateDashboard; what is absent stays. */
export type UpdateDashboardInput = {
  /** All charts, in order, at most 50. */
  charts?: InputMaybe<Array<ChartInput>>;
  /** What it is for; null empties it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the dashboard. */
  id: Scalars['ID']['input'];
  /** 1 to 128 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** Input of updateFeedbackConfig. */
export type UpdateFeedbackConfigInput = {
  /** Categories to add or, by their value, to replace. */
  addCategories?: InputMaybe<Array<FeedbackCategoryInput>>;
  /** Whether feedback that does not fit is refused. */
  isEnforced?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether a lower score is better. */
  isLowerScoreBetter?: InputMaybe<Scalars['Boolean']['input']>;
  /** The key. */
  key: Scalars['String']['input'];
  /** Categories to remove, by their value. */
  removeCategories?: InputMaybe<Array<Scalars['Float']['input']>>;
  /** Another scale. */
  scale?: InputMaybe<FeedbackScaleInput>;
};

/** Input of updateModelPrice. */
export type UpdateModelPriceInput = {
  /** As in createModelPrice; null: all calls. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Global id of the price. */
  id: Scalars['ID']['input'];
  /** 1 to 128 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** As in createModelPrice. */
  pattern?: InputMaybe<Scalars['String']['input']>;
  /** As in createModelPrice; null: any. */
  provider?: InputMaybe<Scalars['String']['input']>;
  /** All rates anew. */
  rates?: InputMaybe<Array<ModelRateInput>>;
};

/** Input of updateProject. A null is no change, as an absent field. */
export type UpdateProjectInput = {
  /** What the project is for. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** When the experiment ended. */
  endedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Merged into `extra` key by key, and so is its `metadata`. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** 1 to 256 characters, unique in the workspace. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Global id or UUID of the project. */
  projectId: Scalars['ID']['input'];
};

/** Result of updateProject. */
export type UpdateProjectPayload = {
  __typename?: 'UpdateProjectPayload';
  /** The project as it is now; null when there are user errors. */
  project?: Maybe<Project>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of updateSavedView; what is absent stays, and null empties. */
export type UpdateSavedViewInput = {
  /** Which columns. All four together are at most 32 KiB. */
  columns?: InputMaybe<Scalars['JSON']['input']>;
  /** Which rows, as the input `RunFilter`. */
  filter?: InputMaybe<Scalars['JSON']['input']>;
  /** Global id of the view. */
  id: Scalars['ID']['input'];
  /** 1 to 128 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The order. */
  orderBy?: InputMaybe<Scalars['JSON']['input']>;
  /** Which time. */
  timeRange?: InputMaybe<Scalars['JSON']['input']>;
  /** Who sees it. */
  visibility?: InputMaybe<SavedViewVisibility>;
};

/** A person who signs in. */
export type User = Node & {
  __typename?: 'User';
  /** E-mail address. */
  email: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Display name. */
  name: Scalars['String']['output'];
};

/** A mistake that the caller can correct. */
export type UserError = {
  __typename?: 'UserError';
  /** The kind of mistake. */
  code: UserErrorCode;
  /** What is wrong, for people. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What kind of mistake a user error is. */
export type UserErrorCode =
  /** Something of that name exists already. */
  | 'CONFLICT'
  /** A value is missing or not acceptable. */
  | 'INVALID'
  /** The object does not exist or is not yours. */
  | 'NOT_FOUND';

/** The caller. */
export type Viewer = {
  __typename?: 'Viewer';
  /** Names of the permissions held in `workspace`, sorted; at most 100. */
  permissions: Array<Scalars['String']['output']>;
  /** The person; null when a machine calls with an API key. */
  user?: Maybe<User>;
  /** The workspace this request acts in (`X-Tenant-Id` picks another one). */
  workspace: Workspace;
  /** Every workspace the caller may enter, by name; at most 100. */
  workspaces: Array<Workspace>;
};

/** What belongs together and is seen by the same people: projects, keys, prompts. LangSmith's *tenant*. */
export type Workspace = Node & {
  __typename?: 'Workspace';
  /** Its API keys, newest first, revoked ones included; at most 500. */
  apiKeys: Array<ApiKey>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** One problem; null with NOT_FOUND when there is none. */
  ingestProblem?: Maybe<IngestProblem>;
  /**
   * What was sent and is not stored, the last seen first: operations that were refused at the door, and
   * dead letters of the worker. The ingest inbox.
   */
  ingestProblems: IngestProblemConnection;
  /** How ingestion stands: how far storing is behind, and what came today. */
  ingestStatus: IngestStatus;
  /** Display name, unique in its organization. */
  name: Scalars['String']['output'];
  /** The organization it belongs to. */
  organization?: Maybe<Organization>;
  /** Days that runs of its projects are kept unless a project says otherwise; null is for ever. */
  retentionDays?: Maybe<Scalars['Int']['output']>;
  /** The UUID, as LangSmith SDKs know it (`LANGSMITH_WORKSPACE_ID`). */
  uuid: Scalars['ID']['output'];
};


/** What belongs together and is seen by the same people: projects, keys, prompts. LangSmith's *tenant*. */
export type WorkspaceIngestProblemArgs = {
  id: Scalars['ID']['input'];
};


/** What belongs together and is seen by the same people: projects, keys, prompts. LangSmith's *tenant*. */
export type WorkspaceIngestProblemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IngestProblemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  ApiKey: ApiKey;
  Dashboard: Dashboard;
  IngestProblem: IngestProblem;
  Job: Job;
  ModelPrice: ModelPrice;
  Organization: Organization;
  Project: Project;
  SavedView: SavedView;
  User: User;
  Workspace: Workspace;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ApiKey:
    ( { __typename: 'ApiKey' }
    & GraphQLRecursivePick<FederationTypes['ApiKey'], {"id":true}> );
  Dashboard:
    ( { __typename: 'Dashboard' }
    & GraphQLRecursivePick<FederationTypes['Dashboard'], {"id":true}> );
  IngestProblem:
    ( { __typename: 'IngestProblem' }
    & GraphQLRecursivePick<FederationTypes['IngestProblem'], {"id":true}> );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
  ModelPrice:
    ( { __typename: 'ModelPrice' }
    & GraphQLRecursivePick<FederationTypes['ModelPrice'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}> );
  Project:
    ( { __typename: 'Project' }
    & GraphQLRecursivePick<FederationTypes['Project'], {"id":true}> );
  SavedView:
    ( { __typename: 'SavedView' }
    & GraphQLRecursivePick<FederationTypes['SavedView'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Workspace:
    ( { __typename: 'Workspace' }
    & GraphQLRecursivePick<FederationTypes['Workspace'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  IngestProblemEvent:
    | ( IngestProblemChangedMapper )
    | ( IngestProblemEventsGapMapper )
    | ( IngestProblemRemovedMapper )
  ;
  Node:
    | ( ApiKeyMapper )
    | ( DashboardMapper )
    | ( IngestProblemMapper )
    | ( JobMapper )
    | ( ModelPriceMapper )
    | ( OrganizationMapper )
    | ( ProjectMapper )
    | ( SavedViewMapper )
    | ( UserMapper )
    | ( WorkspaceMapper )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApiKey: ResolverTypeWrapper<ApiKeyMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ApiKeyScope: ApiKeyScope;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  CancelJobInput: CancelJobInput;
  Chart: ResolverTypeWrapper<Chart>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ChartGroup: ResolverTypeWrapper<ChartGroup>;
  ChartGroupInput: ChartGroupInput;
  ChartInput: ChartInput;
  ChartKind: ChartKind;
  ChartMetric: ChartMetric;
  CloneDashboardInput: CloneDashboardInput;
  CountEstimate: ResolverTypeWrapper<CountEstimate>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  CreateDashboardInput: CreateDashboardInput;
  CreateFeedbackConfigInput: CreateFeedbackConfigInput;
  CreateFeedbackTokensInput: CreateFeedbackTokensInput;
  CreateFeedbackTokensPayload: ResolverTypeWrapper<Omit<CreateFeedbackTokensPayload, 'tokens'> & { tokens?: Maybe<Array<ResolversTypes['FeedbackToken']>> }>;
  CreateModelPriceInput: CreateModelPriceInput;
  CreateProjectInput: CreateProjectInput;
  CreateProjectPayload: ResolverTypeWrapper<Omit<CreateProjectPayload, 'project'> & { project?: Maybe<ResolversTypes['Project']> }>;
  CreateSavedViewInput: CreateSavedViewInput;
  Dashboard: ResolverTypeWrapper<DashboardMapper>;
  DashboardPayload: ResolverTypeWrapper<Omit<DashboardPayload, 'dashboard'> & { dashboard?: Maybe<ResolversTypes['Dashboard']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteDashboardInput: DeleteDashboardInput;
  DeleteDashboardPayload: ResolverTypeWrapper<DeleteDashboardPayload>;
  DeleteFeedbackConfigInput: DeleteFeedbackConfigInput;
  DeleteFeedbackConfigPayload: ResolverTypeWrapper<DeleteFeedbackConfigPayload>;
  DeleteModelPriceInput: DeleteModelPriceInput;
  DeleteProjectInput: DeleteProjectInput;
  DeleteRunsInput: DeleteRunsInput;
  DeleteSavedViewInput: DeleteSavedViewInput;
  DeleteSavedViewPayload: ResolverTypeWrapper<DeleteSavedViewPayload>;
  ExportFile: ResolverTypeWrapper<ExportFileMapper>;
  ExportFormat: ExportFormat;
  ExportRunsInput: ExportRunsInput;
  FeedbackCategory: ResolverTypeWrapper<FeedbackCategory>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FeedbackCategoryInput: FeedbackCategoryInput;
  FeedbackConfig: ResolverTypeWrapper<FeedbackConfigMapper>;
  FeedbackConfigPayload: ResolverTypeWrapper<Omit<FeedbackConfigPayload, 'feedbackConfig'> & { feedbackConfig?: Maybe<ResolversTypes['FeedbackConfig']> }>;
  FeedbackScaleInput: FeedbackScaleInput;
  FeedbackScaleType: FeedbackScaleType;
  FeedbackToken: ResolverTypeWrapper<FeedbackTokenMapper>;
  FeedbackTokenInput: FeedbackTokenInput;
  IngestAudit: ResolverTypeWrapper<IngestAudit>;
  IngestProblem: ResolverTypeWrapper<IngestProblemMapper>;
  IngestProblemChanged: ResolverTypeWrapper<IngestProblemChangedMapper>;
  IngestProblemConnection: ResolverTypeWrapper<IngestProblemConnectionMapper>;
  IngestProblemEdge: ResolverTypeWrapper<Omit<IngestProblemEdge, 'node'> & { node: ResolversTypes['IngestProblem'] }>;
  IngestProblemEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['IngestProblemEvent']>;
  IngestProblemEventsGap: ResolverTypeWrapper<IngestProblemEventsGapMapper>;
  IngestProblemFilter: IngestProblemFilter;
  IngestProblemKind: IngestProblemKind;
  IngestProblemPayload: ResolverTypeWrapper<IngestProblemPayload>;
  IngestProblemRemoved: ResolverTypeWrapper<IngestProblemRemovedMapper>;
  IngestProblemState: IngestProblemState;
  IngestSdk: ResolverTypeWrapper<IngestSdk>;
  IngestStatus: ResolverTypeWrapper<IngestStatusMapper>;
  IngestUsage: ResolverTypeWrapper<IngestUsage>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Job: ResolverTypeWrapper<JobMapper>;
  JobConnection: ResolverTypeWrapper<Omit<JobConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['JobEdge']>, nodes: Array<ResolversTypes['Job']> }>;
  JobEdge: ResolverTypeWrapper<Omit<JobEdge, 'node'> & { node: ResolversTypes['Job'] }>;
  JobKind: JobKind;
  JobPayload: ResolverTypeWrapper<Omit<JobPayload, 'job'> & { job?: Maybe<ResolversTypes['Job']> }>;
  JobState: JobState;
  MetadataPairInput: MetadataPairInput;
  MetricBucket: MetricBucket;
  MetricGroupField: MetricGroupField;
  ModelPrice: ResolverTypeWrapper<ModelPriceMapper>;
  ModelPriceList: ResolverTypeWrapper<ModelPriceListMapper>;
  ModelPricePayload: ResolverTypeWrapper<Omit<ModelPricePayload, 'modelPrice'> & { modelPrice?: Maybe<ResolversTypes['ModelPrice']> }>;
  ModelRate: ResolverTypeWrapper<ModelRate>;
  ModelRateInput: ModelRateInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Organization: ResolverTypeWrapper<OrganizationMapper>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Precision: Precision;
  PriceMode: ResolverTypeWrapper<PriceMode>;
  PriceSource: ResolverTypeWrapper<PriceSource>;
  PriceTier: ResolverTypeWrapper<PriceTier>;
  PricedModelKind: PricedModelKind;
  Project: ResolverTypeWrapper<ProjectMapper>;
  ProjectConnection: ResolverTypeWrapper<Omit<ProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProjectEdge']>, nodes: Array<ResolversTypes['Project']> }>;
  ProjectEdge: ResolverTypeWrapper<Omit<ProjectEdge, 'node'> & { node: ResolversTypes['Project'] }>;
  ProjectFilter: ProjectFilter;
  ProjectOrder: ProjectOrder;
  ProjectOrderField: ProjectOrderField;
  ProjectRetention: ResolverTypeWrapper<RetentionRow>;
  PurgeAllIngestProblemsInput: PurgeAllIngestProblemsInput;
  PurgeAllIngestProblemsPayload: ResolverTypeWrapper<PurgeAllIngestProblemsPayload>;
  PurgeIngestProblemsInput: PurgeIngestProblemsInput;
  PurgeIngestProblemsPayload: ResolverTypeWrapper<PurgeIngestProblemsPayload>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReplayAllIngestProblemsInput: ReplayAllIngestProblemsInput;
  ReplayAllIngestProblemsPayload: ResolverTypeWrapper<ReplayAllIngestProblemsPayload>;
  ReplayIngestProblemsInput: ReplayIngestProblemsInput;
  ReplayIngestProblemsPayload: ResolverTypeWrapper<Omit<ReplayIngestProblemsPayload, 'problems'> & { problems: Array<ResolversTypes['IngestProblem']> }>;
  RepriceRunsInput: RepriceRunsInput;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  SavedView: ResolverTypeWrapper<SavedViewMapper>;
  SavedViewKind: SavedViewKind;
  SavedViewPayload: ResolverTypeWrapper<Omit<SavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversTypes['SavedView']> }>;
  SavedViewVisibility: SavedViewVisibility;
  SetDefaultSavedViewInput: SetDefaultSavedViewInput;
  SetDefaultSavedViewPayload: ResolverTypeWrapper<Omit<SetDefaultSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversTypes['SavedView']> }>;
  SetRetentionInput: SetRetentionInput;
  SetRetentionPayload: ResolverTypeWrapper<Omit<SetRetentionPayload, 'job' | 'project' | 'workspace'> & { job?: Maybe<ResolversTypes['Job']>, project?: Maybe<ResolversTypes['Project']>, workspace?: Maybe<ResolversTypes['Workspace']> }>;
  SortDirection: SortDirection;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TablePrice: ResolverTypeWrapper<TablePriceMapper>;
  TablePriceConnection: ResolverTypeWrapper<Omit<TablePriceConnection, 'nodes'> & { nodes: Array<ResolversTypes['TablePrice']> }>;
  TablePriceRow: ResolverTypeWrapper<TablePriceRow>;
  TimeRange: TimeRange;
  UpdateDashboardInput: UpdateDashboardInput;
  UpdateFeedbackConfigInput: UpdateFeedbackConfigInput;
  UpdateModelPriceInput: UpdateModelPriceInput;
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectPayload: ResolverTypeWrapper<Omit<UpdateProjectPayload, 'project'> & { project?: Maybe<ResolversTypes['Project']> }>;
  UpdateSavedViewInput: UpdateSavedViewInput;
  User: ResolverTypeWrapper<UserMapper>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  Viewer: ResolverTypeWrapper<ViewerMapper>;
  Workspace: ResolverTypeWrapper<WorkspaceMapper>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApiKey: ApiKeyMapper;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  BigInt: Scalars['BigInt']['output'];
  CancelJobInput: CancelJobInput;
  Chart: Chart;
  Int: Scalars['Int']['output'];
  ChartGroup: ChartGroup;
  ChartGroupInput: ChartGroupInput;
  ChartInput: ChartInput;
  CloneDashboardInput: CloneDashboardInput;
  CountEstimate: CountEstimate;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  CreateDashboardInput: CreateDashboardInput;
  CreateFeedbackConfigInput: CreateFeedbackConfigInput;
  CreateFeedbackTokensInput: CreateFeedbackTokensInput;
  CreateFeedbackTokensPayload: Omit<CreateFeedbackTokensPayload, 'tokens'> & { tokens?: Maybe<Array<ResolversParentTypes['FeedbackToken']>> };
  CreateModelPriceInput: CreateModelPriceInput;
  CreateProjectInput: CreateProjectInput;
  CreateProjectPayload: Omit<CreateProjectPayload, 'project'> & { project?: Maybe<ResolversParentTypes['Project']> };
  CreateSavedViewInput: CreateSavedViewInput;
  Dashboard: DashboardMapper;
  DashboardPayload: Omit<DashboardPayload, 'dashboard'> & { dashboard?: Maybe<ResolversParentTypes['Dashboard']> };
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeleteDashboardInput: DeleteDashboardInput;
  DeleteDashboardPayload: DeleteDashboardPayload;
  DeleteFeedbackConfigInput: DeleteFeedbackConfigInput;
  DeleteFeedbackConfigPayload: DeleteFeedbackConfigPayload;
  DeleteModelPriceInput: DeleteModelPriceInput;
  DeleteProjectInput: DeleteProjectInput;
  DeleteRunsInput: DeleteRunsInput;
  DeleteSavedViewInput: DeleteSavedViewInput;
  DeleteSavedViewPayload: DeleteSavedViewPayload;
  ExportFile: ExportFileMapper;
  ExportRunsInput: ExportRunsInput;
  FeedbackCategory: FeedbackCategory;
  Float: Scalars['Float']['output'];
  FeedbackCategoryInput: FeedbackCategoryInput;
  FeedbackConfig: FeedbackConfigMapper;
  FeedbackConfigPayload: Omit<FeedbackConfigPayload, 'feedbackConfig'> & { feedbackConfig?: Maybe<ResolversParentTypes['FeedbackConfig']> };
  FeedbackScaleInput: FeedbackScaleInput;
  FeedbackToken: FeedbackTokenMapper;
  FeedbackTokenInput: FeedbackTokenInput;
  IngestAudit: IngestAudit;
  IngestProblem: IngestProblemMapper;
  IngestProblemChanged: IngestProblemChangedMapper;
  IngestProblemConnection: IngestProblemConnectionMapper;
  IngestProblemEdge: Omit<IngestProblemEdge, 'node'> & { node: ResolversParentTypes['IngestProblem'] };
  IngestProblemEvent: ResolversInterfaceTypes<ResolversParentTypes>['IngestProblemEvent'];
  IngestProblemEventsGap: IngestProblemEventsGapMapper;
  IngestProblemFilter: IngestProblemFilter;
  IngestProblemPayload: IngestProblemPayload;
  IngestProblemRemoved: IngestProblemRemovedMapper;
  IngestSdk: IngestSdk;
  IngestStatus: IngestStatusMapper;
  IngestUsage: IngestUsage;
  JSON: Scalars['JSON']['output'];
  Job: JobMapper;
  JobConnection: Omit<JobConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['JobEdge']>, nodes: Array<ResolversParentTypes['Job']> };
  JobEdge: Omit<JobEdge, 'node'> & { node: ResolversParentTypes['Job'] };
  JobPayload: Omit<JobPayload, 'job'> & { job?: Maybe<ResolversParentTypes['Job']> };
  MetadataPairInput: MetadataPairInput;
  ModelPrice: ModelPriceMapper;
  ModelPriceList: ModelPriceListMapper;
  ModelPricePayload: Omit<ModelPricePayload, 'modelPrice'> & { modelPrice?: Maybe<ResolversParentTypes['ModelPrice']> };
  ModelRate: ModelRate;
  ModelRateInput: ModelRateInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Organization: OrganizationMapper;
  PageInfo: PageInfo;
  PriceMode: PriceMode;
  PriceSource: PriceSource;
  PriceTier: PriceTier;
  Project: ProjectMapper;
  ProjectConnection: Omit<ProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProjectEdge']>, nodes: Array<ResolversParentTypes['Project']> };
  ProjectEdge: Omit<ProjectEdge, 'node'> & { node: ResolversParentTypes['Project'] };
  ProjectFilter: ProjectFilter;
  ProjectOrder: ProjectOrder;
  ProjectRetention: RetentionRow;
  PurgeAllIngestProblemsInput: PurgeAllIngestProblemsInput;
  PurgeAllIngestProblemsPayload: PurgeAllIngestProblemsPayload;
  PurgeIngestProblemsInput: PurgeIngestProblemsInput;
  PurgeIngestProblemsPayload: PurgeIngestProblemsPayload;
  Query: Record<PropertyKey, never>;
  ReplayAllIngestProblemsInput: ReplayAllIngestProblemsInput;
  ReplayAllIngestProblemsPayload: ReplayAllIngestProblemsPayload;
  ReplayIngestProblemsInput: ReplayIngestProblemsInput;
  ReplayIngestProblemsPayload: Omit<ReplayIngestProblemsPayload, 'problems'> & { problems: Array<ResolversParentTypes['IngestProblem']> };
  RepriceRunsInput: RepriceRunsInput;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  SavedView: SavedViewMapper;
  SavedViewPayload: Omit<SavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversParentTypes['SavedView']> };
  SetDefaultSavedViewInput: SetDefaultSavedViewInput;
  SetDefaultSavedViewPayload: Omit<SetDefaultSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversParentTypes['SavedView']> };
  SetRetentionInput: SetRetentionInput;
  SetRetentionPayload: Omit<SetRetentionPayload, 'job' | 'project' | 'workspace'> & { job?: Maybe<ResolversParentTypes['Job']>, project?: Maybe<ResolversParentTypes['Project']>, workspace?: Maybe<ResolversParentTypes['Workspace']> };
  Subscription: Record<PropertyKey, never>;
  TablePrice: TablePriceMapper;
  TablePriceConnection: Omit<TablePriceConnection, 'nodes'> & { nodes: Array<ResolversParentTypes['TablePrice']> };
  TablePriceRow: TablePriceRow;
  TimeRange: TimeRange;
  UpdateDashboardInput: UpdateDashboardInput;
  UpdateFeedbackConfigInput: UpdateFeedbackConfigInput;
  UpdateModelPriceInput: UpdateModelPriceInput;
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectPayload: Omit<UpdateProjectPayload, 'project'> & { project?: Maybe<ResolversParentTypes['Project']> };
  UpdateSavedViewInput: UpdateSavedViewInput;
  User: UserMapper;
  UserError: UserError;
  Viewer: ViewerMapper;
  Workspace: WorkspaceMapper;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  permission: Scalars['String']['input'];
};

export type AccessDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AnonymousDirectiveArgs = { };

export type AnonymousDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = AnonymousDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ApiKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey'], FederationReferenceType extends FederationReferenceTypes['ApiKey'] = FederationReferenceTypes['ApiKey']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ApiKey']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  displayPrefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mayDelete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['ApiKeyScope'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type ChartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Chart'] = ResolversParentTypes['Chart']> = {
  bucket?: Resolver<ResolversTypes['MetricBucket'], ParentType, ContextType>;
  feedbackKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filter?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  groupBy?: Resolver<Array<ResolversTypes['ChartGroup']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChartKind'], ParentType, ContextType>;
  metrics?: Resolver<Array<ResolversTypes['ChartMetric']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  top?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChartGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChartGroup'] = ResolversParentTypes['ChartGroup']> = {
  field?: Resolver<ResolversTypes['MetricGroupField'], ParentType, ContextType>;
  metadataKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CountEstimateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CountEstimate'] = ResolversParentTypes['CountEstimate']> = {
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateApiKeyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateFeedbackTokensPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateFeedbackTokensPayload'] = ResolversParentTypes['CreateFeedbackTokensPayload']> = {
  tokens?: Resolver<Maybe<Array<ResolversTypes['FeedbackToken']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateProjectPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateProjectPayload'] = ResolversParentTypes['CreateProjectPayload']> = {
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DashboardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Dashboard'] = ResolversParentTypes['Dashboard'], FederationReferenceType extends FederationReferenceTypes['Dashboard'] = FederationReferenceTypes['Dashboard']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Dashboard']> | FederationReferenceType, FederationReferenceType, ContextType>;
  charts?: Resolver<Array<ResolversTypes['Chart']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPrebuilt?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DashboardPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DashboardPayload'] = ResolversParentTypes['DashboardPayload']> = {
  dashboard?: Resolver<Maybe<ResolversTypes['Dashboard']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteDashboardPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteDashboardPayload'] = ResolversParentTypes['DeleteDashboardPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteFeedbackConfigPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteFeedbackConfigPayload'] = ResolversParentTypes['DeleteFeedbackConfigPayload']> = {
  deletedKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteSavedViewPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteSavedViewPayload'] = ResolversParentTypes['DeleteSavedViewPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ExportFileResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExportFile'] = ResolversParentTypes['ExportFile']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  runCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FeedbackCategoryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedbackCategory'] = ResolversParentTypes['FeedbackCategory']> = {
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FeedbackConfigResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedbackConfig'] = ResolversParentTypes['FeedbackConfig']> = {
  allowsMultipleCategories?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  categories?: Resolver<Array<ResolversTypes['FeedbackCategory']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isEnforced?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isLowerScoreBetter?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  modifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['FeedbackScaleType'], ParentType, ContextType>;
};

export type FeedbackConfigPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedbackConfigPayload'] = ResolversParentTypes['FeedbackConfigPayload']> = {
  feedbackConfig?: Resolver<Maybe<ResolversTypes['FeedbackConfig']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FeedbackTokenResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedbackToken'] = ResolversParentTypes['FeedbackToken']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  feedbackKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  runUuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  usedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type IngestAuditResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestAudit'] = ResolversParentTypes['IngestAudit']> = {
  hour?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recorded?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  stored?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type IngestProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestProblem'] = ResolversParentTypes['IngestProblem'], FederationReferenceType extends FederationReferenceTypes['IngestProblem'] = FederationReferenceTypes['IngestProblem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['IngestProblem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  attempts?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  batchUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  canReplay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IngestProblemKind'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  occurrences?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  part?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['IngestProblemPayload']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replayRequestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  runUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sdk?: Resolver<Maybe<ResolversTypes['IngestSdk']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['IngestProblemState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IngestProblemChangedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestProblemChanged'] = ResolversParentTypes['IngestProblemChanged']> = {
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['IngestProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IngestProblemConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestProblemConnection'] = ResolversParentTypes['IngestProblemConnection']> = {
  count?: Resolver<ResolversTypes['CountEstimate'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['IngestProblemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['IngestProblem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type IngestProblemEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestProblemEdge'] = ResolversParentTypes['IngestProblemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IngestProblem'], ParentType, ContextType>;
};

export type IngestProblemEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestProblemEvent'] = ResolversParentTypes['IngestProblemEvent']> = {
  __resolveType: TypeResolveFn<'IngestProblemChanged' | 'IngestProblemEventsGap' | 'IngestProblemRemoved', ParentType, ContextType>;
};

export type IngestProblemEventsGapResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestProblemEventsGap'] = ResolversParentTypes['IngestProblemEventsGap']> = {
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['IngestProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IngestProblemPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestProblemPayload'] = ResolversParentTypes['IngestProblemPayload']> = {
  isCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type IngestProblemRemovedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestProblemRemoved'] = ResolversParentTypes['IngestProblemRemoved']> = {
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['IngestProblem']>, ParentType, ContextType>;
  problemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IngestSdkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestSdk'] = ResolversParentTypes['IngestSdk']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userAgent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IngestStatusResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestStatus'] = ResolversParentTypes['IngestStatus']> = {
  audits?: Resolver<Array<ResolversTypes['IngestAudit']>, ParentType, ContextType>;
  isDelayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lagSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lastStoredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  problemsLast24h?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  usageToday?: Resolver<ResolversTypes['IngestUsage'], ParentType, ContextType>;
};

export type IngestUsageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IngestUsage'] = ResolversParentTypes['IngestUsage']> = {
  bytes?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JobResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  files?: Resolver<Maybe<Array<ResolversTypes['ExportFile']>>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  input?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  isCancelRequested?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['JobKind'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['JobState'], ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JobConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobConnection'] = ResolversParentTypes['JobConnection']> = {
  edges?: Resolver<Array<ResolversTypes['JobEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Job']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type JobEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobEdge'] = ResolversParentTypes['JobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
};

export type JobPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobPayload'] = ResolversParentTypes['JobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ModelPriceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ModelPrice'] = ResolversParentTypes['ModelPrice'], FederationReferenceType extends FederationReferenceTypes['ModelPrice'] = FederationReferenceTypes['ModelPrice']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ModelPrice']> | FederationReferenceType, FederationReferenceType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  knownSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pattern?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rates?: Resolver<Array<ResolversTypes['ModelRate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ModelPriceListResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ModelPriceList'] = ResolversParentTypes['ModelPriceList']> = {
  own?: Resolver<Array<ResolversTypes['ModelPrice']>, ParentType, ContextType>;
  providers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  table?: Resolver<ResolversTypes['TablePriceConnection'], ParentType, ContextType, RequireFields<ModelPriceListTableArgs, 'first'>>;
  tableAsOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ModelPricePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ModelPricePayload'] = ResolversParentTypes['ModelPricePayload']> = {
  modelPrice?: Resolver<Maybe<ResolversTypes['ModelPrice']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ModelRateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ModelRate'] = ResolversParentTypes['ModelRate']> = {
  subtype?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usdPerMillion?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelJob: Resolver<ResolversTypes['JobPayload'], ParentType, ContextType, RequireFields<MutationCancelJobArgs, 'input'>>;
  cloneDashboard: Resolver<ResolversTypes['DashboardPayload'], ParentType, ContextType, RequireFields<MutationCloneDashboardArgs, 'input'>>;
  createApiKey: Resolver<ResolversTypes['CreateApiKeyPayload'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createDashboard: Resolver<ResolversTypes['DashboardPayload'], ParentType, ContextType, RequireFields<MutationCreateDashboardArgs, 'input'>>;
  createFeedbackConfig: Resolver<ResolversTypes['FeedbackConfigPayload'], ParentType, ContextType, RequireFields<MutationCreateFeedbackConfigArgs, 'input'>>;
  createFeedbackTokens: Resolver<ResolversTypes['CreateFeedbackTokensPayload'], ParentType, ContextType, RequireFields<MutationCreateFeedbackTokensArgs, 'input'>>;
  createModelPrice: Resolver<ResolversTypes['ModelPricePayload'], ParentType, ContextType, RequireFields<MutationCreateModelPriceArgs, 'input'>>;
  createProject: Resolver<ResolversTypes['CreateProjectPayload'], ParentType, ContextType, RequireFields<MutationCreateProjectArgs, 'input'>>;
  createSavedView: Resolver<ResolversTypes['SavedViewPayload'], ParentType, ContextType, RequireFields<MutationCreateSavedViewArgs, 'input'>>;
  deleteDashboard: Resolver<ResolversTypes['DeleteDashboardPayload'], ParentType, ContextType, RequireFields<MutationDeleteDashboardArgs, 'input'>>;
  deleteFeedbackConfig: Resolver<ResolversTypes['DeleteFeedbackConfigPayload'], ParentType, ContextType, RequireFields<MutationDeleteFeedbackConfigArgs, 'input'>>;
  deleteModelPrice: Resolver<ResolversTypes['ModelPricePayload'], ParentType, ContextType, RequireFields<MutationDeleteModelPriceArgs, 'input'>>;
  deleteProject: Resolver<ResolversTypes['JobPayload'], ParentType, ContextType, RequireFields<MutationDeleteProjectArgs, 'input'>>;
  deleteRuns: Resolver<ResolversTypes['JobPayload'], ParentType, ContextType, RequireFields<MutationDeleteRunsArgs, 'input'>>;
  deleteSavedView: Resolver<ResolversTypes['DeleteSavedViewPayload'], ParentType, ContextType, RequireFields<MutationDeleteSavedViewArgs, 'input'>>;
  exportRuns: Resolver<ResolversTypes['JobPayload'], ParentType, ContextType, RequireFields<MutationExportRunsArgs, 'input'>>;
  purgeAllIngestProblems: Resolver<ResolversTypes['PurgeAllIngestProblemsPayload'], ParentType, ContextType, RequireFields<MutationPurgeAllIngestProblemsArgs, 'input'>>;
  purgeIngestProblems: Resolver<ResolversTypes['PurgeIngestProblemsPayload'], ParentType, ContextType, RequireFields<MutationPurgeIngestProblemsArgs, 'input'>>;
  replayAllIngestProblems: Resolver<ResolversTypes['ReplayAllIngestProblemsPayload'], ParentType, ContextType, RequireFields<MutationReplayAllIngestProblemsArgs, 'input'>>;
  replayIngestProblems: Resolver<ResolversTypes['ReplayIngestProblemsPayload'], ParentType, ContextType, RequireFields<MutationReplayIngestProblemsArgs, 'input'>>;
  repriceRuns: Resolver<ResolversTypes['JobPayload'], ParentType, ContextType, RequireFields<MutationRepriceRunsArgs, 'input'>>;
  revokeApiKey: Resolver<ResolversTypes['RevokeApiKeyPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  setDefaultSavedView: Resolver<ResolversTypes['SetDefaultSavedViewPayload'], ParentType, ContextType, RequireFields<MutationSetDefaultSavedViewArgs, 'input'>>;
  setRetention: Resolver<ResolversTypes['SetRetentionPayload'], ParentType, ContextType, RequireFields<MutationSetRetentionArgs, 'input'>>;
  updateDashboard: Resolver<ResolversTypes['DashboardPayload'], ParentType, ContextType, RequireFields<MutationUpdateDashboardArgs, 'input'>>;
  updateFeedbackConfig: Resolver<ResolversTypes['FeedbackConfigPayload'], ParentType, ContextType, RequireFields<MutationUpdateFeedbackConfigArgs, 'input'>>;
  updateModelPrice: Resolver<ResolversTypes['ModelPricePayload'], ParentType, ContextType, RequireFields<MutationUpdateModelPriceArgs, 'input'>>;
  updateProject: Resolver<ResolversTypes['UpdateProjectPayload'], ParentType, ContextType, RequireFields<MutationUpdateProjectArgs, 'input'>>;
  updateSavedView: Resolver<ResolversTypes['SavedViewPayload'], ParentType, ContextType, RequireFields<MutationUpdateSavedViewArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'ApiKey' | 'Dashboard' | 'IngestProblem' | 'Job' | 'ModelPrice' | 'Organization' | 'Project' | 'SavedView' | 'User' | 'Workspace', ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PriceModeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceMode'] = ResolversParentTypes['PriceMode']> = {
  factor?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PriceSourceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceSource'] = ResolversParentTypes['PriceSource']> = {
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PriceTierResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceTier'] = ResolversParentTypes['PriceTier']> = {
  overInputTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rates?: Resolver<Array<ResolversTypes['ModelRate']>, ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  extra?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  referenceDatasetUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  retention?: Resolver<ResolversTypes['ProjectRetention'], ParentType, ContextType>;
  savedViews?: Resolver<Array<ResolversTypes['SavedView']>, ParentType, ContextType, Partial<ProjectSavedViewsArgs>>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProjectConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectConnection'] = ResolversParentTypes['ProjectConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProjectEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectEdge'] = ResolversParentTypes['ProjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
};

export type ProjectRetentionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectRetention'] = ResolversParentTypes['ProjectRetention']> = {
  days?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isInherited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PurgeAllIngestProblemsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PurgeAllIngestProblemsPayload'] = ResolversParentTypes['PurgeAllIngestProblemsPayload']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PurgeIngestProblemsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PurgeIngestProblemsPayload'] = ResolversParentTypes['PurgeIngestProblemsPayload']> = {
  purged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  purgedIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  dashboard: Resolver<Maybe<ResolversTypes['Dashboard']>, ParentType, ContextType, RequireFields<QueryDashboardArgs, 'id'>>;
  dashboards: Resolver<Array<ResolversTypes['Dashboard']>, ParentType, ContextType, Partial<QueryDashboardsArgs>>;
  feedbackConfigs: Resolver<Array<ResolversTypes['FeedbackConfig']>, ParentType, ContextType, Partial<QueryFeedbackConfigsArgs>>;
  feedbackTokens: Resolver<Array<ResolversTypes['FeedbackToken']>, ParentType, ContextType, RequireFields<QueryFeedbackTokensArgs, 'first' | 'offset' | 'runUuid'>>;
  job: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType, RequireFields<QueryJobArgs, 'id'>>;
  jobs: Resolver<ResolversTypes['JobConnection'], ParentType, ContextType, RequireFields<QueryJobsArgs, 'first'>>;
  modelPrices: Resolver<ResolversTypes['ModelPriceList'], ParentType, ContextType>;
  project: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, RequireFields<QueryProjectArgs, 'name'>>;
  projects: Resolver<ResolversTypes['ProjectConnection'], ParentType, ContextType, RequireFields<QueryProjectsArgs, 'first'>>;
  viewer: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type ReplayAllIngestProblemsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplayAllIngestProblemsPayload'] = ResolversParentTypes['ReplayAllIngestProblemsPayload']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplayIngestProblemsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplayIngestProblemsPayload'] = ResolversParentTypes['ReplayIngestProblemsPayload']> = {
  problems?: Resolver<Array<ResolversTypes['IngestProblem']>, ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SavedViewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SavedView'] = ResolversParentTypes['SavedView'], FederationReferenceType extends FederationReferenceTypes['SavedView'] = FederationReferenceTypes['SavedView']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SavedView']> | FederationReferenceType, FederationReferenceType, ContextType>;
  canEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  columns?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  filter?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SavedViewKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderBy?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  timeRange?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['SavedViewVisibility'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SavedViewPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SavedViewPayload'] = ResolversParentTypes['SavedViewPayload']> = {
  savedView?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetDefaultSavedViewPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetDefaultSavedViewPayload'] = ResolversParentTypes['SetDefaultSavedViewPayload']> = {
  savedView?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetRetentionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetRetentionPayload'] = ResolversParentTypes['SetRetentionPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  ingestProblemEvents: SubscriptionResolver<ResolversTypes['IngestProblemEvent'], "ingestProblemEvents", ParentType, ContextType, Partial<SubscriptionIngestProblemEventsArgs>>;
};

export type TablePriceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TablePrice'] = ResolversParentTypes['TablePrice']> = {
  doubt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDerived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSingleSource?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PricedModelKind'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  modes?: Resolver<Array<ResolversTypes['PriceMode']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  patterns?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['TablePriceRow']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['PriceSource']>, ParentType, ContextType>;
};

export type TablePriceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TablePriceConnection'] = ResolversParentTypes['TablePriceConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['TablePrice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TablePriceRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TablePriceRow'] = ResolversParentTypes['TablePriceRow']> = {
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hoursUtc?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isWeekdaysOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rates?: Resolver<Array<ResolversTypes['ModelRate']>, ParentType, ContextType>;
  tiers?: Resolver<Array<ResolversTypes['PriceTier']>, ParentType, ContextType>;
};

export type UpdateProjectPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateProjectPayload'] = ResolversParentTypes['UpdateProjectPayload']> = {
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  workspace?: Resolver<ResolversTypes['Workspace'], ParentType, ContextType>;
  workspaces?: Resolver<Array<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export type WorkspaceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace'], FederationReferenceType extends FederationReferenceTypes['Workspace'] = FederationReferenceTypes['Workspace']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Workspace']> | FederationReferenceType, FederationReferenceType, ContextType>;
  apiKeys?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestProblem?: Resolver<Maybe<ResolversTypes['IngestProblem']>, ParentType, ContextType, RequireFields<WorkspaceIngestProblemArgs, 'id'>>;
  ingestProblems?: Resolver<ResolversTypes['IngestProblemConnection'], ParentType, ContextType, RequireFields<WorkspaceIngestProblemsArgs, 'first'>>;
  ingestStatus?: Resolver<ResolversTypes['IngestStatus'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  retentionDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  ApiKey?: ApiKeyResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  Chart?: ChartResolvers<ContextType>;
  ChartGroup?: ChartGroupResolvers<ContextType>;
  CountEstimate?: CountEstimateResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateFeedbackTokensPayload?: CreateFeedbackTokensPayloadResolvers<ContextType>;
  CreateProjectPayload?: CreateProjectPayloadResolvers<ContextType>;
  Dashboard?: DashboardResolvers<ContextType>;
  DashboardPayload?: DashboardPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeleteDashboardPayload?: DeleteDashboardPayloadResolvers<ContextType>;
  DeleteFeedbackConfigPayload?: DeleteFeedbackConfigPayloadResolvers<ContextType>;
  DeleteSavedViewPayload?: DeleteSavedViewPayloadResolvers<ContextType>;
  ExportFile?: ExportFileResolvers<ContextType>;
  FeedbackCategory?: FeedbackCategoryResolvers<ContextType>;
  FeedbackConfig?: FeedbackConfigResolvers<ContextType>;
  FeedbackConfigPayload?: FeedbackConfigPayloadResolvers<ContextType>;
  FeedbackToken?: FeedbackTokenResolvers<ContextType>;
  IngestAudit?: IngestAuditResolvers<ContextType>;
  IngestProblem?: IngestProblemResolvers<ContextType>;
  IngestProblemChanged?: IngestProblemChangedResolvers<ContextType>;
  IngestProblemConnection?: IngestProblemConnectionResolvers<ContextType>;
  IngestProblemEdge?: IngestProblemEdgeResolvers<ContextType>;
  IngestProblemEvent?: IngestProblemEventResolvers<ContextType>;
  IngestProblemEventsGap?: IngestProblemEventsGapResolvers<ContextType>;
  IngestProblemPayload?: IngestProblemPayloadResolvers<ContextType>;
  IngestProblemRemoved?: IngestProblemRemovedResolvers<ContextType>;
  IngestSdk?: IngestSdkResolvers<ContextType>;
  IngestStatus?: IngestStatusResolvers<ContextType>;
  IngestUsage?: IngestUsageResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Job?: JobResolvers<ContextType>;
  JobConnection?: JobConnectionResolvers<ContextType>;
  JobEdge?: JobEdgeResolvers<ContextType>;
  JobPayload?: JobPayloadResolvers<ContextType>;
  ModelPrice?: ModelPriceResolvers<ContextType>;
  ModelPriceList?: ModelPriceListResolvers<ContextType>;
  ModelPricePayload?: ModelPricePayloadResolvers<ContextType>;
  ModelRate?: ModelRateResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PriceMode?: PriceModeResolvers<ContextType>;
  PriceSource?: PriceSourceResolvers<ContextType>;
  PriceTier?: PriceTierResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  ProjectRetention?: ProjectRetentionResolvers<ContextType>;
  PurgeAllIngestProblemsPayload?: PurgeAllIngestProblemsPayloadResolvers<ContextType>;
  PurgeIngestProblemsPayload?: PurgeIngestProblemsPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReplayAllIngestProblemsPayload?: ReplayAllIngestProblemsPayloadResolvers<ContextType>;
  ReplayIngestProblemsPayload?: ReplayIngestProblemsPayloadResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  SavedView?: SavedViewResolvers<ContextType>;
  SavedViewPayload?: SavedViewPayloadResolvers<ContextType>;
  SetDefaultSavedViewPayload?: SetDefaultSavedViewPayloadResolvers<ContextType>;
  SetRetentionPayload?: SetRetentionPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TablePrice?: TablePriceResolvers<ContextType>;
  TablePriceConnection?: TablePriceConnectionResolvers<ContextType>;
  TablePriceRow?: TablePriceRowResolvers<ContextType>;
  UpdateProjectPayload?: UpdateProjectPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  anonymous?: AnonymousDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
