import { unavailable } from '@runlight/service';
import type { Logger, Registry } from '@runlight/service';
import type { Batch } from '../batch.ts';
import { encodeBatch } from '../batch-codec.ts';
import { openJournal } from '../journal/journal.ts';
import type { Journal } from '../journal/journal.ts';
import type { Redis } from '../redis.ts';
import { createDrain } from './drain.ts';
import { createJournalShare } from './journal-share.ts';
import { createLink } from './link.ts';
import { createRedisWatch } from './redis-watch.ts';
import type { DurabilityMode } from './redis-watch.ts';
import { createSenderMetrics, watchJournal } from './sender-metrics.ts';
import type { SenderMetrics } from './sender-metrics.ts';

export interface DurableSenderOptions {
  /** A connection that fails at once while there is none, and has a command timeout. */
  redis: Redis;
  /** Folder of the journal, for this process alone. */
  journalDir: string;
  /** What makes a batch durable; `auto` asks Redis whether it syncs every write. */
  mode: 'auto' | DurabilityMode;
  maxJournalBytes: number;
  /** Which of the batches are stored, or dead, for good. May throw; then it is asked again later. */
  isStored: (batchIds: string[]) => Promise<Set<string>>;
  log: Logger;
  metrics: Registry;
  /** When a segment of the journal is closed, for tests. */
  segmentBytes?: number;
}

export interface SenderStatus {
  mode: DurabilityMode;
  /** Why the mode is `journal`. */
  reason?: string;
  journalBytes: number;
  journalMaxBytes: number;
  journalRecords: number;
}

export interface DurableSender {
  /** Resolves when the batch is on disk, in Redis or the journal. Throws UNAVAILABLE when it is in neither. */
  send: (batch: Batch) => Promise<void>;
  status: () => SenderStatus;
  /** Throws when a batch could not be made durable now (A5). */
  check: () => Promise<void>;
  /** Finishes what is being written; what is in the journal then is sent after the next start. */
  close: () => Promise<void>;
}

/** From here on load balancers should choose somebody else. */
const nearlyFullRatio = 0.9;

/**
 * Makes accepted batches durable and takes them to the queue.
 *
 * With a Redis that syncs every write, a batch goes there; when Redis fails, is silent or full, it goes to
 * the journal, which is emptied into Redis as soon as that works. With any other Redis each batch goes to
 * the journal first and stays there until the ledger says that it is stored; when Redis has lost its
 * memory, all that the ledger does not have is sent again.
 *
 * Throws CONFLICT when another process has the journal's folder.
 */
export async function createDurableSender(options: DurableSenderOptions): Promise<DurableSender> {
  const { redis, log } = options;
  const metrics = createSenderMetrics(options.metrics);
  const journal = await openOwnJournal(options, metrics);
  const link = createLink(redis, metrics, log);
  const watch = createRedisWatch({
    redis,
    mode: options.mode,
    dir: options.journalDir,
    log,
    onLost: () => {
      metrics.lost.inc();
      tellLoss(watch.mode(), journal, log);
      drain.sendAgain();
    },
    onRestarted: () => {
      // One that syncs has what it took.
      if (watch.mode() === 'journal') drain.sendAgain();
    },
    onKnown: () => drain.wake(),
  });
  const drain = createDrain({ ...options, journal, link, watch, metrics });
  const share = createJournalShare(options.maxJournalBytes);

  return {
    async send(batch) {
      const encoded = encodeBatch(batch);
      const owner = share.of(batch.workspaceId);
      if (watch.mode() === 'redis' && link.isOpen() && (await isTaken(link.xadd(encoded)))) {
        metrics.sends.inc({ way: 'redis' });
        return;
      }
      try {
        await journal.append(batch.batchId, encoded, owner);
      } catch (error) {
        metrics.sends.inc({ way: 'refused' });
        throw error;
      }
      metrics.sends.inc({ way: 'journal' });
      drain.wake();
    },
    status: () => statusOf(watch, journal, options.maxJournalBytes),
    async check() {
      if (watch.mode() === 'redis' && watch.isKnown() && link.works()) return;
      if (journal.usage().bytes >= options.maxJournalBytes * nearlyFullRatio) {
        throw unavailable('the journal is nearly full');
      }
      await journal.probe();
    },
    async close() {
      await drain.close();
      await watch.close();
      link.close();
      await journal.close();
    },
  };
}

async function openOwnJournal(
  options: DurableSenderOptions,
  metrics: SenderMetrics,
): Promise<Journal> {
  const { journalDir, maxJournalBytes, segmentBytes, log } = options;
  const journal = await openJournal({
    dir: journalDir,
    maxBytes: maxJournalBytes,
    ...(segmentBytes !== undefined && { segmentBytes }),
    log,
    onDamage: (ranges) => metrics.quarantined.inc(ranges.length),
  });
  watchJournal(options.metrics, journal);
  const { records, bytes } = journal.usage();
  if (records > 0) log.info({ records, bytes }, 'the journal has batches of an earlier process');
  return journal;
}

/** Whatever went wrong: it is not known to be there, so it needs another place. */
const isTaken = (sent: Promise<void>): Promise<boolean> =>
  sent.then(
    () => true,
    () => false,
  );

/** An alarm, unless this Redis was known to forget and had nothing that is missing now. */
function tellLoss(mode: DurabilityMode, journal: Journal, log: Logger): void {
  const { records } = journal.usage();
  const text = 'Redis lost its memory; what is in the journal and not stored is sent again';
  if (mode === 'redis' || records > 0) log.error({ records }, text);
  else log.warn({ records }, text);
}

function statusOf(
  watch: ReturnType<typeof createRedisWatch>,
  journal: Journal,
  maxJournalBytes: number,
): SenderStatus {
  const { bytes, records } = journal.usage();
  const reason = watch.reason();
  return {
    mode: watch.mode(),
    ...(reason !== undefined && { reason }),
    journalBytes: bytes,
    journalMaxBytes: maxJournalBytes,
    journalRecords: records,
  };
}
