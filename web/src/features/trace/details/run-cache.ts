/** A few loaded runs, so that stepping back and forth asks the server once. */
export function createRunCache<T>(options: { maxCount: number; maxBytes: number }) {
  const entries = new Map<string, { value: T; sizeBytes: number }>();
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
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    /** What alone exceeds the limit is still kept, until the next comes. */
    set(key: string, value: T, sizeBytes: number): void {
      remove(key);
      entries.set(key, { value, sizeBytes });
      totalBytes += sizeBytes;
      for (const oldest of entries.keys()) {
        const isFull = entries.size > options.maxCount || totalBytes > options.maxBytes;
        if (!isFull || entries.size === 1) break;
        remove(oldest);
      }
    },
  };
}
