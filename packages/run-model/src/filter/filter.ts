import type { RunStatus, RunType } from '../run.ts';

// The one tree that every way to say "which runs" becomes: the GraphQL input, the filter language of
// the SDKs and the web's filter bar. It is data; whoever runs it (SQL compiler, live events) walks it.

/** Fields compared as text. `tag` holds when any of the run's tags does. */
export const textFields = [
  'name',
  'error',
  'model',
  'threadId',
  'userId',
  'tag',
  'status',
  'runType',
  'inputText',
  'outputText',
] as const;
export type TextField = (typeof textFields)[number];

/** Text fields with a fixed set of values. */
export const enumFields = ['status', 'runType'] as const;
export type EnumField = (typeof enumFields)[number];
export type FreeTextField = Exclude<TextField, EnumField>;

export const numberFields = [
  'latencyMs',
  'firstTokenMs',
  'totalTokens',
  'promptTokens',
  'completionTokens',
  'totalCostUsd',
  'promptCostUsd',
  'completionCostUsd',
] as const;
export type NumberField = (typeof numberFields)[number];

export const timeFields = ['startedAt', 'endedAt'] as const;
export type TimeField = (typeof timeFields)[number];

export const idFields = ['id', 'traceId', 'parentId', 'projectId', 'referenceExampleId'] as const;
export type IdField = (typeof idFields)[number];

/** A condition on one text. An absent text is the empty one, and does not exist. */
export type TextTest =
  | { operator: 'eq' | 'contains'; value: string }
  /** A whole pattern of SQL: `%` any text, `_` any character, a backslash takes the next as it is. */
  | { operator: 'like'; value: string }
  | { operator: 'in'; values: readonly string[] }
  | { operator: 'exists' };

export type EnumTest =
  { operator: 'eq'; value: string } | { operator: 'in'; values: readonly string[] };

export const orderOperators = ['gt', 'gte', 'lt', 'lte'] as const;
export type OrderOperator = (typeof orderOperators)[number];
export type NumberOperator = 'eq' | OrderOperator;

/** A condition on one number; an absent one passes none. */
export type NumberTest =
  | { operator: NumberOperator; value: number }
  | { operator: 'in'; values: readonly number[] }
  | { operator: 'exists' };

/** A condition on one instant, in microseconds since 1970. */
export type TimeTest = { operator: NumberOperator; valueUs: number } | { operator: 'exists' };

/** Ids are canonical UUIDs. */
export type IdTest = { operator: 'in'; values: readonly string[] } | { operator: 'exists' };

/** Things of which a run has several, each with parts of its own. */
export const recordKinds = ['metadata', 'inputs', 'outputs', 'feedback'] as const;
export type RecordKind = (typeof recordKinds)[number];

export const textParts = ['key', 'value', 'comment', 'source'] as const;
/** `comment`, `source` and `score` belong to feedback. */
export type TextPart = (typeof textParts)[number];

/**
 * A condition on a part of a record. With `isNot` the record is one that does not pass the test, which is never one of
 * the order of numbers: no language says "not greater, or absent".
 */
export type PartTest =
  | { part: TextPart; isNot?: true; text: TextTest }
  /** The text of the value read as a number. */
  | { part: 'value'; isNot?: never; number: { operator: OrderOperator; value: number } }
  | { part: 'score'; isNot?: true; number: NumberTest };

/**
 * One record passes all the tests.
 *
 * - `metadata`: an entry, its value as text. What lies in a value that is a JSON object counts too,
 *   under its dotted path.
 * - `inputs`, `outputs`: a value inside the JSON that is no object or list, as text; its key is the
 *   dotted path to it, places in lists left out (`messages.role`).
 * - `feedback`: what one rater said; `value` is a text as it is, anything else as JSON.
 */
export interface RecordCondition {
  kind: 'record';
  of: RecordKind;
  tests: readonly PartTest[];
}

/**
 * A condition is true or false, never unknown: an absent text is the empty text, an absent number
 * compares false with everything. So `not` is plain negation everywhere.
 */
export type RunCondition =
  | { kind: 'isRoot'; value: boolean }
  | ({ kind: 'text'; field: FreeTextField } & TextTest)
  | ({ kind: 'text'; field: EnumField } & EnumTest)
  | ({ kind: 'number'; field: NumberField } & NumberTest)
  | ({ kind: 'time'; field: TimeField } & TimeTest)
  | ({ kind: 'id'; field: IdField } & IdTest)
  | RecordCondition
  /** All words of the text occur in one of the run's inputs, outputs or error. */
  | { kind: 'search'; text: string };

/** Which runs besides the run itself a filter is asked of. */
export const scopes = ['trace', 'tree', 'thread'] as const;
/** `trace`: the root of its trace. `tree`: any run of its trace. `thread`: any run of its thread. */
export type Scope = (typeof scopes)[number];

/** `and` of nothing holds, `or` of nothing does not. */
export type RunFilter =
  | RunCondition
  | { kind: 'scope'; scope: Scope; filter: RunFilter }
  | { kind: 'and' | 'or'; filters: readonly RunFilter[] }
  | { kind: 'not'; filter: RunFilter };

/** Feedback as filters see it. */
export interface FeedbackSubject {
  key: string;
  score: number | undefined;
  /** JSON text; empty for none. */
  value: string;
  comment: string;
  source: string;
}

/** What a filter is evaluated on outside the store. */
export interface FilterSubject {
  isRoot: boolean;
  id: string;
  traceId: string;
  parentId: string | undefined;
  projectId: string;
  referenceExampleId: string | undefined;
  runType: RunType;
  status: RunStatus;
  name: string;
  error: string;
  model: string;
  threadId: string;
  tags: readonly string[];
  metadata: Readonly<Record<string, string>>;
  startedAtUs: number;
  endedAtUs: number | undefined;
  latencyMs: number | undefined;
  firstTokenMs: number | undefined;
  totalTokens: number | undefined;
  promptTokens: number | undefined;
  completionTokens: number | undefined;
  totalCostUsd: number | undefined;
  promptCostUsd: number | undefined;
  completionCostUsd: number | undefined;
  /** What is not in the run's row; conditions on it need a subject that has it (`needsStore`). */
  payloads?: { inputs: string; outputs: string; error: string };
  feedback?: readonly FeedbackSubject[];
  /** The runs of its trace and of its thread, itself included. */
  traceRuns?: readonly FilterSubject[];
  threadRuns?: readonly FilterSubject[];
}

export const filterLimits = {
  /** Levels of `or`, `not` and scopes above a condition, itself included; `and` adds no level. */
  depth: 5,
  conditions: 100,
  listValues: 250,
  /** UTF-16 units of one value. */
  valueLength: 4096,
  searchWords: 32,
  /** Conditions on one record. */
  recordTests: 10,
} as const;

/** The test of which this one is the opposite, if it is one; else itself. */
export function withoutNot(test: PartTest): PartTest {
  const { isNot: _, ...rest } = test;
  return rest;
}

/** `and` without needless nesting. */
export function allOf(filters: readonly RunFilter[]): RunFilter {
  const flat = filters.flatMap((filter) => (filter.kind === 'and' ? filter.filters : [filter]));
  return flat.length === 1 ? flat[0]! : { kind: 'and', filters: flat };
}

/** `or` without needless nesting. */
export function anyOf(filters: readonly RunFilter[]): RunFilter {
  const flat = filters.flatMap((filter) => (filter.kind === 'or' ? filter.filters : [filter]));
  return flat.length === 1 ? flat[0]! : { kind: 'or', filters: flat };
}

/** The opposite; of an opposite, the thing itself. */
export function negated(filter: RunFilter): RunFilter {
  return filter.kind === 'not' ? filter.filter : { kind: 'not', filter };
}

/** The conditions that must all hold for the whole filter to hold, as far as `and` reaches. */
export function conjuncts(filter: RunFilter): readonly RunFilter[] {
  return filter.kind === 'and' ? filter.filters.flatMap(conjuncts) : [filter];
}

/** Metadata keys that name the user of a run, the first that has a value counts. */
export const userIdKeys = [
  'user_id',
  'userId',
  'ls_user_id',
  'langfuse_user_id',
  'enduser.id',
  'user.id',
] as const;

/** The user of a run with these metadata; empty without one. */
export function userIdOf(metadata: Readonly<Record<string, string>>): string {
  const key = userIdKeys.find((name) => Object.hasOwn(metadata, name) && metadata[name] !== '');
  return key === undefined ? '' : metadata[key]!;
}
