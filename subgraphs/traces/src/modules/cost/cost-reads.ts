import type { RunKey } from '@runlight/run-model';
import DataLoader from 'dataloader';
import type { CostRow, CostStore } from './cost-store.ts';

export interface CostReads extends Pick<CostStore, 'recentModels'> {
  /** undefined for a run that does not exist, or not in this workspace. */
  of: (key: RunKey) => Promise<CostRow | undefined>;
}

/** Batches without remembering: the context of a subscription lives for hours. */
export function createCostReads({ costsOf, recentModels }: CostStore): CostReads {
  const loader = new DataLoader<RunKey, CostRow | undefined>(
    async (keys) => {
      const rows = new Map((await costsOf(keys)).map((row) => [row.runId, row]));
      return keys.map(({ runId }) => rows.get(runId));
    },
    { cache: false, maxBatchSize: 500 },
  );
  return { recentModels, of: (key) => loader.load(key) };
}
