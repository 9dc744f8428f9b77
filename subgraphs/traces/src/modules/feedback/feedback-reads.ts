import DataLoader from 'dataloader';
import type { FeedbackRow, FeedbackStore } from './feedback-store.ts';
import type { FeedbackSummaryRow } from './feedback-summary.ts';

/** Batched reads of one request; nothing is remembered, as the contexts of subscriptions live for hours. */
export type FeedbackReads = ReturnType<typeof createFeedbackReads>;

export function createFeedbackReads(store: FeedbackStore) {
  return {
    store,
    summaries: ofMany(async (runIds) =>
      Map.groupBy(await store.summariesOfRuns(runIds), ({ runId }) => runId),
    ) as { load: (runId: string) => Promise<FeedbackSummaryRow[] | undefined> },
    byId: ofMany(
      async (ids) => new Map((await store.byIds(ids)).map((row) => [row.feedbackId, row])),
    ) as { load: (feedbackId: string) => Promise<FeedbackRow | undefined> },
  };
}

function ofMany<V>(load: (keys: readonly string[]) => Promise<Map<string, V>>) {
  const loader = new DataLoader<string, V | undefined>(
    async (keys) => {
      loader.clearAll();
      const found = await load([...new Set(keys)]);
      return keys.map((key) => found.get(key));
    },
    { maxBatchSize: 500 },
  );
  return loader;
}
