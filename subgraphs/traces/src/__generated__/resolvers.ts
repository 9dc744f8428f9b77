import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { RunMapper, TraceMapper, ProjectMapper, RunConnectionMapper, TraceConnectionMapper, CoverageMapper } from '../modules/runs/mappers.ts';
import type { ThreadMapper, ThreadConnectionMapper } from '../modules/threads/mappers.ts';
import type { ProjectUserMapper, ProjectUserConnectionMapper } from '../modules/users/mappers.ts';
import type { PayloadMapper } from '../modules/files/mappers.ts';
import type { FeedbackRow } from '../modules/feedback/feedback-store.ts';
import type { FeedbackSummaryRow } from '../modules/feedback/feedback-summary.ts';
import type { ShareLinkMapper } from '../modules/sharing/mappers.ts';
import type { SharedTraceMapper, SharedRunMapper } from '../modules/sharing/shared-trace.ts';
import type { SharedRunConnectionMapper } from '../modules/sharing/public-fields.ts';
import type { RunChangedMapper, RunEventsGapMapper } from '../modules/live/mappers.ts';
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

/** A file that was sent with a run. */
export type Attachment = {
  __typename?: 'Attachment';
  /** What the sender says it is. */
  mimeType: Scalars['String']['output'];
  /** The name the sender gave it. */
  name: Scalars['String']['output'];
  /** Its size. */
  sizeBytes: Scalars['Int']['output'];
  /** The file, a path on this origin that works for 5 to 10 minutes without a key. Media plays in place, the rest downloads. */
  url: Scalars['String']['output'];
};

/** One line of a cost. */
export type CostPart = {
  __typename?: 'CostPart';
  /** Another model that the same call billed; null for the run's own. */
  model?: Maybe<Scalars['String']['output']>;
  /** Which rate was used in the place of one that is missing. */
  note?: Maybe<Scalars['String']['output']>;
  /** What was counted: `input_fresh`, `cache_read`, `cache_write_5m`, `output_text`, `reasoning`, … */
  part: Scalars['String']['output'];
  /** US dollars per million tokens. */
  rateUsdPerMillion: Scalars['Decimal']['output'];
  /** How many tokens. */
  tokens: Scalars['BigInt']['output'];
  /** US dollars, exact. */
  usd: Scalars['Decimal']['output'];
};

/** Where a cost comes from. */
export type CostSource =
  /** Whoever sent the run gave it; it counts more than any table. */
  | 'CALLER'
  /** The table of model prices. */
  | 'PRICE_TABLE'
  /** The workspace's own price. */
  | 'WORKSPACE_PRICE';

/** How many, and how sure that is. */
export type CountEstimate = {
  __typename?: 'CountEstimate';
  /** Whether the number is exact. */
  precision: Precision;
  /** The number; counting stops at 10,000. */
  value: Scalars['Int']['output'];
};

/** Input of createFeedback. Exactly one of run, trace, thread or project is judged. */
export type CreateFeedbackInput = {
  /** Why, at most 64 KiB. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** The pairwise comparison it belongs to. */
  comparativeExperimentUuid?: InputMaybe<Scalars['ID']['input']>;
  /** The scale: an object with type, min, max, categories. */
  config?: InputMaybe<Scalars['JSON']['input']>;
  /** What would have been right: an object or text, at most 64 KiB. */
  correction?: InputMaybe<Scalars['JSON']['input']>;
  /** More: an object, at most 64 KiB. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** What one act of judging several runs has in common. */
  groupUuid?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the evaluator failed. */
  isError?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is judged, 1 to 128 characters. */
  key: Scalars['String']['input'];
  /** The project: global id or UUID. Beside a run it says where the run is, which makes it found sooner. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** The run: UUID or global id. An experiment's row is its run. */
  runId?: InputMaybe<Scalars['ID']['input']>;
  /** The judgement as a number; yes is 1 and no is 0. */
  score?: InputMaybe<Scalars['Float']['input']>;
  /** Who judges; people are `APP` by default, keys `API`. */
  source?: InputMaybe<FeedbackSource>;
  /** More about who judges: an object, at most 64 KiB. */
  sourceMetadata?: InputMaybe<Scalars['JSON']['input']>;
  /** The thread; needs `projectId`. */
  threadId?: InputMaybe<Scalars['String']['input']>;
  /** The trace: its UUID. */
  traceUuid?: InputMaybe<Scalars['ID']['input']>;
  /** Its id, chosen by the caller; repeating a create with it is no second feedback. */
  uuid?: InputMaybe<Scalars['ID']['input']>;
  /** The judgement as another value, at most 16 KiB as JSON. */
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Result of createFeedback. */
export type CreateFeedbackPayload = {
  __typename?: 'CreateFeedbackPayload';
  /** The feedback as it is now. */
  feedback?: Maybe<Feedback>;
  /** Whether it can be read already; if not, it will within moments. */
  isStored: Scalars['Boolean']['output'];
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** Input of createShareLink. Exactly one of run, trace and thread is shared. */
export type CreateShareLinkInput = {
  /** When the link ends by itself, within ten years; never without it. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The thread's project: global id or UUID. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** A run with everything below it: UUID or global id. */
  runId?: InputMaybe<Scalars['ID']['input']>;
  /** A thread; needs `projectId`. */
  threadId?: InputMaybe<Scalars['String']['input']>;
  /**
   * Its secret, a random (version 4) UUID; for clients that choose it themselves. Repeating a create with it gives the same
   * link. Without it a longer one is made.
   */
  token?: InputMaybe<Scalars['String']['input']>;
  /** A trace: its UUID or the global id of a run in it. */
  traceId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of createShareLink. */
export type CreateShareLinkPayload = {
  __typename?: 'CreateShareLinkPayload';
  /** The link; null when there are user errors. */
  shareLink?: Maybe<ShareLink>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** A condition on an instant. */
export type DateTimeFilter = {
  /** Exactly this. */
  eq?: InputMaybe<Scalars['DateTime']['input']>;
  /** Present (true) or absent (false). */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** After this. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At this or after. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At this or before. */
  lte?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Input of deleteFeedback. */
export type DeleteFeedbackInput = {
  /** Which feedback: global id or UUID. */
  id: Scalars['ID']['input'];
};

/** Result of deleteFeedback. */
export type DeleteFeedbackPayload = {
  __typename?: 'DeleteFeedbackPayload';
  /** Global id of what is gone; null when there are user errors. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Whether readers miss it already; if not, they will within moments. */
  isStored: Scalars['Boolean']['output'];
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** A value, and how often it is there. */
export type FacetValue = {
  __typename?: 'FacetValue';
  /** How many runs have it. */
  count: Scalars['Int']['output'];
  /** The value; enum values as in the graph. */
  value: Scalars['String']['output'];
};

/** A judgement of a run, thread or project, by a person or a program. */
export type Feedback = Node & {
  __typename?: 'Feedback';
  /** Why, in words. */
  comment?: Maybe<Scalars['String']['output']>;
  /** The pairwise comparison it belongs to. */
  comparativeExperimentUuid?: Maybe<Scalars['ID']['output']>;
  /** The scale it was given on, as sent. */
  config?: Maybe<Scalars['JSON']['output']>;
  /** What would have been right. */
  correction?: Maybe<Scalars['JSON']['output']>;
  /** When it was given. */
  createdAt: Scalars['DateTime']['output'];
  /** More, as sent. */
  extra?: Maybe<Scalars['JSON']['output']>;
  /** What one act of judging several runs has in common. */
  groupUuid?: Maybe<Scalars['ID']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Whether the evaluator failed; `comment` says how then. */
  isError: Scalars['Boolean']['output'];
  /** Whether the caller gave it. */
  isMine: Scalars['Boolean']['output'];
  /** What is judged, such as `correctness`. */
  key: Scalars['String']['output'];
  /** What it is about. */
  level: FeedbackLevel;
  /** Whether the caller may change or delete it. */
  mayChange: Scalars['Boolean']['output'];
  /** When it was last changed. */
  modifiedAt: Scalars['DateTime']['output'];
  /** UUID of the project; null while it is unknown. */
  projectUuid?: Maybe<Scalars['ID']['output']>;
  /** The run, when it is stored. */
  run?: Maybe<Run>;
  /** UUID of the run; null for threads and projects. */
  runUuid?: Maybe<Scalars['ID']['output']>;
  /** The judgement as a number; yes is 1 and no is 0. */
  score?: Maybe<Scalars['Float']['output']>;
  /** Who judged: `api`, `model`, `app` or `auto_eval`; others may come. */
  source?: Maybe<Scalars['String']['output']>;
  /** More about who judged, as sent. */
  sourceMetadata?: Maybe<Scalars['JSON']['output']>;
  /** The conversation, when it is about one. */
  threadId?: Maybe<Scalars['String']['output']>;
  /** UUID of the run's trace; null while it is unknown. */
  traceUuid?: Maybe<Scalars['ID']['output']>;
  /** The person who judged; null for programs and for people who left. */
  user?: Maybe<User>;
  /** UUID of the person who judged. */
  userUuid?: Maybe<Scalars['ID']['output']>;
  /** The id the sender gave it. */
  uuid: Scalars['ID']['output'];
  /** The judgement as another value, such as a category. */
  value?: Maybe<Scalars['JSON']['output']>;
};

/** Judgements with one key. */
export type FeedbackAverage = {
  __typename?: 'FeedbackAverage';
  /** Mean of those that are numbers; null when none is. */
  average?: Maybe<Scalars['Float']['output']>;
  /** How many judgements. */
  count: Scalars['BigInt']['output'];
  /** What is judged. */
  key: Scalars['String']['output'];
};

/** A page of feedback. */
export type FeedbackConnection = {
  __typename?: 'FeedbackConnection';
  /** The items with their cursors. */
  edges: Array<FeedbackEdge>;
  /** The items. */
  nodes: Array<Feedback>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** Feedback in a list. */
export type FeedbackEdge = {
  __typename?: 'FeedbackEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The feedback. */
  node: Feedback;
};

/** A condition on feedback: one record passes all that is given. */
export type FeedbackFilter = {
  /** More conditions on the same record. */
  also?: InputMaybe<FeedbackFilter>;
  /** The comment. */
  comment?: InputMaybe<StringFilter>;
  /** What is judged. */
  key?: InputMaybe<StringFilter>;
  /** The score. */
  score?: InputMaybe<FloatFilter>;
  /** Who judged: `api`, `model`, `app` or `auto_eval`. */
  source?: InputMaybe<StringFilter>;
  /** The value: a text as it is, anything else as JSON. */
  value?: InputMaybe<StringFilter>;
};

/** What feedback is about. */
export type FeedbackLevel =
  /** A whole project, such as an experiment. */
  | 'PROJECT'
  /** One run; a trace is judged by its root. */
  | 'RUN'
  /** A whole conversation. */
  | 'THREAD';

/** Where a program that judges runs. */
export type FeedbackSource =
  /** Sent by the application. */
  | 'API'
  /** A person in a user interface. */
  | 'APP'
  /** An evaluator that runs by itself. */
  | 'AUTO_EVAL'
  /** A language model. */
  | 'MODEL';

/** All feedback with one key, taken together. */
export type FeedbackSummary = {
  __typename?: 'FeedbackSummary';
  /** Mean of the scores; null without any. */
  average?: Maybe<Scalars['Float']['output']>;
  /** At most 10 comments, newest first, cut at 1,000 characters. */
  comments: Array<Scalars['String']['output']>;
  /** How often, failed evaluators aside. */
  count: Scalars['Int']['output'];
  /** How many evaluators failed. */
  errorCount: Scalars['Int']['output'];
  /** What is judged. */
  key: Scalars['String']['output'];
  /** Highest score. */
  max?: Maybe<Scalars['Float']['output']>;
  /** Lowest score. */
  min?: Maybe<Scalars['Float']['output']>;
  /** Who judged, each kind once. */
  sources: Array<Scalars['String']['output']>;
  /** Standard deviation of the scores (of the whole, not of a sample). */
  stdev?: Maybe<Scalars['Float']['output']>;
  /** How often each value was given: an object from label to count, at most 50 labels of 256 characters. */
  values: Scalars['JSON']['output'];
};

/** A condition on a number. */
export type FloatFilter = {
  /** Exactly this. */
  eq?: InputMaybe<Scalars['Float']['input']>;
  /** Present (true) or absent (false). */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Greater than this. */
  gt?: InputMaybe<Scalars['Float']['input']>;
  /** This or greater. */
  gte?: InputMaybe<Scalars['Float']['input']>;
  /** One of these, at most 250. */
  in?: InputMaybe<Array<Scalars['Float']['input']>>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['Float']['input']>;
  /** This or less. */
  lte?: InputMaybe<Scalars['Float']['input']>;
  /** Anything but this, absence included. */
  neq?: InputMaybe<Scalars['Float']['input']>;
  /** None of these, at most 250. */
  notIn?: InputMaybe<Array<Scalars['Float']['input']>>;
};

/** A condition on the UUID of something. */
export type IdFilter = {
  /** Exactly this. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** Present (true) or absent (false). */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of these, at most 250. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A condition on what lies inside a JSON text: one value passes all that is given. */
export type KeyValueFilter = {
  /** More conditions on the same entry. */
  also?: InputMaybe<KeyValueFilter>;
  /** The value contains this, whatever the case. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** The value as text is exactly this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** The key is there (true, which is what a key alone says) or is not there (false). */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The value is a number greater than this. */
  gt?: InputMaybe<Scalars['Float']['input']>;
  /** The value is a number, this or greater. */
  gte?: InputMaybe<Scalars['Float']['input']>;
  /** The value is one of these, at most 250. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The dotted path to the value is this, places in lists left out: `messages.role`. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** A condition on the key, in place of `key`. */
  keys?: InputMaybe<StringFilter>;
  /** The value is like this pattern of SQL (`%` any text, `_` any character). */
  like?: InputMaybe<Scalars['String']['input']>;
  /** The value is a number less than this. */
  lt?: InputMaybe<Scalars['Float']['input']>;
  /** The value is a number, this or less. */
  lte?: InputMaybe<Scalars['Float']['input']>;
  /** The value is anything but this. */
  neq?: InputMaybe<Scalars['String']['input']>;
  /** The value does not contain this, whatever the case. */
  notContains?: InputMaybe<Scalars['String']['input']>;
  /** The value is none of these, at most 250. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The value is not like this pattern of SQL. */
  notLike?: InputMaybe<Scalars['String']['input']>;
};

/** Which part of the store a list is about. */
export type ListCoverage = {
  __typename?: 'ListCoverage';
  /** Traces that started from this instant on; null when from the beginning. */
  from?: Maybe<Scalars['DateTime']['output']>;
  /** Whether all of that is looked through; otherwise the list ends at a limit. */
  isComplete: Scalars['Boolean']['output'];
  /** Traces that started before this instant; null when to the end. */
  to?: Maybe<Scalars['DateTime']['output']>;
};

/** An image, a sound or a document that stood in a payload as base64. */
export type Media = {
  __typename?: 'Media';
  /** What the sender says it is. */
  mimeType: Scalars['String']['output'];
  /** SHA-256 of its bytes, as in the text that stands in its place. */
  sha256: Scalars['String']['output'];
  /** Its size. */
  sizeBytes: Scalars['Int']['output'];
  /** The file, a path on this origin that works for 5 to 10 minutes without a key. */
  url: Scalars['String']['output'];
};

/** A condition on metadata: one entry passes all that is given. */
export type MetadataFilter = {
  /** More conditions on the same entry. */
  also?: InputMaybe<MetadataFilter>;
  /** The value contains this, whatever the case. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** The value as text is exactly this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** The key is there (true, which is what a key alone says) or is not there (false). */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The value is a number greater than this. */
  gt?: InputMaybe<Scalars['Float']['input']>;
  /** The value is a number, this or greater. */
  gte?: InputMaybe<Scalars['Float']['input']>;
  /** The value is one of these, at most 250. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The key is this; a dotted path reaches into values that are JSON objects. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** A condition on the key, in place of `key`. */
  keys?: InputMaybe<StringFilter>;
  /** The value is like this pattern of SQL (`%` any text, `_` any character). */
  like?: InputMaybe<Scalars['String']['input']>;
  /** The value is a number less than this. */
  lt?: InputMaybe<Scalars['Float']['input']>;
  /** The value is a number, this or less. */
  lte?: InputMaybe<Scalars['Float']['input']>;
  /** The value is anything but this. */
  neq?: InputMaybe<Scalars['String']['input']>;
  /** The value does not contain this, whatever the case. */
  notContains?: InputMaybe<Scalars['String']['input']>;
  /** The value is none of these, at most 250. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The value is not like this pattern of SQL. */
  notLike?: InputMaybe<Scalars['String']['input']>;
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

/** What figures are split by. */
export type MetricGroup = {
  /** The property of the run. */
  field: MetricGroupField;
  /** The entry of the metadata; only with METADATA, and required there. */
  metadataKey?: InputMaybe<Scalars['String']['input']>;
};

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

/** The figures of a time bucket. */
export type MetricPoint = {
  __typename?: 'MetricPoint';
  /** When the bucket begins. */
  startAt: Scalars['DateTime']['output'];
  /** The figures. */
  values: MetricValues;
};

/** The figures of a group, by time. */
export type MetricSeries = {
  __typename?: 'MetricSeries';
  /** Values of the keys, in the order of `groupBy`; empty without groups, and for the rest. */
  group: Array<Scalars['String']['output']>;
  /** Whether it is the rest: all groups beyond the top ones. */
  isOther: Scalars['Boolean']['output'];
  /** By time, oldest first; buckets without runs are there too. */
  points: Array<MetricPoint>;
  /** Over the whole time. */
  total: MetricValues;
};

/**
 * Figures over some runs. Tokens and costs count once: what a run reports stands for everything below it,
 * so that a run is left out when one above it, among the runs in question, reports as well. They are
 * therefore the sum of what the list shows for whole traces.
 */
export type MetricValues = {
  __typename?: 'MetricValues';
  /** Cost of answers in US dollars; null when no run has a cost. */
  completionCostUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens in answers. */
  completionTokens: Scalars['BigInt']['output'];
  /** Cost of a run that has one (of a trace, with `isRoot: true`), in US dollars. */
  costPerRunUsd?: Maybe<Percentiles>;
  /** How many of the runs ended in an error. */
  errorCount: Scalars['BigInt']['output'];
  /** Runs with an error as a part of all, 0 to 1; null without runs. */
  errorRate?: Maybe<Scalars['Float']['output']>;
  /** Judgements of the runs, by key; the 50 keys with the most. */
  feedback: Array<FeedbackAverage>;
  /** From start to the first token in milliseconds, of runs that streamed. */
  firstTokenMs?: Maybe<Percentiles>;
  /** When the last of the runs started; null without runs. */
  lastRunStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** From start to end in milliseconds, of runs that ended. */
  latencyMs?: Maybe<Percentiles>;
  /** Cost of prompts in US dollars; null when no run has a cost. */
  promptCostUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens in prompts. */
  promptTokens: Scalars['BigInt']['output'];
  /** How many runs. */
  runCount: Scalars['BigInt']['output'];
  /** Runs that streamed as a part of all, 0 to 1; null without runs. */
  streamingRate?: Maybe<Scalars['Float']['output']>;
  /** Tokens by the names of LangSmith's usage_metadata, such as `input_token_details.cache_read`. */
  tokenDetails: Scalars['JSON']['output'];
  /** Tokens of a run that reports them (of a trace, with `isRoot: true`). */
  tokensPerRun?: Maybe<Percentiles>;
  /** Cost in US dollars; null when no run has a cost. Runs without a known price are not in it. */
  totalCostUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens in all. */
  totalTokens: Scalars['BigInt']['output'];
  /** How many traces have such a run. */
  traceCount: Scalars['BigInt']['output'];
};

/** What happened in a project since the tick before. */
export type MetricsTick = {
  __typename?: 'MetricsTick';
  /** Those of them that ended. */
  endedCount: Scalars['Int']['output'];
  /** Those of them that ended in an error. */
  errorCount: Scalars['Int']['output'];
  /** Ordered id of the last event that counts in it. */
  eventId: Scalars['String']['output'];
  /** Whether events were lost before, so that the counts are too small. */
  isGap: Scalars['Boolean']['output'];
  /** Runs that started, changed or ended; each once, at most 10,000. */
  runCount: Scalars['Int']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Gives feedback on a run, trace, thread or project. It need not exist yet. The answer comes when the feedback is safe,
   * and usually when it can be read; `isStored` says so.
   */
  createFeedback: CreateFeedbackPayload;
  /** Makes a public link to a run, a trace or a thread. Whoever has it sees that, without signing in. */
  createShareLink: CreateShareLinkPayload;
  /** Takes feedback back. The same rights as `updateFeedback`. Deleting twice is told as NOT_FOUND. */
  deleteFeedback: DeleteFeedbackPayload;
  /** Ends a public link at once. Revoking twice is no error. */
  revokeShareLink: RevokeShareLinkPayload;
  /** Changes feedback: absent fields stay, null empties a field. Annotators change their own, whoever may write runs all. */
  updateFeedback: UpdateFeedbackPayload;
};


export type MutationCreateFeedbackArgs = {
  input: CreateFeedbackInput;
};


export type MutationCreateShareLinkArgs = {
  input: CreateShareLinkInput;
};


export type MutationDeleteFeedbackArgs = {
  input: DeleteFeedbackInput;
};


export type MutationRevokeShareLinkArgs = {
  input: RevokeShareLinkInput;
};


export type MutationUpdateFeedbackArgs = {
  input: UpdateFeedbackInput;
};

/** An object with a global, opaque id. */
export type Node = {
  /** The global id. Opaque: clients never build or parse one. */
  id: Scalars['ID']['output'];
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

/**
 * A payload field of a run. Up to 1 MiB `json` has all of it. A larger one is kept as a file: then `json` is null, `head` is
 * the beginning of its text and `url` leads to all of it.
 */
export type Payload = {
  __typename?: 'Payload';
  /** Which field. */
  field: PayloadField;
  /** The first 64 KiB of the JSON text, as sent; null when it is not truncated. */
  head?: Maybe<Scalars['String']['output']>;
  /** Whether only the beginning is here. */
  isTruncated: Scalars['Boolean']['output'];
  /** The value; null when it is truncated. */
  json?: Maybe<Scalars['JSON']['output']>;
  /** Size of the JSON text as received. */
  sizeBytes: Scalars['Int']['output'];
  /** The JSON text exactly as it was sent, for whom no digit may be lost; null when it is truncated. */
  text?: Maybe<Scalars['String']['output']>;
  /** Download of the whole JSON text, a path on this origin that works for 5 to 10 minutes; null when it is not truncated. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A field of a run whose JSON is kept as it was sent. */
export type PayloadField =
  /** The error text. */
  | 'ERROR'
  /** Events such as new tokens. */
  | 'EVENTS'
  /** Metadata, runtime, invocation parameters. */
  | 'EXTRA'
  /** What went in. */
  | 'INPUTS'
  /** What came out. */
  | 'OUTPUTS'
  /** The code's own description of itself. */
  | 'SERIALIZED';

/** A part of a payload field's JSON text. Parts that follow each other put together are the text as it was sent. */
export type PayloadSlice = {
  __typename?: 'PayloadSlice';
  /** Where it ends, and where the next part begins. */
  endByte: Scalars['Int']['output'];
  /** Which field. */
  field: PayloadField;
  /** Whether it reaches to the end. */
  isLast: Scalars['Boolean']['output'];
  /** Size of the whole text. */
  sizeBytes: Scalars['Int']['output'];
  /** Where it begins: at the byte that was asked for, or at the next character's first. */
  startByte: Scalars['Int']['output'];
  /** The text, beginning and ending between characters. */
  text: Scalars['String']['output'];
};

/** How a figure is spread over runs; null in its place when no run has it. */
export type Percentiles = {
  __typename?: 'Percentiles';
  /** The mean. */
  avg: Scalars['Float']['output'];
  /** Half of the runs have no more. */
  p50: Scalars['Float']['output'];
  /** 90 of 100 have no more. */
  p90: Scalars['Float']['output'];
  /** 95 of 100 have no more. */
  p95: Scalars['Float']['output'];
  /** 99 of 100 have no more. */
  p99: Scalars['Float']['output'];
};

/** How sure an answer is. */
export type Precision =
  /** So many or more: counting or looking ended at a limit. */
  | 'AT_LEAST'
  /** Near the truth: measured on a part, or of something that changed meanwhile. */
  | 'ESTIMATED'
  /** Exact, and complete for what it claims to be. */
  | 'EXACT';

export type Project = {
  __typename?: 'Project';
  /**
   * The values that runs of a list have, by field, the most frequent first. Without a `timeRange` of the last 24 hours. Over very
   * many runs a part of the traces is counted and scaled up, as `precision` says.
   */
  facets: Array<RunFacet>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Names of metadata that runs of the last 31 days have, the most frequent first; of very many runs a part is looked at. */
  metadataKeys: Array<Scalars['String']['output']>;
  /**
   * Figures over the project's runs, in all and by time. A run counts in the bucket in which its trace
   * started, as lists are windowed too, so that a trace is never torn. Ask only for the figures that are
   * shown: each costs its own reading.
   */
  metrics: RunMetrics;
  /**
   * Runs of the project, newest first by default. Without a `timeRange` the last 24 hours are listed;
   * with `timeRange: {}` the search widens step by step until the page is full.
   */
  runs: RunConnection;
  /** One thread by its id; null when no run has it. */
  thread?: Maybe<Thread>;
  /**
   * Threads of the project by their newest turn, newest first by default. Without a `timeRange` those with a turn in the last
   * 24 hours; with `timeRange: {}` the search widens step by step until the page is full. A walk through the pages sees what
   * had been sent when it began: turns that come meanwhile neither move a thread nor add one.
   */
  threads: ThreadConnection;
  /**
   * Traces of the project whose root matches, newest first by default; time as in `runs`. A trace is listed once its root has
   * arrived, and once only, however many runs say they are its root.
   */
  traces: TraceConnection;
  /**
   * People who used the application, by their newest trace, newest first. Without a `timeRange` those of the last 24 hours;
   * with `timeRange: {}` the search widens step by step until the page is full. A walk through the pages sees what had been
   * sent when it began.
   */
  users: ProjectUserConnection;
};


export type ProjectFacetsArgs = {
  fields: Array<RunFacetField>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  metadataKeys?: InputMaybe<Array<Scalars['String']['input']>>;
  timeRange?: InputMaybe<TimeRange>;
};


export type ProjectMetadataKeysArgs = {
  contains?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type ProjectMetricsArgs = {
  bucket?: MetricBucket;
  filter?: InputMaybe<RunFilter>;
  groupBy?: InputMaybe<Array<MetricGroup>>;
  timeRange: TimeRange;
  top?: Scalars['Int']['input'];
};


export type ProjectRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RunOrder>;
  timeRange?: InputMaybe<TimeRange>;
};


export type ProjectThreadArgs = {
  threadId: Scalars['String']['input'];
};


export type ProjectThreadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ThreadOrder>;
  timeRange?: InputMaybe<TimeRange>;
};


export type ProjectTracesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RunOrder>;
  timeRange?: InputMaybe<TimeRange>;
};


export type ProjectUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  nameContains?: InputMaybe<Scalars['String']['input']>;
  timeRange?: InputMaybe<TimeRange>;
};

/**
 * Somebody whom runs name in their metadata: the first of `user_id`, `userId`, `ls_user_id`, `langfuse_user_id`, `enduser.id`
 * and `user.id`. Figures are about traces of the list's time range in which a run names the user.
 */
export type ProjectUser = {
  __typename?: 'ProjectUser';
  /** How many of the traces have a run of the user that failed. */
  errorCount: Scalars['Int']['output'];
  /** Judgements of runs that name the user, by key; the 50 keys with the most. */
  feedback: Array<FeedbackAverage>;
  /** When the first of the traces started. */
  firstSeenAt: Scalars['DateTime']['output'];
  /** When the newest of the traces started. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** How many threads. */
  threadCount: Scalars['Int']['output'];
  /** Cost of the traces in US dollars, counted as `totalTokens`; null when unknown. */
  totalCostUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens of the traces, what a parent repeats of its children counted once; null when unknown. */
  totalTokens?: Maybe<Scalars['BigInt']['output']>;
  /** How many traces. */
  traceCount: Scalars['Int']['output'];
  /** The id that runs give. */
  userId: Scalars['String']['output'];
};

/** A page of users. */
export type ProjectUserConnection = {
  __typename?: 'ProjectUserConnection';
  /** How many there are in all; counting costs a scan, so select it only where it is shown. */
  count: CountEstimate;
  /** Which part of the store the list is about. */
  coverage: ListCoverage;
  /** The items with their cursors. */
  edges: Array<ProjectUserEdge>;
  /** The items. */
  nodes: Array<ProjectUser>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** Whether a walk through the pages gives every user that matches, each once. */
  precision: Precision;
};

/** A user in a list. */
export type ProjectUserEdge = {
  __typename?: 'ProjectUserEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The user. */
  node: ProjectUser;
};

export type Query = {
  __typename?: 'Query';
  /**
   * Feedback of the workspace, newest first. All given arguments must hold; a list means any of it. Each page is complete
   * for what it claims: nothing is left out at a limit.
   */
  feedback: FeedbackConnection;
  /** One feedback by its global id or UUID; null with NOT_FOUND when there is none. */
  feedbackItem?: Maybe<Feedback>;
  /**
   * Figures over runs of several projects, or of the whole workspace when no projects are named. See
   * `Project.metrics`.
   */
  metrics: RunMetrics;
  /**
   * Models that runs named lately, the most frequent first, at most 200: which of them a price would match. Counts are
   * near the truth while copies of runs are being merged.
   */
  recentModels: Array<RecentModel>;
  /** One run by its global id or by the UUID the SDK gave it; null with NOT_FOUND when there is none. */
  run?: Maybe<Run>;
  /**
   * Runs of several projects or of the whole workspace, newest first by default. Without a `timeRange` the last 24 hours are
   * listed, or all times when `ids` or a `traceUuid` name them; with `timeRange: {}` the search widens step by step until
   * the page is full.
   */
  runs: RunConnection;
  /** Public links of the workspace, newest first. */
  shareLinks: ShareLinkConnection;
  /**
   * What a public link shows. The link's token, sent as the header `x-share-token`, is all that is needed to ask for this
   * field, and for no other. null with NOT_FOUND when there is no such link, or none any more.
   */
  shared?: Maybe<SharedTrace>;
  /** One whole trace by the global id or UUID of its root (any run's global id finds its trace too). */
  trace?: Maybe<Trace>;
};


export type QueryFeedbackArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  comparativeExperimentUuid?: InputMaybe<Scalars['ID']['input']>;
  createdAt?: InputMaybe<TimeRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  hasComment?: InputMaybe<Scalars['Boolean']['input']>;
  hasScore?: InputMaybe<Scalars['Boolean']['input']>;
  keys?: InputMaybe<Array<Scalars['String']['input']>>;
  level?: InputMaybe<FeedbackLevel>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  projectIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  runUuids?: InputMaybe<Array<Scalars['ID']['input']>>;
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  threadIds?: InputMaybe<Array<Scalars['String']['input']>>;
  traceUuids?: InputMaybe<Array<Scalars['ID']['input']>>;
  userIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryFeedbackItemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMetricsArgs = {
  bucket?: MetricBucket;
  filter?: InputMaybe<RunFilter>;
  groupBy?: InputMaybe<Array<MetricGroup>>;
  projectIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  timeRange: TimeRange;
  top?: Scalars['Int']['input'];
};


export type QueryRecentModelsArgs = {
  days?: Scalars['Int']['input'];
  pattern?: InputMaybe<Scalars['String']['input']>;
  provider?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  orderBy?: InputMaybe<RunOrder>;
  projectIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  timeRange?: InputMaybe<TimeRange>;
  traceUuid?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryShareLinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  projectId?: InputMaybe<Scalars['ID']['input']>;
  threadId?: InputMaybe<Scalars['String']['input']>;
  traceUuid?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySharedArgs = {
  token: Scalars['String']['input'];
};


export type QueryTraceArgs = {
  id: Scalars['ID']['input'];
};

/** A model that runs named lately. */
export type RecentModel = {
  __typename?: 'RecentModel';
  /** When the latest started. */
  lastStartedAt: Scalars['DateTime']['output'];
  /** Its name, as it was sent. */
  model: Scalars['String']['output'];
  /** The entry that priced the latest; null when none did. */
  priceEntry?: Maybe<Scalars['String']['output']>;
  /** Its provider, as it was sent; null when it was not. */
  provider?: Maybe<Scalars['String']['output']>;
  /** Model calls. */
  runCount: Scalars['Int']['output'];
  /** Those of them without a cost. */
  unpricedCount: Scalars['Int']['output'];
};

/** Input of revokeShareLink. */
export type RevokeShareLinkInput = {
  /** Global id of the link. */
  id: Scalars['ID']['input'];
};

/** Result of revokeShareLink. */
export type RevokeShareLinkPayload = {
  __typename?: 'RevokeShareLinkPayload';
  /** The link as it is now. */
  shareLink?: Maybe<ShareLink>;
  /** What to correct. */
  userErrors: Array<UserError>;
};

/**
 * One step of an application: a model call, a tool call, a chain. Runs form a tree; the root's tree is
 * the trace. LangSmith's *run*, OpenTelemetry's *span*.
 */
export type Run = Node & {
  __typename?: 'Run';
  /** The runs above it, outermost first; those that never arrived included, as far as they are named. */
  ancestorUuids: Array<Scalars['ID']['output']>;
  /** Files sent with the run, by name. */
  attachments: Array<Attachment>;
  /** How many runs it called. */
  childCount: Scalars['Int']['output'];
  /** The runs it called, in order, a page of them. */
  childRuns: RunConnection;
  /** The runs it called, in order; at most 1,000, `childRuns` has them all. */
  children: Array<Run>;
  /** Completion tokens, counted as `totalTokens`. */
  completionTokens?: Maybe<Scalars['Int']['output']>;
  /**
   * What this run itself cost and where that comes from; null when it says nothing of tokens and costs. `totalCostUsd`
   * adds up what is below it.
   */
  cost?: Maybe<RunCost>;
  /** Position in the trace: sorting by it gives display order. */
  dottedOrder: Scalars['String']['output'];
  /** When it ended; null while it runs. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Error text, first 2 KiB; `errorFull` has all of it. */
  error?: Maybe<Scalars['String']['output']>;
  /** The whole error text. */
  errorFull?: Maybe<Scalars['String']['output']>;
  /** Events such as new tokens, as sent. */
  events?: Maybe<Scalars['JSON']['output']>;
  /** The `extra` object as sent: metadata, runtime, invocation parameters. */
  extra?: Maybe<Scalars['JSON']['output']>;
  /** Judgements of the run, newest first; at most 100. */
  feedback: Array<Feedback>;
  /** Its feedback by key, in the order of the keys; at most 100 keys. */
  feedbackSummary: Array<FeedbackSummary>;
  /** When the first token of a streamed answer came. */
  firstTokenAt?: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** At most 256 characters of the inputs, readable. */
  inputPreview: Scalars['String']['output'];
  /**
   * The whole inputs; null when none arrived, or when they are larger than 8 MiB: `payload` has a link then. Never select
   * it in lists.
   */
  inputs?: Maybe<Scalars['JSON']['output']>;
  /** Size of the inputs as received. */
  inputsBytes: Scalars['Int']['output'];
  /** When the first of its operations was accepted; null while it is not stored. */
  insertedAt?: Maybe<Scalars['DateTime']['output']>;
  /** True while only an update has arrived; what the create says is still unknown. */
  isPartial: Scalars['Boolean']['output'];
  /** Whether it is the root of its trace. */
  isRoot: Scalars['Boolean']['output'];
  /** From start to end in milliseconds; null while it runs or when it ended before it started. */
  latencyMs?: Maybe<Scalars['Float']['output']>;
  /**
   * Images, sounds and documents that were lifted out of payload fields, each once, at most 200. Where one stood, the text
   * is `runlight-blob:<sha256>;mime=<type>;size=<bytes>;form=<data-uri|base64>`. Never select it in lists.
   */
  media: Array<Media>;
  /** Metadata: each value as text, cut at 256 characters. */
  metadata: Scalars['JSON']['output'];
  /**
   * One metadata value as text: by its key, or by a path of keys with dots into a value that is JSON. null when there is none.
   * A value beyond 256 characters is cut as in `metadata`, and no path leads into it.
   */
  metadataValue?: Maybe<Scalars['String']['output']>;
  /** Model name. */
  model?: Maybe<Scalars['String']['output']>;
  /** What the step is called. */
  name: Scalars['String']['output'];
  /** The items before and after it in a list of its project with these arguments. */
  neighbours: RunNeighbours;
  /** The turn after this run's in its thread; null when there is none, or no thread. */
  nextTurn?: Maybe<Trace>;
  /** At most 256 characters of the outputs, readable. */
  outputPreview: Scalars['String']['output'];
  /** The whole outputs, as `inputs`. */
  outputs?: Maybe<Scalars['JSON']['output']>;
  /** Size of the outputs as received. */
  outputsBytes: Scalars['Int']['output'];
  /** The run it was called by; null for a root or when the parent never arrived. */
  parent?: Maybe<Run>;
  /** The id of its parent; null for a root. */
  parentUuid?: Maybe<Scalars['ID']['output']>;
  /**
   * One payload field: small ones whole, large ones by their beginning and a link; null when it never arrived. Never select
   * it in lists.
   */
  payload?: Maybe<Payload>;
  /** A part of a payload field's JSON text, however large that is; null when it never arrived. */
  payloadSlice?: Maybe<PayloadSlice>;
  /** The turn before this run's in its thread; null when there is none, or no thread. */
  previousTurn?: Maybe<Trace>;
  /** The project it was sent to. */
  project?: Maybe<Project>;
  /** Prompt tokens, counted as `totalTokens`. */
  promptTokens?: Maybe<Scalars['Int']['output']>;
  /** The example of a dataset that it answers, in an experiment. */
  referenceExampleUuid?: Maybe<Scalars['ID']['output']>;
  /** What the step does. */
  runType: RunType;
  /** The `serialized` object as sent. */
  serialized?: Maybe<Scalars['JSON']['output']>;
  /** Token of the newest public link to this run that works; null when there is none. */
  shareToken?: Maybe<Scalars['String']['output']>;
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** How it stands. */
  status: RunStatus;
  /** Labels; at most 1,000. */
  tags: Array<Scalars['String']['output']>;
  /** The conversation it belongs to. */
  threadId?: Maybe<Scalars['String']['output']>;
  /**
   * Token counts by the names of LangSmith's usage metadata, such as `input_tokens` and `input_token_details.cache_read`, counted
   * as `totalTokens`; null when unknown.
   */
  tokenDetails?: Maybe<Scalars['JSON']['output']>;
  /** Cost in US dollars, counted as `totalTokens`; null when unknown. */
  totalCostUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens of this run, or, when it reports none itself, of everything below it; null when unknown. */
  totalTokens?: Maybe<Scalars['Int']['output']>;
  /** The id of its trace. */
  traceUuid: Scalars['ID']['output'];
  /** The id the SDK gave it. */
  uuid: Scalars['ID']['output'];
  /** What was corrected on the way in, as short codes; at most 20. */
  warnings: Array<Scalars['String']['output']>;
};


/**
 * One step of an application: a model call, a tool call, a chain. Runs form a tree; the root's tree is
 * the trace. LangSmith's *run*, OpenTelemetry's *span*.
 */
export type RunChildRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One step of an application: a model call, a tool call, a chain. Runs form a tree; the root's tree is
 * the trace. LangSmith's *run*, OpenTelemetry's *span*.
 */
export type RunMediaArgs = {
  fields?: Array<PayloadField>;
  searchLarge?: Scalars['Boolean']['input'];
};


/**
 * One step of an application: a model call, a tool call, a chain. Runs form a tree; the root's tree is
 * the trace. LangSmith's *run*, OpenTelemetry's *span*.
 */
export type RunMetadataValueArgs = {
  path: Scalars['String']['input'];
};


/**
 * One step of an application: a model call, a tool call, a chain. Runs form a tree; the root's tree is
 * the trace. LangSmith's *run*, OpenTelemetry's *span*.
 */
export type RunNeighboursArgs = {
  filter?: InputMaybe<RunFilter>;
  orderBy?: InputMaybe<RunOrder>;
  timeRange?: InputMaybe<TimeRange>;
};


/**
 * One step of an application: a model call, a tool call, a chain. Runs form a tree; the root's tree is
 * the trace. LangSmith's *run*, OpenTelemetry's *span*.
 */
export type RunPayloadArgs = {
  field: PayloadField;
};


/**
 * One step of an application: a model call, a tool call, a chain. Runs form a tree; the root's tree is
 * the trace. LangSmith's *run*, OpenTelemetry's *span*.
 */
export type RunPayloadSliceArgs = {
  field: PayloadField;
  lengthBytes?: Scalars['Int']['input'];
  startByte?: Scalars['Int']['input'];
};

/** A run started, changed or ended. */
export type RunChanged = RunEvent & {
  __typename?: 'RunChanged';
  /** Ordered id of the event. */
  eventId: Scalars['String']['output'];
  /** Whether the run is stored already; payloads can be read once it is. */
  isStored: Scalars['Boolean']['output'];
  /** The run as it stands now. */
  run?: Maybe<Run>;
};

/** A page of runs. */
export type RunConnection = {
  __typename?: 'RunConnection';
  /** How many there are in all; counting costs a scan, so select it only where it is shown. */
  count: CountEstimate;
  /** Which part of the store the list is about. */
  coverage: ListCoverage;
  /** The items with their cursors. */
  edges: Array<RunEdge>;
  /** The items. */
  nodes: Array<Run>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** Whether a walk through the pages gives every run that matches, each once. */
  precision: Precision;
};

/** What a run cost. */
export type RunCost = {
  __typename?: 'RunCost';
  /** Of the output. */
  completionUsd?: Maybe<Scalars['Decimal']['output']>;
  /** What the prices of this system say, also beside a cost that the caller gave. */
  estimatedUsd?: Maybe<Scalars['Decimal']['output']>;
  /** What was assumed or does not add up, as short codes such as `write_life_assumed`. */
  marks: Array<Scalars['String']['output']>;
  /** How the provider served it when that changed the rates: `batch`, `flex`, `priority`, `fast`. */
  mode?: Maybe<Scalars['String']['output']>;
  /** The lines that `estimatedUsd` sums. */
  parts: Array<CostPart>;
  /** The entry of the table (`openai/gpt-5`), or the name of the workspace's own price, that `estimatedUsd` is by. */
  priceEntry?: Maybe<Scalars['String']['output']>;
  /** First day of the prices used; null when they hold since ever. */
  priceFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Of the input. */
  promptUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Where `totalUsd` comes from; null without one. */
  source?: Maybe<CostSource>;
  /** Date of the table; null for a workspace's own price. */
  tableAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** The whole request is at long-context rates, which begin above so many tokens of input. */
  tierOverInputTokens?: Maybe<Scalars['Int']['output']>;
  /** In US dollars; null when nobody knows. */
  totalUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens for which no rate is known: they are not in the sum. */
  unpricedParts: Array<UnpricedPart>;
  /** Why there is no estimate. */
  unpricedReason?: Maybe<UnpricedReason>;
};

/** A run in a list. */
export type RunEdge = {
  __typename?: 'RunEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The run. */
  node: Run;
};

/** Something happened to a run, or events were missed. */
export type RunEvent = {
  /** Ordered id of the event. */
  eventId: Scalars['String']['output'];
  /** The run as it stands now; null in a gap event. */
  run?: Maybe<Run>;
};

/** Events were lost between `after` and this one; read the list again. */
export type RunEventsGap = RunEvent & {
  __typename?: 'RunEventsGap';
  /** Ordered id of the event. */
  eventId: Scalars['String']['output'];
  /** Always null. */
  run?: Maybe<Run>;
};

/** The values of one field. */
export type RunFacet = {
  __typename?: 'RunFacet';
  /** The field. */
  field: RunFacetField;
  /** Of `METADATA`, whose values these are. */
  metadataKey?: Maybe<Scalars['String']['output']>;
  /** How often runs have any other value. */
  otherCount: Scalars['Int']['output'];
  /** Whether the numbers are exact, or scaled up from a part of the traces. */
  precision: Precision;
  /** The most frequent values. */
  values: Array<FacetValue>;
};

/** What values of runs are counted. */
export type RunFacetField =
  /** The first line of errors, at most 200 characters of it. */
  | 'ERROR'
  /** What is judged; counts runs with a judgement. */
  | 'FEEDBACK_KEY'
  /** Values of the metadata in `metadataKeys`. */
  | 'METADATA'
  /** Names of metadata. */
  | 'METADATA_KEY'
  /** Names of models. */
  | 'MODEL'
  /** What steps are called. */
  | 'NAME'
  /** What steps do. */
  | 'RUN_TYPE'
  /** How runs stand. */
  | 'STATUS'
  /** Labels. */
  | 'TAG'
  /** Conversations. */
  | 'THREAD'
  /** Who used the application. */
  | 'USER';

/**
 * Which runs; all given fields must hold. At most 5 levels deep and 100 conditions. A condition is true or false,
 * never unknown: an absent text is the empty one, an absent number, instant or id passes no test but `exists: false`
 * and `neq`.
 */
export type RunFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RunFilter>>;
  /** Cost of what was written, in US dollars. */
  completionCostUsd?: InputMaybe<FloatFilter>;
  /** Tokens written. */
  completionTokens?: InputMaybe<FloatFilter>;
  /** When the run ended. */
  endedAt?: InputMaybe<DateTimeFilter>;
  /** Error text. */
  error?: InputMaybe<StringFilter>;
  /** Feedback on the run; every one of the list must hold. */
  feedback?: InputMaybe<Array<FeedbackFilter>>;
  /** From start to the first token, in milliseconds. */
  firstTokenMs?: InputMaybe<FloatFilter>;
  /** UUID of the run. */
  id?: InputMaybe<IdFilter>;
  /** JSON of the inputs as text; of inputs beyond 1 MiB the first 64 KiB. */
  inputText?: InputMaybe<StringFilter>;
  /** Values inside the JSON of the inputs; every one of the list must hold. Inputs beyond 1 MiB have none. */
  inputs?: InputMaybe<Array<KeyValueFilter>>;
  /** Only roots, or only others. */
  isRoot?: InputMaybe<Scalars['Boolean']['input']>;
  /** From start to end, in milliseconds. */
  latencyMs?: InputMaybe<FloatFilter>;
  /** Metadata entries; every one of the list must hold. */
  metadata?: InputMaybe<Array<MetadataFilter>>;
  /** Model name. */
  model?: InputMaybe<StringFilter>;
  /** What it is called. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<RunFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RunFilter>>;
  /** JSON of the outputs as text; of outputs beyond 1 MiB the first 64 KiB. */
  outputText?: InputMaybe<StringFilter>;
  /** Values inside the JSON of the outputs; every one of the list must hold. Outputs beyond 1 MiB have none. */
  outputs?: InputMaybe<Array<KeyValueFilter>>;
  /** UUID of the run above it. */
  parentId?: InputMaybe<IdFilter>;
  /** UUID of its project. */
  projectId?: InputMaybe<IdFilter>;
  /** Cost of what was read, in US dollars. */
  promptCostUsd?: InputMaybe<FloatFilter>;
  /** Tokens read. */
  promptTokens?: InputMaybe<FloatFilter>;
  /** UUID of the dataset example it was made for. */
  referenceExampleId?: InputMaybe<IdFilter>;
  /** What the step does. */
  runType?: InputMaybe<RunTypeFilter>;
  /** Words that all occur in inputs, outputs or error. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** When the run started. */
  startedAt?: InputMaybe<DateTimeFilter>;
  /** How it stands. */
  status?: InputMaybe<RunStatusFilter>;
  /** Has this label. */
  tag?: InputMaybe<StringFilter>;
  /** Of at least one run of its thread this holds, within the time of the list. */
  thread?: InputMaybe<RunFilter>;
  /** Conversation. */
  threadId?: InputMaybe<StringFilter>;
  /** Cost in US dollars. */
  totalCostUsd?: InputMaybe<FloatFilter>;
  /** Tokens the run itself reports. */
  totalTokens?: InputMaybe<FloatFilter>;
  /** Of the root of its trace this holds. */
  trace?: InputMaybe<RunFilter>;
  /** UUID of its trace. */
  traceId?: InputMaybe<IdFilter>;
  /** Of at least one run of its trace this holds. */
  tree?: InputMaybe<RunFilter>;
  /** The user, as the metadata name it: the first of `user_id`, `userId`, `ls_user_id`, `langfuse_user_id`, `enduser.id`, `user.id`. */
  userId?: InputMaybe<StringFilter>;
};

/** Figures over runs. */
export type RunMetrics = {
  __typename?: 'RunMetrics';
  /** Width of a bucket in seconds. */
  bucketSeconds: Scalars['Int']['output'];
  /**
   * EXACT, or ESTIMATED when percentiles come from digests (within about one percent of the rank); counts
   * and sums are exact in either case.
   */
  precision: Precision;
  /** One without groups; else one for each group, the one with the most runs first, and the rest last. */
  series: Array<MetricSeries>;
  /** Over everything asked for. */
  total: MetricValues;
};

/** What stands next to a run in a list, whether or not the run itself is in it. */
export type RunNeighbours = {
  __typename?: 'RunNeighbours';
  /** The run after it; null at the end. */
  next?: Maybe<Run>;
  /** The run before it; null at the beginning. */
  previous?: Maybe<Run>;
};

/** Sorting of runs. */
export type RunOrder = {
  /** Which way. */
  direction: SortDirection;
  /** By what. */
  field: RunOrderField;
};

/** What runs are sorted by. */
export type RunOrderField =
  /**
   * How long the run took, or the trace's root. As for the other measures: the time range has 31 days at most; what has no
   * value comes last; nothing comes twice, and a run that is written to during the walk may be missing from its later
   * pages, whose `precision` then is `ESTIMATED`.
   */
  | 'LATENCY'
  /**
   * When the trace started, and within it when the run was made. Neither changes: a walk through the pages gives every run,
   * each once.
   */
  | 'STARTED_AT'
  /** Cost that the run itself has, or all runs of the trace. */
  | 'TOTAL_COST'
  /** Tokens that the run itself reports, or all runs of the trace. */
  | 'TOTAL_TOKENS';

/** How a run stands. */
export type RunStatus =
  /** Ended with an error. */
  | 'ERROR'
  /** Started, no end received. */
  | 'PENDING'
  /** Ended without an error. */
  | 'SUCCESS';

/** A condition on a status. */
export type RunStatusFilter = {
  /** Exactly this. */
  eq?: InputMaybe<RunStatus>;
  /** One of these, at most 250. */
  in?: InputMaybe<Array<RunStatus>>;
};

/** What a step of a trace does. */
export type RunType =
  /** A sequence of steps; also anything of a type we do not know. */
  | 'CHAIN'
  /** An embedding of text. */
  | 'EMBEDDING'
  /** A call to a language model. */
  | 'LLM'
  /** An output being parsed. */
  | 'PARSER'
  /** A prompt being formatted. */
  | 'PROMPT'
  /** A search for documents. */
  | 'RETRIEVER'
  /** A call to a tool. */
  | 'TOOL';

/** A condition on a run type. */
export type RunTypeFilter = {
  /** Exactly this. */
  eq?: InputMaybe<RunType>;
  /** One of these, at most 250. */
  in?: InputMaybe<Array<RunType>>;
};

/** What a public link shows. */
export type ShareKind =
  /** A run with everything below it. */
  | 'RUN'
  /** A conversation with all its turns, those to come included. */
  | 'THREAD'
  /** A whole trace. */
  | 'TRACE';

/** A public link. */
export type ShareLink = Node & {
  __typename?: 'ShareLink';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it; null for keys and for people who left. */
  createdBy?: Maybe<User>;
  /** When it ends by itself; null when never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Whether it works now. */
  isActive: Scalars['Boolean']['output'];
  /** What it shows. */
  kind: ShareKind;
  /** When it was last used, to about a minute; null when never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Path of its page on this origin; null when the token is unknown. */
  path?: Maybe<Scalars['String']['output']>;
  /** The project it is in. */
  project?: Maybe<Project>;
  /** When it was revoked. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run, or the root of the trace; null for threads and for what is not stored any more. */
  run?: Maybe<Run>;
  /** UUID of the run, when it shows one. */
  runUuid?: Maybe<Scalars['ID']['output']>;
  /** The thread, when it shows one. */
  threadId?: Maybe<Scalars['String']['output']>;
  /** Its secret; null when it was made with another secret of the installation. */
  token?: Maybe<Scalars['String']['output']>;
  /** UUID of the trace; null for threads. */
  traceUuid?: Maybe<Scalars['ID']['output']>;
};

/** A page of public links. */
export type ShareLinkConnection = {
  __typename?: 'ShareLinkConnection';
  /** The items with their cursors. */
  edges: Array<ShareLinkEdge>;
  /** The items. */
  nodes: Array<ShareLink>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A public link in a list. */
export type ShareLinkEdge = {
  __typename?: 'ShareLinkEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The link. */
  node: ShareLink;
};

/** A run as a public link shows it: without metadata, tags, feedback, or who and where. */
export type SharedRun = {
  __typename?: 'SharedRun';
  /** Files sent with the run, by links that work for minutes. */
  attachments: Array<Attachment>;
  /** Completion tokens, counted as `totalTokens`. */
  completionTokens?: Maybe<Scalars['Int']['output']>;
  /** Position in the trace: sorting by it gives display order. */
  dottedOrder: Scalars['String']['output'];
  /** When it ended; null while it runs. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Error text, first 2 KiB. */
  error?: Maybe<Scalars['String']['output']>;
  /** When the first token of a streamed answer came. */
  firstTokenAt?: Maybe<Scalars['DateTime']['output']>;
  /** At most 256 characters of the inputs, readable. */
  inputPreview: Scalars['String']['output'];
  /** The whole inputs; null when none arrived or they are larger than 8 MiB. */
  inputs?: Maybe<Scalars['JSON']['output']>;
  /** Whether it is the root of its trace. */
  isRoot: Scalars['Boolean']['output'];
  /** From start to end in milliseconds. */
  latencyMs?: Maybe<Scalars['Float']['output']>;
  /** Images, sounds and documents in inputs and outputs, by links that work for minutes. */
  media: Array<Media>;
  /** Model name. */
  model?: Maybe<Scalars['String']['output']>;
  /** What the step is called. */
  name: Scalars['String']['output'];
  /** At most 256 characters of the outputs, readable. */
  outputPreview: Scalars['String']['output'];
  /** The whole outputs, as `inputs`. */
  outputs?: Maybe<Scalars['JSON']['output']>;
  /** The id of its parent; null for a root. */
  parentUuid?: Maybe<Scalars['ID']['output']>;
  /** Inputs or outputs, large ones by their beginning and a link; null for every other field. */
  payload?: Maybe<Payload>;
  /** Prompt tokens, counted as `totalTokens`. */
  promptTokens?: Maybe<Scalars['Int']['output']>;
  /** What the step does. */
  runType: RunType;
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** How it stands. */
  status: RunStatus;
  /** Cost in US dollars, counted as `totalTokens`. */
  totalCostUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens of this run, or of everything below it; null when unknown. */
  totalTokens?: Maybe<Scalars['Int']['output']>;
  /** The id of its trace. */
  traceUuid: Scalars['ID']['output'];
  /** The id the SDK gave it. */
  uuid: Scalars['ID']['output'];
};


/** A run as a public link shows it: without metadata, tags, feedback, or who and where. */
export type SharedRunPayloadArgs = {
  field: PayloadField;
};

/** A page of shared runs. */
export type SharedRunConnection = {
  __typename?: 'SharedRunConnection';
  /** The items. */
  nodes: Array<SharedRun>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** What a public link shows: nothing but these fields, to anybody who has the link. */
export type SharedTrace = {
  __typename?: 'SharedTrace';
  /** When the link ends by itself; null when never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is shared. */
  kind: ShareKind;
  /** The shared run, or the trace's root; of a thread the first turn's. null while it has not arrived. */
  root?: Maybe<SharedRun>;
  /** One of the shared runs; null when it is none of them. */
  run?: Maybe<SharedRun>;
  /** How many runs `runs` has in all; of a thread how many turns. */
  runCount: Scalars['Int']['output'];
  /** All shared runs in display order; of a thread those of one turn. */
  runs: SharedRunConnection;
  /** Roots of the turns, the oldest first; just the root when no thread is shared. */
  turns: SharedRunConnection;
};


/** What a public link shows: nothing but these fields, to anybody who has the link. */
export type SharedTraceRunArgs = {
  uuid: Scalars['ID']['input'];
};


/** What a public link shows: nothing but these fields, to anybody who has the link. */
export type SharedTraceRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  traceUuid?: InputMaybe<Scalars['ID']['input']>;
};


/** What a public link shows: nothing but these fields, to anybody who has the link. */
export type SharedTraceTurnsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The two directions of sorting. */
export type SortDirection =
  /** Smallest or oldest first. */
  | 'ASC'
  /** Largest or newest first. */
  | 'DESC';

/** A condition on text. */
export type StringFilter = {
  /** Contains this, whatever the case. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Exactly this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Present (true) or absent (false). */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of these, at most 250. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Like this pattern of SQL: `%` is any text, `_` any character, a backslash takes the next as it is. */
  like?: InputMaybe<Scalars['String']['input']>;
  /** Anything but this. */
  neq?: InputMaybe<Scalars['String']['input']>;
  /** Does not contain this, whatever the case. */
  notContains?: InputMaybe<Scalars['String']['input']>;
  /** None of these, at most 250. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Not like this pattern of SQL. */
  notLike?: InputMaybe<Scalars['String']['input']>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Says at most once a second that runs of a project changed, and how many: the moment to ask for its figures
   * again. Silent while nothing happens.
   */
  metricsTick: MetricsTick;
  /**
   * Runs of a project as they start, change and end. Every event carries the run's state, so a later one
   * supersedes an earlier one; delivery is at least once and in order for each run. After a break, pass
   * the last `eventId` as `after` to receive what was missed.
   */
  runEvents: RunEvent;
  /** As `runEvents`, for the runs of one thread; the thread need not exist yet. */
  threadEvents: RunEvent;
  /** As `runEvents`, for the runs of one trace; the trace need not exist yet. */
  traceEvents: RunEvent;
};


export type SubscriptionMetricsTickArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  projectId: Scalars['ID']['input'];
};


export type SubscriptionRunEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  projectId: Scalars['ID']['input'];
};


export type SubscriptionThreadEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  projectId: Scalars['ID']['input'];
  threadId: Scalars['String']['input'];
};


export type SubscriptionTraceEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  projectId: Scalars['ID']['input'];
  traceUuid: Scalars['ID']['input'];
};

/**
 * A conversation: the traces of which a run names it in its metadata (`session_id`, `thread_id` or `conversation_id`). Each of
 * these traces is a turn.
 */
export type Thread = {
  __typename?: 'Thread';
  /** Completion tokens, counted as `totalTokens`. */
  completionTokens?: Maybe<Scalars['BigInt']['output']>;
  /** How many of them ended in an error, as their root says. */
  errorCount: Scalars['Int']['output'];
  /** At most 256 characters of what its first turn was asked. */
  firstInputPreview?: Maybe<Scalars['String']['output']>;
  /** When its first turn started. */
  firstStartedAt: Scalars['DateTime']['output'];
  /** Whether no run of it is running and none has started in the last 10 minutes. */
  isIdle: Scalars['Boolean']['output'];
  /** When the last of its runs to end ended; null while none has. */
  lastEndedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Error text of the newest turn that failed, first 2 KiB; null when none did. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** At most 256 characters of what its newest answered turn answered. */
  lastOutputPreview?: Maybe<Scalars['String']['output']>;
  /** When its newest turn started. */
  lastStartedAt: Scalars['DateTime']['output'];
  /** Half of its turns take no longer, in milliseconds; null while none has ended. */
  latencyP50Ms?: Maybe<Scalars['Float']['output']>;
  /** 99 of 100 of its turns take no longer, in milliseconds; null while none has ended. */
  latencyP99Ms?: Maybe<Scalars['Float']['output']>;
  /** The project it is in. */
  project?: Maybe<Project>;
  /** Prompt tokens, counted as `totalTokens`. */
  promptTokens?: Maybe<Scalars['BigInt']['output']>;
  /** The id that its runs give. */
  threadId: Scalars['String']['output'];
  /** Cost of all turns in US dollars, counted as `totalTokens`; null when unknown. */
  totalCostUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens of all turns, what a parent repeats of its children counted once; null when unknown. */
  totalTokens?: Maybe<Scalars['BigInt']['output']>;
  /** How many turns it has. */
  turnCount: Scalars['Int']['output'];
  /** Its turns, newest first by default, of all times. */
  turns: TraceConnection;
  /** Who talks: the user that its newest turns name. */
  userId?: Maybe<Scalars['String']['output']>;
};


/**
 * A conversation: the traces of which a run names it in its metadata (`session_id`, `thread_id` or `conversation_id`). Each of
 * these traces is a turn.
 */
export type ThreadTurnsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RunOrder>;
};

/** A page of threads. */
export type ThreadConnection = {
  __typename?: 'ThreadConnection';
  /** How many there are in all; counting costs a scan, so select it only where it is shown. */
  count: CountEstimate;
  /** Which part of the store the list is about. */
  coverage: ListCoverage;
  /** The items with their cursors. */
  edges: Array<ThreadEdge>;
  /** The items. */
  nodes: Array<Thread>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** Whether a walk through the pages gives every thread that matches, each once. */
  precision: Precision;
};

/** A thread in a list. */
export type ThreadEdge = {
  __typename?: 'ThreadEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The thread. */
  node: Thread;
};

/** Sorting of threads. */
export type ThreadOrder = {
  /** Which way. */
  direction: SortDirection;
  /** By what. */
  field: ThreadOrderField;
};

/** What threads are sorted by. */
export type ThreadOrderField =
  /** When the newest turn started. */
  | 'LAST_STARTED_AT';

/** A span of time; both ends optional. */
export type TimeRange = {
  /** From this instant on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A root run with everything below it. */
export type Trace = {
  __typename?: 'Trace';
  /** Completion tokens of all runs; null when unknown. */
  completionTokens?: Maybe<Scalars['Int']['output']>;
  /** When its last run ended; null while any is running. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many of them ended in an error. */
  errorCount: Scalars['Int']['output'];
  /** From its first start to its last end in milliseconds; null while any run is running. */
  latencyMs?: Maybe<Scalars['Float']['output']>;
  /** Prompt tokens of all runs; null when unknown. */
  promptTokens?: Maybe<Scalars['Int']['output']>;
  /** The root; null while only its children have arrived. */
  root?: Maybe<Run>;
  /** How many runs it has. */
  runCount: Scalars['Int']['output'];
  /** All runs in display order. */
  runs: RunConnection;
  /**
   * Runs whose name or error has the text in it, in any case, or whose inputs, outputs or error have all its words; in display
   * order.
   */
  searchRuns: TraceSearch;
  /** When its first run started. */
  startedAt: Scalars['DateTime']['output'];
  /** Cost of all runs in US dollars; null when unknown. */
  totalCostUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens of all runs; null when unknown. */
  totalTokens?: Maybe<Scalars['Int']['output']>;
  /** UUID of the trace: with LangSmith SDKs that of its root run, with OpenTelemetry the trace id. */
  uuid: Scalars['ID']['output'];
};


/** A root run with everything below it. */
export type TraceRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A root run with everything below it. */
export type TraceSearchRunsArgs = {
  text: Scalars['String']['input'];
};

/** A page of traces. */
export type TraceConnection = {
  __typename?: 'TraceConnection';
  /** How many there are in all; counting costs a scan, so select it only where it is shown. */
  count: CountEstimate;
  /** Which part of the store the list is about. */
  coverage: ListCoverage;
  /** The items with their cursors. */
  edges: Array<TraceEdge>;
  /** The items. */
  nodes: Array<Trace>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** Whether a walk through the pages gives every trace that matches, each once. */
  precision: Precision;
};

/** A trace in a list. */
export type TraceEdge = {
  __typename?: 'TraceEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The trace. */
  node: Trace;
};

/** Where something occurs in a trace. */
export type TraceSearch = {
  __typename?: 'TraceSearch';
  /** Whether these are all. */
  precision: Precision;
  /** UUIDs of the runs; at most 1,000. */
  runUuids: Array<Scalars['ID']['output']>;
};

/** Tokens without a rate. */
export type UnpricedPart = {
  __typename?: 'UnpricedPart';
  /** Another model that the same call billed; null for the run's own. */
  model?: Maybe<Scalars['String']['output']>;
  /** What was counted. */
  part: Scalars['String']['output'];
  /** How many tokens. */
  tokens: Scalars['BigInt']['output'];
};

/** Why a run has no price. Nothing is ever guessed. */
export type UnpricedReason =
  /** Several entries match the name. */
  | 'AMBIGUOUS_NAME'
  /** It ran before the first price of its model. */
  | 'BEFORE_FIRST_PRICE'
  /** The model is known, and known to have no price that could be read. */
  | 'KNOWN_WITHOUT_PRICE'
  /** The provider served it in a mode (batch, flex, priority) whose price is not known. */
  | 'MODE_WITHOUT_PRICE'
  /** It reports tokens but is no model call: what it repeats is priced below it. */
  | 'NOT_A_MODEL_CALL'
  /** It names no model. */
  | 'NO_MODEL'
  /** A model call that reports no tokens. */
  | 'NO_USAGE'
  /** It went through a router, which knows its own charge and did not send it. */
  | 'ROUTER_WITHOUT_COST'
  /** Its model is not in the table. */
  | 'UNKNOWN_MODEL'
  /** Its provider is not in the table. */
  | 'UNKNOWN_PROVIDER';

/** Input of updateFeedback: absent fields stay as they are, null empties a field. */
export type UpdateFeedbackInput = {
  /** Why. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** The scale. */
  config?: InputMaybe<Scalars['JSON']['input']>;
  /** What would have been right. */
  correction?: InputMaybe<Scalars['JSON']['input']>;
  /** More. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** Which feedback: global id or UUID. */
  id: Scalars['ID']['input'];
  /** The judgement as a number. */
  score?: InputMaybe<Scalars['Float']['input']>;
  /** The judgement as another value. */
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Result of updateFeedback. */
export type UpdateFeedbackPayload = {
  __typename?: 'UpdateFeedbackPayload';
  /** The feedback as it is now. */
  feedback?: Maybe<Feedback>;
  /** Whether it can be read already; if not, it will within moments. */
  isStored: Scalars['Boolean']['output'];
  /** What to correct. */
  userErrors: Array<UserError>;
};

/** A person who signs in. */
export type User = {
  __typename?: 'User';
  /** The global id. */
  id: Scalars['ID']['output'];
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
  Feedback: Feedback;
  Project: Project;
  Run: Run;
  ShareLink: ShareLink;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Feedback:
    ( { __typename: 'Feedback' }
    & GraphQLRecursivePick<FederationTypes['Feedback'], {"id":true}> );
  Project:
    ( { __typename: 'Project' }
    & GraphQLRecursivePick<FederationTypes['Project'], {"id":true}> );
  Run:
    ( { __typename: 'Run' }
    & GraphQLRecursivePick<FederationTypes['Run'], {"id":true}> );
  ShareLink:
    ( { __typename: 'ShareLink' }
    & GraphQLRecursivePick<FederationTypes['ShareLink'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( FeedbackRow )
    | ( RunMapper )
    | ( ShareLinkMapper )
  ;
  RunEvent:
    | ( RunChangedMapper )
    | ( RunEventsGapMapper )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Attachment: ResolverTypeWrapper<Attachment>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  CostPart: ResolverTypeWrapper<CostPart>;
  CostSource: CostSource;
  CountEstimate: ResolverTypeWrapper<CountEstimate>;
  CreateFeedbackInput: CreateFeedbackInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CreateFeedbackPayload: ResolverTypeWrapper<Omit<CreateFeedbackPayload, 'feedback'> & { feedback?: Maybe<ResolversTypes['Feedback']> }>;
  CreateShareLinkInput: CreateShareLinkInput;
  CreateShareLinkPayload: ResolverTypeWrapper<Omit<CreateShareLinkPayload, 'shareLink'> & { shareLink?: Maybe<ResolversTypes['ShareLink']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteFeedbackInput: DeleteFeedbackInput;
  DeleteFeedbackPayload: ResolverTypeWrapper<DeleteFeedbackPayload>;
  FacetValue: ResolverTypeWrapper<FacetValue>;
  Feedback: ResolverTypeWrapper<FeedbackRow>;
  FeedbackAverage: ResolverTypeWrapper<FeedbackAverage>;
  FeedbackConnection: ResolverTypeWrapper<Omit<FeedbackConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['FeedbackEdge']>, nodes: Array<ResolversTypes['Feedback']> }>;
  FeedbackEdge: ResolverTypeWrapper<Omit<FeedbackEdge, 'node'> & { node: ResolversTypes['Feedback'] }>;
  FeedbackFilter: FeedbackFilter;
  FeedbackLevel: FeedbackLevel;
  FeedbackSource: FeedbackSource;
  FeedbackSummary: ResolverTypeWrapper<FeedbackSummaryRow>;
  FloatFilter: FloatFilter;
  IdFilter: IdFilter;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KeyValueFilter: KeyValueFilter;
  ListCoverage: ResolverTypeWrapper<CoverageMapper>;
  Media: ResolverTypeWrapper<Media>;
  MetadataFilter: MetadataFilter;
  MetricBucket: MetricBucket;
  MetricGroup: MetricGroup;
  MetricGroupField: MetricGroupField;
  MetricPoint: ResolverTypeWrapper<MetricPoint>;
  MetricSeries: ResolverTypeWrapper<MetricSeries>;
  MetricValues: ResolverTypeWrapper<MetricValues>;
  MetricsTick: ResolverTypeWrapper<MetricsTick>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payload: ResolverTypeWrapper<PayloadMapper>;
  PayloadField: PayloadField;
  PayloadSlice: ResolverTypeWrapper<PayloadSlice>;
  Percentiles: ResolverTypeWrapper<Percentiles>;
  Precision: Precision;
  Project: ResolverTypeWrapper<ProjectMapper>;
  ProjectUser: ResolverTypeWrapper<ProjectUserMapper>;
  ProjectUserConnection: ResolverTypeWrapper<ProjectUserConnectionMapper>;
  ProjectUserEdge: ResolverTypeWrapper<Omit<ProjectUserEdge, 'node'> & { node: ResolversTypes['ProjectUser'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecentModel: ResolverTypeWrapper<RecentModel>;
  RevokeShareLinkInput: RevokeShareLinkInput;
  RevokeShareLinkPayload: ResolverTypeWrapper<Omit<RevokeShareLinkPayload, 'shareLink'> & { shareLink?: Maybe<ResolversTypes['ShareLink']> }>;
  Run: ResolverTypeWrapper<RunMapper>;
  RunChanged: ResolverTypeWrapper<RunChangedMapper>;
  RunConnection: ResolverTypeWrapper<RunConnectionMapper>;
  RunCost: ResolverTypeWrapper<RunCost>;
  RunEdge: ResolverTypeWrapper<Omit<RunEdge, 'node'> & { node: ResolversTypes['Run'] }>;
  RunEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['RunEvent']>;
  RunEventsGap: ResolverTypeWrapper<RunEventsGapMapper>;
  RunFacet: ResolverTypeWrapper<RunFacet>;
  RunFacetField: RunFacetField;
  RunFilter: RunFilter;
  RunMetrics: ResolverTypeWrapper<RunMetrics>;
  RunNeighbours: ResolverTypeWrapper<Omit<RunNeighbours, 'next' | 'previous'> & { next?: Maybe<ResolversTypes['Run']>, previous?: Maybe<ResolversTypes['Run']> }>;
  RunOrder: RunOrder;
  RunOrderField: RunOrderField;
  RunStatus: RunStatus;
  RunStatusFilter: RunStatusFilter;
  RunType: RunType;
  RunTypeFilter: RunTypeFilter;
  ShareKind: ShareKind;
  ShareLink: ResolverTypeWrapper<ShareLinkMapper>;
  ShareLinkConnection: ResolverTypeWrapper<Omit<ShareLinkConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ShareLinkEdge']>, nodes: Array<ResolversTypes['ShareLink']> }>;
  ShareLinkEdge: ResolverTypeWrapper<Omit<ShareLinkEdge, 'node'> & { node: ResolversTypes['ShareLink'] }>;
  SharedRun: ResolverTypeWrapper<SharedRunMapper>;
  SharedRunConnection: ResolverTypeWrapper<SharedRunConnectionMapper>;
  SharedTrace: ResolverTypeWrapper<SharedTraceMapper>;
  SortDirection: SortDirection;
  StringFilter: StringFilter;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Thread: ResolverTypeWrapper<ThreadMapper>;
  ThreadConnection: ResolverTypeWrapper<ThreadConnectionMapper>;
  ThreadEdge: ResolverTypeWrapper<Omit<ThreadEdge, 'node'> & { node: ResolversTypes['Thread'] }>;
  ThreadOrder: ThreadOrder;
  ThreadOrderField: ThreadOrderField;
  TimeRange: TimeRange;
  Trace: ResolverTypeWrapper<TraceMapper>;
  TraceConnection: ResolverTypeWrapper<TraceConnectionMapper>;
  TraceEdge: ResolverTypeWrapper<Omit<TraceEdge, 'node'> & { node: ResolversTypes['Trace'] }>;
  TraceSearch: ResolverTypeWrapper<TraceSearch>;
  UnpricedPart: ResolverTypeWrapper<UnpricedPart>;
  UnpricedReason: UnpricedReason;
  UpdateFeedbackInput: UpdateFeedbackInput;
  UpdateFeedbackPayload: ResolverTypeWrapper<Omit<UpdateFeedbackPayload, 'feedback'> & { feedback?: Maybe<ResolversTypes['Feedback']> }>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Attachment: Attachment;
  Int: Scalars['Int']['output'];
  BigInt: Scalars['BigInt']['output'];
  CostPart: CostPart;
  CountEstimate: CountEstimate;
  CreateFeedbackInput: CreateFeedbackInput;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  Float: Scalars['Float']['output'];
  CreateFeedbackPayload: Omit<CreateFeedbackPayload, 'feedback'> & { feedback?: Maybe<ResolversParentTypes['Feedback']> };
  CreateShareLinkInput: CreateShareLinkInput;
  CreateShareLinkPayload: Omit<CreateShareLinkPayload, 'shareLink'> & { shareLink?: Maybe<ResolversParentTypes['ShareLink']> };
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  Decimal: Scalars['Decimal']['output'];
  DeleteFeedbackInput: DeleteFeedbackInput;
  DeleteFeedbackPayload: DeleteFeedbackPayload;
  FacetValue: FacetValue;
  Feedback: FeedbackRow;
  FeedbackAverage: FeedbackAverage;
  FeedbackConnection: Omit<FeedbackConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['FeedbackEdge']>, nodes: Array<ResolversParentTypes['Feedback']> };
  FeedbackEdge: Omit<FeedbackEdge, 'node'> & { node: ResolversParentTypes['Feedback'] };
  FeedbackFilter: FeedbackFilter;
  FeedbackSummary: FeedbackSummaryRow;
  FloatFilter: FloatFilter;
  IdFilter: IdFilter;
  JSON: Scalars['JSON']['output'];
  KeyValueFilter: KeyValueFilter;
  ListCoverage: CoverageMapper;
  Media: Media;
  MetadataFilter: MetadataFilter;
  MetricGroup: MetricGroup;
  MetricPoint: MetricPoint;
  MetricSeries: MetricSeries;
  MetricValues: MetricValues;
  MetricsTick: MetricsTick;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Payload: PayloadMapper;
  PayloadSlice: PayloadSlice;
  Percentiles: Percentiles;
  Project: ProjectMapper;
  ProjectUser: ProjectUserMapper;
  ProjectUserConnection: ProjectUserConnectionMapper;
  ProjectUserEdge: Omit<ProjectUserEdge, 'node'> & { node: ResolversParentTypes['ProjectUser'] };
  Query: Record<PropertyKey, never>;
  RecentModel: RecentModel;
  RevokeShareLinkInput: RevokeShareLinkInput;
  RevokeShareLinkPayload: Omit<RevokeShareLinkPayload, 'shareLink'> & { shareLink?: Maybe<ResolversParentTypes['ShareLink']> };
  Run: RunMapper;
  RunChanged: RunChangedMapper;
  RunConnection: RunConnectionMapper;
  RunCost: RunCost;
  RunEdge: Omit<RunEdge, 'node'> & { node: ResolversParentTypes['Run'] };
  RunEvent: ResolversInterfaceTypes<ResolversParentTypes>['RunEvent'];
  RunEventsGap: RunEventsGapMapper;
  RunFacet: RunFacet;
  RunFilter: RunFilter;
  RunMetrics: RunMetrics;
  RunNeighbours: Omit<RunNeighbours, 'next' | 'previous'> & { next?: Maybe<ResolversParentTypes['Run']>, previous?: Maybe<ResolversParentTypes['Run']> };
  RunOrder: RunOrder;
  RunStatusFilter: RunStatusFilter;
  RunTypeFilter: RunTypeFilter;
  ShareLink: ShareLinkMapper;
  ShareLinkConnection: Omit<ShareLinkConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ShareLinkEdge']>, nodes: Array<ResolversParentTypes['ShareLink']> };
  ShareLinkEdge: Omit<ShareLinkEdge, 'node'> & { node: ResolversParentTypes['ShareLink'] };
  SharedRun: SharedRunMapper;
  SharedRunConnection: SharedRunConnectionMapper;
  SharedTrace: SharedTraceMapper;
  StringFilter: StringFilter;
  Subscription: Record<PropertyKey, never>;
  Thread: ThreadMapper;
  ThreadConnection: ThreadConnectionMapper;
  ThreadEdge: Omit<ThreadEdge, 'node'> & { node: ResolversParentTypes['Thread'] };
  ThreadOrder: ThreadOrder;
  TimeRange: TimeRange;
  Trace: TraceMapper;
  TraceConnection: TraceConnectionMapper;
  TraceEdge: Omit<TraceEdge, 'node'> & { node: ResolversParentTypes['Trace'] };
  TraceSearch: TraceSearch;
  UnpricedPart: UnpricedPart;
  UpdateFeedbackInput: UpdateFeedbackInput;
  UpdateFeedbackPayload: Omit<UpdateFeedbackPayload, 'feedback'> & { feedback?: Maybe<ResolversParentTypes['Feedback']> };
  User: User;
  UserError: UserError;
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

export type AttachmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment']> = {
  mimeType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CostPartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CostPart'] = ResolversParentTypes['CostPart']> = {
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  part?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rateUsdPerMillion?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  tokens?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  usd?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type CountEstimateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CountEstimate'] = ResolversParentTypes['CountEstimate']> = {
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CreateFeedbackPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateFeedbackPayload'] = ResolversParentTypes['CreateFeedbackPayload']> = {
  feedback?: Resolver<Maybe<ResolversTypes['Feedback']>, ParentType, ContextType>;
  isStored?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateShareLinkPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateShareLinkPayload'] = ResolversParentTypes['CreateShareLinkPayload']> = {
  shareLink?: Resolver<Maybe<ResolversTypes['ShareLink']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteFeedbackPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteFeedbackPayload'] = ResolversParentTypes['DeleteFeedbackPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isStored?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FacetValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FacetValue'] = ResolversParentTypes['FacetValue']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FeedbackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Feedback'] = ResolversParentTypes['Feedback'], FederationReferenceType extends FederationReferenceTypes['Feedback'] = FederationReferenceTypes['Feedback']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Feedback']> | FederationReferenceType, FederationReferenceType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comparativeExperimentUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  config?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  extra?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  groupUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isError?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isMine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['FeedbackLevel'], ParentType, ContextType>;
  mayChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  modifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  projectUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  runUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceMetadata?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  threadId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  traceUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FeedbackAverageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedbackAverage'] = ResolversParentTypes['FeedbackAverage']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FeedbackConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedbackConnection'] = ResolversParentTypes['FeedbackConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FeedbackEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Feedback']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FeedbackEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedbackEdge'] = ResolversParentTypes['FeedbackEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Feedback'], ParentType, ContextType>;
};

export type FeedbackSummaryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeedbackSummary'] = ResolversParentTypes['FeedbackSummary']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  comments?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  stdev?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type ListCoverageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ListCoverage'] = ResolversParentTypes['ListCoverage']> = {
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MediaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media']> = {
  mimeType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MetricPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricPoint'] = ResolversParentTypes['MetricPoint']> = {
  startAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['MetricValues'], ParentType, ContextType>;
};

export type MetricSeriesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricSeries'] = ResolversParentTypes['MetricSeries']> = {
  group?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isOther?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['MetricPoint']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['MetricValues'], ParentType, ContextType>;
};

export type MetricValuesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricValues'] = ResolversParentTypes['MetricValues']> = {
  completionCostUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  completionTokens?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  costPerRunUsd?: Resolver<Maybe<ResolversTypes['Percentiles']>, ParentType, ContextType>;
  errorCount?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  errorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  feedback?: Resolver<Array<ResolversTypes['FeedbackAverage']>, ParentType, ContextType>;
  firstTokenMs?: Resolver<Maybe<ResolversTypes['Percentiles']>, ParentType, ContextType>;
  lastRunStartedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Percentiles']>, ParentType, ContextType>;
  promptCostUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  promptTokens?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  runCount?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  streamingRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  tokenDetails?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  tokensPerRun?: Resolver<Maybe<ResolversTypes['Percentiles']>, ParentType, ContextType>;
  totalCostUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalTokens?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  traceCount?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type MetricsTickResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricsTick'] = ResolversParentTypes['MetricsTick']> = {
  endedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isGap?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  runCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createFeedback: Resolver<ResolversTypes['CreateFeedbackPayload'], ParentType, ContextType, RequireFields<MutationCreateFeedbackArgs, 'input'>>;
  createShareLink: Resolver<ResolversTypes['CreateShareLinkPayload'], ParentType, ContextType, RequireFields<MutationCreateShareLinkArgs, 'input'>>;
  deleteFeedback: Resolver<ResolversTypes['DeleteFeedbackPayload'], ParentType, ContextType, RequireFields<MutationDeleteFeedbackArgs, 'input'>>;
  revokeShareLink: Resolver<ResolversTypes['RevokeShareLinkPayload'], ParentType, ContextType, RequireFields<MutationRevokeShareLinkArgs, 'input'>>;
  updateFeedback: Resolver<ResolversTypes['UpdateFeedbackPayload'], ParentType, ContextType, RequireFields<MutationUpdateFeedbackArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Feedback' | 'Run' | 'ShareLink', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload']> = {
  field?: Resolver<ResolversTypes['PayloadField'], ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isTruncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  json?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayloadSliceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PayloadSlice'] = ResolversParentTypes['PayloadSlice']> = {
  endByte?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['PayloadField'], ParentType, ContextType>;
  isLast?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startByte?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PercentilesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Percentiles'] = ResolversParentTypes['Percentiles']> = {
  avg?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p50?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p90?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p95?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p99?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['RunFacet']>, ParentType, ContextType, RequireFields<ProjectFacetsArgs, 'fields' | 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metadataKeys?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ProjectMetadataKeysArgs, 'first'>>;
  metrics?: Resolver<ResolversTypes['RunMetrics'], ParentType, ContextType, RequireFields<ProjectMetricsArgs, 'bucket' | 'timeRange' | 'top'>>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<ProjectRunsArgs, 'first'>>;
  thread?: Resolver<Maybe<ResolversTypes['Thread']>, ParentType, ContextType, RequireFields<ProjectThreadArgs, 'threadId'>>;
  threads?: Resolver<ResolversTypes['ThreadConnection'], ParentType, ContextType, RequireFields<ProjectThreadsArgs, 'first'>>;
  traces?: Resolver<ResolversTypes['TraceConnection'], ParentType, ContextType, RequireFields<ProjectTracesArgs, 'first'>>;
  users?: Resolver<ResolversTypes['ProjectUserConnection'], ParentType, ContextType, RequireFields<ProjectUsersArgs, 'first'>>;
};

export type ProjectUserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectUser'] = ResolversParentTypes['ProjectUser']> = {
  errorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  feedback?: Resolver<Array<ResolversTypes['FeedbackAverage']>, ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  threadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCostUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalTokens?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  traceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProjectUserConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectUserConnection'] = ResolversParentTypes['ProjectUserConnection']> = {
  count?: Resolver<ResolversTypes['CountEstimate'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['ListCoverage'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ProjectUserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProjectUser']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
};

export type ProjectUserEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectUserEdge'] = ResolversParentTypes['ProjectUserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProjectUser'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  feedback: Resolver<ResolversTypes['FeedbackConnection'], ParentType, ContextType, RequireFields<QueryFeedbackArgs, 'first' | 'offset'>>;
  feedbackItem: Resolver<Maybe<ResolversTypes['Feedback']>, ParentType, ContextType, RequireFields<QueryFeedbackItemArgs, 'id'>>;
  metrics: Resolver<ResolversTypes['RunMetrics'], ParentType, ContextType, RequireFields<QueryMetricsArgs, 'bucket' | 'timeRange' | 'top'>>;
  recentModels: Resolver<Array<ResolversTypes['RecentModel']>, ParentType, ContextType, RequireFields<QueryRecentModelsArgs, 'days'>>;
  run: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<QueryRunArgs, 'id'>>;
  runs: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<QueryRunsArgs, 'first'>>;
  shareLinks: Resolver<ResolversTypes['ShareLinkConnection'], ParentType, ContextType, RequireFields<QueryShareLinksArgs, 'first'>>;
  shared: Resolver<Maybe<ResolversTypes['SharedTrace']>, ParentType, ContextType, RequireFields<QuerySharedArgs, 'token'>>;
  trace: Resolver<Maybe<ResolversTypes['Trace']>, ParentType, ContextType, RequireFields<QueryTraceArgs, 'id'>>;
};

export type RecentModelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecentModel'] = ResolversParentTypes['RecentModel']> = {
  lastStartedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priceEntry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  runCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unpricedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RevokeShareLinkPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeShareLinkPayload'] = ResolversParentTypes['RevokeShareLinkPayload']> = {
  shareLink?: Resolver<Maybe<ResolversTypes['ShareLink']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Run'] = ResolversParentTypes['Run'], FederationReferenceType extends FederationReferenceTypes['Run'] = FederationReferenceTypes['Run']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Run']> | FederationReferenceType, FederationReferenceType, ContextType>;
  ancestorUuids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  attachments?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  childCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  childRuns?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<RunChildRunsArgs, 'first'>>;
  children?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  completionTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['RunCost']>, ParentType, ContextType>;
  dottedOrder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorFull?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  extra?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  feedback?: Resolver<Array<ResolversTypes['Feedback']>, ParentType, ContextType>;
  feedbackSummary?: Resolver<Array<ResolversTypes['FeedbackSummary']>, ParentType, ContextType>;
  firstTokenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inputPreview?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inputs?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  inputsBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  insertedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isPartial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isRoot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  media?: Resolver<Array<ResolversTypes['Media']>, ParentType, ContextType, RequireFields<RunMediaArgs, 'fields' | 'searchLarge'>>;
  metadata?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  metadataValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<RunMetadataValueArgs, 'path'>>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  neighbours?: Resolver<ResolversTypes['RunNeighbours'], ParentType, ContextType, Partial<RunNeighboursArgs>>;
  nextTurn?: Resolver<Maybe<ResolversTypes['Trace']>, ParentType, ContextType>;
  outputPreview?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outputs?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  outputsBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  parentUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['Payload']>, ParentType, ContextType, RequireFields<RunPayloadArgs, 'field'>>;
  payloadSlice?: Resolver<Maybe<ResolversTypes['PayloadSlice']>, ParentType, ContextType, RequireFields<RunPayloadSliceArgs, 'field' | 'lengthBytes' | 'startByte'>>;
  previousTurn?: Resolver<Maybe<ResolversTypes['Trace']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  promptTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  referenceExampleUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  runType?: Resolver<ResolversTypes['RunType'], ParentType, ContextType>;
  serialized?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  shareToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  threadId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tokenDetails?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  totalCostUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  traceUuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunChangedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunChanged'] = ResolversParentTypes['RunChanged']> = {
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isStored?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunConnection'] = ResolversParentTypes['RunConnection']> = {
  count?: Resolver<ResolversTypes['CountEstimate'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['ListCoverage'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['RunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
};

export type RunCostResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunCost'] = ResolversParentTypes['RunCost']> = {
  completionUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  estimatedUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['CostPart']>, ParentType, ContextType>;
  priceEntry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priceFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  promptUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['CostSource']>, ParentType, ContextType>;
  tableAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tierOverInputTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unpricedParts?: Resolver<Array<ResolversTypes['UnpricedPart']>, ParentType, ContextType>;
  unpricedReason?: Resolver<Maybe<ResolversTypes['UnpricedReason']>, ParentType, ContextType>;
};

export type RunEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunEdge'] = ResolversParentTypes['RunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type RunEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunEvent'] = ResolversParentTypes['RunEvent']> = {
  __resolveType: TypeResolveFn<'RunChanged' | 'RunEventsGap', ParentType, ContextType>;
};

export type RunEventsGapResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunEventsGap'] = ResolversParentTypes['RunEventsGap']> = {
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunFacetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunFacet'] = ResolversParentTypes['RunFacet']> = {
  field?: Resolver<ResolversTypes['RunFacetField'], ParentType, ContextType>;
  metadataKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  otherCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['FacetValue']>, ParentType, ContextType>;
};

export type RunMetricsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunMetrics'] = ResolversParentTypes['RunMetrics']> = {
  bucketSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['MetricSeries']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['MetricValues'], ParentType, ContextType>;
};

export type RunNeighboursResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunNeighbours'] = ResolversParentTypes['RunNeighbours']> = {
  next?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  previous?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
};

export type ShareLinkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareLink'] = ResolversParentTypes['ShareLink'], FederationReferenceType extends FederationReferenceTypes['ShareLink'] = FederationReferenceTypes['ShareLink']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ShareLink']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ShareKind'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  runUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  threadId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  traceUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShareLinkConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareLinkConnection'] = ResolversParentTypes['ShareLinkConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ShareLinkEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ShareLink']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ShareLinkEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareLinkEdge'] = ResolversParentTypes['ShareLinkEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ShareLink'], ParentType, ContextType>;
};

export type SharedRunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SharedRun'] = ResolversParentTypes['SharedRun']> = {
  attachments?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  completionTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dottedOrder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstTokenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  inputPreview?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inputs?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  isRoot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  media?: Resolver<Array<ResolversTypes['Media']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outputPreview?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outputs?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  parentUuid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['Payload']>, ParentType, ContextType, RequireFields<SharedRunPayloadArgs, 'field'>>;
  promptTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runType?: Resolver<ResolversTypes['RunType'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  totalCostUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  traceUuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SharedRunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SharedRunConnection'] = ResolversParentTypes['SharedRunConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['SharedRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SharedTraceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SharedTrace'] = ResolversParentTypes['SharedTrace']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ShareKind'], ParentType, ContextType>;
  root?: Resolver<Maybe<ResolversTypes['SharedRun']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['SharedRun']>, ParentType, ContextType, RequireFields<SharedTraceRunArgs, 'uuid'>>;
  runCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['SharedRunConnection'], ParentType, ContextType, RequireFields<SharedTraceRunsArgs, 'first'>>;
  turns?: Resolver<ResolversTypes['SharedRunConnection'], ParentType, ContextType, RequireFields<SharedTraceTurnsArgs, 'first'>>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  metricsTick: SubscriptionResolver<ResolversTypes['MetricsTick'], "metricsTick", ParentType, ContextType, RequireFields<SubscriptionMetricsTickArgs, 'projectId'>>;
  runEvents: SubscriptionResolver<ResolversTypes['RunEvent'], "runEvents", ParentType, ContextType, RequireFields<SubscriptionRunEventsArgs, 'projectId'>>;
  threadEvents: SubscriptionResolver<ResolversTypes['RunEvent'], "threadEvents", ParentType, ContextType, RequireFields<SubscriptionThreadEventsArgs, 'projectId' | 'threadId'>>;
  traceEvents: SubscriptionResolver<ResolversTypes['RunEvent'], "traceEvents", ParentType, ContextType, RequireFields<SubscriptionTraceEventsArgs, 'projectId' | 'traceUuid'>>;
};

export type ThreadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Thread'] = ResolversParentTypes['Thread']> = {
  completionTokens?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  errorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstInputPreview?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstStartedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isIdle?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastEndedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastOutputPreview?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastStartedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  latencyP50Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyP99Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  promptTokens?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  threadId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  totalCostUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalTokens?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  turnCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  turns?: Resolver<ResolversTypes['TraceConnection'], ParentType, ContextType, RequireFields<ThreadTurnsArgs, 'first'>>;
  userId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ThreadConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ThreadConnection'] = ResolversParentTypes['ThreadConnection']> = {
  count?: Resolver<ResolversTypes['CountEstimate'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['ListCoverage'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ThreadEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Thread']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
};

export type ThreadEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ThreadEdge'] = ResolversParentTypes['ThreadEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Thread'], ParentType, ContextType>;
};

export type TraceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Trace'] = ResolversParentTypes['Trace']> = {
  completionTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  promptTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  root?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  runCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<TraceRunsArgs, 'first'>>;
  searchRuns?: Resolver<ResolversTypes['TraceSearch'], ParentType, ContextType, RequireFields<TraceSearchRunsArgs, 'text'>>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  totalCostUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TraceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TraceConnection'] = ResolversParentTypes['TraceConnection']> = {
  count?: Resolver<ResolversTypes['CountEstimate'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['ListCoverage'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['TraceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Trace']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
};

export type TraceEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TraceEdge'] = ResolversParentTypes['TraceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Trace'], ParentType, ContextType>;
};

export type TraceSearchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TraceSearch'] = ResolversParentTypes['TraceSearch']> = {
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  runUuids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type UnpricedPartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnpricedPart'] = ResolversParentTypes['UnpricedPart']> = {
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  part?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tokens?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type UpdateFeedbackPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateFeedbackPayload'] = ResolversParentTypes['UpdateFeedbackPayload']> = {
  feedback?: Resolver<Maybe<ResolversTypes['Feedback']>, ParentType, ContextType>;
  isStored?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Attachment?: AttachmentResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  CostPart?: CostPartResolvers<ContextType>;
  CountEstimate?: CountEstimateResolvers<ContextType>;
  CreateFeedbackPayload?: CreateFeedbackPayloadResolvers<ContextType>;
  CreateShareLinkPayload?: CreateShareLinkPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeleteFeedbackPayload?: DeleteFeedbackPayloadResolvers<ContextType>;
  FacetValue?: FacetValueResolvers<ContextType>;
  Feedback?: FeedbackResolvers<ContextType>;
  FeedbackAverage?: FeedbackAverageResolvers<ContextType>;
  FeedbackConnection?: FeedbackConnectionResolvers<ContextType>;
  FeedbackEdge?: FeedbackEdgeResolvers<ContextType>;
  FeedbackSummary?: FeedbackSummaryResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  ListCoverage?: ListCoverageResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  MetricPoint?: MetricPointResolvers<ContextType>;
  MetricSeries?: MetricSeriesResolvers<ContextType>;
  MetricValues?: MetricValuesResolvers<ContextType>;
  MetricsTick?: MetricsTickResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payload?: PayloadResolvers<ContextType>;
  PayloadSlice?: PayloadSliceResolvers<ContextType>;
  Percentiles?: PercentilesResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectUser?: ProjectUserResolvers<ContextType>;
  ProjectUserConnection?: ProjectUserConnectionResolvers<ContextType>;
  ProjectUserEdge?: ProjectUserEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecentModel?: RecentModelResolvers<ContextType>;
  RevokeShareLinkPayload?: RevokeShareLinkPayloadResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  RunChanged?: RunChangedResolvers<ContextType>;
  RunConnection?: RunConnectionResolvers<ContextType>;
  RunCost?: RunCostResolvers<ContextType>;
  RunEdge?: RunEdgeResolvers<ContextType>;
  RunEvent?: RunEventResolvers<ContextType>;
  RunEventsGap?: RunEventsGapResolvers<ContextType>;
  RunFacet?: RunFacetResolvers<ContextType>;
  RunMetrics?: RunMetricsResolvers<ContextType>;
  RunNeighbours?: RunNeighboursResolvers<ContextType>;
  ShareLink?: ShareLinkResolvers<ContextType>;
  ShareLinkConnection?: ShareLinkConnectionResolvers<ContextType>;
  ShareLinkEdge?: ShareLinkEdgeResolvers<ContextType>;
  SharedRun?: SharedRunResolvers<ContextType>;
  SharedRunConnection?: SharedRunConnectionResolvers<ContextType>;
  SharedTrace?: SharedTraceResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Thread?: ThreadResolvers<ContextType>;
  ThreadConnection?: ThreadConnectionResolvers<ContextType>;
  ThreadEdge?: ThreadEdgeResolvers<ContextType>;
  Trace?: TraceResolvers<ContextType>;
  TraceConnection?: TraceConnectionResolvers<ContextType>;
  TraceEdge?: TraceEdgeResolvers<ContextType>;
  TraceSearch?: TraceSearchResolvers<ContextType>;
  UnpricedPart?: UnpricedPartResolvers<ContextType>;
  UpdateFeedbackPayload?: UpdateFeedbackPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  anonymous?: AnonymousDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
