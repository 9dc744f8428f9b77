import type { Principal } from '@runlight/auth';
import type { RequestContext } from '@runlight/graphql';
import { AppError } from '@runlight/service';
import type { Logger } from '@runlight/service';
import type { GraphQLFormattedError } from 'graphql';
import { toClientError } from '../errors.ts';
import type { LiveOperation, Variables } from '../execution/graph-execution.ts';
import { rootField } from '../execution/gap-answer.ts';
import { compareEventIds } from './event-id.ts';
import { createFrames } from './frames.ts';
import type { Published } from './frames.ts';
import type { Frame } from './outbox.ts';
import { traitsOf } from './source-event.ts';

/** One subscriber of a group. */
export interface Member {
  deliver: (frame: Frame) => void;
  /** Resolves when the subscriber has taken what it was given; undefined when it has. */
  whenReady: () => Promise<void> | undefined;
  /** No more events: by itself without errors, else refused or broken. */
  end: (errors?: GraphQLFormattedError[]) => void;
}

export interface LiveGroup {
  /** Adds a subscriber, from `position` (an event id) on when given. Returns how to leave. */
  join: (member: Member, position?: string) => () => void;
  gapFrame: (eventId: string) => Promise<Frame>;
}

/** Frames of the shared stream that members who catch up can still get. */
const maxRecent = 64;
/** Events being executed at the same time before the owner's stream has to wait. */
const maxInFlight = 32;

/**
 * Subscribers of the same document with the same variables and rights. They share one stream of the
 * owner: each event is executed and serialised once. A subscriber that resumes reads a stream of its
 * own from its position until it meets the shared one.
 */
export function createLiveGroup({
  operation,
  variables,
  principal,
  requestId,
  eventTimeoutMs,
  log,
  onEmpty,
}: {
  operation: LiveOperation;
  /** Without the position. */
  variables: Variables;
  principal: Principal;
  requestId: string;
  eventTimeoutMs: number;
  log: Logger;
  onEmpty: () => void;
}): LiveGroup {
  const { positionVariable, primaryDocument } = operation.plan;
  const fieldName = rootField(primaryDocument).name.value;
  const lifetime = new AbortController();
  const members = new Set<Member>();
  const live = new Set<Member>();
  const catchingUp = new Map<Member, { lastEventId: string; stop: () => void }>();
  const recent: Frame[] = [];
  let order = Promise.resolve();
  let inFlight = 0;

  const context: RequestContext = { principal, requestId, log, signal: lifetime.signal };
  const frames = createFrames({ operation, variables, context, eventTimeoutMs });

  function broadcast(frame: Frame): void {
    if (frame.eventId !== undefined) {
      recent.push(frame);
      if (recent.length > maxRecent) recent.shift();
    }
    for (const member of live) member.deliver(frame);
    for (const [member, { lastEventId, stop }] of catchingUp) {
      if (meetsShared(member, lastEventId)) stop();
    }
  }

  function dispatch(event: Published): void {
    const frame = frames.of(event);
    inFlight += 1;
    order = order.then(async () => {
      broadcast(await frame);
      inFlight -= 1;
    });
  }

  async function readShared(): Promise<void> {
    const stream = await operation.open(variables, context);
    if ('errors' in stream) return endAll(stream.errors);
    for await (const published of stream) {
      dispatch({ published, ...traitsOf(published, fieldName) });
      if (inFlight >= maxInFlight) await order;
    }
    await order;
    endAll([]);
  }

  function endAll(errors: readonly unknown[]): void {
    for (const member of members) endMember(member, errors);
  }

  function endMember(member: Member, errors: readonly unknown[]): void {
    if (!members.has(member)) return;
    const clientErrors = errors.map((error) => toClientError(error, { requestId, log }));
    member.end(clientErrors.length > 0 ? clientErrors : undefined);
    remove(member);
  }

  function remove(member: Member): void {
    live.delete(member);
    catchingUp.delete(member);
    if (!members.delete(member) || members.size > 0) return;
    lifetime.abort();
    operation.release();
    onEmpty();
  }

  async function catchUp(member: Member, position: string, own: AbortController): Promise<void> {
    const { signal } = own;
    const from = { ...variables, [positionVariable!]: position };
    const stream = await operation.open(from, { ...context, signal });
    if ('errors' in stream) return endMember(member, stream.errors);
    for await (const published of stream) {
      const frame = await frames.of({ published, ...traitsOf(published, fieldName) });
      if (signal.aborted) return;
      member.deliver(frame);
      await member.whenReady();
      if (signal.aborted || frame.eventId === undefined) continue;
      if (meetsShared(member, frame.eventId)) return;
      catchingUp.set(member, { lastEventId: frame.eventId, stop: () => own.abort() });
    }
    if (!signal.aborted) endMember(member, []);
  }

  /** Moves a member to the shared stream once that has sent what the member has. */
  function meetsShared(member: Member, eventId: string): boolean {
    const first = recent[0]?.eventId;
    const last = recent.at(-1)?.eventId;
    if (first === undefined || last === undefined) return false;
    if (compareEventIds(first, eventId) > 0 || compareEventIds(last, eventId) < 0) return false;
    for (const frame of recent) {
      if (compareEventIds(frame.eventId!, eventId) > 0) member.deliver(frame);
    }
    catchingUp.delete(member);
    live.add(member);
    return true;
  }

  return {
    join(member, position) {
      if (members.size === 0) {
        // The first member; the shared stream lives as long as there is one.
        void readShared().catch((error: unknown) => {
          if (!lifetime.signal.aborted) endAll([broken(error)]);
        });
      }
      members.add(member);
      if (position === undefined || positionVariable === undefined) {
        live.add(member);
        return () => remove(member);
      }
      const own = new AbortController();
      void catchUp(member, position, own)
        .catch((error: unknown) => {
          if (!own.signal.aborted) endMember(member, [broken(error)]);
        })
        .finally(() => own.abort());
      return () => {
        own.abort();
        remove(member);
      };
    },
    gapFrame: frames.gap,
  };
}

/** Streams break when their store is away; the client knows its position and asks again. */
function broken(error: unknown): AppError {
  const message = 'The live events are interrupted, subscribe again';
  return error instanceof AppError ? error : new AppError('UNAVAILABLE', message, { cause: error });
}
