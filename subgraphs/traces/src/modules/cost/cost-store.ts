import { instantUs, int, sql, text } from '@runlight/clickhouse';
import type { RunKey } from '@runlight/run-model';
import type { Tenant } from '../runs/tenant.ts';

/** What is stored of a run's cost. */
export interface CostRow {
  runId: string;
  totalUsd: number | undefined;
  promptUsd: number;
  completionUsd: number;
  /** `caller`, `price_table`, `workspace_price`, or empty. */
  source: string;
  priceEntry: string;
  unpricedReason: string;
  estimatedUsd: number;
  /** JSON; empty without an estimate. */
  details: string;
}

export interface RecentModelRow {
  model: string;
  provider: string;
  runCount: number;
  unpricedCount: number;
  priceEntry: string;
  lastStartUs: number;
}

/** Distinct names looked at; the pattern is applied to them. */
const maxNames = 2000;

export function createCostStore(tenant: Tenant) {
  return {
    /** Of those of the runs that exist, in no order; at most some 500 keys. */
    costsOf: (keys: readonly RunKey[]): Promise<CostRow[]> =>
      tenant.rows(
        'runCosts',
        sql`SELECT id, has_cost, total_cost, prompt_cost, completion_cost, cost_source, price_entry, unpriced_reason,
  estimated_cost, cost_details
FROM runs FINAL WHERE ${tenant.isOneOf(keys)}`,
        readCost,
      ),

    /** By number of calls, the most first. Scans the model calls of the time. */
    recentModels: ({ sinceUs, provider }: { sinceUs: number; provider: string | undefined }) =>
      tenant.rows(
        'recentModels',
        sql`SELECT model, metadata['ls_provider'] AS provider, count() AS runs, countIf(has_cost = 0) AS unpriced,
  argMax(price_entry, start_time) AS entry, toUnixTimestamp64Micro(max(start_time)) AS last
FROM runs
WHERE ${tenant.inWorkspace} AND trace_start >= ${instantUs(sinceUs)} AND is_deleted = 0
  AND run_type IN ('llm', 'embedding') AND model != ''
  AND ${provider === undefined ? sql`1` : sql`lower(metadata['ls_provider']) = lower(${text(provider)})`}
GROUP BY model, provider ORDER BY runs DESC, model LIMIT ${int(maxNames)}`,
        (raw): RecentModelRow => ({
          model: raw['model'] as string,
          provider: raw['provider'] as string,
          runCount: Number(raw['runs']),
          unpricedCount: Number(raw['unpriced']),
          priceEntry: raw['entry'] as string,
          lastStartUs: Number(raw['last']),
        }),
      ),
  };
}

export type CostStore = ReturnType<typeof createCostStore>;

const readCost = (raw: Record<string, unknown>): CostRow => ({
  runId: raw['id'] as string,
  totalUsd: raw['has_cost'] === 1 ? Number(raw['total_cost']) : undefined,
  promptUsd: Number(raw['prompt_cost']),
  completionUsd: Number(raw['completion_cost']),
  source: raw['cost_source'] as string,
  priceEntry: raw['price_entry'] as string,
  unpricedReason: raw['unpriced_reason'] as string,
  estimatedUsd: Number(raw['estimated_cost']),
  details: raw['cost_details'] as string,
});
