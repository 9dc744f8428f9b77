import { createTraceRuns, mergeEvents, mergePage, orphansOf } from '../model/live-trace.ts';
import type { LiveRun, TraceChange } from '../model/live-trace.ts';
import { buildTraceTree } from '../model/trace-tree.ts';
import type { TraceTree } from '../model/trace-tree.ts';
import type { LiveSignal, TraceChunk, TraceProject, TraceSource } from './trace-source.ts';
import { createServerClock } from '../../../lib/live-events.ts';

export interface TraceSnapshot {
  /** `waiting`: no run has come yet; `missing`: and it does not look as if one would. */
  phase: 'loading' | 'waiting' | 'missing' | 'failed' | 'ready';
  error: unknown;
  traceUuid: string | null;
  project: TraceProject | null;
  threadId: string | null;
  tree: TraceTree;
  /** How many runs the server has; more than the tree while pages are on their way. */
  runCount: number;
  /** All pages have arrived. */
  isComplete: boolean;
  live: 'off' | 'connecting' | 'live' | 'offline';
  /** Grows for each run whose payloads changed in the store. */
  storedVersions: ReadonlyMap<string, number>;
}

export interface TraceStoreOptions {
  source: TraceSource;
  traceId: string;
  projectId?: string | undefined;
  /** Runs `work` before the next paint; replaced in tests. */
  onFrame?: (work: () => void) => void;
}

export type TraceStore = ReturnType<typeof createTraceStore>;

/** Two screens of rows. */
const startSize = 100;
const pageSize = 1000;
const mostPlaced = 100;
const missingAfterMs = 30_000;
const settledAfterMs = 60_000;
const resyncMs = 20_000;

/**
 * One trace, kept up to date: pages first, then live events, merged by the rules of `live-trace`.
 * Events are collected and the tree is built at most once a frame, less often when building it takes
 * long. Nothing happens before `start`; what that returns stops everything.
 */
export function createTraceStore(options: TraceStoreOptions) {
  const { source, traceId } = options;
  const onFrame = options.onFrame ?? ((work) => void requestAnimationFrame(work));
  const runs = createTraceRuns();
  const clock = createServerClock();
  const listeners = new Set<() => void>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let snapshot: TraceSnapshot = {
    phase: 'loading',
    error: undefined,
    traceUuid: null,
    project: null,
    threadId: null,
    tree: buildTraceTree([]),
    runCount: 0,
    isComplete: false,
    live: 'off',
    storedVersions: new Map(),
  };
  let abort = new AbortController();
  let stopWatching: (() => void) | undefined;
  let lastEventId: string | undefined;
  let lastHeardMs = 0;
  let failures = 0;
  let queue: LiveRun[] = [];
  let isBuildPlanned = false;
  let buildMs = 0;
  let builtAtMs = 0;

  function publish(change: Partial<TraceSnapshot>): void {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  function later(delayMs: number, work: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, delayMs);
    timers.add(timer);
  }

  /** A large tree takes its time to build: then it may wait four times as long between builds. */
  function planBuild(): void {
    if (isBuildPlanned) return;
    isBuildPlanned = true;
    const waitMs = builtAtMs + buildMs * 4 - performance.now();
    if (waitMs > 16) later(waitMs, () => onFrame(build));
    else onFrame(build);
  }

  function build(): void {
    isBuildPlanned = false;
    if (abort.signal.aborted) return;
    const startMs = performance.now();
    const change = mergeEvents(runs, queue);
    queue = [];
    const tree = buildTraceTree(runs.byUuid.values(), snapshot.traceUuid ?? undefined);
    builtAtMs = performance.now();
    buildMs = builtAtMs - startMs;
    const runCount = Math.max(snapshot.runCount, tree.totals.runs);
    publish({ tree, runCount, storedVersions: versionsAfter(snapshot.storedVersions, change) });
  }

  function takeChunk(chunk: TraceChunk): void {
    mergePage(runs, chunk.runs);
    snapshot = {
      ...snapshot,
      phase: 'ready',
      error: undefined,
      traceUuid: chunk.traceUuid,
      project: chunk.project ?? snapshot.project,
      threadId: chunk.threadId ?? snapshot.threadId,
      runCount: chunk.runCount,
    };
    planBuild();
  }

  async function load(startedMs: number): Promise<void> {
    const { signal } = abort;
    try {
      const start = await source.loadStart({ traceId, first: startSize, signal });
      if (signal.aborted) return;
      if (!start) return waitForFirstRun(startedMs);
      takeChunk(start);
      await findProject(start);
      if (signal.aborted) return;
      if (isWorthWatching()) watch();
      await loadPages(signal);
      if (signal.aborted) return;
      await placeOrphans();
      if (signal.aborted) return;
      publish({ isComplete: true });
      planBuild();
      // What happened between the first page and the start of the stream.
      if (stopWatching) later(1000, () => void resync());
    } catch (error) {
      if (!signal.aborted) publish({ phase: 'failed', error });
    }
  }

  /** Every page from the first on, with figures; one request at a time, each drawn as it comes. */
  async function loadPages(signal: AbortSignal): Promise<void> {
    let after: string | undefined;
    do {
      const page = await source.loadPage({
        traceId,
        first: pageSize,
        ...(after === undefined ? {} : { after }),
        signal,
      });
      if (signal.aborted || !page) return;
      takeChunk(page);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }

  /** Runs whose parents are not there say in `dotted_order` where those would stand. */
  async function placeOrphans(): Promise<void> {
    const lost = orphansOf(runs).slice(0, mostPlaced);
    if (lost.length === 0) return;
    const orders = await source
      .dottedOrders(lost.map(({ id }) => id))
      .catch(() => new Map<string, string>());
    for (const [uuid, dottedOrder] of orders) {
      const run = runs.byUuid.get(uuid);
      if (run) runs.byUuid.set(uuid, { ...run, dottedOrder });
    }
  }

  function waitForFirstRun(startedMs: number): void {
    const waitedMs = performance.now() - startedMs;
    publish({ phase: waitedMs > missingAfterMs ? 'missing' : 'waiting' });
    const delayMs = waitedMs > missingAfterMs ? 5000 : waitedMs > 5000 ? 2000 : 700;
    later(delayMs, () => void load(startedMs));
  }

  async function findProject(chunk: TraceChunk): Promise<void> {
    const [first] = chunk.runs;
    if (snapshot.project || !first) return;
    const project = await source.projectOfRun(first.id).catch(() => null);
    if (project) publish({ project });
  }

  /** Runs that ended long ago do not change; anything else may. */
  function isWorthWatching(): boolean {
    const known = [...runs.byUuid.values()];
    const newestUs = known.reduce((max, run) => Math.max(max, run.endUs ?? run.startUs), 0);
    const isRecent = Date.now() * 1000 - newestUs < settledAfterMs * 1000;
    return isRecent || known.some((run) => run.status === 'PENDING');
  }

  function watch(): void {
    const projectId = snapshot.project?.id ?? options.projectId;
    if (stopWatching || projectId === undefined || snapshot.traceUuid === null) return;
    publish({ live: 'connecting' });
    lastHeardMs = performance.now();
    let hasEnded = false;
    const stop = source.watch({
      traceUuid: snapshot.traceUuid,
      projectId,
      after: lastEventId,
      onSignal: takeSignal,
      onEnd: () => {
        if (hasEnded || abort.signal.aborted) return;
        hasEnded = true;
        stopWatching = undefined;
        reconnect();
      },
    });
    stopWatching = () => {
      hasEnded = true;
      stop();
    };
    if (hasEnded) stopWatching = undefined;
    else later(400, () => stopWatching && publish({ live: 'live' }));
  }

  function takeSignal(signal: LiveSignal): void {
    failures = 0;
    lastHeardMs = performance.now();
    if (signal.kind === 'gap') {
      lastEventId = signal.eventId;
      void resync();
      return;
    }
    lastEventId = signal.live.eventId;
    clock.observe(lastEventId, Date.now());
    queue.push(signal.live);
    if (snapshot.live !== 'live') publish({ live: 'live' });
    planBuild();
  }

  function reconnect(): void {
    publish({ live: 'offline' });
    const delayMs = Math.min(15_000, 1000 * 2 ** failures);
    failures += 1;
    later(delayMs, () => {
      watch();
      void resync();
    });
  }

  /** Reads everything again; merging makes it harmless. */
  async function resync(): Promise<void> {
    const { signal } = abort;
    try {
      await loadPages(signal);
    } catch {
      // The stream or the next resync tells; what is shown stays true.
    }
  }

  /** Once a second: close the stream of a settled trace, and make up for a silent one. */
  function look(): void {
    later(1000, look);
    if (!stopWatching) return;
    const { totals } = snapshot.tree;
    const quietMs = performance.now() - lastHeardMs;
    if (totals.running === 0 && snapshot.isComplete && quietMs > settledAfterMs) {
      stopWatching();
      stopWatching = undefined;
      publish({ live: 'off' });
    } else if (quietMs > resyncMs) {
      lastHeardMs = performance.now();
      void resync();
    }
  }

  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: (): TraceSnapshot => snapshot,
    /** The server's time, never before anything that is known to have happened. */
    nowUs: (): number =>
      Math.max(
        clock.nowUs(Date.now()),
        snapshot.tree.totals.running > 0 ? snapshot.tree.totals.lastUs : 0,
      ),
    start: (): (() => void) => {
      abort = new AbortController();
      void load(performance.now());
      look();
      return () => {
        abort.abort();
        stopWatching?.();
        stopWatching = undefined;
        for (const timer of timers) clearTimeout(timer);
        timers.clear();
        isBuildPlanned = false;
      };
    },
    retry: (): void => {
      publish({ phase: 'loading', error: undefined });
      void load(performance.now());
    },
  };
}

function versionsAfter(
  versions: ReadonlyMap<string, number>,
  change: TraceChange,
): ReadonlyMap<string, number> {
  if (change.stored.length === 0) return versions;
  const next = new Map(versions);
  for (const uuid of change.stored) next.set(uuid, (next.get(uuid) ?? 0) + 1);
  return next;
}
