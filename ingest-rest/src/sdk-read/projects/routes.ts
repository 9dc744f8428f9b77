import { formatInstant } from '@runlight/run-model';
import { notFound, invalidInput } from '@runlight/service';
import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../../context.ts';
import type { GraphCaller } from '../graph-client.ts';
import { requireNoMistake } from '../graph-errors.ts';
import type { GraphUserError } from '../graph-errors.ts';
import { sliceOf } from '../pages.ts';
import type { GraphPage } from '../pages.ts';
import { count, flag, instantUs, object, requireUuid, text, uuid, uuids } from '../read-values.ts';
import type { Source } from '../read-values.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler, SdkRequest } from '../sdk-route.ts';
import { describeProject, projectSelection, projectWithStats } from './describe-project.ts';
import type { GraphProject } from './describe-project.ts';

/** `/sessions` (langsmith-protocol §5). */
export function registerProjects(app: FastifyInstance, context: IngestContext): void {
  registerSdkRoute(app, context, { method: 'GET', path: '/sessions', handler: listProjects });
  registerSdkRoute(app, context, { method: 'POST', path: '/sessions', handler: createProject });
  const path = '/sessions/:projectId';
  registerSdkRoute(app, context, { method: 'GET', path, handler: readProject });
  registerSdkRoute(app, context, { method: 'PATCH', path, handler: updateProject });
  registerSdkRoute(app, context, { method: 'DELETE', path, handler: deleteProject });
}

const selectionFor = (withStats: boolean) => (withStats ? projectWithStats : projectSelection);

const listDocument = (withStats: boolean) => `
  query SdkProjects($first: Int, $after: String, $nameContains: String, $filter: ProjectFilter,
    $orderBy: ProjectOrder${withStats ? ', $statsRange: TimeRange!' : ''}) {
    projects(first: $first, after: $after, nameContains: $nameContains, filter: $filter,
      orderBy: $orderBy) {
      nodes { ${selectionFor(withStats)} }
      pageInfo { hasNextPage endCursor }
    }
  }`;

async function findProjects(
  graph: GraphCaller,
  query: Source,
  filter: object,
  page: { offset: number; limit: number },
): Promise<GraphProject[]> {
  const withStats = flag(query, 'include_stats') ?? false;
  const from = instantUs(query, 'stats_start_time');
  const variables = {
    nameContains: text(query, 'name_contains', 256),
    filter,
    orderBy: orderOf(query),
    ...(withStats && { statsRange: from === undefined ? {} : { from: formatInstant(from) } }),
  };
  return sliceOf(async (args) => {
    const { projects } = await graph.ask<{ projects: GraphPage<GraphProject> }>(
      listDocument(withStats),
      { ...variables, ...args },
    );
    return projects;
  }, page);
}

/** By name or by age; the service's orders by figures are not offered and give the newest first. */
function orderOf(query: Source) {
  const isByName = text(query, 'sort_by') === 'name';
  const isDescending = flag(query, 'sort_by_desc') ?? true;
  return {
    field: isByName ? 'NAME' : 'CREATED_AT',
    direction: isDescending ? 'DESC' : 'ASC',
  };
}

const listProjects: SdkHandler = async ({ query, graph, identity }) => {
  const ids = uuids(query, 'id');
  const datasets = uuids(query, 'reference_dataset');
  const isFree = flag(query, 'reference_free');
  const filter = {
    name: text(query, 'name', 1000),
    metadata: object(query, 'metadata'),
    ...(ids.length > 0 && { uuids: ids }),
    ...(datasets.length > 0 && { referenceDatasetUuids: datasets }),
    ...(isFree !== undefined && { hasReferenceDataset: !isFree }),
  };
  const projects = await findProjects(graph, query, filter, {
    offset: count(query, 'offset', { most: 100_000, fallback: 0 }),
    limit: count(query, 'limit', { least: 1, most: 100, fallback: 100 }),
  });
  return projects.map((project) => describeProject(project, identity?.workspaceId));
};

const readProject: SdkHandler = async ({ params, query, graph, identity }) => {
  const filter = { uuids: [projectIdOf(params)] };
  const [project] = await findProjects(graph, query, filter, { offset: 0, limit: 1 });
  if (!project) throw notFound('Project');
  return describeProject(project, identity?.workspaceId);
};

const projectIdOf = (params: SdkRequest['params']): string =>
  requireUuid(params['projectId'], 'project id');

interface Changed {
  change: { project: GraphProject | null; userErrors: GraphUserError[] };
}

const changeDocument = (mutation: string, input: string) => `
  mutation SdkChangeProject($input: ${input}!) {
    change: ${mutation}(input: $input) {
      project { ${projectSelection} }
      userErrors { code message }
    }
  }`;

const createProject: SdkHandler = async ({ body, query, graph, identity }) => {
  const name = text(body, 'name', 1000);
  if (name === undefined) throw invalidInput('name is missing');
  const { change } = await graph.ask<Changed>(
    changeDocument('createProject', 'CreateProjectInput'),
    {
      input: {
        name,
        description: text(body, 'description'),
        uuid: uuid(body, 'id'),
        extra: extraOf(body),
        startedAt: instant(body, 'start_time'),
        endedAt: instant(body, 'end_time'),
        referenceDatasetUuid: uuid(body, 'reference_dataset_id'),
        orExisting: flag(query, 'upsert') ?? false,
      },
    },
  );
  requireNoMistake(change.userErrors);
  return describeProject(change.project!, identity?.workspaceId);
};

/** How an experiment is to run is kept with it: its progress is told by it. */
function extraOf(body: Source): Source | undefined {
  const plan = Object.fromEntries(
    ['num_examples', 'num_repetitions', 'evaluator_keys'].flatMap((name) =>
      body[name] === undefined || body[name] === null ? [] : [[name, body[name]]],
    ),
  );
  const extra = object(body, 'extra');
  return Object.keys(plan).length === 0 ? extra : { ...extra, ...plan };
}

const updateProject: SdkHandler = async ({ params, body, graph, identity }) => {
  const { change } = await graph.ask<Changed>(
    changeDocument('updateProject', 'UpdateProjectInput'),
    {
      input: {
        projectId: projectIdOf(params),
        name: text(body, 'name', 1000),
        description: text(body, 'description'),
        extra: object(body, 'extra'),
        endedAt: instant(body, 'end_time'),
      },
    },
  );
  requireNoMistake(change.userErrors);
  return describeProject(change.project!, identity?.workspaceId);
};

const deleteProject: SdkHandler = async ({ params, graph, reply }) => {
  const { deleteProject: deleted } = await graph.ask<{
    deleteProject: { userErrors: GraphUserError[] };
  }>(
    `mutation SdkDeleteProject($input: DeleteProjectInput!) {
      deleteProject(input: $input) { userErrors { code message } }
    }`,
    { input: { projectId: projectIdOf(params) } },
  );
  requireNoMistake(deleted.userErrors);
  void reply.code(202);
  return { message: 'The project is being deleted' };
};

function instant(source: Source, name: string): string | undefined {
  const us = instantUs(source, name);
  return us === undefined ? undefined : formatInstant(us);
}
