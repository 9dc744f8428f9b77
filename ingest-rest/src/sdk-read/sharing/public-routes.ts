import { notFound } from '@runlight/service';
import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../../context.ts';
import { sliceOf } from '../pages.ts';
import type { GraphPage } from '../pages.ts';
import { requireUuid, texts, uuids } from '../read-values.ts';
import { describeRuns, fieldsNamed } from '../runs/describe-runs.ts';
import type { GraphRun } from '../runs/graph-run.ts';
import { classicFields, modernFields } from '../runs/run-fields.ts';
import type { RunFields } from '../runs/run-fields.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler, SdkRequest } from '../sdk-route.ts';

/** What whoever has a public link may read, without a key (langsmith-protocol §4.1, §4.7). */
export function registerPublicReads(app: FastifyInstance, context: IngestContext): void {
  const route = (method: 'GET' | 'POST', path: string, handler: SdkHandler) =>
    registerSdkRoute(app, context, { method, path, handler, isPublic: true });
  route('GET', '/public/:token/run', readRoot);
  route('GET', '/public/:token/run/:runId', readRun);
  route('POST', '/public/:token/runs/query', queryRuns);
  // The npm client forgets the question mark before its query.
  route('GET', '/public/:token/:rest', listRuns);
  // Judgements are not shared.
  route('GET', '/public/:token/feedbacks', async () => []);
  const modern = (method: 'GET' | 'POST', path: string, handler: SdkHandler) =>
    registerSdkRoute(app, context, { method, path, handler, isPublic: true, generation: 'v2' });
  modern('POST', '/public/:token/runs/query', queryModern);
  modern('GET', '/public/:token/run/:runId', readModern);
}

/** Everything that a link shows of a run. */
const selection = `uuid traceUuid parentUuid isRoot dottedOrder name runType status startedAt endedAt
  firstTokenAt latencyMs error inputPreview outputPreview
  inputs: payload(field: INPUTS) { text isTruncated url }
  outputs: payload(field: OUTPUTS) { text isTruncated url }
  totalTokens promptTokens completionTokens totalCostUsd attachments { name mimeType url }`;

const sharedNames = [
  'id',
  'trace_id',
  'parent_run_id',
  'name',
  'run_type',
  'status',
  'is_root',
  'start_time',
  'end_time',
  'first_token_time',
  'latency_seconds',
  'error',
  'inputs',
  'outputs',
  'inputs_preview',
  'outputs_preview',
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'total_cost',
  'dotted_order',
  's3_urls',
  'attachments',
];

const describe = async (
  fields: RunFields,
  runs: readonly GraphRun[],
  request: SdkRequest,
  context: IngestContext,
) =>
  describeRuns(
    fields,
    runs.map((run) => ({ ...run, errorFull: run.error ?? null })),
    request,
    context,
  );

const classic = fieldsNamed(classicFields, sharedNames);

interface Shared {
  root: GraphRun | null;
  run?: GraphRun | null;
  runs?: GraphPage<GraphRun>;
}

async function ask(request: SdkRequest, fields: string, variables: object = {}): Promise<Shared> {
  const declared = Object.keys(variables).length === 0 ? '' : ', $uuid: ID!';
  const { shared } = await request.graph.ask<{ shared: Shared | null }>(
    `query SdkShared($token: String!${declared}) { shared(token: $token) { ${fields} } }`,
    { token: request.params['token'], ...variables },
  );
  if (!shared) throw notFound('Link');
  return shared;
}

const readRoot: SdkHandler = async (request, context) => {
  const { root } = await ask(request, `root { ${selection} }`);
  if (!root) throw notFound('Run');
  return (await describe(classic, [root], request, context))[0];
};

async function findRun(request: SdkRequest): Promise<GraphRun> {
  const { run } = await ask(request, `run(uuid: $uuid) { ${selection} }`, {
    uuid: requireUuid(request.params['runId'], 'run id'),
  });
  if (!run) throw notFound('Run');
  return run;
}

const readRun: SdkHandler = async (request, context) =>
  (await describe(classic, [await findRun(request)], request, context))[0];

const readModern: SdkHandler = async (request, context) => {
  const fields = namedModern(texts(request.query, 'selects'));
  return (await describe(fields, [await findRun(request)], request, context))[0];
};

const namedModern = (selects: readonly string[]): RunFields => {
  const names = new Set(['id', ...selects.map((name) => name.toLowerCase())]);
  return fieldsNamed(
    modernFields,
    sharedNames.filter((name) => names.has(name)),
  );
};

/** As many as one answer holds. */
const maxRuns = 1000;

async function sharedRuns(request: SdkRequest, ids: readonly string[]): Promise<GraphRun[]> {
  const wanted = new Set(ids);
  const runs = await sliceOf(
    async ({ first, after }) => {
      const { shared } = await request.graph.ask<{ shared: Shared | null }>(
        `query SdkSharedRuns($token: String!, $first: Int, $after: String) {
          shared(token: $token) {
            runs(first: $first, after: $after) {
              nodes { ${selection} }
              pageInfo { hasNextPage endCursor }
            }
          }
        }`,
        { token: request.params['token'], first, after },
      );
      if (!shared?.runs) throw notFound('Link');
      return shared.runs;
    },
    { offset: 0, limit: maxRuns },
  );
  return wanted.size === 0 ? runs : runs.filter(({ uuid }) => wanted.has(uuid));
}

const queryRuns: SdkHandler = async (request, context) => ({
  runs: await describe(
    classic,
    await sharedRuns(request, uuids(request.body, 'id')),
    request,
    context,
  ),
  cursors: { next: null, prev: null },
});

const listRuns: SdkHandler = async (request, context) => {
  const { token = '', rest = '' } = request.params;
  // The page that SDKs make links to.
  if (rest === 'r') return void request.reply.redirect(`/s/${encodeURIComponent(token)}`);
  if (!rest.startsWith('runs')) throw notFound('Page');
  const given = new URLSearchParams(rest.slice('runs'.length));
  const ids = [...given.getAll('id'), ...texts(request.query, 'id')];
  const runs = await sharedRuns(
    request,
    ids.map((id) => requireUuid(id, 'id')),
  );
  return describe(classic, runs, request, context);
};

const queryModern: SdkHandler = async (request, context) => {
  const fields = namedModern(texts(request.body, 'selects'));
  const runs = await sharedRuns(request, []);
  return { items: await describe(fields, runs, request, context), next_cursor: null };
};
