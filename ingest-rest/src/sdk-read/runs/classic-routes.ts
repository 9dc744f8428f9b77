import type { FastifyInstance } from 'fastify';
import { notFound, invalidInput } from '@runlight/service';
import type { IngestContext } from '../../context.ts';
import { count, requireUuid, text, texts } from '../read-values.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler } from '../sdk-route.ts';
import { describeRuns, fieldsNamed } from './describe-runs.ts';
import { listRuns } from './list-runs.ts';
import { classicFields, classicRequired, selectionOf } from './run-fields.ts';
import { readRunSelection } from './run-selection.ts';

/** `POST /runs/query` and `GET /runs/{id}` (langsmith-protocol §4.1). */
export function registerClassicRuns(app: FastifyInstance, context: IngestContext): void {
  registerSdkRoute(app, context, { method: 'POST', path: '/runs/query', handler: queryRuns });
  registerSdkRoute(app, context, { method: 'GET', path: '/runs/:runId', handler: readRun });
}

export const maxClassicPage = 100;

const queryRuns: SdkHandler = async (request, context) => {
  const { body, graph } = request;
  const selected = readRunSelection(body);
  const isNarrowed = selected.ids.length > 0 || selected.traceUuid !== undefined;
  if (!isNarrowed && selected.projectIds === undefined && !hasParentOrExample(body)) {
    throw invalidInput(
      'At least one of session, id, parent_run, trace, or reference_example must be specified',
    );
  }
  const names = texts(body, 'select');
  const fields = fieldsNamed(
    classicFields,
    names.length > 0 ? names : Object.keys(classicFields),
    classicRequired,
  );
  const page = await listRuns(graph, selected, selectionOf(Object.values(fields)), {
    size: count(body, 'limit', { least: 1, most: maxClassicPage, fallback: maxClassicPage }),
    after: text(body, 'cursor'),
    direction: text(body, 'order') === 'asc' ? 'ASC' : 'DESC',
  });
  return {
    runs: await describeRuns(fields, page.runs, request, context),
    cursors: { next: page.next, prev: null },
    search_cursors: null,
    parsed_query: null,
  };
};

const hasParentOrExample = (body: Record<string, unknown>): boolean =>
  texts(body, 'parent_run').length > 0 || texts(body, 'reference_example').length > 0;

const readRun: SdkHandler = async (request, context) => {
  const id = requireUuid(request.params['runId'], 'run id');
  const selected = { ...readRunSelection({}), ids: [id] };
  const selection = selectionOf(Object.values(classicFields));
  const { runs } = await listRuns(request.graph, selected, selection, {
    size: 1,
    direction: 'DESC',
  });
  const [run] = await describeRuns(classicFields, runs, request, context);
  if (!run) throw notFound('Run');
  return run;
};
