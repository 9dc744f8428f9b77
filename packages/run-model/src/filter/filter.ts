import type { RunStatus, RunType } from '../run.ts';

// The one tree that every way to say "which runs" becomes: the GraphQL input today, the filter
// language of the SDKs later. It is data; whoever runs it (SQL compiler, live events) walks it.

/** Fields compared as text. `tag` holds when any of the run's tags does. */
export const textFields = [
  'name',
  'error',
  'model',
  'threadId',
  'tag',
  'status',
  'runType',
] as const;
export type TextField = (typeof textFields)[number];

export const numberFields = ['latencyMs', 'totalTokens'] as const;
export type NumberField = (typeof numberFields)[number];
export type NumberOperator = 'eq' | 'gt' | 'gte' | 'lt' | 'lte';

/**
 * A condition is true or false, never unknown: an absent text is the empty text, an absent number
 * compares false with everything. So `not` is plain negation everywhere.
 */
export type RunCondition =
  | { kind: 'isRoot'; value: boolean }
  | { kind: 'text'; field: TextField; operator: 'eq' | 'contains'; value: string }
  | { kind: 'text'; field: TextField; operator: 'in'; values: readonly string[] }
  | { kind: 'text'; field: TextField; operator: 'exists' }
  | { kind: 'number'; field: NumberField; operator: NumberOperator; value: number }
  /** Without a value: the key is present. */
  | { kind: 'metadata'; key: string; value?: string }
  /** All words of the text occur in one of the run's inputs, outputs or error. */
  | { kind: 'search'; text: string };

/** `and` of nothing holds, `or` of nothing does not. */
export type RunFilter =
  | RunCondition
  | { kind: 'and' | 'or'; filters: readonly RunFilter[] }
  | { kind: 'not'; filter: RunFilter };

/** What a filter is evaluated on outside the store. */
export interface FilterSubject {
  isRoot: boolean;
  runType: RunType;
  status: RunStatus;
  name: string;
  error: string;
  model: string;
  threadId: string;
  tags: readonly string[];
  metadata: Readonly<Record<string, string>>;
  latencyMs: number | undefined;
  totalTokens: number | undefined;
  /** Content of inputs, outputs and error as JSON text; only where `search` must work. */
  texts?: readonly string[];
}

export const filterLimits = {
  /** Levels of `or` and `not` above a condition, itself included; `and` adds no level. */
  depth: 5,
  conditions: 100,
  listValues: 250,
  /** UTF-16 units of one value. */
  valueLength: 4096,
  searchWords: 32,
} as const;

/** `and` without needless nesting. */
export function allOf(filters: readonly RunFilter[]): RunFilter {
  const flat = filters.flatMap((filter) => (filter.kind === 'and' ? filter.filters : [filter]));
  return flat.length === 1 ? flat[0]! : { kind: 'and', filters: flat };
}

/** The conditions that must all hold for the whole filter to hold, as far as `and` reaches. */
export function conjuncts(filter: RunFilter): readonly RunFilter[] {
  return filter.kind === 'and' ? filter.filters.flatMap(conjuncts) : [filter];
}
