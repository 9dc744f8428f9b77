import { scopedGlobalId } from '@runlight/graphql';
import type {
  IngestProblemChangedMapper,
  IngestProblemEventsGapMapper,
  IngestProblemMapper,
  IngestProblemRemovedMapper,
} from './mappers.ts';

export type ProblemEvent =
  IngestProblemChangedMapper | IngestProblemRemovedMapper | IngestProblemEventsGapMapper;

/** The events of one subscriber: which problems changed, until their state is asked for. */
export interface ProblemStream {
  events: AsyncIterableIterator<ProblemEvent>;
  /** Something happened to a problem; an event of the same one that still waits is dropped for it. */
  changed: (problemId: string, eventId: string) => void;
  /** Something may have been missed. */
  missed: (eventId: string) => void;
}

/** A subscriber that is further behind reads the list again. */
const maxWaiting = 256;
const maxLoaded = 50;

/**
 * States are read when the subscriber takes its events and not when they happen: what waits needs an
 * id only, and a later state supersedes an earlier one. Not an async generator: its `return` would
 * wait for the event it is waiting for.
 */
export function createProblemStream({
  workspaceId,
  load,
  signal,
  onEnd,
}: {
  workspaceId: string;
  /** Those of the problems that are there. */
  load: (ids: string[]) => Promise<IngestProblemMapper[]>;
  /** Ends the stream when the client is gone. */
  signal: AbortSignal;
  onEnd: () => void;
}): ProblemStream {
  const waiting = new Map<string, string>();
  let loaded: ProblemEvent[] = [];
  let gapAt: string | undefined;
  let isEnded = false;
  let wake: () => void = () => undefined;

  function end(): void {
    if (isEnded) return;
    isEnded = true;
    signal.removeEventListener('abort', end);
    onEnd();
    wake();
  }

  async function loadWaiting(): Promise<void> {
    const taken = [...waiting].slice(0, maxLoaded);
    for (const [problemId] of taken) waiting.delete(problemId);
    const rows = await load(taken.map(([problemId]) => problemId));
    const byId = new Map(rows.map((row) => [row.uuid, row]));
    loaded = taken.map(([problemId, eventId]) =>
      eventOf({ workspaceId, problemId, eventId, problem: byId.get(problemId) }),
    );
  }

  /** The next event, or undefined at the end. Throws what `load` throws. */
  async function next(): Promise<ProblemEvent | undefined> {
    for (;;) {
      if (isEnded) return undefined;
      const event = loaded.shift();
      if (event) return event;
      if (gapAt !== undefined) {
        const eventId = gapAt;
        gapAt = undefined;
        return { eventId, problem: null };
      }
      if (waiting.size > 0) await loadWaiting();
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  const events: AsyncIterableIterator<ProblemEvent> = {
    next: async () => {
      const value = await next();
      return value ? { done: false, value } : { done: true, value: undefined };
    },
    return: () => {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => events,
  };
  function missed(eventId: string): void {
    waiting.clear();
    gapAt = eventId;
    wake();
  }
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return {
    events,
    missed,
    changed(problemId, eventId) {
      if (isEnded) return;
      waiting.delete(problemId);
      waiting.set(problemId, eventId);
      if (waiting.size > maxWaiting) missed(eventId);
      else wake();
    },
  };
}

function eventOf({
  workspaceId,
  problemId,
  eventId,
  problem,
}: {
  workspaceId: string;
  problemId: string;
  eventId: string;
  problem: IngestProblemMapper | undefined;
}): ProblemEvent {
  if (problem) return { eventId, stateKey: problemId, problem };
  const id = scopedGlobalId('IngestProblem', workspaceId, problemId);
  return { eventId, stateKey: problemId, problem: null, problemId: id };
}
