import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@runlight/service';
import type { Journal } from '../journal/journal.ts';
import type { Redis } from '../redis.ts';
import { createForwarder } from './forwarder.ts';
import type { Link } from './link.ts';
import { createPacer, isQueueEmpty } from './pacer.ts';
import { createProgressBook } from './progress.ts';
import type { RedisWatch } from './redis-watch.ts';
import type { SenderMetrics } from './sender-metrics.ts';
import { createSettler } from './settler.ts';

export interface DrainOptions {
  journal: Journal;
  redis: Redis;
  link: Link;
  watch: Pick<RedisWatch, 'mode' | 'isKnown'>;
  isStored: (batchIds: string[]) => Promise<Set<string>>;
  metrics: SenderMetrics;
  log: Logger;
}

/** Empties the journal: to the queue, and then out of the way. */
export interface Drain {
  /** There is something new in the journal, or Redis is back. */
  wake: () => void;
  /** Redis does not have any more what was sent to it. */
  sendAgain: () => void;
  /** Gives Redis a moment to take what is left. */
  close: () => Promise<void>;
}

const partingMs = 1000;

export function createDrain(options: DrainOptions): Drain {
  const { journal, redis, link, watch, isStored, metrics, log } = options;
  const progress = createProgressBook(journal);
  const isOpen = () => watch.isKnown() && link.isOpen();

  const settler = createSettler({
    journal,
    progress,
    isStored,
    isQueueEmpty: () => isQueueEmpty(redis),
    onVanished: (batches) => {
      log.error({ batches }, 'batches left the queue without being stored; they are sent again');
      sendAgain();
    },
    log,
  });
  const forwarder = createForwarder({
    journal,
    progress,
    xadd: link.xadd,
    isOpen,
    isDurable: () => watch.mode() === 'redis',
    pacer: createPacer(redis),
    isStored,
    onReplayed: (batches) => metrics.replayed.inc(batches),
    onSent: (segment) => {
      // For the others the ledger has to be asked, at its own pace.
      if (!progress.of(segment).needsLedger) settler.wake();
    },
    log,
  });

  function sendAgain(): void {
    progress.rewind();
    forwarder.wake();
  }

  return {
    wake: forwarder.wake,
    sendAgain,
    async close() {
      const deadline = performance.now() + partingMs;
      while (progress.nextToSend() && isOpen() && performance.now() < deadline) await pause(20);
      await Promise.all([forwarder.stop(), settler.stop()]);
    },
  };
}
