import type { Logger } from '@runlight/service';

/** What is done again and again beside the work. */
export interface Chores {
  /** Runs a chore every so often, never twice at once; a failure waits for the next time. */
  every: (ms: number, what: string, chore: () => Promise<void>) => void;
  stop: () => void;
}

export function createChores(log: Logger): Chores {
  const timers: NodeJS.Timeout[] = [];
  return {
    every(ms, what, chore) {
      let isRunning = false;
      const timer = setInterval(() => {
        if (isRunning) return;
        isRunning = true;
        chore()
          .catch((error: unknown) =>
            log.debug({ what, err: error }, 'chore failed; it comes again'),
          )
          .finally(() => (isRunning = false));
      }, ms);
      timer.unref();
      timers.push(timer);
    },
    stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
