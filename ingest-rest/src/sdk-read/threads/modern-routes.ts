import { invalidInput } from '@runlight/service';
import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../../context.ts';
import { count, number, seconds, text, texts, uuid } from '../read-values.ts';
import type { Source } from '../read-values.ts';
import { describeRuns, fieldsNamed } from '../runs/describe-runs.ts';
import { listRuns } from '../runs/list-runs.ts';
import { maxModernPage, readModern } from '../runs/modern-selection.ts';
import { modernFields, selectionOf } from '../runs/run-fields.ts';
import type { RunFields } from '../runs/run-fields.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler } from '../sdk-route.ts';
import { readMetrics } from '../stats/read-metrics.ts';
import { describeStats } from '../stats/run-stats.ts';
import type { GraphThread } from './graph-thread.ts';
import { listThreads } from './list-threads.ts';
import { nextTurns, readTurns } from './turn-cursor.ts';

/** Threads of the generated client (langsmith-protocol §4.7). */
export function registerModernThreads(app: FastifyInstance, context: IngestContext): void {
  const route = (method: 'GET' | 'POST', path: string, handler: SdkHandler) =>
    registerSdkRoute(app, context, { method, path, handler, generation: 'v2' });
  route('POST', '/threads/query', queryThreads);
  route('GET', '/threads/:threadId/traces', listTurns);
  route('GET', '/threads/:threadId/stats', threadStats);
}

const queryThreads: SdkHandler = async ({ body, graph }) => {
  const { projectId, selected } = readProjectSelection(body, 'project_id');
  const { nodes, pageInfo } = await listThreads(
    graph,
    { projectId, filter: selected.filter, timeRange: selected.timeRange },
    {
      first: count(body, 'page_size', { least: 1, most: 100, fallback: 100 }),
      after: text(body, 'cursor'),
    },
  );
  return {
    items: nodes.map(describeThread),
    next_cursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
};

/** The conditions of a body on one project's runs; `thread_filter` counts like `filter`. */
function readProjectSelection(source: Source, projectName: string) {
  const projectId = uuid(source, projectName);
  if (projectId === undefined) throw invalidInput(`${projectName} is missing`);
  const selected = readModern({ ...source, project_ids: [projectId] });
  const threadFilter = text(source, 'thread_filter');
  if (threadFilter === undefined) return { projectId, selected };
  const more = readModern({ filter: threadFilter }).filter;
  return { projectId, selected: { ...selected, filter: { and: [selected.filter, more] } } };
}

function describeThread(thread: GraphThread): object {
  return {
    thread_id: thread.threadId,
    count: thread.turnCount,
    num_errored_turns: thread.errorCount,
    min_start_time: thread.firstStartedAt,
    max_start_time: thread.lastStartedAt,
    start_time: thread.firstStartedAt,
    first_inputs: thread.firstInputPreview,
    last_outputs: thread.lastOutputPreview,
    last_error: thread.lastError,
    latency_p50: seconds(thread.latencyP50Ms),
    latency_p99: seconds(thread.latencyP99Ms),
    total_tokens: number(thread.totalTokens),
    total_cost: number(thread.totalCostUsd),
    total_token_details: {},
    total_cost_details: {},
    feedback_stats: {},
  };
}

/** What a turn has under another name than its root run. */
const turnFields: RunFields = {
  ...modernFields,
  latency: modernFields['latency_seconds']!,
};

const listTurns: SdkHandler = async (request, context) => {
  const { params, query, graph } = request;
  const { selected } = readProjectSelection({ ...query, is_root: true }, 'project_id');
  const { after, turnsBefore } = readTurns(text(query, 'cursor'));
  const names = texts(query, 'selects').map((name) => name.toLowerCase());
  const fields = fieldsNamed(turnFields, names, ['trace_id']);
  const page = await listRuns(
    graph,
    {
      ...selected,
      timeRange: selected.timeRange ?? {},
      filter: { and: [selected.filter, { threadId: { eq: params['threadId'] ?? '' } }] },
    },
    selectionOf(Object.values(fields)),
    {
      size: count(query, 'page_size', { least: 1, most: maxModernPage, fallback: 100 }),
      after,
      direction: 'ASC',
    },
  );
  const runs = await describeRuns(fields, page.runs, request, context);
  return {
    items: runs.map((run, index) => ({
      ...run,
      thread_id: params['threadId'],
      op: turnsBefore + index,
      turn_number: turnsBefore + index + 1,
    })),
    next_cursor: page.next === null ? null : nextTurns(page.next, turnsBefore + runs.length),
  };
};

const threadStats: SdkHandler = async ({ params, query, graph }) => {
  const { projectId, selected } = readProjectSelection({ ...query, is_root: true }, 'session_id');
  const filter = { and: [selected.filter, { threadId: { eq: params['threadId'] ?? '' } }] };
  const metrics = await readMetrics(graph, { projectIds: [projectId], filter, timeRange: {} });
  const turns = await firstAndLast(graph, projectId, params['threadId'] ?? '');
  const stats = describeStats(metrics);
  const figure = (name: string) => (stats[name] === null ? null : Number(stats[name]));
  return {
    turns: Number(metrics.traceCount),
    ...turns,
    latency_p50_seconds: stats['latency_p50'],
    latency_p99_seconds: stats['latency_p99'],
    prompt_tokens: stats['prompt_tokens'],
    completion_tokens: stats['completion_tokens'],
    total_tokens: stats['total_tokens'],
    prompt_cost: figure('prompt_cost'),
    completion_cost: figure('completion_cost'),
    total_cost: figure('total_cost'),
    prompt_token_details: { raw: stats['prompt_token_details'] },
    completion_token_details: { raw: stats['completion_token_details'] },
    feedback_stats: stats['feedback_stats'] ?? {},
  };
};

async function firstAndLast(
  graph: Parameters<typeof listThreads>[0],
  projectId: string,
  threadId: string,
): Promise<object> {
  const { nodes } = await listThreads(
    graph,
    { projectId, filter: { threadId: { eq: threadId } }, timeRange: {} },
    { first: 1, after: undefined },
  );
  const [thread] = nodes;
  return {
    first_start_time: thread?.firstStartedAt ?? null,
    last_start_time: thread?.lastStartedAt ?? null,
    last_end_time: thread?.lastEndedAt ?? null,
  };
}
