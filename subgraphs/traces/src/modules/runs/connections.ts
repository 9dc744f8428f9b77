import { argumentsHash, decodeCursor, encodeCursor, pageSize } from '@runlight/graphql';
import type { Cursor } from '@runlight/graphql';
import { allOf, parseUuid } from '@runlight/run-model';
import type { RunFilter } from '@runlight/run-model';
import { AppError } from '@runlight/service';
import type {
  CountEstimate,
  RunFilter as RunFilterInput,
  RunOrder,
  TimeRange,
} from '../../__generated__/resolvers.ts';
import { readRunFilter } from '../filter/filter-input.ts';
import type { ScopeArgs } from './find-runs.ts';
import { listRuns } from './list-runs.ts';
import type { Position, Scope, Selection } from './list-store.ts';
import type { RunConnectionMapper, TraceConnectionMapper, TraceMapper } from './mappers.ts';
import type { Reads } from './reads.ts';
import type { RunRow } from './run-row.ts';
import { spanOfList } from './time-windows.ts';

/** Arguments that lists of runs and of traces share. */
export interface ListArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: RunFilterInput | null | undefined;
  timeRange?: TimeRange | null | undefined;
  orderBy?: RunOrder | null | undefined;
}

export const badCursor = () =>
  new AppError('BAD_CURSOR', 'The cursor does not belong to this list');

/** Runs of a scope, a page of them. */
export async function pageOfRuns(
  reads: Reads,
  scope: Scope,
  args: ListArgs & ScopeArgs,
  nowUs = Date.now() * 1000,
): Promise<RunConnectionMapper> {
  const list = readList(reads, 'runs', scope, args, nowUs);
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
  const rows = await readPage(reads, list, (keys) => tracePosition(keys));
  const traces = rows.map(({ key }): TraceMapper => ({ key }));
  return pageOf(reads, list, traces, ({ key }) => [key.traceStartUs, key.traceId]);
}

interface List {
  size: number;
  selection: Selection;
  hash: string;
  cursor: Cursor | undefined;
  asOfUs: number;
}

function readList(
  { workspaceId }: Reads,
  kind: 'runs' | 'traces',
  scope: Scope,
  { first, after, filter: filterInput, timeRange, orderBy, ...named }: ListArgs & ScopeArgs,
  nowUs: number,
  representative?: RunFilter,
): List {
  const size = pageSize(first);
  const own = readRunFilter(filterInput);
  const filter = representative ? allOf([representative, own]) : own;
  const direction = orderBy?.direction ?? 'DESC';
  const hash = argumentsHash([
    workspaceId,
    kind,
    // What was asked for and not what was found: a run of the ids may come or go during the walk.
    Object.keys(named).length > 0 ? [named.projectIds, named.ids, named.traceUuid] : scope,
    filter,
    direction,
    timeRange && [timeRange.from, timeRange.to],
  ]);
  const cursor = after ? decodeCursor(after, hash) : undefined;
  const asOfUs = cursor?.asOfUs ?? nowUs;
  // Who names runs or a trace wants them whenever they were.
  const isNamed = scope.kind === 'runs' || scope.kind === 'trace';
  const span = isNamed && !timeRange ? {} : spanOfList(timeRange, direction, asOfUs);
  const selection = { scope, filter, direction, span, isPerTrace: kind === 'traces' };
  return { size, selection, hash, cursor, asOfUs };
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

function tracePosition([traceStartUs, traceIdText]: Cursor['keys']): Position {
  const traceId = parseUuid(traceIdText);
  const isTime = Number.isSafeInteger(traceStartUs) && (traceStartUs as number) >= 0;
  if (!isTime || !traceId) throw badCursor();
  return { traceStartUs: traceStartUs as number, traceId };
}

function runPosition(keys: Cursor['keys']): Position {
  const [runId, projectId] = [parseUuid(keys[2]), parseUuid(keys[3])];
  if (!runId || !projectId) throw badCursor();
  return { ...tracePosition(keys), runId, projectId };
}

export const countLimit = 10_000;

export function estimate(count: number): CountEstimate {
  return count > countLimit
    ? { value: countLimit, precision: 'AT_LEAST' }
    : { value: count, precision: 'EXACT' };
}
