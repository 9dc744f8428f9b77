import type { Logger } from '@runlight/service';

export interface Circuit {
  /** Whether Redis is not to be asked now. */
  isBroken: () => boolean;
  /** Redis answered, in whatever way. */
  answered: () => void;
  /** A command had no answer in time. */
  timedOut: () => void;
  close: () => void;
}

export interface CircuitOptions {
  /** Resolves when Redis answers. */
  probe: () => Promise<unknown>;
  log: Logger;
  /** Default 2. */
  timeoutsToOpen?: number;
  /** Default 500. */
  probeEveryMs?: number;
}

/**
 * While Redis is frozen, one request after another would wait for it in vain. After some timeouts in
 * a row nobody asks it any more but a probe, whose answer lets all of them back (F7).
 */
export function createCircuit(options: CircuitOptions): Circuit {
  const { probe, log, timeoutsToOpen = 2, probeEveryMs = 500 } = options;
  let timeouts = 0;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function probeOnce(): Promise<void> {
    try {
      await probe();
      log.info('Redis answers again');
      timer = undefined;
      timeouts = 0;
    } catch {
      // It is still silent, or away; then commands fail at once, and the probe goes on.
      if (!isClosed) schedule();
    }
  }

  function schedule(): void {
    timer = setTimeout(() => void probeOnce(), probeEveryMs);
    timer.unref();
  }

  return {
    isBroken: () => timer !== undefined,
    answered: () => {
      timeouts = 0;
    },
    timedOut: () => {
      timeouts += 1;
      if (timeouts < timeoutsToOpen || timer || isClosed) return;
      log.warn({ timeouts }, 'Redis does not answer; batches go to the journal at once');
      schedule();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
