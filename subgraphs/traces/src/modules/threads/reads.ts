import type { ClickHouse } from '@runlight/clickhouse';
import { perRequest } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { batched } from '../runs/batched.ts';
import type { TokenUsage } from '../runs/run-row.ts';
import { createTenant } from '../runs/tenant.ts';
import { createActivityStore } from './activity-store.ts';
import type { ActivityStore } from './activity-store.ts';
import type { ThreadMapper } from './mappers.ts';
import { createThreadStore } from './thread-store.ts';
import type { ThreadSummary } from './thread-store.ts';

/** What a request may read of threads; batched, without remembering. */
export interface ThreadReads {
  activity: ActivityStore;
  /** undefined for a thread without runs. */
  summary: Loader<ThreadSummary>;
  /** undefined when no run of it reports any. */
  tokens: Loader<TokenUsage>;
  cost: Loader<number>;
}

interface Loader<V> {
  load: (thread: ThreadMapper) => Promise<V | undefined>;
}

export function createThreadReads(
  clickhouse: ClickHouse,
): (context: RequestContext) => ThreadReads {
  return perRequest(({ principal: { workspaceId }, signal }) => {
    const tenant = createTenant({ clickhouse, workspaceId, signal });
    const store = createThreadStore(tenant);
    return {
      activity: createActivityStore(tenant),
      summary: ofThreads(store.summaries),
      tokens: ofThreads(store.tokens),
      cost: ofThreads(store.costs),
    };
  });
}

const threadText = ({ projectId, threadId }: ThreadMapper): string => `${projectId} ${threadId}`;

/** One call per project and batch. */
function ofThreads<V>(
  load: (projectId: string, threadIds: readonly string[]) => Promise<Map<string, V>>,
): Loader<V> {
  return batched<ThreadMapper, V>({
    cacheKey: threadText,
    maxBatchSize: 100,
    load: async (threads) => {
      const found = new Map<string, V>();
      for (const [projectId, ofProject] of Map.groupBy(threads, (thread) => thread.projectId)) {
        const ids = ofProject.map(({ threadId }) => threadId);
        for (const [threadId, value] of await load(projectId, ids)) {
          found.set(`${projectId} ${threadId}`, value);
        }
      }
      return found;
    },
  });
}
