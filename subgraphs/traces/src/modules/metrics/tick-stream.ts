import type { LiveRunEntry } from '@runlight/run-model';
import { systemClock } from '../live/event-queue.ts';
import type { Clock } from '../live/event-queue.ts';
import type { LiveSource } from '../live/run-stream.ts';

/** What happened in a project since the tick before. */
export interface Tick {
  /** Of the last event that counts in it. */
  eventId: string;
  runCount: number;
  endedCount: number;
  errorCount: number;
  isGap: boolean;
}

export interface TickStreamOptions {
  source: LiveSource;
  workspaceId: string;
  projectId: string;
  after?: string | undefined;
  signal: AbortSignal;
  onFailure: (error: unknown) => void;
  clock?: Clock;
}

const everyMs = 1000;

/**
 * Ticks of a project for one subscriber: the first event is told at once, those of the second after it
 * together. Not an async generator, for the reason that `createRunStream` gives.
 */
export function createTickStream(options: TickStreamOptions): AsyncIterableIterator<Tick> {
  const { signal, clock = systemClock } = options;
  const ending = new AbortController();
  let gathered = createGathering();
  let lastTickMs = -Infinity;
  let failure: { error: unknown } | undefined;
  let isEnded = false;
  let wake: () => void = () => undefined;

  const end = () => {
    signal.removeEventListener('abort', end);
    isEnded = true;
    ending.abort();
    wake();
  };

  function changed(waitMs?: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = waitMs === undefined ? () => undefined : clock.after(waitMs, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }

  async function follow(): Promise<void> {
    const { source, workspaceId, projectId, after, onFailure } = options;
    const from = after === undefined ? {} : { after };
    try {
      const entries = source.subscribe({ workspaceId, projectId, ...from, signal: ending.signal });
      for await (const entry of entries) {
        if (ending.signal.aborted) return;
        if (gathered.add(entry)) wake();
      }
    } catch (error) {
      if (ending.signal.aborted) return;
      onFailure(error);
      failure = { error };
    }
    end();
  }

  async function next(): Promise<IteratorResult<Tick, undefined>> {
    for (;;) {
      if (failure) throw failure.error;
      if (isEnded) return { done: true, value: undefined };
      const tick = gathered.tick();
      const waitMs = lastTickMs + everyMs - clock.nowMs();
      if (tick && waitMs <= 0) {
        gathered = createGathering();
        lastTickMs = clock.nowMs();
        return { done: false, value: tick };
      }
      await changed(tick ? waitMs : undefined);
    }
  }

  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  void follow();
  const stream: AsyncIterableIterator<Tick> = {
    next,
    return: () => {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

/** More runs in a second are not told apart. */
const maxRuns = 10_000;

/** Events of one tick. A run counts once, whatever happened to it. */
function createGathering() {
  const runs = new Set<string>();
  const ended = new Set<string>();
  const failed = new Set<string>();
  let eventId: string | undefined;
  let isGap = false;

  return {
    /** Whether it was the first. */
    add(entry: LiveRunEntry | { gap: true; eventId: string }): boolean {
      const isFirst = eventId === undefined;
      ({ eventId } = entry);
      if ('gap' in entry) isGap = true;
      else if (runs.size < maxRuns) {
        const { key, run } = entry.event;
        runs.add(key.runId);
        if (run.status !== 'pending') ended.add(key.runId);
        if (run.status === 'error') failed.add(key.runId);
      }
      return isFirst;
    },
    tick: (): Tick | undefined =>
      eventId === undefined
        ? undefined
        : { eventId, runCount: runs.size, endedCount: ended.size, errorCount: failed.size, isGap },
  };
}
