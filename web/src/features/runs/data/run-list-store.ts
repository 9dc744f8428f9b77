import { createStore } from 'zustand/vanilla';
import { createServerClock } from '../../../lib/live-events.ts';
import type { RunFilter, RunOrder, TimeRange } from '../../../gql/graphql.ts';
import type { ListedRun } from '../model/listed-run.ts';
import {
  emptyList,
  withEvents,
  withNewestPage,
  withOlderPage,
  withWaitingShown,
} from '../model/run-list.ts';
import type { LiveListedRun, RunList } from '../model/run-list.ts';
import { reachesNow, timeRangeOf } from '../../../lib/time-range.ts';
import type { RangeSearch } from '../../../lib/time-range.ts';
import type { ListedProject, ListSignal, RunSource } from './run-source.ts';

/** `catchingUp`: what was missed is being read; `still`: nothing new can come. */
export type ListLive = 'live' | 'catchingUp' | 'paused' | 'still';

export interface RunListState {
  /** `missing`: there is no such project. */
  phase: 'loading' | 'missing' | 'failed' | 'ready';
  error: unknown;
  project: ListedProject | null;
  list: RunList;
  live: ListLive;
  isLoadingMore: boolean;
  moreError: unknown;
}

/** Which runs are listed and how. */
export interface RunListing {
  filter: RunFilter;
  range: RangeSearch;
  /** Absent: newest first, the one order in which new runs have their place at the top. */
  orderBy?: RunOrder;
}

export interface RunListStoreOptions {
  source: RunSource;
  listing: RunListing;
  /** Runs `work` before the next paint; replaced in tests. */
  onFrame?: (work: () => void) => void;
  nowMs?: () => number;
}

export type RunListStore = ReturnType<typeof createRunListStore>;

const pageSize = 50;
const missingAgainMs = 3000;
const watchAgainMs = 2000;

/**
 * The list of one search, kept up to date: pages on demand, live events merged at most once a frame.
 * Nothing happens before `start`; what that returns stops everything.
 */
export function createRunListStore(options: RunListStoreOptions) {
  const { source, listing } = options;
  const { filter, range, orderBy } = listing;
  const order = orderBy === undefined ? {} : { orderBy };
  const onFrame = options.onFrame ?? ((work) => void requestAnimationFrame(work));
  const nowMs = options.nowMs ?? (() => Date.now());
  const clock = createServerClock();
  const isFollowable = orderBy === undefined && reachesNow(range, nowMs());
  const store = createStore<RunListState>(() => ({
    phase: 'loading',
    error: undefined,
    project: null,
    list: emptyList,
    live: isFollowable ? 'catchingUp' : 'still',
    isLoadingMore: false,
    moreError: undefined,
  }));
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let abort = new AbortController();
  let timeRange: TimeRange = {};
  let next: string | null = null;
  let stopWatching: (() => void) | undefined;
  let lastEventId: string | undefined;
  let queue: LiveListedRun[] = [];
  let isMergePlanned = false;
  let isAtTop = true;
  let isPaused = false;

  function later(delayMs: number, work: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, delayMs);
    timers.add(timer);
  }

  async function load(): Promise<void> {
    const { signal } = abort;
    timeRange = timeRangeOf(range, nowMs());
    try {
      const request = { filter, timeRange, ...order, first: pageSize, signal };
      const page = await source.loadPage(request);
      if (signal.aborted) return;
      if (!page) {
        store.setState({ phase: 'missing' });
        // Its first run makes the project.
        return later(missingAgainMs, () => void load());
      }
      next = page.next;
      const hasMore = page.next !== null;
      const list = { ...emptyList, rows: page.runs, hasMore, isSorted: orderBy !== undefined };
      store.setState({ phase: 'ready', error: undefined, project: page.project, list });
      if (!isPaused) watch();
    } catch (error) {
      if (!signal.aborted) store.setState({ phase: 'failed', error });
    }
  }

  async function loadMore(): Promise<void> {
    const { signal } = abort;
    const { isLoadingMore, phase } = store.getState();
    if (isLoadingMore || phase !== 'ready' || next === null) return;
    store.setState({ isLoadingMore: true, moreError: undefined });
    try {
      const page = await source.loadPage({
        filter,
        timeRange,
        ...order,
        first: pageSize,
        after: next,
        signal,
      });
      if (signal.aborted) return;
      next = page?.next ?? null;
      store.setState(({ list }) => ({
        isLoadingMore: false,
        list: withOlderPage(list, page?.runs ?? [], next !== null),
      }));
    } catch (error) {
      if (!signal.aborted) store.setState({ isLoadingMore: false, moreError: error });
    }
  }

  /** Reads the newest page again, where events cannot tell or were missed. */
  async function refresh(): Promise<void> {
    const { signal } = abort;
    try {
      const newest = timeRangeOf(range, nowMs());
      const request = { filter, timeRange: newest, ...order, first: pageSize, signal };
      const page = await source.loadPage(request);
      if (signal.aborted || !page) return;
      const hasMore = page.next !== null;
      const before = store.getState().list;
      const list = withNewestPage(before, page.runs, { hasMore, isAtTop });
      // The page took the place of the list, so what follows is what follows the page.
      if (list.rows === page.runs) {
        timeRange = newest;
        next = page.next;
      }
      store.setState({ list, live: stopWatching ? 'live' : store.getState().live });
    } catch {
      // What is shown stays true; the stream or the next refresh makes up for it.
    }
  }

  function watch(): void {
    const { project } = store.getState();
    if (!isFollowable || stopWatching || project === null) return;
    const stop = source.watch({
      projectId: project.id,
      filter,
      after: lastEventId,
      onSignal: takeSignal,
      onEnd: () => {
        if (stopWatching === undefined) return;
        stopWatching = undefined;
        store.setState({ live: 'catchingUp' });
        later(watchAgainMs, () => {
          if (!isPaused && !abort.signal.aborted) resume();
        });
      },
    });
    stopWatching = stop;
    store.setState({ live: 'live' });
    // What happened between the page and the start of the stream.
    if (lastEventId === undefined) later(800, () => void refresh());
  }

  function takeSignal(signal: ListSignal): void {
    if (signal.kind === 'gap') {
      lastEventId = signal.eventId;
      store.setState({ live: 'catchingUp' });
      void refresh();
      return;
    }
    lastEventId = signal.live.eventId;
    clock.observe(lastEventId, nowMs());
    queue.push(signal.live);
    if (!isMergePlanned) {
      isMergePlanned = true;
      onFrame(merge);
    }
  }

  function merge(): void {
    isMergePlanned = false;
    if (abort.signal.aborted) return;
    const events = queue;
    queue = [];
    const { list } = store.getState();
    store.setState({ list: withEvents(list, events, { isAtTop, matches: isInRange }) });
  }

  /** All else about a live run was asked for when subscribing. */
  function isInRange(run: ListedRun): boolean {
    if (range.from !== undefined && run.startUs < Date.parse(range.from) * 1000) return false;
    return range.to === undefined || run.startUs < Date.parse(range.to) * 1000;
  }

  function unwatch(): void {
    const stop = stopWatching;
    stopWatching = undefined;
    stop?.();
  }

  function resume(): void {
    store.setState({ live: isFollowable ? 'catchingUp' : 'still' });
    watch();
    void refresh();
  }

  return {
    subscribe: store.subscribe,
    getState: store.getState,
    nowUs: (): number => clock.nowUs(nowMs()),
    loadMore,
    refresh,
    retry: (): void => {
      store.setState({ phase: 'loading', error: undefined });
      void load();
    },
    /** Told by the scroller: only at the top may rows be inserted. */
    setAtTop: (next_: boolean): void => {
      isAtTop = next_;
    },
    showWaiting: (): void => {
      store.setState(({ list }) => ({ list: withWaitingShown(list) }));
    },
    /** Paused by hand or because nobody looks; resuming reads what was missed. */
    setPaused: (next_: boolean): void => {
      if (isPaused === next_) return;
      isPaused = next_;
      if (!isFollowable || store.getState().phase !== 'ready') return;
      if (isPaused) {
        unwatch();
        store.setState({ live: 'paused' });
      } else resume();
    },
    start: (): (() => void) => {
      abort = new AbortController();
      void load();
      return () => {
        abort.abort();
        unwatch();
        for (const timer of timers) clearTimeout(timer);
        timers.clear();
        isMergePlanned = false;
        queue = [];
      };
    },
  };
}
