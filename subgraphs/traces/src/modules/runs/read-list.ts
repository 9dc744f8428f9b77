import { argumentsHash, decodeCursor, pageSize } from '@runlight/graphql';
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
import type { Reads } from './reads.ts';
import type { Position, Scope, Selection } from './selection-sql.ts';
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

/** A list as its arguments say. */
export interface List {
  size: number;
  selection: Selection;
  hash: string;
  cursor: Cursor | undefined;
  /** When page one was read. */
  asOfUs: number;
  field: RunOrder['field'];
}

/** Throws BAD_USER_INPUT for arguments beyond the limits, BAD_CURSOR for a cursor of other ones. */
export function readList(
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
  const { field = 'STARTED_AT', direction = 'DESC' } = orderBy ?? {};
  const hash = argumentsHash([
    workspaceId,
    kind,
    // What was asked for and not what was found: a run of the ids may come or go during the walk.
    Object.keys(named).length > 0 ? [named.projectIds, named.ids, named.traceUuid] : scope,
    filter,
    field,
    direction,
    timeRange && [timeRange.from, timeRange.to],
  ]);
  const cursor = after ? decodeCursor(after, hash) : undefined;
  const asOfUs = cursor?.asOfUs ?? nowUs;
  // Who names runs or a trace wants them whenever they were.
  const isNamed = scope.kind === 'runs' || scope.kind === 'trace';
  const span = isNamed && !timeRange ? {} : spanOfList(timeRange, direction, asOfUs);
  const selection = { scope, filter, direction, span, isPerTrace: kind === 'traces' };
  return { size, selection, hash, cursor, asOfUs, field };
}

export function tracePosition([traceStartUs, traceIdText]: Cursor['keys']): Position {
  const traceId = parseUuid(traceIdText);
  const isTime = Number.isSafeInteger(traceStartUs) && (traceStartUs as number) >= 0;
  if (!isTime || !traceId) throw badCursor();
  return { traceStartUs: traceStartUs as number, traceId };
}

export function runPosition(keys: Cursor['keys']): Position {
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
