import type { Work } from './work.ts';

// When what is stored together? A lot goes out as soon as it is full, otherwise at most four times a
// second, because every insert makes a part that ClickHouse has to merge. But a lot that comes after a
// pause goes at once: at a low rate nobody waits for company.
export const lotLimits = {
  bytes: 8 << 20,
  operations: 10_000,
  /** The batch ids of a lot are parameters of its queries; ClickHouse takes 128 KiB for each. */
  entries: 1000,
  intervalMs: 250,
  /** Requests that arrive together shall be stored together. */
  firstWaitMs: 10,
} as const;

/** What was read from the queue and is not being stored yet. */
export interface Inbox {
  add: (work: Work) => void;
  /** Waits for the next lot; undefined once closed and empty. */
  take: () => Promise<Work[] | undefined>;
  /** Waits until there is room to read more. */
  room: () => Promise<void>;
  /** Nothing more comes: what is there is given out without waiting. */
  close: () => void;
}

export function createInbox(now: () => number = () => performance.now()): Inbox {
  let waiting: { work: Work; arrivedAtMs: number }[] = [];
  let bytes = 0;
  let operations = 0;
  let lastLotAtMs = -Infinity;
  let isClosed = false;
  let wakers: (() => void)[] = [];

  function changed(): void {
    const woken = wakers;
    wakers = [];
    for (const wake of woken) wake();
  }

  function sleep(ms?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      wakers.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  const isFull = () =>
    bytes >= lotLimits.bytes ||
    operations >= lotLimits.operations ||
    waiting.length >= lotLimits.entries;

  function dueInMs(): number | undefined {
    const [first] = waiting;
    if (!first) return undefined;
    if (isClosed || isFull()) return 0;
    const dueAtMs = Math.max(
      first.arrivedAtMs + lotLimits.firstWaitMs,
      lastLotAtMs + lotLimits.intervalMs,
    );
    return Math.max(0, dueAtMs - now());
  }

  function takeLot(): Work[] {
    let lotBytes = 0;
    let lotOperations = 0;
    let count = 0;
    for (const { work } of waiting) {
      // An entry is never split; one that is larger than a lot is a lot of its own.
      lotBytes += work.entry.sizeBytes;
      lotOperations += work.open.length;
      const isTooMuch =
        lotBytes > lotLimits.bytes ||
        lotOperations > lotLimits.operations ||
        count >= lotLimits.entries;
      if (isTooMuch && count > 0) break;
      count += 1;
    }
    const lot = waiting.slice(0, count).map(({ work }) => work);
    waiting = waiting.slice(count);
    for (const work of lot) {
      bytes -= work.entry.sizeBytes;
      operations -= work.open.length;
    }
    lastLotAtMs = now();
    changed();
    return lot;
  }

  return {
    add(work) {
      waiting.push({ work, arrivedAtMs: now() });
      bytes += work.entry.sizeBytes;
      operations += work.open.length;
      changed();
    },
    async take() {
      for (;;) {
        const dueMs = dueInMs();
        if (dueMs === 0) return takeLot();
        if (dueMs === undefined && isClosed) return undefined;
        await sleep(dueMs);
      }
    },
    async room() {
      for (;;) {
        if (!isFull() || isClosed) return;
        await sleep();
      }
    },
    close() {
      isClosed = true;
      changed();
    },
  };
}
