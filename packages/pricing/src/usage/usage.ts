/** Tokens of one model call, each counted once: the parts are disjoint and sum to `total`. */
export interface TokenCounts {
  inputFresh: number;
  /** Audio that was read from a cache is here, not in `audioIn`. */
  cacheRead: number;
  cacheWrite5m: number;
  cacheWrite1h: number;
  /** Writes of other lives (`30m`, `12h`), by life. */
  cacheWriteOther: Readonly<Record<string, number>>;
  outputText: number;
  reasoning: number;
  audioIn: number;
  audioOut: number;
  /** What is billed; may differ from what the sender reports. */
  total: number;
}

/** How long a cache write lives; `unknown` when the sender does not say. */
export type WriteLife = '5m' | '1h' | '30m' | '12h' | 'unknown';

/** A way of serving that changes the rates. */
export type ServiceMode = 'batch' | 'flex' | 'priority' | 'fast';

/** What was assumed, or does not add up. */
export type UsageMark =
  | 'cache_assumed_inside_input'
  | 'input_left_out_cache'
  | 'parts_exceed_input'
  | 'parts_exceed_output'
  | 'reasoning_left_out_of_output'
  | 'total_differs'
  | 'write_life_assumed';

export interface Usage {
  counts: TokenCounts;
  /** Subsets of the counts, which never add: `cache_read_audio`, `image_out`, `tool_in`, … */
  ofWhich: Readonly<Record<string, number>>;
  reportedTotal?: number;
  marks: readonly UsageMark[];
  billing: Billing;
}

/** What changes the price of the same counts, as far as the sender said it. */
export interface Billing {
  mode?: ServiceMode;
  /** Where inference ran, when that has a surcharge. */
  region?: 'us';
  /** The largest input of one of several model requests in this call: long-context rates are judged by it. */
  largestInput?: number;
  /** Other models that the same call billed, with their usage in LangSmith's names. */
  also?: readonly { model: string; usage: Record<string, number> }[];
}

/** What the usage object itself may not say. */
export interface UsageContext {
  provider?: string | undefined;
  model?: string | undefined;
}

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A token count; undefined for anything else, which is passed over. */
export const asCount = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
