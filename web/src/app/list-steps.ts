import type { RunFilter, RunOrder, TimeRange } from '../gql/graphql.ts';
import { filterInputOf, readFilter } from '../features/runs/model/list-filter.ts';
import { parseListSearch, scopeOf } from '../features/runs/model/list-search.ts';
import type { ListSearch, Scope } from '../features/runs/model/list-search.ts';
import { orderByOf } from '../features/runs/model/order.ts';
import { timeRangeOf } from '../lib/time-range.ts';

// The page of a trace knows the list it was opened from by its address, so that a link keeps the way on.

/** What decides which runs a list has and in what order. */
const kept = ['scope', 'filter', 'sort', 'range', 'from', 'to'] as const;

/** A list as a part of an address: its search, shortened to what matters for stepping. */
export function listText(search: ListSearch): string {
  const params = new URLSearchParams();
  for (const key of kept) {
    const value = search[key];
    if (value !== undefined) params.set(key, value);
  }
  // Also the plain list has a way on.
  return params.size === 0 ? 'all' : params.toString();
}

export interface ListArguments {
  scope: Scope;
  filter: RunFilter;
  timeRange: TimeRange;
  orderBy?: RunOrder;
}

/** The list that such a text names; undefined when its filter means nothing, or it lists no runs. */
export function listArguments(text: string, nowMs: number): ListArguments | undefined {
  const raw = text === 'all' ? {} : Object.fromEntries(new URLSearchParams(text));
  const search = parseListSearch(raw);
  const scope = scopeOf(search);
  const read = readFilter(search.filter ?? '');
  if (!read.isValid || scope === 'threads' || scope === 'users') return undefined;
  const orderBy = orderByOf(search);
  return {
    scope,
    filter: filterInputOf(scope, read.filter),
    timeRange: timeRangeOf(search, nowMs),
    ...(orderBy === undefined ? {} : { orderBy }),
  };
}
