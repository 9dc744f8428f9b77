import type { Journal } from '../journal/journal.ts';
import type { Segment } from '../journal/segment.ts';

/** How far a segment has come on its way to Redis and into the store. */
export interface Progress {
  /** Up to here everything is in Redis. */
  sentBytes: number;
  /** Something of it went to a Redis that may forget: it stays until the ledger has it. */
  needsLedger: boolean;
  /** Some of it may be stored already: ask before sending. */
  asksLedger: boolean;
  /** Grows with each rewind. */
  round: number;
  /** For so many of its batches the ledger was asked … */
  askedCount: number;
  /** … and these it did not have. */
  unsettled: string[];
}

export interface ProgressBook {
  of: (segment: Segment) => Progress;
  /** Whether all of a segment is in Redis. */
  isSent: (segment: Segment) => boolean;
  /** The oldest segment that is not in Redis as a whole. */
  nextToSend: () => Segment | undefined;
  /** Everything is to be sent again that the ledger does not have. */
  rewind: () => void;
}

export function createProgressBook(journal: Journal): ProgressBook {
  const book = new WeakMap<Segment, Progress>();

  function of(segment: Segment): Progress {
    const known = book.get(segment);
    if (known) return known;
    const fresh: Progress = {
      sentBytes: 0,
      needsLedger: false,
      asksLedger: segment.isInherited,
      round: 0,
      askedCount: 0,
      unsettled: [],
    };
    book.set(segment, fresh);
    return fresh;
  }

  const isSent = (segment: Segment) => of(segment).sentBytes === segment.sizeBytes;

  return {
    of,
    isSent,
    nextToSend: () => journal.segments().find((segment) => !isSent(segment)),
    rewind: () => {
      for (const segment of journal.segments()) {
        const progress = of(segment);
        progress.sentBytes = 0;
        progress.asksLedger = true;
        progress.round += 1;
      }
    },
  };
}
