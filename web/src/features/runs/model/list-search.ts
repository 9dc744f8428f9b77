import { parseRange } from '../../../lib/time-range.ts';
import type { RangeSearch } from '../../../lib/time-range.ts';

/** What is listed; traces, i.e. their roots, unless the address says otherwise. */
export const scopes = ['runs', 'traces', 'threads', 'users'] as const;
export type Scope = (typeof scopes)[number];

export interface ListSort {
  field: string;
  isAscending: boolean;
}

/** What the address of the list says; absent is the default. */
export interface ListSearch extends RangeSearch {
  scope?: Exclude<Scope, 'traces'>;
  /** Text of the filter bar. */
  filter?: string;
  /** Name of an order; with `-` before it the largest comes first. */
  sort?: string;
  /** Which columns, see `column-text.ts`. */
  columns?: string;
  /** Global id of the saved view this began as. */
  view?: string;
  /** The trace that is open beside the list, and within it the selected run and tab. */
  peek?: string;
  run?: string;
  tab?: string;
}

const lengths = { filter: 8000, sort: 60, columns: 4000, view: 200, peek: 200, run: 200, tab: 60 };

/** Reads search params of any origin; what makes no sense is dropped. */
export function parseListSearch(raw: Record<string, unknown>): ListSearch {
  const scope = raw['scope'];
  const isScope = scope === 'runs' || scope === 'threads' || scope === 'users';
  const texts = Object.entries(lengths).map(([key, length]) => textOf(key, raw[key], length));
  return {
    ...(isScope ? { scope } : {}),
    ...Object.assign({}, ...texts),
    ...parseRange(raw),
  } as ListSearch;
}

/** Numbers and booleans too: somebody else's link may hold `filter=42`. */
function textOf(key: string, value: unknown, length: number): Record<string, string> {
  const isText = ['string', 'number', 'boolean'].includes(typeof value);
  const text = isText ? String(value).slice(0, length) : '';
  return text.trim() === '' ? {} : { [key]: text };
}

export function scopeOf(search: ListSearch): Scope {
  return search.scope ?? 'traces';
}

export const newestFirst: ListSort = { field: 'startedAt', isAscending: false };

export function sortOf(search: ListSearch): ListSort {
  const { sort } = search;
  if (sort === undefined) return newestFirst;
  return sort.startsWith('-')
    ? { field: sort.slice(1), isAscending: false }
    : { field: sort, isAscending: true };
}

export function withSort(search: ListSearch, sort: ListSort): ListSearch {
  const { sort: _sort, ...rest } = search;
  if (sort.field === newestFirst.field && !sort.isAscending) return rest;
  return { ...rest, sort: `${sort.isAscending ? '' : '-'}${sort.field}` };
}

/** Another scope: the filter and the time stay, what belongs to the rows of the old one goes. */
export function withScope(search: ListSearch, scope: Scope): ListSearch {
  const { filter, range, from, to } = search;
  return parseListSearch({
    ...(scope === 'traces' ? {} : { scope }),
    filter,
    range,
    from,
    to,
  });
}

export function withoutFilter(search: ListSearch): ListSearch {
  const { filter: _filter, ...rest } = search;
  return rest;
}

export function withoutPeek(search: ListSearch): ListSearch {
  const { peek: _peek, run: _run, tab: _tab, ...rest } = search;
  return rest;
}

/** The part of a search that a saved view holds and a session remembers. */
export function viewPart(search: ListSearch): ListSearch {
  const { scope: _scope, view: _view, ...rest } = withoutPeek(search);
  return rest;
}

/** Whether the address leaves it to us what to show. */
export function isBare(search: ListSearch): boolean {
  const { scope: _scope, ...rest } = withoutPeek(search);
  return Object.keys(rest).length === 0;
}

/** The part of a search that decides which rows are listed; equal keys list the same. */
export function listKey(search: ListSearch): string {
  const { columns: _columns, view: _view, ...rest } = withoutPeek(search);
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}
