import { join, sql } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { Figure } from './figures.ts';

// A figure is worked out in two steps: rows to cells (a group within a bucket), and cells to answers.
// Cells of sealed hours are read from `runs_hourly`, where the first step was done before.

/** A column of a cell: from rows (see `rows-sql.ts`), and how cells fold. */
export interface CellColumn {
  name: Sql;
  fromRows: Sql;
  fold: Sql;
}

/** How percentiles are kept in cells: whole, or as a digest that can be stored. */
export type Spread = 'exact' | 'digest';

const sum = (name: Sql, fromRows: Sql): CellColumn => ({ name, fromRows, fold: sql`sum(${name})` });

const levels = sql`0.5, 0.9, 0.95, 0.99`;

const digest = (spread: Spread, name: Sql, value: Sql, condition: Sql): CellColumn =>
  spread === 'exact'
    ? {
        name,
        fromRows: sql`quantilesExactStateIf(${levels})(${value}, ${condition})`,
        fold: sql`quantilesExactMerge(${levels})(${name})`,
      }
    : {
        name,
        fromRows: sql`quantilesTDigestStateIf(${levels})(${value}, ${condition})`,
        fold: sql`quantilesTDigestMerge(${levels})(${name})`,
      };

const counts: CellColumn[] = [
  sum(sql`run_count`, sql`count()`),
  sum(sql`error_count`, sql`sum(is_error)`),
];

const tokenRuns = sum(sql`token_runs`, sql`countIf(has_tokens)`);
const totalTokens = sum(sql`total_tokens`, sql`sumIf(row_total, has_tokens)`);
const costRuns = sum(sql`cost_runs`, sql`countIf(has_costs)`);
const totalCost = sum(sql`total_cost`, sql`sumIf(row_cost, has_costs)`);

const columnsOf: Record<
  Exclude<Figure, 'feedback'>,
  (options: { spread: Spread; isGrouped: boolean }) => CellColumn[]
> = {
  traces: ({ isGrouped }) => [
    isGrouped
      ? {
          // A trace may have runs in several groups.
          name: sql`trace_count`,
          fromRows: sql`uniqExactState(trace_id)`,
          fold: sql`uniqExactMerge(trace_count)`,
        }
      : // A trace lies in one bucket.
        sum(sql`trace_count`, sql`uniqExact(trace_id)`),
  ],
  latency: ({ spread }) => [
    sum(sql`latency_count`, sql`countIf(has_latency)`),
    sum(sql`latency_sum`, sql`sumIf(latency_ms, has_latency)`),
    digest(spread, sql`latency_digest`, sql`latency_ms`, sql`has_latency`),
  ],
  firstToken: ({ spread }) => [
    sum(sql`first_token_count`, sql`countIf(has_first_token)`),
    sum(sql`first_token_sum`, sql`sumIf(first_token_ms, has_first_token)`),
    digest(spread, sql`first_token_digest`, sql`first_token_ms`, sql`has_first_token`),
  ],
  streaming: () => [sum(sql`first_token_count`, sql`countIf(has_first_token)`)],
  tokens: () => [
    sum(sql`prompt_tokens`, sql`sumIf(row_prompt, has_tokens)`),
    sum(sql`completion_tokens`, sql`sumIf(row_completion, has_tokens)`),
    totalTokens,
  ],
  tokenDetails: () => [
    {
      name: sql`usage`,
      fromRows: sql`sumMapIf(row_usage, has_tokens)`,
      fold: sql`sumMap(usage)`,
    },
  ],
  tokensPerRun: ({ spread }) => [
    tokenRuns,
    totalTokens,
    digest(spread, sql`tokens_digest`, sql`toFloat64(row_total)`, sql`has_tokens`),
  ],
  cost: () => [
    costRuns,
    sum(sql`prompt_cost`, sql`sumIf(row_prompt_cost, has_costs)`),
    sum(sql`completion_cost`, sql`sumIf(row_completion_cost, has_costs)`),
    totalCost,
  ],
  costPerRun: ({ spread }) => [
    costRuns,
    totalCost,
    digest(spread, sql`cost_digest`, sql`row_cost`, sql`has_costs`),
  ],
  lastRun: () => [
    {
      name: sql`last_start_us`,
      fromRows: sql`toUInt64(max(start_us))`,
      fold: sql`max(last_start_us)`,
    },
  ],
};

/** Columns of the cells for the wanted figures, each once. */
export function cellColumns(
  wanted: ReadonlySet<Figure>,
  options: { spread: Spread; isGrouped: boolean },
): CellColumn[] {
  const columns = new Map(counts.map((column) => [column.name.texts[0]!, column]));
  for (const figure of wanted) {
    if (figure === 'feedback') continue;
    for (const column of columnsOf[figure](options)) columns.set(column.name.texts[0]!, column);
  }
  return [...columns.values()];
}

/** `count() AS run_count, …` */
export const selectFromRows = (columns: readonly CellColumn[]): Sql =>
  join(columns.map(({ name, fromRows }) => sql`${fromRows} AS ${name}`));

/** `sum(run_count) AS run_count_folded`: another name, or the alias would stand for the column. */
export const selectFolded = (columns: readonly CellColumn[]): Sql =>
  join(columns.map(({ name, fold }) => sql`${fold} AS folded_${name}`));

/** Figures that are percentiles; over sealed hours they are estimates. */
export const isSpread = (figure: Figure): boolean =>
  figure === 'latency' ||
  figure === 'firstToken' ||
  figure === 'tokensPerRun' ||
  figure === 'costPerRun';
