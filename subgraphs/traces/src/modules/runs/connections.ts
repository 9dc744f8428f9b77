import { argumentsHash, decodeCursor, encodeCursor, pageSize } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import { AppError } from '@runlight/service';
import type {
  CountEstimate,
  ProjectRunsArgs,
  TraceRunsArgs,
} from '../../__generated__/resolvers.ts';
import { readRunFilter } from '../filter/filter-input.ts';
import { listRuns } from './list-runs.ts';
import type { Position, Selection } from './list-store.ts';
import type { RunConnectionMapper, TraceMapper } from './mappers.ts';
import type { Reads } from './reads.ts';
import type { RunRow } from './run-row.ts';
import { spanOfList } from './time-windows.ts';

const badCursor = () => new AppError('BAD_CURSOR', 'The cursor does not belong to this list');

/** Runs of a project, a page of them. */
export async function projectRuns(
  reads: Reads,
  projectId: string,
  { first, after, filter: filterInput, timeRange, orderBy }: ProjectRunsArgs,
  nowUs = Date.now() * 1000,
): Promise<RunConnectionMapper> {
  const size = pageSize(first);
  const filter = readRunFilter(filterInput);
  const direction = orderBy?.direction ?? 'DESC';
  const hash = argumentsHash([
    projectId,
    filter,
    direction,
    timeRange && [timeRange.from, timeRange.to],
  ]);
  const cursor = after ? decodeCursor(after, hash) : undefined;
  const asOfUs = cursor ? (cursor.asOfUs ?? nowUs) : nowUs;
  const span = spanOfList(timeRange, direction, asOfUs);
  const selection: Selection = { projectId, filter, direction, span };
  const position = cursor && readPosition(cursor.keys);
  const rows = await listRuns(reads.list, { ...selection, after: position }, size + 1, asOfUs);
  return {
    nodes: rows.slice(0, size),
    hasNextPage: rows.length > size,
    cursorOf: ({ key }) =>
      encodeCursor({ keys: [key.traceStartUs, key.traceId, key.runId], asOfUs }, hash),
    countRuns: async () => estimate(await reads.list.count(selection, countLimit + 1)),
  };
}

function readPosition([traceStartUs, traceId, runId]: (string | number)[]): Position {
  const ids = { traceId: parseUuid(traceId), runId: parseUuid(runId) };
  const isTime = Number.isSafeInteger(traceStartUs) && (traceStartUs as number) >= 0;
  if (!isTime || !ids.traceId || !ids.runId) throw badCursor();
  return { traceStartUs: traceStartUs as number, traceId: ids.traceId, runId: ids.runId };
}

/** Runs of a trace in display order, a page of them. */
export async function traceRuns(
  reads: Reads,
  { key, summary }: TraceMapper,
  { first, after }: TraceRunsArgs,
): Promise<RunConnectionMapper> {
  const size = pageSize(first, 1000, 500);
  const hash = argumentsHash([key.projectId, key.traceId]);
  // The cursor names the run and not its dotted order, which in a deep trace takes kilobytes.
  const last = after ? await lastRun(reads, key, decodeCursor(after, hash).keys) : undefined;
  const rows = await reads.runs.traceRuns(key, size + 1, last);
  return {
    nodes: rows.slice(0, size),
    hasNextPage: rows.length > size,
    cursorOf: (run) => encodeCursor({ keys: [run.key.runId] }, hash),
    countRuns: () => Promise.resolve(estimate(summary.runCount)),
  };
}

async function lastRun(
  reads: Reads,
  trace: TraceMapper['key'],
  keys: (string | number)[],
): Promise<RunRow> {
  const runId = parseUuid(keys[0]);
  const run = runId && (await reads.load.run.load({ ...trace, runId }));
  if (!run) throw badCursor();
  return run;
}

const countLimit = 10_000;

function estimate(count: number): CountEstimate {
  return count > countLimit
    ? { value: countLimit, precision: 'AT_LEAST' }
    : { value: count, precision: 'EXACT' };
}
