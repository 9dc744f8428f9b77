import type { Bell } from './bell.ts';
import { openCount } from './work.ts';
import type { Work } from './work.ts';

// When what is stored together? A lot goes out as soon as it is full, otherwise at most four times a
// second, because every insert makes a part that ClickHouse has to merge. But a lot that comes after a
// pause goes at once: at a low rate nobody waits for company.
export const lotLimits = {
  /** Under load a lot is as large as this: half the CPU of the store goes with the number of parts. */
  bytes: 24 << 20,
  /** A loop that helps the other lane must soon be free again for its own. */
  helpBytes: 8 << 20,
  operations: 10_000,
  /** The batch ids of a lot are parameters of its queries; ClickHouse takes 128 KiB for each. */
  entries: 1000,
  intervalMs: 250,
  /** Requests that arrive together shall be stored together. */
  firstWaitMs: 10,
} as const;

/** What was read from one lane of the queue and is not being stored yet. */
export interface Inbox {
  add: (work: Work) => void;
  /** In how many milliseconds the next lot is due; undefined while there is nothing. */
  dueInMs: () => number | undefined;
  /** For how long there has been nothing. */
  idleMs: () => number;
  /**
   * The next lot: one entry of each workspace that waits in turn, so that the many of one delay the few
   * of another by one lot at most. An entry is never split.
   */
  takeLot: (maxBytes?: number) => Work[];
  /** Waits until there is room to read more. */
  room: () => Promise<void>;
  /** Nothing more comes: what is there is due at once. */
  close: () => void;
  readonly isClosed: boolean;
}

/** @param bell rings whenever something changes that a taker or a reader may wait for */
export function createInbox(bell: Bell, now: () => number = () => performance.now()): Inbox {
  /** Entries by workspace; the workspace whose turn it is stands first. */
  const waiting = new Map<string, Work[]>();
  let entries = 0;
  let bytes = 0;
  let operations = 0;
  let waitingSinceMs = 0;
  let lastLotAtMs = -Infinity;
  let lastBusyAtMs = -Infinity;
  let isClosed = false;

  const isFull = () =>
    bytes >= lotLimits.bytes || operations >= lotLimits.operations || entries >= lotLimits.entries;

  /** Takes the first workspace's oldest entry and sends the workspace to the end. */
  function shift(workspaceId: string, queue: Work[]): Work {
    const work = queue.shift()!;
    waiting.delete(workspaceId);
    if (queue.length > 0) waiting.set(workspaceId, queue);
    entries -= 1;
    bytes -= work.entry.sizeBytes;
    operations -= openCount(work);
    return work;
  }

  return {
    get isClosed() {
      return isClosed;
    },

    add(work) {
      if (entries === 0) waitingSinceMs = now();
      const { workspaceId } = work.entry.batch;
      const queue = waiting.get(workspaceId);
      if (queue) queue.push(work);
      else waiting.set(workspaceId, [work]);
      entries += 1;
      bytes += work.entry.sizeBytes;
      operations += openCount(work);
      bell.ring();
    },

    dueInMs() {
      if (entries === 0) return undefined;
      if (isClosed || isFull()) return 0;
      const dueAtMs = Math.max(
        waitingSinceMs + lotLimits.firstWaitMs,
        lastLotAtMs + lotLimits.intervalMs,
      );
      return Math.max(0, dueAtMs - now());
    },

    idleMs: () => (entries > 0 ? 0 : now() - lastBusyAtMs),

    takeLot(maxBytes = lotLimits.bytes) {
      const lot: Work[] = [];
      let lotBytes = 0;
      let lotOperations = 0;
      for (const [workspaceId, queue] of waiting) {
        const [next] = queue;
        lotBytes += next!.entry.sizeBytes;
        lotOperations += openCount(next!);
        const isTooMuch =
          lotBytes > maxBytes ||
          lotOperations > lotLimits.operations ||
          lot.length >= lotLimits.entries;
        // One that is larger than a lot is a lot of its own.
        if (isTooMuch && lot.length > 0) break;
        // What is set again during the walk is visited again: round after round.
        lot.push(shift(workspaceId, queue));
      }
      lastLotAtMs = now();
      lastBusyAtMs = lastLotAtMs;
      bell.ring();
      return lot;
    },

    async room() {
      for (;;) {
        if (!isFull() || isClosed) return;
        await bell.heard();
      }
    },

    close() {
      isClosed = true;
      bell.ring();
    },
  };
}

/**
 * Waits for the next lot: of its own inbox, or of the other one once its own has been empty for a
 * while. Undefined when both are closed and empty.
 */
export async function nextLot<Lane extends { inbox: Inbox }>(
  bell: Bell,
  { own, other, helpAfterMs }: { own: Lane; other: Lane; helpAfterMs: number },
): Promise<{ lane: Lane; lot: Work[] } | undefined> {
  for (;;) {
    const ownDueMs = own.inbox.dueInMs();
    if (ownDueMs === 0) return { lane: own, lot: own.inbox.takeLot() };
    let waitMs = ownDueMs;
    if (ownDueMs === undefined) {
      const idleMs = own.inbox.isClosed ? Infinity : own.inbox.idleMs();
      const otherDueMs = other.inbox.dueInMs();
      if (otherDueMs === undefined && own.inbox.isClosed && other.inbox.isClosed) return undefined;
      if (otherDueMs !== undefined) waitMs = Math.max(otherDueMs, helpAfterMs - idleMs, 0);
      if (waitMs === 0) {
        return { lane: other, lot: other.inbox.takeLot(lotLimits.helpBytes) };
      }
    }
    await bell.heard(waitMs);
  }
}
