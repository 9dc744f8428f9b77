import type { Logger } from './logger.ts';

/** Something that was opened and must be closed. */
export interface Part {
  name: string;
  close: () => Promise<void> | void;
}

export interface Lifecycle {
  /** Registers a part; parts close in reverse order of registration. */
  add: (part: Part) => void;
  /** Runs the shutdown once; later calls wait for the first one. */
  shutdown: (reason: string) => Promise<void>;
}

/**
 * Ties the parts of a process to SIGTERM and SIGINT. A second signal does not shorten the drain
 * (reliability-and-security §2.8); after `drainTimeoutMs` the process exits with code 1.
 */
export function createLifecycle({
  log,
  drainTimeoutMs = 25_000,
  exit = (code: number) => process.exit(code),
}: {
  log: Logger;
  drainTimeoutMs?: number;
  exit?: (code: number) => void;
}): Lifecycle {
  const parts: Part[] = [];
  let running: Promise<void> | undefined;

  async function closeAll(reason: string): Promise<void> {
    log.info({ reason }, 'stopping');
    for (const part of parts.toReversed()) {
      try {
        await part.close();
      } catch (error) {
        log.error({ err: error, part: part.name }, 'part did not close cleanly');
      }
    }
    log.info('stopped');
  }

  const shutdown = (reason: string) => (running ??= closeAll(reason));

  const onSignal = (signal: string) => {
    const timer = setTimeout(() => {
      log.error({ drainTimeoutMs }, 'drain took too long');
      exit(1);
    }, drainTimeoutMs);
    timer.unref();
    void shutdown(signal).then(() => exit(0));
  };
  process.on('SIGTERM', () => onSignal('SIGTERM'));
  process.on('SIGINT', () => onSignal('SIGINT'));

  return { add: (part) => void parts.push(part), shutdown };
}
