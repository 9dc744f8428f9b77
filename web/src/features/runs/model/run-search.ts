import type { RunFilter, RunStatus, RunType, TimeRange } from '../../../gql/graphql.ts';
import type { ListedRun } from './listed-run.ts';

export const statuses = ['PENDING', 'SUCCESS', 'ERROR'] as const satisfies RunStatus[];
export const runTypes = [
  'LLM',
  'CHAIN',
  'TOOL',
  'RETRIEVER',
  'EMBEDDING',
  'PROMPT',
  'PARSER',
] as const satisfies RunType[];

/** Relative ranges stay relative in links: the address holds the name, not the instants. */
export const rangeSeconds = {
  '15m': 900,
  '1h': 3600,
  '24h': 86_400,
  '7d': 604_800,
  '30d': 2_592_000,
} as const;

export type RangeName = keyof typeof rangeSeconds | 'all';
const defaultRange: RangeName = '7d';

/** What the address of the run list says; absent is the default. */
export interface RunSearch {
  scope?: 'all';
  status?: RunStatus[];
  type?: RunType[];
  name?: string;
  q?: string;
  range?: RangeName;
  /** An absolute range, which wins over `range`: RFC 3339. */
  from?: string;
  to?: string;
  /** The trace that is open beside the list, and within it the selected run and tab. */
  peek?: string;
  run?: string;
  tab?: string;
}

/** Reads search params of any origin; what makes no sense is dropped. */
export function parseRunSearch(raw: Record<string, unknown>): RunSearch {
  const status = listOf(raw['status'], statuses);
  const type = listOf(raw['type'], runTypes);
  const range = raw['range'];
  const isRange =
    range === 'all' || (typeof range === 'string' && Object.hasOwn(rangeSeconds, range));
  return {
    ...(raw['scope'] === 'all' ? { scope: 'all' as const } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(type.length > 0 ? { type } : {}),
    ...textOf('name', raw),
    ...textOf('q', raw),
    ...(isRange && range !== defaultRange ? { range: range as RangeName } : {}),
    ...instantOf('from', raw),
    ...instantOf('to', raw),
    ...textOf('peek', raw),
    ...textOf('run', raw),
    ...textOf('tab', raw),
  };
}

function listOf<T extends string>(raw: unknown, allowed: readonly T[]): T[] {
  const given: unknown[] = Array.isArray(raw) ? raw : [raw];
  const chosen = allowed.filter((name) => given.includes(name));
  // All of them is no restriction.
  return chosen.length === allowed.length ? [] : chosen;
}

/** Numbers and booleans too: the router reads `?q=42` as one. */
function textOf<K extends string>(
  key: K,
  raw: Record<string, unknown>,
): Partial<Record<K, string>> {
  const value = raw[key];
  const isText = ['string', 'number', 'boolean'].includes(typeof value);
  const text = isText ? String(value).slice(0, 500) : '';
  return (text.trim() === '' ? {} : { [key]: text }) as Partial<Record<K, string>>;
}

function instantOf<K extends string>(
  key: K,
  raw: Record<string, unknown>,
): Partial<Record<K, string>> {
  const value = raw[key];
  const isInstant = typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return (isInstant ? { [key]: value } : {}) as Partial<Record<K, string>>;
}

export function hasRange(search: RunSearch): boolean {
  return search.from !== undefined || search.to !== undefined;
}

export function rangeName(search: RunSearch): RangeName | 'custom' {
  return hasRange(search) ? 'custom' : (search.range ?? defaultRange);
}

/** Whether anything but scope and time narrows the list. */
export function hasFilter(search: RunSearch): boolean {
  const { status, type, name, q } = search;
  return [status, type, name, q].some((part) => part !== undefined);
}

export function withoutFilter(search: RunSearch): RunSearch {
  const { status: _status, type: _type, name: _name, q: _q, ...rest } = search;
  return rest;
}

export function withoutRange(search: RunSearch): RunSearch {
  const { from: _from, to: _to, ...rest } = search;
  return { ...rest, range: 'all' };
}

/** The part of a search that decides which runs are listed; equal keys list the same. */
export function listKey(search: RunSearch): string {
  const { peek: _peek, run: _run, tab: _tab, ...list } = search;
  return JSON.stringify(list);
}

export function filterOf(search: RunSearch): RunFilter {
  return {
    ...(search.scope === 'all' ? {} : { isRoot: true }),
    ...(search.status ? { status: { in: search.status } } : {}),
    ...(search.type ? { runType: { in: search.type } } : {}),
    ...(search.name ? { name: { contains: search.name.trim() } } : {}),
    ...(search.q ? { search: search.q.trim() } : {}),
  };
}

export function timeRangeOf(search: RunSearch, nowMs: number): TimeRange {
  if (hasRange(search)) {
    return {
      ...(search.from ? { from: new Date(search.from).toISOString() } : {}),
      ...(search.to ? { to: new Date(search.to).toISOString() } : {}),
    };
  }
  const range = search.range ?? defaultRange;
  if (range === 'all') return {};
  return { from: new Date(nowMs - rangeSeconds[range] * 1000).toISOString() };
}

/** Whether runs that start now can belong to the list. */
export function reachesNow(search: RunSearch, nowMs: number): boolean {
  return search.to === undefined || Date.parse(search.to) > nowMs;
}

/** Whether a live run belongs to the list. Of texts inside payloads only the server can tell. */
export function matchesLive(search: RunSearch, run: ListedRun): boolean {
  if (search.scope !== 'all' && !run.isRoot) return false;
  if (search.status && !search.status.includes(run.status)) return false;
  if (search.type && !search.type.includes(run.runType)) return false;
  const wanted = search.name?.trim().toLowerCase();
  if (wanted && !run.name.toLowerCase().includes(wanted)) return false;
  if (search.from && run.startUs < Date.parse(search.from) * 1000) return false;
  return search.to === undefined || run.startUs < Date.parse(search.to) * 1000;
}
