import type { Lab } from '../lab/lab.ts';

/** Starts again what ended by itself, as the supervisor of the default stack does. */
export interface Keeper {
  /** Which process did so how often. */
  crashes: ReadonlyMap<string, number>;
  stop: () => void;
}

export function keepRunning(lab: Lab): Keeper {
  const crashes = new Map<string, number>();
  const reviving = new Set<string>();

  async function revive(): Promise<void> {
    for (const process of lab.processes()) {
      const { name } = process;
      if (!process.hasCrashed() || reviving.has(name)) continue;
      reviving.add(name);
      crashes.set(name, (crashes.get(name) ?? 0) + 1);
      // On a full disk it may not start yet; the next look tries again.
      await process.start({ timeoutMs: 30_000 }).catch(() => undefined);
      reviving.delete(name);
    }
  }

  const timer = setInterval(() => void revive(), 500);
  return { crashes, stop: () => clearInterval(timer) };
}
