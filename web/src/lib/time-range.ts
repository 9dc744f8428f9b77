import type { TimeRange } from '../gql/graphql.ts';

/** Relative ranges stay relative in links: the address holds the name, not the instants. */
export const rangeSeconds = {
  '15m': 900,
  '1h': 3600,
  '24h': 86_400,
  '7d': 604_800,
  '30d': 2_592_000,
} as const;

export type RangeName = keyof typeof rangeSeconds | 'all';
export const defaultRange: RangeName = '7d';

export interface RangeSearch {
  range?: RangeName;
  /** An absolute range, which wins over `range`: RFC 3339. */
  from?: string;
  to?: string;
}

/** Reads a range of any origin; what makes no sense is dropped, and so is the default. */
export function parseRange(raw: Record<string, unknown>): RangeSearch {
  const range = raw['range'];
  const isRange =
    range === 'all' || (typeof range === 'string' && Object.hasOwn(rangeSeconds, range));
  return {
    ...(isRange && range !== defaultRange ? { range: range as RangeName } : {}),
    ...instantOf('from', raw),
    ...instantOf('to', raw),
  };
}

function instantOf<K extends string>(
  key: K,
  raw: Record<string, unknown>,
): Partial<Record<K, string>> {
  const value = raw[key];
  const isInstant = typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return (isInstant ? { [key]: value } : {}) as Partial<Record<K, string>>;
}

export function hasRange(search: RangeSearch): boolean {
  return search.from !== undefined || search.to !== undefined;
}

export function rangeName(search: RangeSearch): RangeName | 'custom' {
  return hasRange(search) ? 'custom' : (search.range ?? defaultRange);
}

export function withoutRange<T extends RangeSearch>(search: T): T {
  const { from: _from, to: _to, range: _range, ...rest } = search;
  return { ...rest, range: 'all' } as T;
}

/** What the graph is asked for. */
export function timeRangeOf(search: RangeSearch, nowMs: number): TimeRange {
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

/** Whether runs that start now can belong to the range. */
export function reachesNow(search: RangeSearch, nowMs: number): boolean {
  return search.to === undefined || Date.parse(search.to) > nowMs;
}
