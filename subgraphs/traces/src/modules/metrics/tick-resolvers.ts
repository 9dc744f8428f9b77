import { scopedUuid } from '@runlight/graphql';
import { notFound } from '@runlight/service';
import type { Logger } from '@runlight/service';
import type { SubscriptionResolvers } from '../../__generated__/resolvers.ts';
import { readEventId } from '../live/resolvers.ts';
import type { Projects } from '../live/resolvers.ts';
import type { LiveSource } from '../live/run-stream.ts';
import { createTickStream } from './tick-stream.ts';
import type { Tick } from './tick-stream.ts';

export function createMetricsTickResolvers({
  live,
  log,
  projects,
}: {
  live: LiveSource;
  log: Logger;
  projects?: Projects | undefined;
}) {
  const Subscription: Pick<SubscriptionResolvers, 'metricsTick'> = {
    metricsTick: {
      subscribe: async (_, { projectId: id, after }, { principal: { workspaceId }, signal }) => {
        const projectId = scopedUuid('Project', workspaceId, id);
        if (!projectId || (projects && !(await projects.exists(workspaceId, projectId)))) {
          throw notFound('Project');
        }
        return createTickStream({
          source: live,
          workspaceId,
          projectId,
          after: readEventId(after),
          signal,
          onFailure: (error) => log.warn({ err: error, projectId }, 'ticks broke off'),
        });
      },
      resolve: (tick: Tick) => tick,
    },
  };
  return { Subscription };
}
