import { argumentsHash, decodeCursor, encodeCursor, pageSize } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import { badCursor } from './read-list.ts';
import type { RunConnectionMapper, RunMapper, TraceMapper } from './mappers.ts';
import type { Reads } from './reads.ts';
import type { RunRow } from './run-row.ts';
import type { TraceKey } from './tenant.ts';
import { summaryOf } from './traces.ts';

interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

const maxPage = 1000;

/** Runs of a trace in display order, a page of them. */
export function traceRuns(
  reads: Reads,
  trace: TraceMapper,
  args: PageArgs,
): Promise<RunConnectionMapper> {
  const { key } = trace;
  return pageInTrace(reads, key, args, {
    fallback: 500,
    list: [key.projectId, key.traceId],
    read: (limit, after) => reads.runs.traceRuns(key, limit, after),
    count: async () => (await summaryOf(reads, trace)).runCount,
  });
}

/** Children of a run in display order, a page of them. */
export function childRuns(
  reads: Reads,
  { key }: RunMapper,
  args: PageArgs,
): Promise<RunConnectionMapper> {
  return pageInTrace(reads, key, args, {
    fallback: 100,
    list: [key.projectId, key.traceId, key.runId],
    read: (limit, after) => reads.runs.traceRuns(key, limit, after, key.runId),
    count: async () => (await reads.load.childCount.load(key)) ?? 0,
  });
}

async function pageInTrace(
  reads: Reads,
  trace: TraceKey,
  { first, after }: PageArgs,
  {
    fallback,
    list,
    read,
    count,
  }: {
    fallback: number;
    /** What a cursor belongs to. */
    list: string[];
    read: (limit: number, after: RunRow | undefined) => Promise<RunRow[]>;
    count: () => Promise<number>;
  },
): Promise<RunConnectionMapper> {
  const size = pageSize(first, maxPage, fallback);
  const hash = argumentsHash(list);
  // The cursor names the run and not its dotted order, which in a deep trace takes kilobytes.
  const last = after ? await runAt(reads, trace, decodeCursor(after, hash).keys) : undefined;
  const rows = await read(size + 1, last);
  return {
    nodes: rows.slice(0, size),
    hasNextPage: rows.length > size,
    cursorOf: (run) => encodeCursor({ keys: [run.key.runId] }, hash),
    count: async () => ({ value: await count(), precision: 'EXACT' }),
    precision: () => 'EXACT',
    coverage: { isComplete: true },
  };
}

async function runAt(
  reads: Reads,
  { workspaceId, projectId, traceStartUs, traceId }: TraceKey,
  keys: (string | number)[],
): Promise<RunRow> {
  const runId = parseUuid(keys[0]);
  if (!runId) throw badCursor();
  const run = await reads.load.run.load({ workspaceId, projectId, traceStartUs, traceId, runId });
  if (!run) throw badCursor();
  return run;
}
