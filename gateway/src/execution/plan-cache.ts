import type { QueryPlan, QueryPlanCache } from '@apollo/query-planner';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';

/** The gateway's plan cache, with plans of live subscriptions held beside it. */
export interface PlanCache extends QueryPlanCache {
  /**
   * Holds a plan outside the LRU until it is unpinned. If a subscription's plan were evicted, the
   * gateway would plan the subscription itself and fail.
   */
  pin: (key: string, plan: QueryPlan) => void;
  unpin: (key: string) => void;
}

/** About 30 MiB of plans, the gateway's own default, measured as JSON text. */
const maxBytes = 30 * 2 ** 20;

export function createPlanCache(): PlanCache {
  const pinned = new Map<string, QueryPlan>();
  const recent = new InMemoryLRUCache<QueryPlan>({
    maxSize: maxBytes,
    sizeCalculation: (plan) => JSON.stringify(plan).length,
  });
  return {
    get: async (key) => pinned.get(key) ?? (await recent.get(key)),
    set: (key, plan) => recent.set(key, plan),
    delete: (key) => recent.delete(key),
    clear: () => {
      pinned.clear();
      recent.clear();
    },
    pin: (key, plan) => void pinned.set(key, plan),
    unpin: (key) => void pinned.delete(key),
  };
}
