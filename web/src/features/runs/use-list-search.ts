import { useMemo } from 'react';
import { printFilterText } from '@runlight/run-model/filter';
import type { RunFilter as FilterTree } from '@runlight/run-model/filter';
import type { RunFilter, TimeRange } from '../../gql/graphql.ts';
import { hasRange, timeRangeOf } from '../../lib/time-range.ts';
import { useNow } from '../../lib/use-tick.ts';
import { everything, filterInputOf, readFilter } from './model/list-filter.ts';
import type { ReadFilter } from './model/list-filter.ts';
import { parseListSearch, scopeOf, withoutFilter } from './model/list-search.ts';
import type { ListSearch, Scope } from './model/list-search.ts';

/** What the address asks for, ready to be asked of the graph. */
export interface ListQuestion {
  search: ListSearch;
  scope: Scope;
  read: ReadFilter;
  /** Nothing is asked for while the filter means nothing. */
  filter: FilterTree;
  filterInput: RunFilter;
  /** Relative ranges move on every half minute. */
  timeRange: TimeRange;
  nowMs: number;
  change: (search: ListSearch, isStep?: boolean) => void;
  setFilter: (filter: FilterTree) => void;
  setFilterText: (text: string) => void;
  setRange: (range: { from: string; to: string }) => void;
}

const moveOnMs = 30_000;

export function useListQuestion(
  search: ListSearch,
  onSearch: (search: ListSearch, isStep: boolean) => void,
): ListQuestion {
  const scope = scopeOf(search);
  const text = search.filter ?? '';
  const read = useMemo(() => readFilter(text), [text]);
  const filter = read.isValid ? read.filter : everything;
  const filterInput = useMemo(() => filterInputOf(scope, filter), [scope, filter]);
  const nowMs = useNow(hasRange(search) ? null : moveOnMs);
  const { range, from, to } = search;
  const timeRange = useMemo(
    () =>
      timeRangeOf(
        { ...(range ? { range } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) },
        nowMs,
      ),
    [range, from, to, nowMs],
  );
  const change = (next: ListSearch, isStep = false) =>
    onSearch(parseListSearch({ ...next }), isStep);
  const setFilterText = (next: string) =>
    change(next.trim() === '' ? withoutFilter(search) : { ...search, filter: next });
  return {
    search,
    scope,
    read,
    filter,
    filterInput,
    timeRange,
    nowMs,
    change,
    setFilterText,
    setFilter: (next) => setFilterText(printFilterText(next)),
    setRange: (next) => {
      const { range: _range, ...rest } = search;
      change({ ...rest, ...next }, true);
    },
  };
}
