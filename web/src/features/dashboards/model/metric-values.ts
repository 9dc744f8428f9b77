import type { ChartMetric, ChartValuesFragment } from '../../../gql/graphql.ts';
import { costText, countText, durationText, shortCount } from '../../../lib/format.ts';

type Values = ChartValuesFragment;
type Unit = 'count' | 'ms' | 'ratio' | 'usd' | 'score';

/** Parts of the document, each with a reading of its own; see `chartValuesFragment`. */
export const families = [
  'latency',
  'firstToken',
  'tokens',
  'tokenDetails',
  'cost',
  'perRun',
  'feedback',
] as const;
export type Family = (typeof families)[number];

interface MetricSpec {
  family: Family | undefined;
  unit: Unit;
  read: (values: Values, feedbackKey: string | null) => number | string | null | undefined;
}

const spec = (family: Family | undefined, unit: Unit, read: MetricSpec['read']): MetricSpec => ({
  family,
  unit,
  read,
});

const specs: Record<ChartMetric, MetricSpec> = {
  RUN_COUNT: spec(undefined, 'count', (values) => values.runCount),
  TRACE_COUNT: spec(undefined, 'count', (values) => values.traceCount),
  ERROR_COUNT: spec(undefined, 'count', (values) => values.errorCount),
  ERROR_RATE: spec(undefined, 'ratio', (values) => values.errorRate),
  LATENCY_AVG: spec('latency', 'ms', (values) => values.latencyMs?.avg),
  LATENCY_P50: spec('latency', 'ms', (values) => values.latencyMs?.p50),
  LATENCY_P90: spec('latency', 'ms', (values) => values.latencyMs?.p90),
  LATENCY_P95: spec('latency', 'ms', (values) => values.latencyMs?.p95),
  LATENCY_P99: spec('latency', 'ms', (values) => values.latencyMs?.p99),
  FIRST_TOKEN_AVG: spec('firstToken', 'ms', (values) => values.firstTokenMs?.avg),
  FIRST_TOKEN_P50: spec('firstToken', 'ms', (values) => values.firstTokenMs?.p50),
  FIRST_TOKEN_P90: spec('firstToken', 'ms', (values) => values.firstTokenMs?.p90),
  FIRST_TOKEN_P95: spec('firstToken', 'ms', (values) => values.firstTokenMs?.p95),
  FIRST_TOKEN_P99: spec('firstToken', 'ms', (values) => values.firstTokenMs?.p99),
  STREAMING_RATE: spec('firstToken', 'ratio', (values) => values.streamingRate),
  PROMPT_TOKENS: spec('tokens', 'count', (values) => values.promptTokens),
  COMPLETION_TOKENS: spec('tokens', 'count', (values) => values.completionTokens),
  TOTAL_TOKENS: spec('tokens', 'count', (values) => values.totalTokens),
  TOKEN_DETAILS: spec('tokenDetails', 'count', () => null),
  TOKENS_PER_RUN_AVG: spec('perRun', 'count', (values) => values.tokensPerRun?.avg),
  TOKENS_PER_RUN_P50: spec('perRun', 'count', (values) => values.tokensPerRun?.p50),
  TOKENS_PER_RUN_P95: spec('perRun', 'count', (values) => values.tokensPerRun?.p95),
  TOKENS_PER_RUN_P99: spec('perRun', 'count', (values) => values.tokensPerRun?.p99),
  PROMPT_COST: spec('cost', 'usd', (values) => values.promptCostUsd),
  COMPLETION_COST: spec('cost', 'usd', (values) => values.completionCostUsd),
  TOTAL_COST: spec('cost', 'usd', (values) => values.totalCostUsd),
  COST_PER_RUN_AVG: spec('perRun', 'usd', (values) => values.costPerRunUsd?.avg),
  COST_PER_RUN_P50: spec('perRun', 'usd', (values) => values.costPerRunUsd?.p50),
  COST_PER_RUN_P95: spec('perRun', 'usd', (values) => values.costPerRunUsd?.p95),
  COST_PER_RUN_P99: spec('perRun', 'usd', (values) => values.costPerRunUsd?.p99),
  FEEDBACK_AVERAGE: spec('feedback', 'score', (values, key) => feedbackOf(values, key)?.average),
  FEEDBACK_COUNT: spec('feedback', 'count', (values, key) => feedbackOf(values, key)?.count),
};

export const chartMetrics = Object.keys(specs) as ChartMetric[];

function feedbackOf(values: Values, key: string | null) {
  return values.feedback?.find((one) => one.key === key);
}

/** A figure; null where nothing was measured, which is not zero. */
export function metricValue(
  values: Values,
  metric: ChartMetric,
  feedbackKey: string | null,
): number | null {
  const value = specs[metric].read(values, feedbackKey);
  const number = value === null || value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Which families a chart needs. */
export function familiesOf(metrics: readonly ChartMetric[]): Record<Family, boolean> {
  const needed = new Set(metrics.map((metric) => specs[metric].family));
  return Object.fromEntries(families.map((family) => [family, needed.has(family)])) as Record<
    Family,
    boolean
  >;
}

/** How figures of a metric are written. */
export function metricFormat(metric: ChartMetric, isExact = false): (value: number) => string {
  switch (specs[metric].unit) {
    case 'ms':
      return (value) => durationText(value * 1000);
    case 'ratio':
      return (value) => `${Number((value * 100).toFixed(1))} %`;
    case 'usd':
      return costText;
    case 'score':
      return (value) => String(Number(value.toFixed(2)));
    case 'count':
      return (value) => (isExact ? countText(Math.round(value)) : shortCount(round(value)));
  }
}

function round(value: number): number {
  return value < 10 ? Number(value.toFixed(1)) : Math.round(value);
}
