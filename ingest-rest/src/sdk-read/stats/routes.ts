import { invalidInput } from '@runlight/service';
import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../../context.ts';
import { count, object, text } from '../read-values.ts';
import type { Source } from '../read-values.ts';
import { filterOfAll, readRunSelection } from '../runs/run-selection.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler } from '../sdk-route.ts';
import { readMetrics } from './read-metrics.ts';
import { describeStats, metricsSelection } from './run-stats.ts';
import type { GraphMetrics } from './run-stats.ts';

/** `POST /runs/stats` (langsmith-protocol §4.5). */
export function registerStats(app: FastifyInstance, context: IngestContext): void {
  registerSdkRoute(app, context, { method: 'POST', path: '/runs/stats', handler: runStats });
}

const document = `
  query SdkStats($projectIds: [ID!], $filter: RunFilter, $timeRange: TimeRange!,
    $groupBy: [MetricGroup!], $top: Int) {
    metrics(projectIds: $projectIds, filter: $filter, timeRange: $timeRange, groupBy: $groupBy,
      top: $top) {
      series { group isOther total { ${metricsSelection} } }
    }
  }`;

interface Answer {
  metrics: {
    series: { group: string[]; isOther: boolean; total: GraphMetrics }[];
  };
}

const runStats: SdkHandler = async ({ body, graph }) => {
  const selected = readRunSelection(body);
  const group = readGroup(body);
  const question = {
    projectIds: selected.projectIds,
    filter: filterOfAll(selected),
    timeRange: selected.timeRange ?? {},
  };
  if (!group) return describeStats(await readMetrics(graph, question));
  const { metrics } = await graph.ask<Answer>(document, {
    ...question,
    groupBy: [group.by],
    top: group.top,
  });
  return Object.fromEntries(
    metrics.series
      .filter(({ isOther }) => !isOther)
      .map(({ group: [name = ''], total }) => [name, describeStats(total)]),
  );
};

const attributes: Record<string, string> = {
  name: 'NAME',
  run_type: 'RUN_TYPE',
  tag: 'TAG',
  metadata: 'METADATA',
};

function readGroup(body: Source) {
  const source = object(body, 'group_by');
  if (!source) return undefined;
  const attribute = text(source, 'attribute') ?? '';
  const field = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
  if (!field) throw invalidInput('group_by.attribute is one of name, run_type, tag and metadata');
  const metadataKey = text(source, 'path');
  if (field === 'METADATA' && !metadataKey) throw invalidInput('group_by.path names the metadata');
  return {
    by: { field, ...(field === 'METADATA' && { metadataKey }) },
    top: count(source, 'max_groups', { least: 1, most: 50, fallback: 5 }),
  };
}
