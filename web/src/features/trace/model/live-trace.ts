import { compareEventIds } from '../../../lib/live-events.ts';
import type { RunPhase } from '../../../lib/run-phase.ts';
import type { TraceNode, TraceTree } from './trace-tree.ts';
import type { TraceRun } from './trace-run.ts';

/** A run as one live event states it. */
export interface LiveRun {
  eventId: string;
  /** Whether the run could already be read when the event was sent. */
  isStored: boolean;
  run: TraceRun;
}

/** The known runs of one trace and how far each has been followed. */
export interface TraceRuns {
  byUuid: Map<string, TraceRun>;
  lastEventIds: Map<string, string>;
}

export interface TraceChange {
  /** Runs that are new or say something new. */
  changed: string[];
  /** Of these, the ones whose payloads can be read (again). */
  stored: string[];
  /** Whether rows were added or a run's place changed; otherwise the tree keeps its shape. */
  isStructural: boolean;
}

export function createTraceRuns(): TraceRuns {
  return { byUuid: new Map(), lastEventIds: new Map() };
}

/** Runs that stand under nobody known although they are no roots. */
export function orphansOf({ byUuid }: TraceRuns): TraceRun[] {
  return [...byUuid.values()].filter(
    ({ isRoot, parentUuid, dottedOrder }) =>
      !isRoot && dottedOrder === '' && (parentUuid === null || !byUuid.has(parentUuid)),
  );
}

/** Takes a page of stored runs. They may be older than what live events said already. */
export function mergePage(runs: TraceRuns, page: Iterable<TraceRun>): TraceChange {
  const change: TraceChange = { changed: [], stored: [], isStructural: false };
  for (const run of page) {
    const known = runs.byUuid.get(run.uuid);
    const isFollowed = runs.lastEventIds.has(run.uuid);
    const next = !known
      ? trimmed(run, runs)
      : isFollowed
        ? filledUp(run, known)
        : { ...run, dottedOrder: run.dottedOrder || known.dottedOrder };
    note(runs, known, next, change);
  }
  return change;
}

/**
 * Takes live events in any order and any number of times: for each run only an event later than the
 * last one counts, and since each carries the run's state, it supersedes what came before.
 */
export function mergeEvents(runs: TraceRuns, events: Iterable<LiveRun>): TraceChange {
  const change: TraceChange = { changed: [], stored: [], isStructural: false };
  for (const { eventId, isStored, run } of events) {
    const lastId = runs.lastEventIds.get(run.uuid);
    if (lastId !== undefined && compareEventIds(eventId, lastId) <= 0) continue;
    runs.lastEventIds.set(run.uuid, eventId);
    const known = runs.byUuid.get(run.uuid);
    note(runs, known, known ? superseded(known, run, isStored) : run, change);
    if (isStored) change.stored.push(run.uuid);
  }
  return change;
}

function note(
  runs: TraceRuns,
  known: TraceRun | undefined,
  next: TraceRun,
  change: TraceChange,
): void {
  if (known && isSame(known, next)) return;
  runs.byUuid.set(next.uuid, next);
  change.changed.push(next.uuid);
  const hasMoved = !known || known.parentUuid !== next.parentUuid || known.startUs !== next.startUs;
  if (hasMoved) change.isStructural = true;
}

/** `dotted_order` grows with depth; it is only worth its memory while the parent is unknown. */
function trimmed(run: TraceRun, runs: TraceRuns): TraceRun {
  const parentUuid = run.parentUuid;
  if (run.dottedOrder === '' || parentUuid === null || !runs.byUuid.has(parentUuid)) return run;
  return { ...run, dottedOrder: '' };
}

/**
 * `newer` over `known`. A stored state is whole and replaces everything. One that was only accepted
 * says what its operation said, so it clears nothing; and an ended run never runs again.
 */
function superseded(known: TraceRun, newer: TraceRun, isStored: boolean): TraceRun {
  if (known.endUs !== null && newer.endUs === null) return filledUp(newer, known);
  return isStored ? newer : filledUp(known, newer);
}

/** `over` with what it does not say taken from `under`. */
function filledUp(under: TraceRun, over: TraceRun): TraceRun {
  const isOverPartial = over.isPartial && !under.isPartial;
  return {
    uuid: over.uuid,
    id: over.id || under.id,
    parentUuid: over.parentUuid ?? under.parentUuid,
    name: isOverPartial || over.name === '' ? under.name : over.name,
    runType: isOverPartial ? under.runType : over.runType,
    status: over.status === 'PENDING' ? under.status : over.status,
    isRoot: isOverPartial ? under.isRoot : over.isRoot,
    isPartial: over.isPartial && under.isPartial,
    startUs: isOverPartial ? under.startUs : over.startUs,
    endUs: over.endUs ?? under.endUs,
    firstTokenUs: over.firstTokenUs ?? under.firstTokenUs,
    error: over.error ?? under.error,
    model: over.model ?? under.model,
    promptTokens: over.promptTokens ?? under.promptTokens,
    completionTokens: over.completionTokens ?? under.completionTokens,
    totalTokens: over.totalTokens ?? under.totalTokens,
    costUsd: over.costUsd ?? under.costUsd,
    dottedOrder: over.dottedOrder || under.dottedOrder,
  };
}

function isSame(a: TraceRun, b: TraceRun): boolean {
  if (a === b) return true;
  for (const key of Object.keys(a) as (keyof TraceRun)[]) {
    if (key !== 'dottedOrder' && a[key] !== b[key]) return false;
  }
  return true;
}

const silenceUs = 15 * 60 * 1_000_000;
const afterRootUs = 60 * 1_000_000;

/**
 * Whether an open run is still believed to run. One is given up ("no end received") when nothing in
 * it moved for 15 minutes, or a minute after its trace's root ended.
 */
export function phaseOf(node: TraceNode, rootEndUs: number | null, nowUs: number): RunPhase {
  const { run } = node;
  if (!run || run.status !== 'PENDING' || run.endUs !== null) return 'ended';
  if (nowUs - node.totals.lastUs > silenceUs) return 'silent';
  if (rootEndUs !== null && nowUs - Math.max(rootEndUs, node.totals.lastUs) > afterRootUs) {
    return 'silent';
  }
  return 'running';
}

/** When the root of a trace ended; null while it runs or is not known. */
export function rootEnd(tree: TraceTree): number | null {
  const root = tree.roots[0]?.run;
  return root?.isRoot ? root.endUs : null;
}

/** Whether anything of a trace is still believed to run; looks only where something is open. */
export function isStillRunning(tree: TraceTree, nowUs: number): boolean {
  const rootEndUs = rootEnd(tree);
  const stack = [...tree.roots];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (next.totals.running === 0) continue;
    if (phaseOf(next, rootEndUs, nowUs) === 'running') return true;
    stack.push(...next.children);
  }
  return false;
}

/** Runs that are no longer believed to run although no end came, in tree order. */
export function lostRuns(tree: TraceTree, nowUs: number): TraceNode[] {
  if (tree.totals.running === 0) return [];
  const rootEndUs = rootEnd(tree);
  return tree.nodes.filter((node) => phaseOf(node, rootEndUs, nowUs) === 'silent');
}
