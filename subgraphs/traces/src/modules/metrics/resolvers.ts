import type { ClickHouse } from '@runlight/clickhouse';
import { perRequest, scopedUuid } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { invalidInput, notFound } from '@runlight/service';
import type { GraphQLResolveInfo } from 'graphql';
import type {
  ProjectResolvers,
  QueryResolvers,
  RunMetrics,
} from '../../__generated__/resolvers.ts';
import { createTenant } from '../runs/tenant.ts';
import type { Coverage } from './hours-store.ts';
import { createMetricsStore } from './metrics-store.ts';
import { readMetrics } from './read-metrics.ts';
import type { MetricsArgs } from './read-metrics.ts';
import { wantedFigures } from './wanted.ts';

const maxProjects = 100;

export function createMetricsResolvers({ clickhouse }: { clickhouse: ClickHouse }) {
  const coverage: Coverage = { isKnown: false };
  const storeOf = perRequest(({ principal: { workspaceId }, signal }: RequestContext) =>
    createMetricsStore(createTenant({ clickhouse, workspaceId, signal }), coverage),
  );

  const read = (
    context: RequestContext,
    projectIds: string[] | undefined,
    args: MetricsArgs,
    info: GraphQLResolveInfo,
  ): Promise<RunMetrics> =>
    readMetrics(storeOf(context), {
      projectIds,
      args,
      wanted: wantedFigures(info),
      nowUs: Date.now() * 1000,
    });

  const Query: Pick<QueryResolvers, 'metrics'> = {
    metrics: (_, { projectIds, ...args }, context, info) =>
      read(context, readProjects(context, projectIds), args, info),
  };

  const Project: Required<Pick<ProjectResolvers, 'metrics'>> = {
    metrics: ({ projectId }, args, context, info) => read(context, [projectId], args, info),
  };

  return { Query, Project };
}

/** Throws NOT_FOUND for ids of other workspaces; an unknown UUID has no runs. */
function readProjects(
  { principal: { workspaceId } }: RequestContext,
  ids: readonly string[] | null | undefined,
): string[] | undefined {
  if (!ids) return undefined;
  if (ids.length > maxProjects) throw invalidInput(`projectIds has at most ${maxProjects} ids`);
  return ids.map((id) => {
    const uuid = scopedUuid('Project', workspaceId, id);
    if (!uuid) throw notFound('Project');
    return uuid;
  });
}
