import {
  FilterInputError,
  printFilterText,
  readFilterInput,
  toFilterInput,
} from '@runlight/run-model/filter';
import { parseRange } from '../../../lib/time-range.ts';
import { parseColumns, printColumns } from '../model/column-text.ts';
import { readFilter } from '../model/list-filter.ts';
import { sortOf, viewPart, withSort } from '../model/list-search.ts';
import type { ListSearch } from '../model/list-search.ts';

/** What a saved view holds of a list, as the graph keeps it. */
export interface ViewContent {
  filter: unknown;
  columns: unknown;
  orderBy: unknown;
  timeRange: unknown;
}

/** What the list shows now, to be kept. A filter that means nothing is not kept. */
export function contentOf(search: ListSearch): ViewContent {
  const read = readFilter(search.filter ?? '');
  const { range, from, to } = search;
  const { field, isAscending } = sortOf(search);
  return {
    filter: search.filter === undefined || !read.isValid ? null : toFilterInput(read.filter),
    columns: search.columns === undefined ? null : parseColumns(search.columns),
    orderBy: search.sort === undefined ? null : { field, isAscending },
    timeRange: range || from || to ? { range, from, to } : null,
  };
}

/** The search that shows a view. What another version wrote and this one cannot read is left out. */
export function searchOf(content: ViewContent): ListSearch {
  const filter = filterTextOf(content.filter);
  const columns = columnsTextOf(content.columns);
  const base: ListSearch = {
    ...(isRecord(content.timeRange) ? parseRange(content.timeRange) : {}),
    ...(filter === '' ? {} : { filter }),
    ...(columns === '' ? {} : { columns }),
  };
  const { orderBy } = content;
  if (!isRecord(orderBy) || typeof orderBy['field'] !== 'string') return base;
  return withSort(base, { field: orderBy['field'], isAscending: orderBy['isAscending'] === true });
}

/** Whether two searches show the same, however they are written. */
export function isSameView(a: ListSearch, b: ListSearch): boolean {
  return canonical(a) === canonical(b);
}

function canonical(search: ListSearch): string {
  const { filter = '', ...rest } = viewPart(search);
  const read = readFilter(filter);
  const text = read.isValid ? printFilterText(read.filter) : filter;
  return JSON.stringify([text, Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function filterTextOf(input: unknown): string {
  if (!isRecord(input)) return '';
  try {
    return printFilterText(readFilterInput(input));
  } catch (error) {
    if (error instanceof FilterInputError) return '';
    throw error;
  }
}

function columnsTextOf(columns: unknown): string {
  if (!Array.isArray(columns)) return '';
  const places = columns.filter(isRecord).flatMap(({ id, width, isPinned }) =>
    typeof id !== 'string'
      ? []
      : [
          {
            id,
            ...(typeof width === 'number' ? { width } : {}),
            ...(isPinned === true ? { isPinned } : {}),
          },
        ],
  );
  // Through the text and back: it has the limits.
  return printColumns(parseColumns(printColumns(places)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
