import { describeStats, metricsSelection } from '../stats/run-stats.ts';
import type { GraphMetrics } from '../stats/run-stats.ts';

export interface GraphProject {
  uuid: string;
  name: string;
  description: string | null;
  startedAt: string;
  endedAt: string | null;
  extra: Record<string, unknown> | null;
  referenceDatasetUuid: string | null;
  counts?: { total: { traceCount: string; lastRunStartedAt: string | null } } | null;
  metrics?: { total: GraphMetrics } | null;
}

const facts = 'uuid name description startedAt endedAt extra referenceDatasetUuid';

/** With the number of traces always: comparative evaluations wait for it (langsmith-protocol §5). */
export const projectSelection = `${facts}
  counts: metrics(timeRange: {}, filter: { isRoot: true }) { total { traceCount lastRunStartedAt } }`;

/** With figures over the time range of the variable `$statsRange`. */
export const projectWithStats = `${projectSelection}
  metrics(timeRange: $statsRange, filter: { isRoot: true }) { total { ${metricsSelection} } }`;

/** LangSmith's TracerSession. */
export function describeProject(
  project: GraphProject,
  tenantId: string | undefined,
): Record<string, unknown> {
  const { counts, metrics } = project;
  return {
    id: project.uuid,
    tenant_id: tenantId,
    name: project.name,
    description: project.description,
    start_time: project.startedAt,
    end_time: project.endedAt,
    extra: project.extra,
    reference_dataset_id: project.referenceDatasetUuid,
    default_dataset_id: null,
    trace_tier: 'longlived',
    ...(metrics ? describeStats(metrics.total) : noStats),
    run_count: counts ? Number(counts.total.traceCount) : null,
    last_run_start_time: counts?.total.lastRunStartedAt ?? null,
    last_run_start_time_live: counts?.total.lastRunStartedAt ?? null,
    session_feedback_stats: null,
    test_run_number: null,
  };
}

const noStats = {
  latency_p50: null,
  latency_p99: null,
  first_token_p50: null,
  first_token_p99: null,
  total_tokens: null,
  prompt_tokens: null,
  completion_tokens: null,
  total_cost: null,
  prompt_cost: null,
  completion_cost: null,
  feedback_stats: null,
  run_facets: null,
  error_rate: null,
  streaming_rate: null,
};
