import { randomInt } from 'node:crypto';
import type { NotificationListener } from '@runlight/postgres';
import { parseUuid } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type { IngestProblemMapper } from './mappers.ts';
import { createProblemStream } from './problem-stream.ts';
import type { ProblemEvent, ProblemStream } from './problem-stream.ts';

/** What the database announces on the channel `ingest_problem`, handed on to whom it concerns. */
export interface ProblemEvents {
  /**
   * The events of a workspace from now on, or after an earlier one. Throws BAD_USER_INPUT for what is
   * no event's id, and UNAVAILABLE while the database does not announce anything.
   */
  open: (options: {
    workspaceId: string;
    after: string | undefined;
    signal: AbortSignal;
    load: (ids: string[]) => Promise<IngestProblemMapper[]>;
  }) => Promise<AsyncIterableIterator<ProblemEvent>>;
}

export const ingestProblemChannel = 'ingest_problem';

interface Announced {
  eventId: string;
  workspaceId: string;
  /** Absent when too many changed to name them. */
  problemId: string | undefined;
}

/** Announcements that a subscriber who comes back can still get. */
const maxKept = 10_000;

export function createProblemEvents(listener: NotificationListener): ProblemEvents {
  const streams = new Map<string, Set<ProblemStream>>();
  const kept: Announced[] = [];
  const nextId = createEventIds();

  function announce(announced: Announced): void {
    kept.push(announced);
    if (kept.length > maxKept) kept.splice(0, kept.length - maxKept / 2);
    for (const stream of streams.get(announced.workspaceId) ?? []) deliver(stream, announced);
  }

  listener.handle({
    onNotification(payload) {
      const { workspaceId, problemIds } = readPayload(payload);
      if (workspaceId === undefined) return;
      for (const problemId of problemIds) announce({ eventId: nextId(), workspaceId, problemId });
    },
    onGap() {
      kept.length = 0;
      for (const ofWorkspace of streams.values()) {
        for (const stream of ofWorkspace) stream.missed(nextId());
      }
    },
  });

  function replay(stream: ProblemStream, workspaceId: string, after: string): void {
    const at = kept.findLastIndex(({ eventId }) => eventId === after);
    if (at < 0) return stream.missed(nextId());
    for (const announced of kept.slice(at + 1)) {
      if (announced.workspaceId === workspaceId) deliver(stream, announced);
    }
  }

  return {
    async open({ workspaceId, after, signal, load }) {
      const position = readEventId(after);
      await listener.ready();
      const stream = createProblemStream({
        workspaceId,
        load,
        signal,
        onEnd: () => {
          const ofWorkspace = streams.get(workspaceId);
          ofWorkspace?.delete(stream);
          if (ofWorkspace?.size === 0) streams.delete(workspaceId);
        },
      });
      if (signal.aborted) return stream.events;
      const ofWorkspace = streams.get(workspaceId) ?? new Set();
      streams.set(workspaceId, ofWorkspace.add(stream));
      if (position !== undefined) replay(stream, workspaceId, position);
      return stream.events;
    },
  };
}

function deliver(stream: ProblemStream, { problemId, eventId }: Announced): void {
  if (problemId === undefined) stream.missed(eventId);
  else stream.changed(problemId, eventId);
}

/**
 * `<ms>-<process>-<n>`: they grow within a process, and the middle part keeps a server from taking the
 * id of another one for its own.
 */
function createEventIds(): () => string {
  const self = randomInt(1_000_000);
  let ms = 0;
  let count = 0;
  return () => {
    // A clock that is set back must not make ids fall.
    ms = Math.max(ms, Date.now());
    count += 1;
    return `${ms}-${self}-${count}`;
  };
}

function readEventId(after: string | undefined): string | undefined {
  if (after === undefined || after === '') return undefined;
  if (!/^\d{1,16}-\d{1,10}-\d{1,16}$/.test(after)) {
    throw invalidInput('after is the eventId of an earlier event');
  }
  return after;
}

/** `<workspace> <id>,<id>,…`, or the workspace alone; anybody may announce, so nothing is trusted. */
function readPayload(payload: string): {
  workspaceId: string | undefined;
  problemIds: (string | undefined)[];
} {
  const [workspace, ids] = payload.split(' ', 2);
  const workspaceId = parseUuid(workspace);
  if (ids === undefined) return { workspaceId, problemIds: [undefined] };
  return { workspaceId, problemIds: ids.split(',').map((id) => parseUuid(id)) };
}
