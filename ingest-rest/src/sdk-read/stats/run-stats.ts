import { number, seconds, tokenDetails } from '../read-values.ts';

/** `MetricValues` of the graph. */
export interface GraphMetrics {
  /** Whole numbers come as text, as they may be large. */
  runCount: string;
  traceCount: string;
  errorRate: number | null;
  streamingRate: number | null;
  latencyMs: GraphPercentiles | null;
  firstTokenMs: GraphPercentiles | null;
  tokensPerRun: GraphPercentiles | null;
  costPerRunUsd: GraphPercentiles | null;
  promptTokens: string | null;
  completionTokens: string | null;
  totalTokens: string | null;
  tokenDetails: Record<string, number> | null;
  promptCostUsd: string | null;
  completionCostUsd: string | null;
  totalCostUsd: string | null;
  feedback: { key: string; count: number; average: number | null }[];
  lastRunStartedAt: string | null;
}

export interface GraphPercentiles {
  avg: number | null;
  p50: number | null;
  p99: number | null;
}

const percentiles = '{ avg p50 p99 }';

export const metricsSelection = `runCount traceCount errorRate streamingRate
  latencyMs ${percentiles} firstTokenMs ${percentiles}
  tokensPerRun ${percentiles} costPerRunUsd ${percentiles}
  promptTokens completionTokens totalTokens tokenDetails
  promptCostUsd completionCostUsd totalCostUsd
  feedback { key count average } lastRunStartedAt`;

/** Figures as the protocol names them (§4.5); durations in seconds, money as decimal text. */
export function describeStats(metrics: GraphMetrics): Record<string, unknown> {
  return {
    run_count: number(metrics.runCount),
    latency_avg: seconds(metrics.latencyMs?.avg),
    latency_p50: seconds(metrics.latencyMs?.p50),
    latency_p99: seconds(metrics.latencyMs?.p99),
    first_token_p50: seconds(metrics.firstTokenMs?.p50),
    first_token_p99: seconds(metrics.firstTokenMs?.p99),
    total_tokens: number(metrics.totalTokens) ?? 0,
    prompt_tokens: number(metrics.promptTokens) ?? 0,
    completion_tokens: number(metrics.completionTokens) ?? 0,
    median_tokens: metrics.tokensPerRun?.p50 ?? null,
    tokens_p99: metrics.tokensPerRun?.p99 ?? null,
    prompt_token_details: tokenDetails(metrics.tokenDetails, 'input'),
    completion_token_details: tokenDetails(metrics.tokenDetails, 'output'),
    total_cost: metrics.totalCostUsd,
    prompt_cost: metrics.promptCostUsd,
    completion_cost: metrics.completionCostUsd,
    cost_p50: metrics.costPerRunUsd?.p50 ?? null,
    cost_p99: metrics.costPerRunUsd?.p99 ?? null,
    error_rate: metrics.errorRate,
    streaming_rate: metrics.streamingRate,
    last_run_start_time: metrics.lastRunStartedAt,
    feedback_stats: feedbackOf(metrics),
    run_facets: [],
  };
}

function feedbackOf({ feedback }: GraphMetrics): object | null {
  if (feedback.length === 0) return null;
  return Object.fromEntries(
    feedback.map(({ key, count, average }) => [key, { n: count, avg: average, values: {} }]),
  );
}
