import { redisUnavailable } from '@runlight/queue';
import type { Redis } from '@runlight/queue';
import { lettersOfLethal } from './dead-letters.ts';
import { storeLot } from './lot.ts';
import type { LotOptions } from './lot.ts';
import { isOutOfMemory } from './place/key-directory.ts';
import { Stopped } from './retry.ts';
import { finishedBatch, openCount } from './work.ts';
import type { Work } from './work.ts';

/** How often storing an entry alone was begun and not ended, by this or another process. */
export interface SuspectStore {
  begin: (lane: string, entryId: string) => Promise<number>;
  end: (lane: string, entryId: string) => Promise<void>;
}

export function createSuspectStore(redis: Redis): SuspectStore {
  const key = (lane: string, entryId: string) => `runlight:suspect:${lane}:${entryId}`;
  return {
    async begin(lane, entryId) {
      try {
        const count = await redis.incr(key(lane, entryId));
        await redis.expire(key(lane, entryId), 86_400);
        return count;
      } catch (error) {
        // Storing it is what makes room in Redis again.
        if (isOutOfMemory(error)) return 0;
        throw redisUnavailable(error);
      }
    },
    async end(lane, entryId) {
      try {
        await redis.del(key(lane, entryId));
      } catch (error) {
        throw redisUnavailable(error);
      }
    },
  };
}

/** Deliveries after which an entry may be what ends the processes that get it. */
const suspiciousDeliveries = 3;
/** One more than two: a process may be killed for other reasons while it stores an entry alone. */
const lethalAttempts = 3;

export const isSuspicious = (deliveries: number): boolean => deliveries > suspiciousDeliveries;

/**
 * Stores an entry that was delivered again and again, alone, with a mark set before and taken away
 * after. Only a process that ends in between leaves its mark, and none is set while a store is away, so
 * that a worker that is restarted often, or an outage, condemns nobody; an entry with three marks is
 * given up (F25). The caller has asked for the stores, and lets nothing else run.
 */
export async function storeAlone(
  options: LotOptions & { suspects: SuspectStore },
  lane: string,
  work: Work,
): Promise<void> {
  const { suspects, patience, log } = options;
  const { id, batch } = work.entry;
  const attempts = await patience.insist('mark an entry', () => suspects.begin(lane, id));
  try {
    if (attempts > lethalAttempts) {
      log.error(
        { entryId: id, batchId: batch.batchId },
        'entry ends every worker that stores it; dead letter',
      );
      await buryLethal(options, work, attempts - 1);
    } else {
      await storePatiently(options, work);
    }
  } catch (error) {
    // Told to stop while waiting for a store: that says nothing about the entry.
    if (error instanceof Stopped) await suspects.end(lane, id).catch(() => undefined);
    throw error;
  }
  await patience.insist('unmark an entry', () => suspects.end(lane, id));
}

async function storePatiently(options: LotOptions, work: Work): Promise<void> {
  for (let open = [work]; open.length > 0;) {
    open = await storeLot(options, open);
    if (open.length > 0) await options.patience.wait(250);
  }
}

async function buryLethal(options: LotOptions, work: Work, attempts: number): Promise<void> {
  const { patience, ledger, consumer, metrics } = options;
  const dead = openCount(work);
  await patience.insist('bury a batch', () => ledger.bury(lettersOfLethal(work, attempts)));
  work.dead += dead;
  await patience.insist('write the ledger', () => ledger.record([finishedBatch(work)]));
  await patience.insist('acknowledge', () => consumer.acknowledge([work.entry.id]));
  metrics.operations.inc({ outcome: 'dead' }, dead);
}
