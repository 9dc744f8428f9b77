import type { OtlpObject, OtlpSpan, OtlpValue } from '../span.ts';
import type { Costs, Counts } from '../convert/usage.ts';

export type RunType = 'chain' | 'llm' | 'tool' | 'retriever' | 'embedding' | 'prompt' | 'parser';

/** An attachment as it stands in an attribute. */
export interface SpanAttachment {
  name: string;
  mimeType: string;
  base64: string;
}

/** What rules can fill, and with what. */
export interface TargetValues {
  run_type: RunType;
  name: string;
  /** The name of a tool's run. */
  tool_name: string;
  project: string;
  project_id: string;
  /** Where the run goes when nobody else names a project. */
  fallback_project: string;
  run_id: string;
  trace_id: string;
  parent_run_id: string;
  /** The parent by its span. */
  parent_span_id: string;
  dotted_order: string;
  is_root: boolean;
  reference_example_id: string;
  inputs: unknown;
  outputs: unknown;
  /** Texts of system messages that stand beside the messages. */
  system: string[];
  /** The model that answered, else the one that was asked. */
  model: string;
  request_model: string;
  provider: string;
  streaming: boolean;
  /** Definitions of tools. */
  tools: unknown[];
  thread: string;
  user: string;
  /** Time of the first token in nanoseconds since 1970. */
  first_token: bigint;
  /** Text of an error beside the span's status and exception. */
  error: string;
  /** A usage_metadata that the sender wrote as such. */
  usage_metadata: unknown;
  /** The counts are those of this run, whatever its type. */
  owns_usage: boolean;
  attachments: SpanAttachment[];
  serialized: Record<string, unknown>;
  runtime: unknown;
  // Merged member by member, the rule that comes first winning each.
  usage: Counts;
  cost: Costs;
  params: Record<string, unknown>;
  metadata: Record<string, unknown>;
  // All of them together.
  tags: string[];
}
export type Target = keyof TargetValues;

/** What a rule found in a span. */
export interface Found {
  value: OtlpValue;
  /** Attributes below the prefix of an `a.b.*` rule, by the rest of their keys. */
  below: [rest: string, value: OtlpValue][];
}

export interface Context {
  span: OtlpSpan;
  /** What the run is; `undefined` while that is being found out. */
  runType: RunType | undefined;
}

/** Undefined: this rule says nothing after all, the next one is asked. */
export type Converter<T> = (found: Found, context: Context) => T | undefined;

/**
 * Which of several rules for one field wins: what the sender told us in LangSmith's words, what is
 * exact, what is usual, what is only a guess; then the order of the tables.
 */
export const tiers = ['told', 'exact', 'usual', 'guess'] as const;
export type Tier = (typeof tiers)[number];

export interface RuleOptions {
  tier?: Tier;
  /** Only for spans of these instrumentation scopes. */
  scope?: RegExp;
  /** Only for runs of these types. */
  only?: readonly RunType[];
}

/**
 * One line of a table. `from` is an attribute, `a.b.*` for all below a prefix, `@resource:key` for one
 * of the resource, or `@name`, `@events`, `@span` for the span itself.
 */
export type Row = {
  [T in Target]: [from: string, to: T, as: Converter<TargetValues[T]>, options?: RuleOptions];
}[Target];

export interface Rule {
  dialect: string;
  from: string;
  to: Target;
  as: Converter<unknown>;
  /** Position by tier and table; the smallest wins. */
  rank: number;
  scope: RegExp | undefined;
  only: readonly RunType[] | undefined;
}

/** The attribute mapping of one family of instrumentations. */
export interface Dialect {
  name: string;
  rows: Row[];
}

export const dialect = (name: string, rows: Row[]): Dialect => ({ name, rows });

export type { OtlpObject };
