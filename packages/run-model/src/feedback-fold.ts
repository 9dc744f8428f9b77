import type { FeedbackEnvelope, FeedbackOperation, FeedbackTarget } from './feedback.ts';
import { runVersion } from './fold.ts';

/** A feedback operation as an immutable row of `feedback_events`. */
export interface FeedbackEvent extends Omit<FeedbackOperation, 'feedbackId'> {
  /** Accept sequence: microseconds since 1970 times 256, see `AcceptSequence`. */
  sequence: bigint;
  batchId: string;
}

/** Feedback as its events, folded, say it is. */
export interface FeedbackState extends FeedbackEnvelope {
  /** Undefined while no create has been seen. */
  target: FeedbackTarget | undefined;
  isDeleted: boolean;
  /** What the sender says, else when the first and the last of its operations were accepted. */
  createdAtUs: number;
  modifiedAtUs: number;
  /** Version of the `feedback` rows: grows with every event that is folded in. */
  version: bigint;
  /** Every run it has ever been about ('' for none): its rows there are to be withdrawn. */
  runIds: string[];
}

/**
 * The feedback that a set of events describes. Order and repetition of the events do not matter: what
 * counts is the order of acceptance, and the newest says each field. Two things bend that order:
 *
 * - the first create counts as the earliest of all, so that an update which overtook it still wins;
 * - a delete ends all that came before it. Only a later create begins anew, without anything from
 *   before; a later update does not bring it back.
 */
export function foldFeedback(events: readonly FeedbackEvent[]): FeedbackState {
  const ordered = inOrder(events);
  const life = lastLife(ordered);
  const state: FeedbackEnvelope & { target: FeedbackTarget | undefined } = { target: undefined };
  for (const { target, envelope, cleared = [] } of life) {
    takeFields(state, envelope);
    for (const field of cleared) delete state[field];
    if (target) state.target = target;
  }
  const isDeleted = life.length === 0;
  return Object.assign(state, {
    target: isDeleted ? newestTarget(ordered) : state.target,
    isDeleted,
    createdAtUs: state.createdAtUs ?? acceptedAtUs(lowest(life.length > 0 ? life : ordered)),
    modifiedAtUs: state.modifiedAtUs ?? acceptedAtUs(ordered.at(-1)!),
    version: runVersion({
      isEnded: false,
      sequence: ordered.at(-1)!.sequence,
      events: ordered.length,
    }),
    runIds: [
      ...new Set(ordered.flatMap(({ target }) => (target ? [target.runId ?? ''] : []))),
    ].toSorted(),
  });
}

/** By acceptance; each event once. */
function inOrder(events: readonly FeedbackEvent[]): FeedbackEvent[] {
  const sorted = events.toSorted(compare);
  return sorted.filter((event, index) => index === 0 || compare(sorted[index - 1]!, event) !== 0);
}

/** The batch breaks a tie: two ingest processes may have given out the same number. */
function compare(a: FeedbackEvent, b: FeedbackEvent): number {
  if (a.sequence !== b.sequence) return a.sequence < b.sequence ? -1 : 1;
  if (a.batchId === b.batchId) return 0;
  return a.batchId < b.batchId ? -1 : 1;
}

/** The events that still count, in the order in which they do; none when it is deleted. */
function lastLife(ordered: FeedbackEvent[]): FeedbackEvent[] {
  const lastDelete = ordered.findLastIndex(({ kind }) => kind === 'delete');
  const since = ordered.slice(lastDelete + 1);
  const first = since.findIndex(({ kind }) => kind === 'create');
  if (first === -1) return lastDelete === -1 ? since : [];
  return [since[first]!, ...since.slice(0, first), ...since.slice(first + 1)];
}

/** null and absent say nothing. */
function takeFields(state: FeedbackEnvelope, envelope: FeedbackEnvelope): void {
  for (const name in envelope) {
    const value = envelope[name as keyof FeedbackEnvelope];
    if (value !== undefined && value !== null) (state as Record<string, unknown>)[name] = value;
  }
}

const newestTarget = (ordered: FeedbackEvent[]): FeedbackTarget | undefined =>
  ordered.findLast(({ target }) => target)?.target;

const lowest = (events: FeedbackEvent[]): FeedbackEvent => events.toSorted(compare)[0]!;

const acceptedAtUs = ({ sequence }: FeedbackEvent): number => Number(sequence >> 8n);
