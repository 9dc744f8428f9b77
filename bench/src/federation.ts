import { composeServices } from '@apollo/composition';
import type { Principal } from '@runlight/auth';
import { createSubgraph, subgraphTypeDefs } from '@runlight/graphql';
import type { RequestContext, Subgraph } from '@runlight/graphql';
import { createLogger } from '@runlight/service';
import DataLoader from 'dataloader';
import { execute, parse } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { createGraphExecution } from '../../gateway/src/execution/graph-execution.ts';
import type { Figure } from './results.ts';

// R9: what federation costs in one process: a list of runs with their projects, which two subgraphs own,
// through the gateway against one schema that has both. The data is in memory on both sides, so that only
// planning, execution and joining are measured; permissions are checked on both.

const rounds = 5;
const requestsPerRound = 400;

const log = createLogger({ service: 'bench', level: 'silent' });
const fileOf = (name: string) => new URL(`federation/${name}.graphql`, import.meta.url);

const document = parse(`query List($first: Int!) {
  runs(first: $first) {
    id uuid name runType status startedAt endedAt latencyMs error inputPreview outputPreview totalTokens
    model tags project { id name }
  }
}`);
const variables = { first: 50 };

const rows = Array.from({ length: 50 }, (_, index) => ({
  id: `run-${index}`,
  uuid: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  name: 'ChatOpenAI',
  runType: 'llm',
  status: 'success',
  startedAt: 1_790_000_000_000_000 + index,
  endedAt: 1_790_000_001_000_000 + index,
  latencyMs: 1000,
  error: null,
  inputPreview: 'customer asks for a refund of an order that was shipped twice '.repeat(4),
  outputPreview: 'the refund was made and the customer was told '.repeat(5),
  totalTokens: 1234,
  model: 'gpt-5',
  tags: ['prod', 'chat'],
  projectId: `project-${index % 3}`,
}));
const projectOf = (id: string) => ({ id, name: `name of ${id}`, description: null });

const Query = { runs: (_: unknown, { first }: { first: number }) => rows.slice(0, first) };

function federated(): { subgraphs: Subgraph[]; supergraphSdl: string } {
  const runs = createSubgraph({
    name: 'runs',
    schemaFiles: [fileOf('runs')],
    resolvers: [{ Query, Run: { project: ({ projectId }: Row) => ({ id: projectId }) } }],
  });
  const projects = createSubgraph({
    name: 'projects',
    schemaFiles: [fileOf('projects')],
    resolvers: [
      {
        Project: {
          __resolveReference: ({ id }: { id: string }, context: RequestContext) =>
            loaderOf(context).load(id),
        },
      },
    ],
  });
  const composed = composeServices(
    ['runs', 'projects'].map((name) => ({
      name,
      url: `http://${name}.internal`,
      typeDefs: subgraphTypeDefs([fileOf(name)]),
    })),
  );
  if (composed.errors) throw new Error(composed.errors[0]!.message);
  return { subgraphs: [runs, projects], supergraphSdl: composed.supergraphSdl };
}

type Row = (typeof rows)[number];

const loaders = new WeakMap<RequestContext, DataLoader<string, ReturnType<typeof projectOf>>>();

function loaderOf(context: RequestContext) {
  const known = loaders.get(context);
  if (known) return known;
  const made = new DataLoader(async (ids: readonly string[]) => ids.map(projectOf));
  loaders.set(context, made);
  return made;
}

const merged = (): Subgraph =>
  createSubgraph({
    name: 'merged',
    schemaFiles: [fileOf('merged')],
    resolvers: [
      {
        Query,
        Run: {
          project: ({ projectId }: Row, _: unknown, context: RequestContext) =>
            loaderOf(context).load(projectId),
        },
      },
    ],
  });

const principal: Principal = {
  id: 'key',
  kind: 'apiKey',
  organizationId: 'organization',
  workspaceId: 'workspace',
  permissions: new Set(['runs:read', 'projects:read']),
};

const newContext = (): RequestContext => ({
  principal,
  requestId: 'bench',
  log,
  signal: new AbortController().signal,
});

export async function measureFederation(): Promise<Figure[]> {
  const graph = await createGraphExecution({ ...federated(), log });
  const { schema } = merged();
  const sides = {
    gateway: () => graph.execute({ document, variables, queryHash: 'list' }, newContext()),
    byHand: async () =>
      execute({ schema, document, variableValues: variables, contextValue: newContext() }),
  };
  try {
    const cpuUs = { gateway: [] as number[], byHand: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      for (const side of ['byHand', 'gateway'] as const) {
        const us = await cpuPerRequest(sides[side]);
        // The first round warms up.
        if (round > 0) cpuUs[side].push(us);
      }
    }
    const [gateway, byHand] = [Math.min(...cpuUs.gateway), Math.min(...cpuUs.byHand)];
    return [
      {
        row: 'R9',
        what: 'list over two subgraphs in one process ÷ one schema by hand, CPU',
        value: gateway / byHand,
        unit: '',
        must: '2.5',
      },
      { row: 'R9', what: 'through the gateway', value: gateway, unit: 'µs/request' },
      { row: 'R9', what: 'one schema by hand', value: byHand, unit: 'µs/request' },
    ];
  } finally {
    await graph.stop();
  }
}

async function cpuPerRequest(request: () => Promise<ExecutionResult>): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < requestsPerRound; index += 1) {
    const { data, errors } = await request();
    if (errors || (data?.['runs'] as unknown[] | undefined)?.length !== rows.length) {
      throw new Error(errors?.[0]?.message ?? 'The answer lacks runs');
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / requestsPerRound;
}
