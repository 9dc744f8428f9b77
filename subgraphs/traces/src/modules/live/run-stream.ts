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
  /**
   * What to send for an entry; undefined to leave it out. What takes time holds up those behind it, which
   * are asked for meanwhile.
   */
  contentOf: (entry: LiveRunEntry) => T | undefined | Promise<T | undefined>;
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
  let hasFailed = false;
  const fail = (error: unknown) => {
    // A reader may end its iteration by an error when it is told to stop.
    if (signal.aborted || hasFailed) return;
    hasFailed = true;
    onFailure(error);
    queue.close(error);
  };
  const line = createLine(queue, fail);
  try {
    const entries = source.subscribe({
      workspaceId,
      projectId,
      ...(after !== undefined && { after }),
      signal,
    });
    for await (const entry of entries) {
      line.push(toEvent(entry, contentOf, gap));
      await line.whenRoom();
      await queue.whenRoom();
      if (signal.aborted) return;
    }
    await line.whenEmpty();
    queue.close();
  } catch (error) {
    fail(error);
  }
}

type Pending<T> = Queued<T> | undefined | Promise<Queued<T> | undefined>;

/** More that wait for their contents would only use memory. */
const maxPending = 256;

/** Lets events through in their order, although the contents of some come late. */
function createLine<T>(queue: EventQueue<T>, fail: (error: unknown) => void) {
  let last: Promise<void> | undefined;
  let pending = 0;
  const send = (event: Queued<T> | undefined) => {
    if (event) queue.push(event);
  };

  async function sendAfter(before: Promise<void> | undefined, event: Pending<T>): Promise<void> {
    try {
      // Both have begun; an error of either ends the stream.
      const [content] = await Promise.all([event, before]);
      send(content);
    } catch (error) {
      fail(error);
    } finally {
      pending -= 1;
      if (pending === 0) last = undefined;
    }
  }

  return {
    push(event: Pending<T>): void {
      if (!last && !(event instanceof Promise)) {
        send(event);
        return;
      }
      pending += 1;
      last = sendAfter(last, event);
    },
    whenRoom: (): Promise<void> | undefined => (pending < maxPending ? undefined : last),
    whenEmpty: (): Promise<void> | undefined => last,
  };
}

function toEvent<T>(
  entry: LiveRunEntry | { gap: true; eventId: string },
  contentOf: RunStreamOptions<T>['contentOf'],
  gap: (eventId: string) => T,
): Pending<T> {
  const { eventId } = entry;
  if ('gap' in entry) return { runId: undefined, eventId, content: gap(eventId) };
  const { runId } = entry.event.key;
  const queued = (content: T | undefined): Queued<T> | undefined =>
    content === undefined ? undefined : { runId, eventId, content };
  const content = contentOf(entry);
  return content instanceof Promise ? content.then(queued) : queued(content);
}
