export interface RunCacheOptions {
  maxCount: number;
  maxBytes: number;
  /** Older ones are loaded again: links in them are over after minutes. */
  maxAgeMs: number;
  now?: () => number;
}

/** A few loaded runs, so that stepping back and forth asks the server once. */
export function createRunCache<T>({
  maxCount,
  maxBytes,
  maxAgeMs,
  now = Date.now,
}: RunCacheOptions) {
  const entries = new Map<string, { value: T; sizeBytes: number; loadedAtMs: number }>();
  let totalBytes = 0;

  function remove(key: string): void {
    const entry = entries.get(key);
    if (!entry) return;
    totalBytes -= entry.sizeBytes;
    entries.delete(key);
  }

  return {
    get(key: string): T | undefined {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (now() - entry.loadedAtMs > maxAgeMs) {
        remove(key);
        return undefined;
      }
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    remove,
    /** What alone exceeds the limit is still kept, until the next comes. */
    set(key: string, value: T, sizeBytes: number): void {
      remove(key);
      entries.set(key, { value, sizeBytes, loadedAtMs: now() });
      totalBytes += sizeBytes;
      for (const oldest of entries.keys()) {
        const isFull = entries.size > maxCount || totalBytes > maxBytes;
        if (!isFull || entries.size === 1) break;
        remove(oldest);
      }
    },
  };
}
