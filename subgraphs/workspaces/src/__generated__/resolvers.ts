import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ViewerMapper, WorkspaceMapper, OrganizationMapper, UserMapper } from '../modules/workspaces/mappers.ts';
import type { ProjectMapper } from '../modules/projects/mappers.ts';
import type { ApiKeyMapper } from '../modules/api-keys/mappers.ts';
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

export type Mutation = {
  __typename?: 'Mutation';
  /** Creates an API key in the caller's workspace. The key is in the answer once and never again. */
  createApiKey: CreateApiKeyPayload;
  /** Creates an empty project. Sending a run with a new project name does the same. */
  createProject: CreateProjectPayload;
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
  /** Ends an API key within 10 seconds everywhere. Revoking twice is no error. */
  revokeApiKey: RevokeApiKeyPayload;
  /** Changes a project; absent fields stay as they are. */
  updateProject: UpdateProjectPayload;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateProjectArgs = {
  input: CreateProjectInput;
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


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationUpdateProjectArgs = {
  input: UpdateProjectInput;
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
  /** When the experiment began, or when the project was created. */
  startedAt: Scalars['DateTime']['output'];
  /** The UUID, as LangSmith SDKs know it. */
  uuid: Scalars['ID']['output'];
  /** The workspace it belongs to. */
  workspace?: Maybe<Workspace>;
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
  /** The project of this name in the caller's workspace; null with NOT_FOUND when there is none. */
  project?: Maybe<Project>;
  /** Projects of the caller's workspace, newest first. */
  projects: ProjectConnection;
  /** Who is calling: a person with a session, or a machine with an API key. */
  viewer: Viewer;
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
  IngestProblem: IngestProblem;
  Organization: Organization;
  Project: Project;
  User: User;
  Workspace: Workspace;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ApiKey:
    ( { __typename: 'ApiKey' }
    & GraphQLRecursivePick<FederationTypes['ApiKey'], {"id":true}> );
  IngestProblem:
    ( { __typename: 'IngestProblem' }
    & GraphQLRecursivePick<FederationTypes['IngestProblem'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}> );
  Project:
    ( { __typename: 'Project' }
    & GraphQLRecursivePick<FederationTypes['Project'], {"id":true}> );
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
    | ( IngestProblemMapper )
    | ( OrganizationMapper )
    | ( ProjectMapper )
    | ( UserMapper )
    | ( WorkspaceMapper )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApiKey: ResolverTypeWrapper<ApiKeyMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApiKeyScope: ApiKeyScope;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  CountEstimate: ResolverTypeWrapper<CountEstimate>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  CreateProjectInput: CreateProjectInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CreateProjectPayload: ResolverTypeWrapper<Omit<CreateProjectPayload, 'project'> & { project?: Maybe<ResolversTypes['Project']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
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
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  IngestUsage: ResolverTypeWrapper<IngestUsage>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Organization: ResolverTypeWrapper<OrganizationMapper>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Precision: Precision;
  Project: ResolverTypeWrapper<ProjectMapper>;
  ProjectConnection: ResolverTypeWrapper<Omit<ProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProjectEdge']>, nodes: Array<ResolversTypes['Project']> }>;
  ProjectEdge: ResolverTypeWrapper<Omit<ProjectEdge, 'node'> & { node: ResolversTypes['Project'] }>;
  ProjectFilter: ProjectFilter;
  ProjectOrder: ProjectOrder;
  ProjectOrderField: ProjectOrderField;
  PurgeAllIngestProblemsInput: PurgeAllIngestProblemsInput;
  PurgeAllIngestProblemsPayload: ResolverTypeWrapper<PurgeAllIngestProblemsPayload>;
  PurgeIngestProblemsInput: PurgeIngestProblemsInput;
  PurgeIngestProblemsPayload: ResolverTypeWrapper<PurgeIngestProblemsPayload>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReplayAllIngestProblemsInput: ReplayAllIngestProblemsInput;
  ReplayAllIngestProblemsPayload: ResolverTypeWrapper<ReplayAllIngestProblemsPayload>;
  ReplayIngestProblemsInput: ReplayIngestProblemsInput;
  ReplayIngestProblemsPayload: ResolverTypeWrapper<Omit<ReplayIngestProblemsPayload, 'problems'> & { problems: Array<ResolversTypes['IngestProblem']> }>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  SortDirection: SortDirection;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectPayload: ResolverTypeWrapper<Omit<UpdateProjectPayload, 'project'> & { project?: Maybe<ResolversTypes['Project']> }>;
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
  BigInt: Scalars['BigInt']['output'];
  CountEstimate: CountEstimate;
  Int: Scalars['Int']['output'];
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  CreateProjectInput: CreateProjectInput;
  Boolean: Scalars['Boolean']['output'];
  CreateProjectPayload: Omit<CreateProjectPayload, 'project'> & { project?: Maybe<ResolversParentTypes['Project']> };
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
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
  Float: Scalars['Float']['output'];
  IngestUsage: IngestUsage;
  JSON: Scalars['JSON']['output'];
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Organization: OrganizationMapper;
  PageInfo: PageInfo;
  Project: ProjectMapper;
  ProjectConnection: Omit<ProjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProjectEdge']>, nodes: Array<ResolversParentTypes['Project']> };
  ProjectEdge: Omit<ProjectEdge, 'node'> & { node: ResolversParentTypes['Project'] };
  ProjectFilter: ProjectFilter;
  ProjectOrder: ProjectOrder;
  PurgeAllIngestProblemsInput: PurgeAllIngestProblemsInput;
  PurgeAllIngestProblemsPayload: PurgeAllIngestProblemsPayload;
  PurgeIngestProblemsInput: PurgeIngestProblemsInput;
  PurgeIngestProblemsPayload: PurgeIngestProblemsPayload;
  Query: Record<PropertyKey, never>;
  ReplayAllIngestProblemsInput: ReplayAllIngestProblemsInput;
  ReplayAllIngestProblemsPayload: ReplayAllIngestProblemsPayload;
  ReplayIngestProblemsInput: ReplayIngestProblemsInput;
  ReplayIngestProblemsPayload: Omit<ReplayIngestProblemsPayload, 'problems'> & { problems: Array<ResolversParentTypes['IngestProblem']> };
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  Subscription: Record<PropertyKey, never>;
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectPayload: Omit<UpdateProjectPayload, 'project'> & { project?: Maybe<ResolversParentTypes['Project']> };
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
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['ApiKeyScope'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CountEstimateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CountEstimate'] = ResolversParentTypes['CountEstimate']> = {
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateApiKeyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateProjectPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateProjectPayload'] = ResolversParentTypes['CreateProjectPayload']> = {
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

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

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createApiKey: Resolver<ResolversTypes['CreateApiKeyPayload'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createProject: Resolver<ResolversTypes['CreateProjectPayload'], ParentType, ContextType, RequireFields<MutationCreateProjectArgs, 'input'>>;
  purgeAllIngestProblems: Resolver<ResolversTypes['PurgeAllIngestProblemsPayload'], ParentType, ContextType, RequireFields<MutationPurgeAllIngestProblemsArgs, 'input'>>;
  purgeIngestProblems: Resolver<ResolversTypes['PurgeIngestProblemsPayload'], ParentType, ContextType, RequireFields<MutationPurgeIngestProblemsArgs, 'input'>>;
  replayAllIngestProblems: Resolver<ResolversTypes['ReplayAllIngestProblemsPayload'], ParentType, ContextType, RequireFields<MutationReplayAllIngestProblemsArgs, 'input'>>;
  replayIngestProblems: Resolver<ResolversTypes['ReplayIngestProblemsPayload'], ParentType, ContextType, RequireFields<MutationReplayIngestProblemsArgs, 'input'>>;
  revokeApiKey: Resolver<ResolversTypes['RevokeApiKeyPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  updateProject: Resolver<ResolversTypes['UpdateProjectPayload'], ParentType, ContextType, RequireFields<MutationUpdateProjectArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'ApiKey' | 'IngestProblem' | 'Organization' | 'Project' | 'User' | 'Workspace', ParentType, ContextType>;
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

export type ProjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  extra?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  referenceDatasetUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
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

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  ingestProblemEvents: SubscriptionResolver<ResolversTypes['IngestProblemEvent'], "ingestProblemEvents", ParentType, ContextType, Partial<SubscriptionIngestProblemEventsArgs>>;
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
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  ApiKey?: ApiKeyResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  CountEstimate?: CountEstimateResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateProjectPayload?: CreateProjectPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
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
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  PurgeAllIngestProblemsPayload?: PurgeAllIngestProblemsPayloadResolvers<ContextType>;
  PurgeIngestProblemsPayload?: PurgeIngestProblemsPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReplayAllIngestProblemsPayload?: ReplayAllIngestProblemsPayloadResolvers<ContextType>;
  ReplayIngestProblemsPayload?: ReplayIngestProblemsPayloadResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UpdateProjectPayload?: UpdateProjectPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
