import type { ClickHouse } from '@runlight/clickhouse';
import { perRequest } from '@runlight/graphql';
import type { Complete, RequestContext } from '@runlight/graphql';
import { notFound } from '@runlight/service';
import type {
  ProjectResolvers,
  ProjectUserConnectionResolvers,
  ProjectUserResolvers,
} from '../../__generated__/resolvers.ts';
import { batched } from '../runs/batched.ts';
import { edgesOf, pageInfoOf } from '../runs/connection.ts';
import { createTenant } from '../runs/tenant.ts';
import { createActivityStore } from '../threads/activity-store.ts';
import { pageOfActivity } from '../threads/page.ts';
import type { ProjectUserConnectionMapper, ProjectUserMapper } from './mappers.ts';
import { createUserStore } from './user-store.ts';
import type { UsersAsked, UserSummary } from './user-store.ts';

export function createUsersResolvers({ clickhouse }: { clickhouse: ClickHouse }) {
  const readsOf = perRequest(({ principal: { workspaceId }, signal }) => {
    const tenant = createTenant({ clickhouse, workspaceId, signal });
    const store = createUserStore(tenant);
    return {
      activity: createActivityStore(tenant),
      summary: ofUsers(store.summaries),
      tokens: ofUsers(store.tokens),
      cost: ofUsers(store.costs),
      feedback: ofUsers(store.feedback),
    };
  });

  const Project: Required<Pick<ProjectResolvers, 'users'>> = {
    users: async ({ projectId }, args, context) => {
      const page = await pageOfActivity(readsOf(context).activity, 'users', projectId, args);
      const { isComplete: _, ...span } = page.coverage;
      const users = new Map(
        page.nodes.map((found) => [{ projectId, userId: found.id, span }, found]),
      );
      return {
        ...page,
        nodes: [...users.keys()],
        cursorOf: (user) => page.cursorOf(users.get(user)!),
      };
    },
  };

  const summary =
    <T>(pick: (summary: UserSummary) => T) =>
    async (user: ProjectUserMapper, _: unknown, context: RequestContext): Promise<T> => {
      const found = await readsOf(context).summary.load(user);
      // Its runs have gone since it was listed.
      if (!found) throw notFound('User');
      return pick(found);
    };

  const ProjectUser: Complete<ProjectUserResolvers, ProjectUserMapper> = {
    traceCount: summary(({ traceCount }) => traceCount),
    threadCount: summary(({ threadCount }) => threadCount),
    errorCount: summary(({ errorCount }) => errorCount),
    firstSeenAt: summary(({ firstUs }) => firstUs),
    lastSeenAt: summary(({ lastUs }) => lastUs),
    totalTokens: async (user, _, context) =>
      (await readsOf(context).tokens.load(user))?.total ?? null,
    totalCostUsd: async (user, _, context) => (await readsOf(context).cost.load(user)) ?? null,
    feedback: async (user, _, context) => (await readsOf(context).feedback.load(user)) ?? [],
  };

  return { Project, ProjectUser, ProjectUserConnection };
}

const ProjectUserConnection: Complete<ProjectUserConnectionResolvers, ProjectUserConnectionMapper> =
  { edges: edgesOf, pageInfo: pageInfoOf };

const listText = ({ projectId, span }: ProjectUserMapper): string =>
  `${projectId} ${span.fromUs ?? ''} ${span.toUs ?? ''}`;

/** One call per list and batch. */
function ofUsers<V>(load: (asked: UsersAsked) => Promise<Map<string, V>>) {
  return batched<ProjectUserMapper, V>({
    cacheKey: (user) => `${listText(user)} ${user.userId}`,
    maxBatchSize: 100,
    load: async (users) => {
      const found = new Map<string, V>();
      for (const [list, [first, ...others]] of Map.groupBy(users, listText)) {
        const userIds = [first!, ...others].map(({ userId }) => userId);
        for (const [userId, value] of await load({ ...first!, userIds })) {
          found.set(`${list} ${userId}`, value);
        }
      }
      return found;
    },
  });
}
