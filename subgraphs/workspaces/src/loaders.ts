import { perRequest } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import DataLoader from 'dataloader';
import type { Kysely } from 'kysely';
import { createApiKeyStore } from './modules/api-keys/store.ts';
import { createDashboardStore } from './modules/dashboards/store.ts';
import { createJobStore } from './modules/jobs/store.ts';
import { createPriceStore } from './modules/prices/store.ts';
import { createProjectStore } from './modules/projects/store.ts';
import { onlookerOf } from './modules/saved-views/onlooker.ts';
import { createSavedViewStore } from './modules/saved-views/store.ts';
import { reachOf } from './modules/workspaces/reach.ts';
import { createWorkspaceStore } from './modules/workspaces/store.ts';

/** One query for this many ids; the longest page has 100 items. */
const maxBatchSize = 500;

/**
 * Batched reads by UUID, one set for each request. What the caller may not see loads as null, like
 * what does not exist.
 */
export function createLoaders(db: Kysely<Tables>) {
  const workspaces = createWorkspaceStore(db);
  const projects = createProjectStore(db);
  const apiKeys = createApiKeyStore(db);
  const jobs = createJobStore(db);
  const prices = createPriceStore(db);
  const savedViews = createSavedViewStore(db);
  const dashboards = createDashboardStore(db);

  return perRequest(({ principal }: RequestContext) => {
    const reach = reachOf(principal);
    const { workspaceId } = principal;
    return {
      workspace: byUuid((ids) => workspaces.workspacesByIds(reach, ids)),
      organization: byUuid((ids) => workspaces.organizationsByIds(reach, ids)),
      user: byUuid((ids) => workspaces.membersByIds(workspaceId, ids)),
      project: byUuid((ids) => projects.projectsByIds(workspaceId, ids)),
      job: byUuid((ids) => jobs.jobsByIds(workspaceId, ids)),
      apiKey: byUuid((ids) => apiKeys.apiKeysByIds(workspaceId, ids)),
      savedView: byUuid((ids) => savedViews.viewsByIds(onlookerOf(principal), ids)),
      modelPrice: byUuid((ids) => prices.pricesByIds(workspaceId, ids)),
      dashboard: byUuid((ids) => dashboards.dashboardsByIds(workspaceId, ids)),
    };
  });
}

export type Loaders = ReturnType<typeof createLoaders>;

function byUuid<T extends { uuid: string }>(
  load: (ids: readonly string[]) => Promise<T[]>,
): DataLoader<string, T | null> {
  return new DataLoader(
    async (ids) => {
      const rows = new Map((await load(ids)).map((row) => [row.uuid, row]));
      return ids.map((id) => rows.get(id) ?? null);
    },
    { maxBatchSize },
  );
}
