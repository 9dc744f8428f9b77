import type { Logger } from '@runlight/service';
import type { Journal } from '../journal/journal.ts';
import type { Segment } from '../journal/segment.ts';
import { createLoop } from './loop.ts';
import type { Loop } from './loop.ts';
import type { ProgressBook } from './progress.ts';

export interface SettlerOptions {
  journal: Journal;
  progress: ProgressBook;
  isStored: (batchIds: string[]) => Promise<Set<string>>;
  /** Whether nothing is in the queue. Throws when Redis does not answer. */
  isQueueEmpty: () => Promise<boolean>;
  /** Batches left the queue without having been stored. */
  onVanished: (batches: number) => void;
  log: Logger;
}

/** The ledger is asked for about so many batches in one turn. */
const askedAtOnce = 5000;
const shortestPauseMs = 500;
const longestPauseMs = 4000;
/** Batches that are this old are looked for in the queue. */
const suspiciousAgeMs = 30_000;

/**
 * Removes segments of which nothing is needed any more: all of it is on the disk of Redis or, where
 * Redis may forget, in the ledger. Asks less often while nothing gets stored.
 */
export function createSettler(options: SettlerOptions): Loop {
  const { journal, progress, isStored, log } = options;
  let pauseMs = shortestPauseMs;

  async function ask(segment: Segment): Promise<number> {
    const state = progress.of(segment);
    const { recordCount } = segment;
    const ids = [...state.unsettled, ...segment.batchIds(state.askedCount)];
    const stored = await isStored(ids);
    state.unsettled = ids.filter((id) => !stored.has(id));
    state.askedCount = recordCount;
    return ids.length;
  }

  function isDone(segment: Segment): boolean {
    const { needsLedger, unsettled, askedCount, sentBytes } = progress.of(segment);
    const isSettled = unsettled.length === 0 && askedCount === segment.recordCount;
    return sentBytes === segment.sizeBytes && (!needsLedger || isSettled);
  }

  async function release(segment: Segment): Promise<void> {
    if (segment === journal.active()) await journal.finishSegment();
    // Something may have been added before it was closed.
    if (isDone(segment)) await journal.remove(segment);
  }

  async function turn(): Promise<void> {
    const sent = journal.segments().filter((segment) => progress.isSent(segment));
    const sizes = new Map(sent.map((segment) => [segment, segment.sizeBytes]));
    // Asked before the ledger: a batch that is in neither then is nowhere.
    const isGone = sent.some(isSuspicious) && (await options.isQueueEmpty());
    let vanished = 0;
    let asked = 0;
    for (const segment of sent) {
      if (progress.of(segment).needsLedger && asked < askedAtOnce) asked += await ask(segment);
      if (isDone(segment)) await release(segment);
      else if (isGone && isSuspicious(segment) && sizes.get(segment) === segment.sizeBytes) {
        vanished += progress.of(segment).unsettled.length;
      }
    }
    if (vanished > 0) options.onVanished(vanished);
  }

  const isSuspicious = (segment: Segment) =>
    progress.of(segment).needsLedger &&
    Date.now() - (segment.startedAtMs() ?? Infinity) > suspiciousAgeMs;

  return createLoop(async () => {
    const before = journal.segments().length;
    try {
      await turn();
    } catch (error) {
      log.debug({ err: error }, 'the journal could not be tidied');
    }
    const isMoving = journal.segments().length < before;
    pauseMs = isMoving ? shortestPauseMs : Math.min(pauseMs * 2, longestPauseMs);
    return pauseMs;
  });
}
