import type { FeedbackAverage, MetricValues, Percentiles } from '../../__generated__/resolvers.ts';

type Raw = Record<string, unknown>;

/** A folded cell as the graph shows it; what was not asked for is zero or null. */
export function readValues(raw: Raw | undefined, feedback: FeedbackAverage[] = []): MetricValues {
  const number = (name: string) => Number(raw?.[`folded_${name}`] ?? 0);
  const runCount = number('run_count');
  const hasCost = number('cost_runs') > 0;
  const rate = (part: number) => (runCount === 0 ? null : part / runCount);
  const lastStartUs = number('last_start_us');
  return {
    runCount,
    traceCount: number('trace_count'),
    errorCount: number('error_count'),
    errorRate: rate(number('error_count')),
    latencyMs: spread(raw, 'latency'),
    firstTokenMs: spread(raw, 'first_token'),
    streamingRate: rate(number('first_token_count')),
    promptTokens: number('prompt_tokens'),
    completionTokens: number('completion_tokens'),
    totalTokens: number('total_tokens'),
    tokenDetails: details(raw?.['folded_usage']),
    promptCostUsd: hasCost ? number('prompt_cost') : null,
    completionCostUsd: hasCost ? number('completion_cost') : null,
    totalCostUsd: hasCost ? number('total_cost') : null,
    tokensPerRun: percentiles(raw, 'tokens_digest', number('total_tokens'), number('token_runs')),
    costPerRunUsd: percentiles(raw, 'cost_digest', number('total_cost'), number('cost_runs')),
    feedback,
    lastRunStartedAt: lastStartUs === 0 ? null : lastStartUs,
  };
}

const spread = (raw: Raw | undefined, name: string): Percentiles | null =>
  percentiles(
    raw,
    `${name}_digest`,
    Number(raw?.[`folded_${name}_sum`] ?? 0),
    Number(raw?.[`folded_${name}_count`] ?? 0),
  );

function percentiles(
  raw: Raw | undefined,
  digest: string,
  sum: number,
  count: number,
): Percentiles | null {
  const levels = raw?.[`folded_${digest}`] as number[] | undefined;
  if (!levels || count === 0) return null;
  const [p50, p90, p95, p99] = levels as [number, number, number, number];
  return { avg: sum / count, p50, p90, p95, p99 };
}

/** Counts by name; those beyond 2^53 lose digits, as JSON has no larger numbers. */
function details(usage: unknown): Record<string, number> {
  return Object.fromEntries(
    Object.entries((usage ?? {}) as Record<string, string>).map(([name, count]) => [
      name,
      Number(count),
    ]),
  );
}
