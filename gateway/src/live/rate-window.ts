export interface RateWindow<T> {
  push: (event: T, stateKey: string | undefined) => void;
  /** Drops what is held; nothing is emitted afterwards. */
  close: () => void;
}

/** Held events and remembered keys stay below this, whatever arrives. */
const maxKeys = 1024;

/**
 * Merges bursts: events of one state key that are nearer than `intervalMs` become the newest of them.
 * While one event is held all later ones wait behind it, as clients ignore ids below the last seen.
 */
export function createRateWindow<T>({
  intervalMs,
  emit,
  now = () => performance.now(),
}: {
  intervalMs: number;
  emit: (event: T) => void;
  now?: () => number;
}): RateWindow<T> {
  const emittedAt = new Map<string, number>();
  let held = new Map<string, T>();
  let unkeyed = 0;
  let timer: NodeJS.Timeout | undefined;

  function emitNow(event: T, stateKey: string | undefined): void {
    if (stateKey !== undefined) {
      // Newest last, so that the first keys are the ones to forget.
      emittedAt.delete(stateKey);
      emittedAt.set(stateKey, now());
      if (emittedAt.size > maxKeys) emittedAt.delete(emittedAt.keys().next().value!);
    }
    emit(event);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const events = held;
    held = new Map();
    for (const [key, event] of events)
      emitNow(event, key.startsWith('=') ? key.slice(1) : undefined);
  }

  return {
    push(event, stateKey) {
      const waitMs =
        stateKey === undefined ? 0 : intervalMs - (now() - (emittedAt.get(stateKey) ?? -Infinity));
      if (held.size === 0 && waitMs <= 0) return emitNow(event, stateKey);
      const key = stateKey === undefined ? `#${(unkeyed += 1)}` : `=${stateKey}`;
      held.delete(key);
      held.set(key, event);
      if (held.size >= maxKeys) flush();
      else timer ??= setTimeout(flush, Math.max(waitMs, 0));
    },
    close() {
      clearTimeout(timer);
      held.clear();
    },
  };
}
