import type { IngestConsumer, IngestEntry, IngestLane } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { createBell } from './bell.ts';
import type { Bell } from './bell.ts';
import type { Breaker } from './breaker.ts';
import { letterOfCorrupt } from './dead-letters.ts';
import { createInbox, lotLimits } from './inbox.ts';
import type { Inbox } from './inbox.ts';
import type { Ledger } from './ledger.ts';
import type { Patience } from './retry.ts';
import { isSuspicious } from './suspects.ts';
import { workOf } from './work.ts';
import type { Work } from './work.ts';
import type { WorkerMetrics } from './worker-metrics.ts';

export interface LaneOptions {
  name: IngestLane;
  consumer: IngestConsumer;
  ledger: Ledger;
  /** Rings when the inbox changes. */
  bell: Bell;
  /** Nothing new is read while it is open. */
  breaker: Breaker;
  /** Ends reading. */
  signal: AbortSignal;
  readerPatience: Patience;
  patience: Patience;
  metrics: WorkerMetrics;
  log: Logger;
}

/** One stream of the queue as this worker sees it. */
export interface Lane {
  name: IngestLane;
  consumer: IngestConsumer;
  inbox: Inbox;
  /** Fills the inbox until reading ends. */
  read: () => Promise<void>;
  /** The next entry that may be what ends the processes that store it; undefined once closed. */
  nextSuspect: () => Promise<Work | undefined>;
  /** Stored and acknowledged, but for what waits for its trace: that comes into the inbox again. */
  finish: (lot: Work[], open: Work[]) => void;
  /** Renews what is in hand. */
  renew: () => Promise<void>;
  /** Takes over what others dropped. */
  takeOver: () => Promise<void>;
  /** Sets the metrics of the queue; while entries are unread, a time before which none was accepted. */
  measure: () => Promise<number | undefined>;
  /** Everything read and not finished. */
  inHand: () => Iterable<Work>;
  close: () => void;
}

const maxEntriesPerRead = 50;
const longestReadMs = 1000;
const retryPlaceMs = 250;

export function createLane(options: LaneOptions): Lane {
  const { name, consumer, bell, breaker, signal, readerPatience, patience, metrics, log } = options;
  const inbox = createInbox(bell);
  const held = new Map<string, Work>();
  const suspects: Work[] = [];
  const suspectBell = createBell();
  const unplaced = new Set<NodeJS.Timeout>();
  let averageBytes = 64 << 10;
  let newestReadMs: number | undefined;

  /** Takes in what was read; what is in hand already came a second time. */
  async function receive(entries: IngestEntry[], deliveries?: Map<string, number>): Promise<void> {
    for (const entry of entries) {
      if (held.has(entry.id)) continue;
      if (entry.kind === 'newer') {
        log.warn({ entryId: entry.id }, 'entry of a newer version is left for a newer worker');
      } else if (entry.kind === 'corrupt') {
        await buryCorrupt(entry);
      } else {
        const work = workOf(entry);
        held.set(entry.id, work);
        averageBytes += (entry.sizeBytes - averageBytes) / 16;
        if (isSuspicious(deliveries?.get(entry.id) ?? 0)) {
          suspects.push(work);
          suspectBell.ring();
        } else {
          inbox.add(work);
        }
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

  /** What somebody had in hand before: it may have been the end of that process. */
  async function receiveAgain(entries: IngestEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const ids = entries.map(({ id }) => id);
    const deliveries = await patience.insist('count deliveries', () => consumer.deliveries(ids));
    await receive(entries, deliveries);
  }

  /** What an earlier process of this name had in hand when it ended. */
  async function readOwnPending(): Promise<void> {
    for (let after = '0'; !signal.aborted;) {
      const entries = await readerPatience.insist('read pending entries', () =>
        consumer.readPending(after, maxEntriesPerRead),
      );
      const last = entries.at(-1);
      if (!last) return;
      after = last.id;
      await receiveAgain(entries);
      await inbox.room();
    }
  }

  /** The trace of an operation may be in an entry behind this one. */
  function retryLater(work: Work): void {
    const timer = setTimeout(() => {
      unplaced.delete(timer);
      metrics.waiting.dec();
      inbox.add(work);
    }, retryPlaceMs);
    unplaced.add(timer);
    metrics.waiting.inc();
  }

  return {
    name,
    consumer,
    inbox,
    inHand: () => held.values(),

    async read() {
      await readOwnPending();
      while (!signal.aborted) {
        await inbox.room();
        await breaker.untilClosed(signal);
        if (signal.aborted) return;
        const count = Math.floor(lotLimits.bytes / averageBytes);
        const entries = await readerPatience.insist('read the queue', () =>
          consumer.readNew(Math.min(Math.max(count, 1), maxEntriesPerRead), longestReadMs),
        );
        const newest = entries.at(-1);
        if (newest) newestReadMs = Number(newest.id.split('-')[0]);
        await receive(entries);
      }
    },

    async nextSuspect() {
      for (;;) {
        if (inbox.isClosed) return undefined;
        // Any of them: the same first one would be in hand whenever this process is killed.
        const [work] = suspects.splice(Math.floor(Math.random() * suspects.length), 1);
        if (work) return work;
        await suspectBell.heard();
      }
    },

    finish(lot, open) {
      for (const { entry } of lot) held.delete(entry.id);
      for (const work of open) {
        held.set(work.entry.id, work);
        retryLater(work);
      }
    },

    renew: () => consumer.renew([...held.keys()]),

    async takeOver() {
      const claimed = await consumer.claimIdle(maxEntriesPerRead);
      const swept = await consumer.sweepLimbo();
      metrics.claimed.inc({ lane: name }, claimed.length);
      metrics.swept.inc({ lane: name }, swept.length);
      if (swept.length > 0)
        log.warn({ lane: name, entries: swept.length }, 'entries were in limbo');
      await receiveAgain([...claimed, ...swept]);
    },

    async measure() {
      const { length, pending, oldestAgeMs } = await consumer.backlog();
      metrics.queueLength.set({ lane: name }, length);
      metrics.queuePending.set({ lane: name }, pending);
      metrics.queueOldest.set({ lane: name }, oldestAgeMs / 1000);
      return length > pending ? (newestReadMs ?? Date.now() - oldestAgeMs) : undefined;
    },

    close() {
      for (const timer of unplaced) clearTimeout(timer);
      inbox.close();
      suspectBell.ring();
    },
  };
}
