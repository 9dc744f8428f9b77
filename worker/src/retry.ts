import { isAppError } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { setTimeout as pause } from 'node:timers/promises';
import type { Breaker } from './breaker.ts';

/** Thrown inside the worker when it is told to stop while it waits for something to heal. */
export class Stopped extends Error {
  constructor() {
    super('The worker stops');
    this.name = 'Stopped';
  }
}

/** Low, because a store that restarts is back in seconds and one question a second costs nothing. */
const longestDelayMs = 2000;

export const backoffMs = (attempt: number, random: () => number = Math.random): number =>
  Math.min(50 * 2 ** Math.min(attempt, 10), longestDelayMs) * (0.5 + random() / 2);

export interface Patience {
  /**
   * Repeats a call as long as it fails for reasons that may pass, with growing pauses. In between it
   * asks `probe`, so that a large call is repeated only once the other side answers again.
   */
  insist: <T>(what: string, call: () => Promise<T>, probe?: () => Promise<void>) => Promise<T>;
  /** Waits; throws Stopped when the worker stops meanwhile. */
  wait: (ms: number) => Promise<void>;
}

export function createPatience({
  log,
  signal,
  onRetry,
  breaker,
}: {
  log: Logger;
  signal: AbortSignal;
  onRetry?: (what: string) => void;
  /** Is open from the first failure of a call until it succeeds. */
  breaker?: Breaker;
}): Patience {
  async function wait(ms: number): Promise<void> {
    try {
      await pause(ms, undefined, { signal });
    } catch {
      throw new Stopped();
    }
  }

  async function untilItAnswers(probe: () => Promise<void>, failedAttempts: number) {
    for (let attempt = failedAttempts; ; attempt += 1) {
      await wait(backoffMs(attempt));
      try {
        await probe();
        return;
      } catch (error) {
        if (!mayPass(error)) throw error;
      }
    }
  }

  return {
    wait,
    async insist(what, call, probe = () => Promise.resolve()) {
      let close: (() => void) | undefined;
      try {
        for (let attempt = 0; ; attempt += 1) {
          try {
            const result = await call();
            if (attempt > 0) log.info({ what, attempt }, 'it works again');
            return result;
          } catch (error) {
            if (!mayPass(error)) throw error;
            if (signal.aborted) throw new Stopped();
            if (attempt === 0) log.warn({ what, err: error }, 'failed; it will be repeated');
            close ??= breaker?.open(what);
            onRetry?.(what);
            await untilItAnswers(probe, attempt);
          }
        }
      } finally {
        close?.();
      }
    },
  };
}

const mayPass = (error: unknown) => isAppError(error) && error.retryable;
