import type { RunFilterInput } from '@runlight/run-model/filter';
import type { GraphCaller } from '../graph-client.ts';
import { metricsSelection } from './run-stats.ts';
import type { GraphMetrics } from './run-stats.ts';

export interface MetricsQuestion {
  projectIds: string[] | undefined;
  filter: RunFilterInput;
  timeRange: { from?: string; to?: string };
}

/** Figures over all runs in question. */
export async function readMetrics(
  graph: GraphCaller,
  question: MetricsQuestion,
): Promise<GraphMetrics> {
  const { metrics } = await graph.ask<{ metrics: { total: GraphMetrics } }>(
    `query SdkMetrics($projectIds: [ID!], $filter: RunFilter, $timeRange: TimeRange!) {
      metrics(projectIds: $projectIds, filter: $filter, timeRange: $timeRange) {
        total { ${metricsSelection} }
      }
    }`,
    { ...question },
  );
  return metrics.total;
}
