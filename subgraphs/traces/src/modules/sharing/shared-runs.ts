import type { SharedObject } from '@runlight/auth';
import { int, sql, text } from '@runlight/clickhouse';
import type { RunKey } from '@runlight/run-model';
import type { Reads } from '../runs/reads.ts';
import { parseRun, runColumns } from '../runs/run-row.ts';
import type { RunRow } from '../runs/run-row.ts';

// Which runs a public link shows. Everything is read in the link's workspace and project.

type Thread = Extract<SharedObject, { kind: 'thread' }>;
type InTrace = Exclude<SharedObject, Thread>;

const readAtOnce = 1000;

/** Roots of a thread's turns, the oldest first, behind one of them. */
export const turnsOf = (
  { tenant }: Reads,
  { projectId, threadId }: Thread,
  limit: number,
  after?: RunKey,
): Promise<RunRow[]> =>
  tenant.rows(
    'sharedTurns',
    sql`SELECT ${runColumns} FROM runs FINAL
WHERE ${tenant.inProject(projectId)} AND thread_id = ${text(threadId)} AND is_root = 1${
      after
        ? sql` AND (toUnixTimestamp64Micro(trace_start), toString(id)) > (${int(after.traceStartUs)}, ${text(after.runId)})`
        : sql``
    }
ORDER BY toUnixTimestamp64Micro(trace_start), toString(id) LIMIT ${int(limit)}`,
    (raw) => parseRun(raw, tenant.workspaceId),
  );

export async function countTurns({ tenant }: Reads, thread: Thread): Promise<number> {
  const [count] = await tenant.rows(
    'sharedTurnCount',
    sql`SELECT count() AS turns FROM runs FINAL
WHERE ${tenant.inProject(thread.projectId)} AND thread_id = ${text(thread.threadId)} AND is_root = 1`,
    (raw) => Number(raw['turns']),
  );
  return count ?? 0;
}

/** UUIDs of a run and all below it. Follows parents, as spans need not nest by their order. */
export async function runsBelow(
  { tenant, workspaceId }: Reads,
  { runId, ...trace }: Extract<SharedObject, { kind: 'run' }>,
): Promise<Set<string>> {
  const children = new Map<string, string[]>();
  await tenant.rows(
    'sharedTree',
    sql`SELECT id, parent_run_id FROM runs FINAL WHERE ${tenant.inTrace({ ...trace, workspaceId })}`,
    (raw) => {
      const parent = raw['parent_run_id'] as string;
      const siblings = children.get(parent);
      if (siblings) siblings.push(raw['id'] as string);
      else children.set(parent, [raw['id'] as string]);
    },
  );
  const found = new Set([runId]);
  // A set keeps the order of insertion and goes on over what is added; a circle adds nothing.
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child);
  return found;
}

/** Runs of a trace in display order behind one of them, those that `isShared` allows. */
export async function pageOfRuns(
  reads: Reads,
  trace: Omit<RunKey, 'runId'>,
  isShared: (runId: string) => boolean,
  limit: number,
  after: RunRow | undefined,
): Promise<RunRow[]> {
  const page: RunRow[] = [];
  for (let last = after; ;) {
    const runs = await reads.runs.traceRuns(trace, readAtOnce, last);
    page.push(...runs.filter(({ key }) => isShared(key.runId)));
    last = runs.at(-1);
    if (page.length >= limit || runs.length < readAtOnce || !last) return page.slice(0, limit);
  }
}

export const traceKeyOf = (
  workspaceId: string,
  { projectId, traceStartUs, traceId }: InTrace,
): Omit<RunKey, 'runId'> => ({ workspaceId, projectId, traceStartUs, traceId });
