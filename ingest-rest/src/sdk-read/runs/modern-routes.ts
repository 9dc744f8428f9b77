import type { FastifyInstance } from 'fastify';
import { invalidInput, notFound } from '@runlight/service';
import type { IngestContext } from '../../context.ts';
import { count, requireUuid, text, texts, uuid } from '../read-values.ts';
import type { Source } from '../read-values.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler } from '../sdk-route.ts';
import { describeRuns, fieldsNamed } from './describe-runs.ts';
import { listRuns } from './list-runs.ts';
import { modernFields, selectionOf } from './run-fields.ts';
import type { RunFields } from './run-fields.ts';
import { readRunSelection } from './run-selection.ts';
import { maxModernPage, readModern } from './modern-selection.ts';

/** Runs and traces of the generated client (langsmith-protocol §4.7). */
export function registerModernRuns(app: FastifyInstance, context: IngestContext): void {
  const route = (method: 'GET' | 'POST', path: string, handler: SdkHandler) =>
    registerSdkRoute(app, context, { method, path, handler, generation: 'v2' });
  route('POST', '/runs/query', queryRuns);
  route('GET', '/runs/:runId', readRun);
  route('GET', '/runs/:runId/url', readUrl);
  route('POST', '/traces/query', queryTraces);
  route('GET', '/traces/:traceId/runs', listTraceRuns);
}

/** The names that `selects` lists, in capitals there; without any only the id. */
export function selectedFields(source: Source): RunFields {
  const names = texts(source, 'selects').map((name) => name.toLowerCase());
  return fieldsNamed(modernFields, names, ['id']);
}

const pageOf = (source: Source) => ({
  size: count(source, 'page_size', { least: 1, most: maxModernPage, fallback: 100 }),
  after: text(source, 'cursor'),
});

const queryRuns: SdkHandler = async (request, context) => {
  const { body, graph } = request;
  const selected = readModern(body);
  const { projectIds, ids, traceUuid } = selected;
  if (!projectIds && ids.length === 0 && !traceUuid && !body['reference_examples']) {
    throw invalidInput('project_ids or reference_dataset_id is missing');
  }
  const fields = selectedFields(body);
  const page = await listRuns(graph, selected, selectionOf(Object.values(fields)), {
    ...pageOf(body),
    direction: 'DESC',
  });
  return {
    items: await describeRuns(fields, page.runs, request, context),
    next_cursor: page.next,
  };
};

const readRun: SdkHandler = async (request, context) => {
  const { params, query, graph } = request;
  const projectId = uuid(query, 'project_id');
  if (projectId === undefined) throw invalidInput('project_id is missing');
  const selected = {
    ...readRunSelection({ project_ids: [projectId] }, 'modern'),
    ids: [requireUuid(params['runId'], 'run id')],
  };
  const fields = selectedFields(query);
  const { runs } = await listRuns(graph, selected, selectionOf(Object.values(fields)), {
    size: 1,
    direction: 'DESC',
  });
  const [run] = await describeRuns(fields, runs, request, context);
  if (!run) throw notFound('run');
  return run;
};

const readUrl: SdkHandler = async ({ params, query, identity }) => {
  const runId = requireUuid(params['runId'], 'run id');
  const [projectId, traceId] = [uuid(query, 'project_id'), uuid(query, 'trace_id')];
  const trace = traceId === undefined ? '' : `?trace_id=${traceId}`;
  return { url: `/o/${identity!.workspaceId}/projects/p/${projectId ?? '-'}/r/${runId}${trace}` };
};

const queryTraces: SdkHandler = async (request, context) => {
  const { body, graph } = request;
  const projectId = uuid(body, 'project_id');
  if (projectId === undefined) throw invalidInput('project_id is missing');
  const traceIds = texts(body, 'trace_ids');
  const selected = readModern({
    ...body,
    project_ids: [projectId],
    ids: traceIds,
    is_root: true,
  });
  const fields = selectedFields(body);
  const selection = `${selectionOf(Object.values(fields))} firstTokenAt totalTokens totalCostUsd`;
  const page = await listRuns(graph, selected, selection, { ...pageOf(body), direction: 'DESC' });
  const roots = await describeRuns(fields, page.runs, request, context);
  return {
    items: page.runs.map((run, index) => ({
      root_run: roots[index],
      trace_aggregates: {
        first_token_time: run.firstTokenAt ?? null,
        total_tokens: run.totalTokens ?? null,
        total_cost: run.totalCostUsd ? Number(run.totalCostUsd) : null,
      },
      query_metadata: null,
    })),
    next_cursor: page.next,
  };
};

/** All runs of a trace in the order in which they ran. */
const listTraceRuns: SdkHandler = async (request, context) => {
  const { params, query, graph } = request;
  const projectId = uuid(query, 'project_id');
  const selected = readRunSelection(
    { ...query, project_ids: projectId ? [projectId] : [], trace_id: params['traceId'] },
    'modern',
  );
  const fields = selectedFields(query);
  const selection = `${selectionOf(Object.values(fields))} dottedOrder`;
  const { runs } = await listRuns(graph, selected, selection, {
    size: maxTraceRuns,
    direction: 'ASC',
  });
  const ordered = runs.toSorted((a, b) => compare(a.dottedOrder ?? '', b.dottedOrder ?? ''));
  return { items: await describeRuns(fields, ordered, request, context) };
};

/** The largest trace that is given as one answer. */
const maxTraceRuns = 30_000;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
