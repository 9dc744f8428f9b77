import type { FastifyInstance } from 'fastify';
import { invalidInput } from '@runlight/service';
import type { IngestContext } from '../../context.ts';
import { sliceOf } from '../pages.ts';
import { count, number, seconds, text } from '../read-values.ts';
import { readRunSelection } from '../runs/run-selection.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler } from '../sdk-route.ts';
import type { GraphThread } from './graph-thread.ts';
import { listThreads } from './list-threads.ts';

/** `POST /runs/group` (langsmith-protocol §4.1). */
export function registerClassicThreads(app: FastifyInstance, context: IngestContext): void {
  registerSdkRoute(app, context, { method: 'POST', path: '/runs/group', handler: groupRuns });
}

const maxThreads = 10_000;

const groupRuns: SdkHandler = async ({ body, graph }) => {
  if (text(body, 'group_by') !== 'conversation')
    throw invalidInput('group_by must be conversation');
  const { projectIds, filter, timeRange } = readRunSelection({
    ...body,
    session: body['session_id'],
  });
  const [projectId] = projectIds ?? [];
  if (projectId === undefined) throw invalidInput('session_id is missing');
  const offset = count(body, 'offset', { most: maxThreads, fallback: 0 });
  const limit = count(body, 'limit', { least: 1, most: 100, fallback: 20 });
  // One more tells whether others follow: clients go on until the offset reaches `total`.
  const found = await sliceOf(
    (page) => listThreads(graph, { projectId, filter, timeRange }, page),
    { offset, limit: limit + 1 },
  );
  return {
    groups: found.slice(0, limit).map(describeGroup),
    total: offset + found.length,
  };
};

function describeGroup(thread: GraphThread): object {
  return {
    thread_id: thread.threadId,
    filter: `eq(thread_id, ${JSON.stringify(thread.threadId)})`,
    count: thread.turnCount,
    total_tokens: number(thread.totalTokens) ?? 0,
    total_cost: thread.totalCostUsd,
    min_start_time: thread.firstStartedAt,
    max_start_time: thread.lastStartedAt,
    latency_p50: seconds(thread.latencyP50Ms),
    latency_p99: seconds(thread.latencyP99Ms),
    feedback_stats: null,
    first_inputs: thread.firstInputPreview,
    last_outputs: thread.lastOutputPreview,
    last_error: thread.lastError,
  };
}
