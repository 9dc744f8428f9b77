/** One event waiting for a subscriber; `runId` undefined stands for a gap. */
export interface Queued<T> {
  runId: string | undefined;
  eventId: string;
  content: T;
}

export interface Clock {
  nowMs: () => number;
  /** Calls back after the time; the result cancels. */
  after: (ms: number, callback: () => void) => () => void;
}

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

export interface EventQueue<T> {
  /** Adds an event behind the others; an event of the same run that still waits is dropped for it. */
  push: (event: Queued<T>) => void;
  /** Resolves when there is room for another event, or nothing more is taken. */
  whenRoom: () => Promise<void> | undefined;
  /** The next event as soon as it may go out; undefined when the queue has been closed. */
  next: () => Promise<Queued<T> | undefined>;
  /** Nothing more comes; what waits is dropped, and `next` throws the error, if there is one. */
  close: (error?: unknown) => void;
}

/** Events of one run that may follow at once, and the pace after that: together 20 in any second. */
const burst = 10;
const paceMs = 100;

/**
 * What waits between the live log and one subscriber. Events leave in the order of their ids, because
 * clients take the last id for "all before it seen": one that must wait for its pace holds up those
 * behind it, at most for that pace, and moves to the end when a newer one of its run replaces it.
 * Who fills the queue waits for room, so that it is the reader of the log that decides what is lost.
 */
export function createEventQueue<T>({
  maxEvents = 256,
  clock = systemClock,
}: {
  maxEvents?: number;
  clock?: Clock;
} = {}): EventQueue<T> {
  const waiting = new Map<string | undefined, Queued<T>>();
  const pace = createPace(clock);
  let isClosed = false;
  let failure: { error: unknown } | undefined;
  let wakeReader: () => void = () => undefined;
  let wakeWriter: () => void = () => undefined;

  function changed(waitMs?: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = waitMs === undefined ? () => undefined : clock.after(waitMs, resolve);
      wakeReader = () => {
        cancel();
        resolve();
      };
    });
  }

  return {
    push(event) {
      if (isClosed) return;
      waiting.delete(event.runId);
      waiting.set(event.runId, event);
      wakeReader();
    },

    whenRoom() {
      if (isClosed || waiting.size < maxEvents) return undefined;
      return new Promise((resolve) => {
        wakeWriter = resolve;
      });
    },

    async next() {
      for (;;) {
        if (failure) throw failure.error;
        if (isClosed) return undefined;
        const [head] = waiting.values();
        const waitMs = head && pace.waitMs(head.runId);
        if (head && waitMs === 0) {
          waiting.delete(head.runId);
          pace.spend(head.runId);
          wakeWriter();
          return head;
        }
        await changed(waitMs);
      }
    },

    close(error) {
      if (isClosed) return;
      isClosed = true;
      waiting.clear();
      if (error !== undefined) failure = { error };
      wakeReader();
      wakeWriter();
    },
  };
}

/** How long a run's next event must wait (GCRA: one timestamp per run, no counters to reset). */
function createPace({ nowMs }: Clock) {
  const dueMs = new Map<string, number>();

  function forgetIdle(now: number): void {
    if (dueMs.size < 1024) return;
    for (const [runId, due] of dueMs) if (due <= now) dueMs.delete(runId);
  }

  return {
    waitMs: (runId: string | undefined): number => {
      const due = runId === undefined ? undefined : dueMs.get(runId);
      return due === undefined ? 0 : Math.max(0, due - (burst - 1) * paceMs - nowMs());
    },
    spend: (runId: string | undefined): void => {
      if (runId === undefined) return;
      const now = nowMs();
      forgetIdle(now);
      dueMs.set(runId, Math.max(dueMs.get(runId) ?? 0, now) + paceMs);
    },
  };
}
