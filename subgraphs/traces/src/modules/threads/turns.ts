import type { RunFilter } from '@runlight/run-model';
import { pageOfTraces } from '../runs/connections.ts';
import type { ListArgs } from '../runs/read-list.ts';
import { listRuns } from '../runs/list-runs.ts';
import type { RunMapper, TraceConnectionMapper, TraceMapper } from '../runs/mappers.ts';
import type { Reads } from '../runs/reads.ts';
import type { Direction } from '../runs/time-windows.ts';
import type { ThreadMapper } from './mappers.ts';

const inThread = (threadId: string): RunFilter => ({
  kind: 'text',
  field: 'threadId',
  operator: 'eq',
  value: threadId,
});

/** The traces of a thread, a page of them. */
export const turnsOf = (
  reads: Reads,
  { projectId, threadId }: ThreadMapper,
  args: Pick<ListArgs, 'first' | 'after' | 'orderBy'>,
): Promise<TraceConnectionMapper> =>
  pageOfTraces(
    reads,
    { kind: 'projects', projectIds: [projectId] },
    { ...args, timeRange: {} },
    inThread(threadId),
  );

/** The turn before (DESC) or after (ASC) that of a run in its thread. */
export async function neighbourTurn(
  reads: Reads,
  run: RunMapper,
  direction: Direction,
): Promise<TraceMapper | null> {
  const threadId = run.threadId || (await threadOfRoot(reads, run));
  if (!threadId) return null;
  const { projectId, traceStartUs, traceId } = run.key;
  const [found] = await listRuns(
    reads.list,
    {
      scope: { kind: 'projects', projectIds: [projectId] },
      filter: inThread(threadId),
      direction,
      span: {},
      after: { traceStartUs, traceId },
      isPerTrace: true,
    },
    1,
    Date.now() * 1000,
  );
  return found ? { key: found.key } : null;
}

/** A child need not name the thread. */
async function threadOfRoot(reads: Reads, { key, isRoot }: RunMapper): Promise<string | undefined> {
  if (isRoot) return undefined;
  const rootId = (await reads.load.traceSummary.load(key))?.rootId;
  const root = rootId && (await reads.load.run.load({ ...key, runId: rootId }));
  return root ? root.threadId : undefined;
}
