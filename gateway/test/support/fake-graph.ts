import { composeServices } from '@apollo/composition';
import type { Principal } from '@runlight/auth';
import { createSubgraph, subgraphTypeDefs } from '@runlight/graphql';
import type { RequestContext, Subgraph } from '@runlight/graphql';
import { notFound } from '@runlight/service';
import type { EventLog, LoggedEvent } from './event-log.ts';

const fileOf = (name: string) => new URL(`${name}.graphql`, import.meta.url);

export interface FakeGraph {
  subgraphs: Subgraph[];
  supergraphSdl: string;
  schemaSdl: string;
  /** How often entities of projects were asked for, and for which context objects. */
  projectFetches: () => number;
}

const run = (id: string, projectId = 'p1') => ({
  id,
  name: `name of ${id}`,
  status: 'SUCCESS',
  projectId,
});

/** Two subgraphs like those of the product, small and in memory; each owns a subscription. */
export function createFakeGraph(log: EventLog, projectLog: EventLog): FakeGraph {
  let projectFetches = 0;
  const runs = createSubgraph({
    name: 'runs',
    schemaFiles: [fileOf('runs')],
    resolvers: [
      {
        Query: {
          run: (_: unknown, { id }: { id: string }) => {
            if (id === 'missing') throw notFound('Run');
            return run(id, id === 'orphan' ? 'gone' : 'p1');
          },
          runs: () => [run('r1'), run('r2', 'p2'), run('r3', 'gone')],
          fails: () => {
            throw new Error('password=hunter2 at /secret/path.ts');
          },
          never: () => new Promise(() => {}),
        },
        Mutation: {
          rename: (_: unknown, { id, name }: { id: string; name: string }) => ({
            ...run(id),
            name,
          }),
        },
        Subscription: {
          runEvents: {
            subscribe: (
              _: unknown,
              { projectId, after }: { projectId: string; after?: string | null },
              { signal }: RequestContext,
            ) => {
              if (projectId === 'missing') throw notFound('Project');
              return log.read(after ?? undefined, signal);
            },
            resolve: (event: unknown) => event,
          },
        },
        RunEvent: { __resolveType: () => 'RunChanged' },
        Run: {
          __resolveReference: ({ id }: { id: string }) => run(id),
          parent: ({ id }: { id: string }) => run(`${id}-parent`),
          broken: () => {
            throw new Error('secret detail of a broken field');
          },
          project: ({ projectId }: { projectId: string }) => ({
            __typename: 'Project',
            id: projectId,
          }),
        },
      },
    ],
  });
  const projects = createSubgraph({
    name: 'projects',
    schemaFiles: [fileOf('projects')],
    resolvers: [
      {
        Query: {
          project: (_: unknown, { id }: { id: string }) => ({ id, name: `project ${id}` }),
          node: () => ({ id: 'gone' }),
          viewer: (_: unknown, __: unknown, { principal }: RequestContext) => ({
            id: principal.id,
          }),
        },
        Subscription: {
          projectEvents: {
            subscribe: (
              _: unknown,
              { after }: { after?: string | null },
              { signal }: RequestContext,
            ) => projectLog.read(after ?? undefined, signal),
            resolve: ({ eventId, run: { projectId } }: LoggedEvent) => ({
              eventId,
              project: { id: projectId, name: `project ${projectId}` },
            }),
          },
        },
        Project: {
          __resolveReference: ({ id }: { id: string }) => {
            projectFetches += 1;
            return id === 'gone' ? null : { id, name: `project ${id}` };
          },
        },
      },
    ],
  });
  const composed = composeServices([
    { name: 'runs', url: 'http://runs.internal', typeDefs: subgraphTypeDefs([fileOf('runs')]) },
    {
      name: 'projects',
      url: 'http://projects.internal',
      typeDefs: subgraphTypeDefs([fileOf('projects')]),
    },
  ]);
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  return {
    subgraphs: [runs, projects],
    supergraphSdl: composed.supergraphSdl,
    schemaSdl: 'type Query { public: String }\n',
    projectFetches: () => projectFetches,
  };
}

export const reader: Principal = {
  id: 'key-1',
  kind: 'apiKey',
  organizationId: 'o1',
  workspaceId: 'w1',
  permissions: new Set(['runs:read', 'runs:write', 'projects:read']),
};
