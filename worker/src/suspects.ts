import { redisUnavailable } from '@runlight/queue';
import type { IngestConsumer, IngestEntry, Redis } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { lettersOfLethal } from './dead-letters.ts';
import type { Ledger } from './ledger.ts';
import { storeLot } from './lot.ts';
import type { LotOptions } from './lot.ts';
import type { Patience } from './retry.ts';
import { workOf } from './work.ts';
import type { BatchEntry } from './work.ts';

/** How often storing an entry alone was begun and not ended, by this or another process. */
export interface SuspectStore {
  begin: (entryId: string) => Promise<number>;
  end: (entryId: string) => Promise<void>;
}

export function createSuspectStore(redis: Redis): SuspectStore {
  const key = (entryId: string) => `runlight:suspect:${entryId}`;
  return {
    async begin(entryId) {
      try {
        const count = await redis.incr(key(entryId));
        await redis.expire(key(entryId), 86_400);
        return count;
      } catch (error) {
        throw redisUnavailable(error);
      }
    },
    async end(entryId) {
      try {
        await redis.del(key(entryId));
      } catch (error) {
        throw redisUnavailable(error);
      }
    },
  };
}

/** Deliveries after which an entry may be what ends the processes that get it. */
const suspiciousDeliveries = 3;
const lethalAttempts = 2;

/**
 * Entries delivered again and again are stored one by one, with a mark set before and taken away after.
 * Only a process that ends in between leaves its mark, so a worker that is restarted often, or an
 * outage, condemns nobody; an entry with two marks is given up (F25).
 */
export function createSuspects(
  options: Omit<LotOptions, 'consumer'> & {
    consumer: IngestConsumer;
    suspects: SuspectStore;
    ledger: Ledger;
    patience: Patience;
    log: Logger;
  },
): { sift: (entries: IngestEntry[]) => Promise<IngestEntry[]> } {
  const { consumer, suspects, ledger, patience, log } = options;

  async function storeAlone(entry: BatchEntry): Promise<void> {
    const work = workOf(entry);
    const attempts = await patience.insist('mark an entry', () => suspects.begin(entry.id));
    if (attempts > lethalAttempts) {
      const { batchId } = entry.batch;
      log.error(
        { entryId: entry.id, batchId },
        'entry ends every worker that stores it; dead letter',
      );
      await patience.insist('bury a batch', () => ledger.bury(lettersOfLethal(work, attempts - 1)));
      await patience.insist('acknowledge', () => consumer.acknowledge([entry.id]));
      options.metrics.operations.inc({ outcome: 'dead' }, work.open.length);
    } else {
      for (let open = [work]; open.length > 0;) {
        open = await storeLot(options, open);
        if (open.length > 0) await patience.wait(250);
      }
    }
    await patience.insist('unmark an entry', () => suspects.end(entry.id));
  }

  return {
    /** Stores the suspicious ones here and now; gives the others. */
    async sift(entries) {
      if (entries.length === 0) return entries;
      const ids = entries.map(({ id }) => id);
      const deliveries = await patience.insist('count deliveries', () => consumer.deliveries(ids));
      const harmless: IngestEntry[] = [];
      for (const entry of entries) {
        const isSuspicious = (deliveries.get(entry.id) ?? 0) > suspiciousDeliveries;
        if (isSuspicious && entry.kind === 'batch') await storeAlone(entry);
        else harmless.push(entry);
      }
      return harmless;
    },
  };
}
