import type { RunEnvelope, RunKey, RunStatus } from './run.ts';

/**
 * A live run event as it travels through Redis (JSON).
 *
 * `accepted` is a hint that ingest publishes before the run is stored; its `run` holds only what that
 * operation said. `stored` comes from the worker and holds the whole folded run. Both carry state,
 * not differences, so a later event replaces an earlier one field by field.
 */
export interface LiveRunEvent {
  stage: 'accepted' | 'stored';
  kind: 'create' | 'update';
  key: RunKey;
  /** Decimal text of the highest accept sequence in `run`. */
  sequence: string;
  run: RunEnvelope & { status: RunStatus };
}

/** A live event with the id under which the log keeps it (`after` of the subscription). */
export interface LiveRunEntry {
  /** Redis stream id, `<ms>-<n>`; ordered. */
  eventId: string;
  event: LiveRunEvent;
}
