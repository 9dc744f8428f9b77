import type { RequestContext } from '@runlight/graphql';
import { toClientError, toClientResult } from '../errors.ts';
import type { LiveOperation, SourceEvent, Variables } from '../execution/graph-execution.ts';
import type { Frame } from './outbox.ts';
import type { EventTraits } from './source-event.ts';

/** An event of the owner with what the bridge reads from it. */
export interface Published extends EventTraits {
  published: unknown;
}

export interface Frames {
  /** What subscribers see of an event; executed once, also when several ask. Never rejects. */
  of: (event: Published) => Promise<Frame>;
  /** The event that stands for all up to this one. */
  gap: (eventId: string) => Promise<Frame>;
}

/** Frames that subscribers who catch up at the same time share. */
const maxKept = 64;

/** Executes and serialises events of one subscription. */
export function createFrames({
  operation,
  variables,
  context,
  eventTimeoutMs,
}: {
  operation: LiveOperation;
  variables: Variables;
  context: RequestContext;
  eventTimeoutMs: number;
}): Frames {
  const kept = new Map<string, Promise<Frame>>();

  async function execute(event: SourceEvent, { eventId, stateKey }: EventTraits): Promise<Frame> {
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(eventTimeoutMs)]);
    const result = await operation.resultOf(event, variables, { ...context, signal }).then(
      (answer) => toClientResult(answer, context),
      (error: unknown) => ({ errors: [toClientError(error, context)], data: null }),
    );
    return { eventId, stateKey, payload: JSON.stringify(result) };
  }

  return {
    of(event) {
      const { published, eventId, stateKey } = event;
      // An event without state (a gap) may have the id of an ordinary one.
      if (eventId === undefined || stateKey === undefined) return execute({ published }, event);
      const known = kept.get(eventId);
      if (known) return known;
      const fresh = execute({ published }, event);
      kept.set(eventId, fresh);
      if (kept.size > maxKept) kept.delete(kept.keys().next().value!);
      return fresh;
    },
    gap: (eventId) => execute({ lostUntil: eventId }, { eventId, stateKey: undefined }),
  };
}
