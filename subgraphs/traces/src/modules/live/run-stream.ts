import type { LiveRunEntry } from '@runlight/run-model';
import { createEventQueue } from './event-queue.ts';
import type { Clock, EventQueue, Queued } from './event-queue.ts';

/** Live events of a project; what packages/queue's live reader offers. */
export interface LiveSource {
  subscribe: (options: {
    workspaceId: string;
    projectId: string;
    after?: string;
    signal: AbortSignal;
  }) => AsyncIterable<LiveRunEntry | { gap: true; eventId: string }>;
}

export interface RunStreamOptions<T> {
  source: LiveSource;
  workspaceId: string;
  projectId: string;
  after?: string | undefined;
  /** Ends the stream when the client is gone. */
  signal: AbortSignal;
  /** What to send for an entry; undefined to leave it out. */
  contentOf: (entry: LiveRunEntry) => T | undefined;
  gap: (eventId: string) => T;
  /** The source ended with an error, which the subscriber gets too. */
  onFailure: (error: unknown) => void;
  clock?: Clock;
}

/**
 * The events of a project for one subscriber. Not an async generator: its `return` would wait for the
 * event it is waiting for, and a subscription of a silent project would never end.
 */
export function createRunStream<T>(options: RunStreamOptions<T>): AsyncIterableIterator<T> {
  const { signal, clock } = options;
  const ending = new AbortController();
  const queue = createEventQueue<T>(clock && { clock });
  const end = () => {
    signal.removeEventListener('abort', end);
    queue.close();
    ending.abort();
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  void follow(options, queue, ending.signal);

  const stream: AsyncIterableIterator<T> = {
    next: async () => {
      const event = await queue.next();
      return event ? { done: false, value: event.content } : { done: true, value: undefined };
    },
    return: () => {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

/** Moves entries into the queue as far as it has room; the source keeps or drops the rest. */
async function follow<T>(
  { source, workspaceId, projectId, after, contentOf, gap, onFailure }: RunStreamOptions<T>,
  queue: EventQueue<T>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const entries = source.subscribe({
      workspaceId,
      projectId,
      ...(after !== undefined && { after }),
      signal,
    });
    for await (const entry of entries) {
      const event = toEvent(entry, contentOf, gap);
      if (event) queue.push(event);
      await queue.whenRoom();
      if (signal.aborted) return;
    }
    queue.close();
  } catch (error) {
    // A reader may end its iteration by an error when it is told to stop.
    if (signal.aborted) return;
    onFailure(error);
    queue.close(error);
  }
}

function toEvent<T>(
  entry: LiveRunEntry | { gap: true; eventId: string },
  contentOf: (entry: LiveRunEntry) => T | undefined,
  gap: (eventId: string) => T,
): Queued<T> | undefined {
  const { eventId } = entry;
  if ('gap' in entry) return { runId: undefined, eventId, content: gap(eventId) };
  const content = contentOf(entry);
  return content === undefined ? undefined : { runId: entry.event.key.runId, eventId, content };
}
