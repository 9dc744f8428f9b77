import type { ClickHouse } from '@runlight/clickhouse';
import { perRequest } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { createListStore } from './list-store.ts';
import type { ListStore } from './list-store.ts';
import { createLoaders } from './loaders.ts';
import type { Loaders } from './loaders.ts';
import { createRunStore } from './run-store.ts';
import type { RunStore } from './run-store.ts';
import { createTenant } from './tenant.ts';
import { createUsageStore } from './usage-store.ts';
import type { UsageStore } from './usage-store.ts';

/** What a request may read: the stores bound to its workspace, and batching over them. */
export interface Reads {
  workspaceId: string;
  list: ListStore;
  runs: RunStore;
  usage: UsageStore;
  load: Loaders;
}

export function createReads(clickhouse: ClickHouse): (context: RequestContext) => Reads {
  return perRequest(({ principal: { workspaceId }, signal }) => {
    const tenant = createTenant({ clickhouse, workspaceId, signal });
    const runs = createRunStore(tenant);
    const usage = createUsageStore(tenant);
    return {
      workspaceId,
      list: createListStore(tenant),
      runs,
      usage,
      load: createLoaders(workspaceId, runs, usage),
    };
  });
}
