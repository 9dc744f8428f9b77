import { encodeCursor } from '@runlight/graphql';
import { invalidInput } from '@runlight/service';
import type { RunConnectionMapper, TraceConnectionMapper, TraceMapper } from './mappers.ts';
import type { MeasuredRun, MeasuredSelection } from './measured-store.ts';
import { badCursor, countLimit, estimate, runPosition } from './read-list.ts';
import type { List } from './read-list.ts';
import type { Reads } from './reads.ts';
import type { RunRow } from './run-row.ts';
import { dayUs } from './time-windows.ts';

/** All of it is sorted for every page. */
const widestSpanUs = 31 * dayUs;

/** A page of runs by what they measure themselves. Throws BAD_USER_INPUT for a time that is too long. */
export async function pageOfMeasuredRuns(reads: Reads, list: List): Promise<RunConnectionMapper> {
  const { found, ...page } = await readMeasured(reads, list);
  const rows = await Promise.all(found.map(({ key }) => reads.load.run.load(key)));
  const values = new Map<RunRow, MeasuredRun>();
  // What has gone between the two reads is left out.
  for (const [index, row] of rows.entries()) if (row) values.set(row, found[index]!);
  return {
    ...page,
    nodes: [...values.keys()],
    cursorOf: (run) => page.cursorOf(values.get(run)!),
  };
}

/** A page of traces, by the latency of their root or what all of their runs report. */
export async function pageOfMeasuredTraces(
  reads: Reads,
  list: List,
): Promise<TraceConnectionMapper> {
  const { found, ...page } = await readMeasured(reads, list);
  const values = new Map(found.map((run): [TraceMapper, MeasuredRun] => [{ key: run.key }, run]));
  return {
    ...page,
    nodes: [...values.keys()],
    cursorOf: (trace) => page.cursorOf(values.get(trace)!),
  };
}

async function readMeasured(reads: Reads, { size, selection, hash, cursor, asOfUs, field }: List) {
  if (field === 'STARTED_AT') throw badCursor();
  refuseLong({ selection, asOfUs });
  const { direction, span } = selection;
  const measured: MeasuredSelection = {
    ...selection,
    measure: field,
    listDirection: direction,
    after: cursor && readPosition(cursor.keys),
    asOfUs: cursor ? asOfUs : undefined,
  };
  const found = await reads.measured.runs(measured, size + 1);
  return {
    found: found.slice(0, size),
    hasNextPage: found.length > size,
    cursorOf: ({ key, value }: MeasuredRun) =>
      encodeCursor(
        { keys: [key.traceStartUs, key.traceId, key.runId, key.projectId, value], asOfUs },
        hash,
      ),
    count: async () => estimate(await reads.list.count(selection, countLimit + 1)),
    precision: async () =>
      cursor && (await reads.measured.hasChanged(selection, asOfUs)) ? 'ESTIMATED' : 'EXACT',
    coverage: { ...span, isComplete: true },
  } as const;
}

/** Throws BAD_USER_INPUT for a time in which there may be too much to sort. */
export function refuseLong({ selection, asOfUs }: Pick<List, 'selection' | 'asOfUs'>): void {
  const { span, scope } = selection;
  const isBounded = scope.kind === 'runs' || scope.kind === 'trace';
  const lengthUs = Math.min(span.toUs ?? asOfUs, asOfUs) - (span.fromUs ?? 0);
  if (!isBounded && lengthUs > widestSpanUs) {
    throw invalidInput('Sorted by a measure, a list is about 31 days at most');
  }
}

function readPosition(keys: (string | number)[]): MeasuredSelection['after'] {
  const value = keys[4];
  const { traceStartUs, traceId, runId, projectId } = runPosition(keys);
  if (typeof value !== 'number' || !runId || !projectId) throw badCursor();
  return { traceStartUs, traceId, runId, projectId, value };
}
