import { assertKey } from './keys.ts';
import type { ObjectStore } from './object-store.ts';

/** No implementation sees a bad key, nor the same key put twice at a time: an image sent often in one request is written once. */
export function withCheckedKeys(store: ObjectStore): ObjectStore {
  const puts = new Map<string, Promise<void>>();
  const checked = <A extends unknown[], R>(call: (key: string, ...rest: A) => Promise<R>) => {
    return async (key: string, ...rest: A): Promise<R> => {
      assertKey(key);
      return call(key, ...rest);
    };
  };

  return {
    ...store,
    put: checked(async (key, bytes: Uint8Array, options) => {
      const running = puts.get(key) ?? store.put(key, bytes, options);
      puts.set(key, running);
      try {
        await running;
      } finally {
        if (puts.get(key) === running) puts.delete(key);
      }
    }),
    get: checked(store.get),
    stream: checked(store.stream),
    size: checked(store.size),
    remove: async (keys) => {
      keys.forEach(assertKey);
      await store.remove(keys);
    },
    close: async () => {
      await Promise.allSettled(puts.values());
      await store.close();
    },
  };
}
