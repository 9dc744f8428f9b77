import type { IngestConsumer, IngestEntry } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { letterOfCorrupt } from './dead-letters.ts';
import { createInbox, lotLimits } from './inbox.ts';
import { storeLot } from './lot.ts';
import type { LotOptions } from './lot.ts';
import { Stopped, createPatience } from './retry.ts';
import { createSuspects } from './suspects.ts';
import type { SuspectStore } from './suspects.ts';
import { workOf } from './work.ts';
import type { Work } from './work.ts';

export interface WorkerOptions extends Omit<LotOptions, 'patience' | 'consumer'> {
  consumer: IngestConsumer;
  suspects: SuspectStore;
  /** How long an entry may be held without a sign of life. */
  leaseMs?: number;
  log: Logger;
}

export interface Worker {
  start: () => void;
  /** Stops reading and finishes what is being stored; during an outage entries stay pending. */
  stop: () => Promise<void>;
}

/** Storing and preparing the next lot overlap; more would only make smaller lots. */
const concurrentLots = 2;
const maxEntriesPerRead = 50;
const longestReadMs = 1000;
const retryPlaceMs = 250;
const drainMs = 20_000;

/** Moves entries from the queue into the stores, in the order of reliability-and-security §2.5. */
export function createWorker(options: WorkerOptions): Worker {
  const { consumer, metrics, log, leaseMs = 60_000 } = options;
  const reading = new AbortController();
  const working = new AbortController();
  const onRetry = (what: string) => metrics.retries.inc({ what });
  const readerPatience = createPatience({ log, signal: reading.signal, onRetry });
  const patience = createPatience({ log, signal: working.signal, onRetry });
  const inbox = createInbox();
  const held = new Set<string>();
  const unplaced = new Set<NodeJS.Timeout>();
  const timers: NodeJS.Timeout[] = [];
  const lotOptions: LotOptions = { ...options, patience };
  const suspects = createSuspects({ ...options, patience });
  let averageBytes = 64 << 10;
  let running: Promise<unknown> = Promise.resolve();

  /** Takes in what was read; what is in hand already came a second time. */
  async function receive(entries: IngestEntry[]): Promise<void> {
    for (const entry of entries) {
      if (held.has(entry.id)) continue;
      if (entry.kind === 'newer') {
        log.warn({ entryId: entry.id }, 'entry of a newer version is left for a newer worker');
      } else if (entry.kind === 'corrupt') {
        await buryCorrupt(entry);
      } else {
        held.add(entry.id);
        averageBytes += (entry.sizeBytes - averageBytes) / 16;
        inbox.add(workOf(entry));
      }
    }
  }

  async function buryCorrupt(entry: Extract<IngestEntry, { kind: 'corrupt' }>): Promise<void> {
    const { batchId, reason } = entry;
    log.error({ entryId: entry.id, batchId, reason }, 'entry is corrupt; dead letter');
    await patience.insist('bury a corrupt entry', () =>
      options.ledger.bury([letterOfCorrupt(entry)]),
    );
    await patience.insist('acknowledge', () => consumer.acknowledge([entry.id]));
    metrics.operations.inc({ outcome: 'dead' });
  }

  async function readAll(): Promise<void> {
    await readOwnPending();
    while (!reading.signal.aborted) {
      await inbox.room();
      const count = Math.floor(lotLimits.bytes / averageBytes);
      const entries = await readerPatience.insist('read the queue', () =>
        consumer.readNew(Math.min(Math.max(count, 1), maxEntriesPerRead), longestReadMs),
      );
      await receive(entries);
    }
  }

  /** What an earlier process of this name had in hand when it ended. */
  async function readOwnPending(): Promise<void> {
    for (let after = '0'; !reading.signal.aborted;) {
      const entries = await readerPatience.insist('read pending entries', () =>
        consumer.readPending(after, maxEntriesPerRead),
      );
      const last = entries.at(-1);
      if (!last) return;
      after = last.id;
      await receive(await suspects.sift(entries));
      await inbox.room();
    }
  }

  async function storeAll(): Promise<void> {
    for (let lot = await inbox.take(); lot; lot = await inbox.take()) {
      const open = await storeLot(lotOptions, lot);
      for (const { entry } of lot) held.delete(entry.id);
      for (const work of open) retryLater(work);
    }
  }

  /** The trace of an operation may be in an entry behind this one. */
  function retryLater(work: Work): void {
    held.add(work.entry.id);
    const timer = setTimeout(() => {
      unplaced.delete(timer);
      metrics.waiting.set(unplaced.size);
      inbox.add(work);
    }, retryPlaceMs);
    unplaced.add(timer);
    metrics.waiting.set(unplaced.size);
  }

  async function lookAfterQueue(): Promise<void> {
    await consumer.renew([...held]);
    const claimed = await consumer.claimIdle(maxEntriesPerRead);
    const swept = await consumer.sweepLimbo();
    metrics.claimed.inc(claimed.length);
    metrics.swept.inc(swept.length);
    if (swept.length > 0) log.warn({ entries: swept.length }, 'entries were in limbo');
    await receive(await suspects.sift([...claimed, ...swept]));
  }

  async function measureQueue(): Promise<void> {
    const { length, pending, oldestAgeMs } = await consumer.backlog();
    metrics.queueLength.set(length);
    metrics.queuePending.set(pending);
    metrics.queueOldest.set(oldestAgeMs / 1000);
  }

  function every(ms: number, what: string, chore: () => Promise<void>): void {
    let isRunning = false;
    const timer = setInterval(() => {
      if (isRunning) return;
      isRunning = true;
      chore()
        .catch((error: unknown) => log.debug({ what, err: error }, 'chore failed; it comes again'))
        .finally(() => (isRunning = false));
    }, ms);
    timer.unref();
    timers.push(timer);
  }

  /** Ends with the worker; a defect ends the process, which is safe at any moment. */
  async function loop(what: string, body: () => Promise<void>): Promise<void> {
    try {
      await body();
    } catch (error) {
      if (error instanceof Stopped) return;
      log.fatal({ err: error, what }, 'the worker broke down');
      throw error;
    }
  }

  return {
    start() {
      const storing = Array.from({ length: concurrentLots }, () => loop('store', storeAll));
      running = Promise.all([loop('read', readAll), ...storing]);
      every(leaseMs / 6, 'look after the queue', lookAfterQueue);
      every(5000, 'measure the queue', measureQueue);
    },

    async stop() {
      for (const timer of timers) clearInterval(timer);
      for (const timer of unplaced) clearTimeout(timer);
      reading.abort();
      inbox.close();
      const deadline = setTimeout(() => working.abort(), drainMs);
      await running;
      clearTimeout(deadline);
    },
  };
}
