import DataLoader from 'dataloader';

/**
 * A loader that batches and shares equal keys of a batch, but does not remember: a subscription uses
 * one request context for hours, and each of its events must see what is stored by then.
 */
export function batched<K, V>({
  cacheKey,
  load,
  maxBatchSize,
}: {
  cacheKey: (key: K) => string;
  load: (keys: readonly K[]) => Promise<Map<string, V>>;
  maxBatchSize: number;
}): { load: (key: K) => Promise<V | undefined> } {
  const loader = new DataLoader<K, V | undefined, string>(
    async (keys) => {
      loader.clearAll();
      const found = await load(keys);
      return keys.map((key) => found.get(cacheKey(key)));
    },
    { cacheKeyFn: cacheKey, maxBatchSize },
  );
  return loader;
}
