import { encodeCursor, pageSize } from '@runlight/graphql';
import type { Cursor } from '@runlight/graphql';
import type { RunFilter } from '@runlight/run-model';
import { readRunFilter } from '../filter/filter-input.ts';
import type { ScopeArgs } from './find-runs.ts';
import { listRuns } from './list-runs.ts';
import type { RunConnectionMapper, TraceConnectionMapper, TraceMapper } from './mappers.ts';
import { pageOfMeasuredRuns, pageOfMeasuredTraces } from './measured.ts';
import { countLimit, estimate, readList, runPosition, tracePosition } from './read-list.ts';
import type { List, ListArgs } from './read-list.ts';
import type { Reads } from './reads.ts';
import type { RunRow } from './run-row.ts';
import type { Position, Scope } from './selection-sql.ts';

/** Runs of a scope, a page of them. */
export async function pageOfRuns(
  reads: Reads,
  scope: Scope,
  args: ListArgs & ScopeArgs,
  nowUs = Date.now() * 1000,
): Promise<RunConnectionMapper> {
  const list = readList(reads, 'runs', scope, args, nowUs);
  if (list.field !== 'STARTED_AT') return pageOfMeasuredRuns(reads, list);
  const rows = await readPage(reads, list, (keys) => runPosition(keys));
  return pageOf(reads, list, rows, ({ key }) => [
    key.traceStartUs,
    key.traceId,
    key.runId,
    key.projectId,
  ]);
}

/** What a list answers whose scope holds nothing; limits are checked all the same. */
export function emptyPageOfRuns({ first, filter }: ListArgs): RunConnectionMapper {
  pageSize(first);
  readRunFilter(filter);
  return {
    nodes: [],
    hasNextPage: false,
    cursorOf: () => '',
    count: () => Promise.resolve(estimate(0)),
    precision: () => 'EXACT',
    coverage: { isComplete: true },
  };
}

/** Traces of a scope of which a run matches, a page of them. */
export async function pageOfTraces(
  reads: Reads,
  scope: Scope,
  args: ListArgs,
  /** Which of its runs stands for a trace: its root, or any of a thread. */
  representative: RunFilter,
  nowUs = Date.now() * 1000,
): Promise<TraceConnectionMapper> {
  const list = readList(reads, 'traces', scope, args, nowUs, representative);
  if (list.field !== 'STARTED_AT') return pageOfMeasuredTraces(reads, list);
  const rows = await readPage(reads, list, (keys) => tracePosition(keys));
  const traces = rows.map(({ key }): TraceMapper => ({ key }));
  return pageOf(reads, list, traces, ({ key }) => [key.traceStartUs, key.traceId]);
}

/** One more than the page, to know whether there is a next one. */
function readPage(
  { list }: Reads,
  { selection, cursor, size, asOfUs }: List,
  positionOf: (keys: Cursor['keys']) => Position,
): Promise<RunRow[]> {
  const after = cursor && positionOf(cursor.keys);
  return listRuns(list, { ...selection, after }, size + 1, asOfUs);
}

function pageOf<T>(
  { list }: Reads,
  { size, selection, hash, asOfUs }: List,
  found: T[],
  keysOf: (node: T) => Cursor['keys'],
) {
  return {
    nodes: found.slice(0, size),
    hasNextPage: found.length > size,
    cursorOf: (node: T) => encodeCursor({ keys: keysOf(node), asOfUs }, hash),
    count: async () => estimate(await list.count(selection, countLimit + 1)),
    // Sorted by what never changes, and read to the end: the walk is the list.
    precision: () => 'EXACT' as const,
    coverage: { ...selection.span, isComplete: true },
  };
}
