import type { LiveRunEvent, RunEnvelope, RunState } from '@runlight/run-model';

type SaidRun = LiveRunEvent['run'];

/** What is known of a run from live events. */
interface Known {
  /** The newest whole state that the worker published, and its highest sequence. */
  stored?: SaidRun;
  storedSequence: bigint;
  /** Accepted, but not in `stored` as far as we know. */
  create?: SaidRun;
  update?: SaidRun;
  updateSequence: bigint;
}

/** A run as live events say it stands. */
export interface LiveState {
  run: SaidRun;
  /** No create has been seen. */
  isPartial: boolean;
  /** The store holds all of this. */
  isStored: boolean;
}

export interface RunStates {
  /**
   * Takes an event and gives the run's state with everything known of it; undefined when there is
   * nothing to tell: an event older than what is known (its successor has been or will be delivered),
   * or a hint of an update to a run of which nothing else is known (the stored event follows).
   */
  merge: (event: LiveRunEvent) => LiveState | undefined;
}

/**
 * The last states of recent runs, shared by all subscriptions of the process. Hints hold only what
 * one operation said; here they become whole states. Merging is idempotent and never goes back, so
 * that subscriptions at different places of the log may share it.
 */
export function createRunStates({ maxRuns = 4096 }: { maxRuns?: number } = {}): RunStates {
  const states = new Map<string, Known>();

  function remember(id: string, known: Known): void {
    // Deleted first, so that the order of the map is the order of use.
    states.delete(id);
    states.set(id, known);
    if (states.size > maxRuns) states.delete(states.keys().next().value!);
  }

  return {
    merge(event) {
      const { workspaceId, projectId, traceId, runId } = event.key;
      const id = `${workspaceId} ${projectId} ${traceId} ${runId}`;
      const known = states.get(id) ?? { storedSequence: -1n, updateSequence: -1n };
      const next = event.stage === 'stored' ? withStored(known, event) : withHint(known, event);
      if (!next) return undefined;
      remember(id, next);
      return stateOf(next, event);
    },
  };
}

function withStored(known: Known, { run, sequence }: LiveRunEvent): Known | undefined {
  const storedSequence = BigInt(sequence);
  const goesBack =
    known.stored !== undefined &&
    (isEnded(known.stored) === isEnded(run)
      ? storedSequence < known.storedSequence
      : isEnded(known.stored));
  if (goesBack) return undefined;
  const { update, updateSequence } = known;
  return update && updateSequence > storedSequence
    ? { stored: run, storedSequence, update, updateSequence }
    : { stored: run, storedSequence, updateSequence: -1n };
}

function withHint(known: Known, { kind, run, sequence: text }: LiveRunEvent): Known | undefined {
  const sequence = BigInt(text);
  if (sequence <= known.storedSequence) return undefined;
  if (kind === 'create') return { ...known, create: known.create ? over(known.create, run) : run };
  if (!known.update) return { ...known, update: run, updateSequence: sequence };
  // Replicas of ingest may publish two updates in either order.
  const isNewer = sequence >= known.updateSequence;
  return {
    ...known,
    update: isNewer ? over(known.update, run) : over(run, known.update),
    updateSequence: isNewer ? sequence : known.updateSequence,
  };
}

const isEnded = ({ status }: SaidRun): boolean => status !== 'pending';

/** Updates over what is stored over a create, which the stored state holds already or knows better. */
function stateOf({ create, stored, update }: Known, event: LiveRunEvent): LiveState | undefined {
  const base = create && stored ? over(create, stored) : (stored ?? create);
  if (!base) return undefined;
  return {
    run: update ? over(base, update) : base,
    isPartial: create === undefined && isPartialState(base),
    isStored: event.stage === 'stored' && update === undefined,
  };
}

/** The worker publishes whole states, which say so themselves. */
const isPartialState = (run: SaidRun): boolean =>
  (run as SaidRun & Partial<RunState>).isPartial ?? run.name === undefined;

/** `upper` over `lower`, field by field: what it does not say is kept. */
function over(lower: SaidRun, upper: SaidRun): SaidRun {
  return {
    ...lower,
    ...definedFields(upper),
    // An end is never taken back; what does not speak of it says `pending`.
    status: isEnded(upper) ? upper.status : lower.status,
    ...(upper.tags && lower.tags && { tags: [...new Set([...lower.tags, ...upper.tags])] }),
    ...(upper.warnings &&
      lower.warnings && { warnings: [...new Set([...lower.warnings, ...upper.warnings])] }),
    ...(upper.attachments && { attachments: { ...lower.attachments, ...upper.attachments } }),
    ...(upper.metadata && { metadata: { ...lower.metadata, ...upper.metadata } }),
    ...(upper.usage && { usage: { ...lower.usage, ...upper.usage } }),
    ...(upper.costUsd && { costUsd: { ...lower.costUsd, ...upper.costUsd } }),
  };
}

function definedFields(run: RunEnvelope): RunEnvelope {
  return Object.fromEntries(
    Object.entries(run).filter(([, value]) => value !== undefined && value !== null),
  ) as RunEnvelope;
}
