import type { RunStatus, RunType } from '../run.ts';
import type {
  FreeTextField,
  IdField,
  NumberField,
  OrderOperator,
  TextPart,
  TimeField,
} from './filter.ts';

// The GraphQL input `RunFilter` as JSON, as clients send it and saved views keep it. Absent and null
// say the same. Wider where the server has read the JSON already: instants as microseconds.

type Maybe<T> = T | null | undefined;
type Optional<T> = { readonly [K in keyof T]?: Maybe<T[K]> };

export type StringFilterInput = Optional<{
  eq: string;
  neq: string;
  in: readonly string[];
  notIn: readonly string[];
  contains: string;
  notContains: string;
  like: string;
  notLike: string;
  exists: boolean;
}>;

export type FloatFilterInput = Optional<{
  eq: number;
  neq: number;
  in: readonly number[];
  notIn: readonly number[];
  gt: number;
  gte: number;
  lt: number;
  lte: number;
  exists: boolean;
}>;

/** RFC 3339 text, or microseconds since 1970. */
type InstantInput = string | number;

export type DateTimeFilterInput = Optional<{
  eq: InstantInput;
  gt: InstantInput;
  gte: InstantInput;
  lt: InstantInput;
  lte: InstantInput;
  exists: boolean;
}>;

export type IdFilterInput = Optional<{ eq: string; in: readonly string[]; exists: boolean }>;

export type EnumFilterInput<T extends string> = Optional<{ eq: T; in: readonly T[] }>;

/** One entry that passes all; without any test on the value, the key is there. */
export interface EntryFilterInput extends StringFilterInput, Optional<OrderInput> {
  readonly key?: string | null | undefined;
  readonly keys?: StringFilterInput | null | undefined;
  readonly also?: EntryFilterInput | null | undefined;
}

type OrderInput = Record<OrderOperator, number>;

/** One record that passes all. */
export interface FeedbackFilterInput extends Optional<Record<TextPart, StringFilterInput>> {
  readonly score?: FloatFilterInput | null | undefined;
  readonly also?: FeedbackFilterInput | null | undefined;
}

type FieldInputs = Optional<
  Record<FreeTextField, StringFilterInput> &
    Record<NumberField, FloatFilterInput> &
    Record<TimeField, DateTimeFilterInput> &
    Record<IdField, IdFilterInput> & {
      isRoot: boolean;
      runType: EnumFilterInput<Uppercase<RunType>>;
      status: EnumFilterInput<Uppercase<RunStatus>>;
      metadata: readonly EntryFilterInput[];
      inputs: readonly EntryFilterInput[];
      outputs: readonly EntryFilterInput[];
      feedback: readonly FeedbackFilterInput[];
      search: string;
    }
>;

export interface RunFilterInput extends FieldInputs {
  readonly trace?: RunFilterInput | null | undefined;
  readonly tree?: RunFilterInput | null | undefined;
  readonly thread?: RunFilterInput | null | undefined;
  readonly not?: RunFilterInput | null | undefined;
  readonly and?: readonly RunFilterInput[] | null | undefined;
  readonly or?: readonly RunFilterInput[] | null | undefined;
}
