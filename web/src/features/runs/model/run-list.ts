import { compareEventIds } from '../../../lib/live-events.ts';
import { supersededRun } from './listed-run.ts';
import type { ListedRun } from './listed-run.ts';

/** One live event of the list. */
export interface LiveListedRun {
  eventId: string;
  isStored: boolean;
  run: ListedRun;
}

/** The rows on screen, the ones that wait for a click, and how far each run was followed. */
export interface RunList {
  /** Newest first, unless `isSorted` says that the server gave another order. */
  rows: ListedRun[];
  /** New runs that would move what is being read; not shown until asked for. */
  waiting: ListedRun[];
  /** Shown a moment ago; for the highlight. */
  fresh: ReadonlySet<string>;
  lastEventIds: ReadonlyMap<string, string>;
  /** Older runs can be loaded; what is older than the last row is not ours to insert then. */
  hasMore: boolean;
  /** In an order that is not ours to keep: rows are taken as they come and none is inserted. */
  isSorted: boolean;
}

export const emptyList: RunList = {
  rows: [],
  waiting: [],
  fresh: new Set(),
  lastEventIds: new Map(),
  hasMore: false,
  isSorted: false,
};

/** Adds the next, older page below. */
export function withOlderPage(list: RunList, page: ListedRun[], hasMore: boolean): RunList {
  const known = new Set(list.rows.map((run) => run.uuid));
  const older = page.filter((run) => !known.has(run.uuid));
  const rows = [...list.rows, ...older];
  return { ...list, rows: list.isSorted ? rows : rows.sort(newestFirst), hasMore };
}

/**
 * Takes a freshly read first page: known rows change in place, the rest is new. When nothing of the
 * page is known there is a gap below it, so the page replaces the list.
 */
export function withNewestPage(
  list: RunList,
  page: ListedRun[],
  options: { hasMore: boolean; isAtTop: boolean },
): RunList {
  const pageByUuid = new Map(page.map((run) => [run.uuid, run]));
  const overlaps = list.rows.some((run) => pageByUuid.has(run.uuid));
  if (!overlaps || list.isSorted)
    return { ...list, rows: page, waiting: [], hasMore: options.hasMore };
  const read = (run: ListedRun) => {
    const newer = pageByUuid.get(run.uuid);
    pageByUuid.delete(run.uuid);
    return newer ? supersededRun(newer, run, false) : run;
  };
  const updated = { ...list, rows: list.rows.map(read), waiting: list.waiting.map(read) };
  return withArrivals(updated, [...pageByUuid.values()], options.isAtTop);
}

export interface LiveOptions {
  /** The list is scrolled to its top and may move. */
  isAtTop: boolean;
  matches: (run: ListedRun) => boolean;
}

/**
 * Takes live events in any order and any number of times: only an event later than the last one of its
 * run counts. Rows on screen change where they are; new runs are inserted at the top or wait.
 */
export function withEvents(
  list: RunList,
  events: Iterable<LiveListedRun>,
  options: LiveOptions,
): RunList {
  const lastEventIds = new Map(list.lastEventIds);
  const states = new Map<string, ListedRun>();
  const shown = new Map([...list.rows, ...list.waiting].map((run) => [run.uuid, run]));
  for (const { eventId, isStored, run } of events) {
    const lastId = lastEventIds.get(run.uuid);
    if (lastId !== undefined && compareEventIds(eventId, lastId) <= 0) continue;
    lastEventIds.set(run.uuid, eventId);
    const known = states.get(run.uuid) ?? shown.get(run.uuid);
    states.set(run.uuid, known ? supersededRun(known, run, isStored) : run);
  }
  if (states.size === 0) return list;
  const update = (run: ListedRun) => states.get(run.uuid) ?? run;
  const arrivals = [...states.values()].filter(
    (run) => !shown.has(run.uuid) && options.matches(run) && !isBelow(list, run),
  );
  const updated = {
    ...list,
    lastEventIds,
    rows: list.rows.map(update),
    waiting: list.waiting.map(update),
  };
  return withArrivals(updated, arrivals, options.isAtTop);
}

/** Shows what was waiting. */
export function withWaitingShown(list: RunList): RunList {
  if (list.waiting.length === 0) return list;
  return withArrivals({ ...list, waiting: [] }, list.waiting, true);
}

function withArrivals(list: RunList, arrivals: ListedRun[], isAtTop: boolean): RunList {
  if (arrivals.length === 0) return list;
  // A first row moves nothing, so it need not wait.
  if (!isAtTop && list.rows.length > 0) {
    return { ...list, waiting: [...list.waiting, ...arrivals] };
  }
  return {
    ...list,
    rows: [...list.rows, ...arrivals].sort(newestFirst),
    fresh: new Set(arrivals.map((run) => run.uuid)),
  };
}

function isBelow(list: RunList, run: ListedRun): boolean {
  const last = list.rows.at(-1);
  return list.hasMore && last !== undefined && newestFirst(last, run) < 0;
}

function newestFirst(a: ListedRun, b: ListedRun): number {
  return b.startUs - a.startUs || (a.uuid < b.uuid ? 1 : -1);
}
