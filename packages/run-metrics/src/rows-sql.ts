import { int, sql } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { Figure } from './figures.ts';

// Runs as rows of figures: the bucket, the group, and what of the run counts. Other names than those
// of the table, as an alias would stand for the column.

/** How tokens and costs count. */
export type UsageScope =
  /** All runs: what a run reports, unless one above it does. */
  | 'all'
  /** Some runs: the same, as far as the one above is among them. */
  | 'some'
  /** The runs are roots and stand for their traces. */
  | 'traces';

export interface RowsOptions {
  /** Condition on the immutable columns of `runs`, workspace first; holds whole traces. */
  scope: Sql;
  /** Which runs. */
  matches: Sql;
  usage: UsageScope;
  /** The runs in the scope that repeat others, as `repeatsIn` gives them; undefined for none. */
  repeats: Sql | undefined;
  /** What cells are told apart by, each with its name: `… AS bucket, … AS g`. */
  keys: Sql;
  wanted: ReadonlySet<Figure>;
}

const nil = sql`toUUID('00000000-0000-0000-0000-000000000000')`;

/** Beginning of the bucket in which an instant lies, all in microseconds. */
export function bucketOf(
  { widthUs, offsetUs }: { widthUs: number; offsetUs: number },
  us: Sql,
): Sql {
  return sql`intDiv(${us} - ${int(offsetUs)}, ${int(widthUs)}) * ${int(widthUs)} + ${int(offsetUs)}`;
}

export const traceStartUs = sql`toUnixTimestamp64Micro(trace_start)`;

/** A row for each matching run (for each of its labels, when those are the group). */
export function rowsSql(options: RowsOptions): Sql {
  const { scope, matches, usage, keys, wanted } = options;
  const hasUsage = needsUsage(wanted);
  const own = sql`SELECT ${keys}, trace_id, id, status = 'error' AS is_error,
  toUnixTimestamp64Micro(start_time) AS start_us,
  toUnixTimestamp64Micro(end_time) AS end_us,
  toUnixTimestamp64Micro(first_token_time) AS first_token_us,
  end_us > 0 AND end_us >= start_us AS has_latency,
  (end_us - start_us) / 1000 AS latency_ms,
  first_token_us > 0 AND first_token_us >= start_us AS has_first_token,
  (first_token_us - start_us) / 1000 AS first_token_ms${hasUsage && usage !== 'traces' ? ownUsage(options) : sql``}
FROM ${hasUsage && usage !== 'traces' ? runsWithCovers(options) : sql`runs FINAL`}
WHERE ${scope} AND ${matches}`;
  if (usage !== 'traces' || !hasUsage) return own;
  return sql`SELECT own.*, trace.* FROM (${own}) AS own
LEFT ANY JOIN (${traceUsage(options)}) AS trace ON own.id = trace.root_id`;
}

const usageFigures: readonly Figure[] = [
  'tokens',
  'tokenDetails',
  'tokensPerRun',
  'cost',
  'costPerRun',
];

export const needsUsage = (wanted: ReadonlySet<Figure>): boolean =>
  usageFigures.some((figure) => wanted.has(figure));

const runsWithCovers = ({ repeats }: RowsOptions): Sql =>
  repeats
    ? sql`runs FINAL LEFT ANY JOIN (SELECT repeat_id, token_covers, cost_covers FROM (${repeats})) AS repeat
  ON runs.id = repeat_id`
    : sql`runs FINAL`;

/** Nothing above the run that is asked about reports. */
function isFirst({ usage, scope, matches, repeats }: RowsOptions, covers: Sql): Sql {
  if (!repeats) return sql`true`;
  return usage === 'some'
    ? sql`NOT arrayExists(a -> a IN (SELECT id FROM runs FINAL WHERE ${scope} AND ${matches}), ${covers})`
    : sql`empty(${covers})`;
}

/** What the run itself reports. */
function ownUsage(options: RowsOptions): Sql {
  return sql`,
  ${options.repeats ? sql`notEmpty(token_covers) OR notEmpty(cost_covers)` : sql`false`} AS is_repeat,
  has_usage = 1 AND ${isFirst(options, sql`token_covers`)} AS has_tokens,
  prompt_tokens AS row_prompt, completion_tokens AS row_completion, total_tokens AS row_total, usage AS row_usage,
  runs.has_cost = 1 AND ${isFirst(options, sql`cost_covers`)} AS has_costs,
  prompt_cost AS row_prompt_cost, completion_cost AS row_completion_cost, total_cost AS row_cost`;
}

/** What each trace reports, for its root; the root with the smallest id, should there be several. */
function traceUsage(options: RowsOptions): Sql {
  const all: RowsOptions = { ...options, usage: 'all' };
  const tokens = sql`has_usage = 1 AND ${isFirst(all, sql`token_covers`)}`;
  const cost = sql`has_cost = 1 AND ${isFirst(all, sql`cost_covers`)}`;
  return sql`SELECT minIf(id, is_root = 1) AS root_id,
  countIf(${tokens}) > 0 AS has_tokens,
  sumIf(prompt_tokens, ${tokens}) AS row_prompt, sumIf(completion_tokens, ${tokens}) AS row_completion,
  sumIf(total_tokens, ${tokens}) AS row_total, sumMapIf(usage, ${tokens}) AS row_usage,
  countIf(${cost}) > 0 AS has_costs,
  sumIf(prompt_cost, ${cost}) AS row_prompt_cost, sumIf(completion_cost, ${cost}) AS row_completion_cost,
  sumIf(total_cost, ${cost}) AS row_cost
FROM ${runsWithCovers(options)} WHERE ${options.scope}
GROUP BY runs.project_id, runs.trace_start, runs.trace_id HAVING root_id != ${nil}`;
}
