import type { FeedbackOperation, RunOperation } from '@runlight/run-model';
import { uuidTimeMs } from '@runlight/run-model';
import { anyProject, threadTombstoneId } from './tombstones.ts';
import type { Tombstone, Tombstones } from './tombstones.ts';

interface Accepted {
  workspaceId: string;
  batchId: string;
}

export interface RunToAsk<Operation> {
  operation: Operation;
  /** Undefined when it is not known, or only guessed. */
  projectId: string | undefined;
  /** Where it was placed, when it does not say it itself. */
  traceId?: string;
}

/**
 * Those of the operations and the feedback that belong to what was deleted: to a deleted run or anything
 * below it, to a deleted trace, or, when they were accepted before that, to a deleted thread.
 *
 * @param workspaces those of which anything was ever deleted; the others cost nothing
 */
export async function buriedOf<
  Run extends RunOperation & Accepted,
  Feedback extends FeedbackOperation & Accepted,
>(
  tombstones: Pick<Tombstones, 'find'>,
  workspaces: ReadonlySet<string>,
  candidates: { runs: readonly RunToAsk<Run>[]; feedback: readonly Feedback[] },
): Promise<Set<Run | Feedback>> {
  const buried = new Set<Run | Feedback>();
  for (const workspaceId of workspaces) {
    const runs = candidates.runs.filter(({ operation }) => operation.workspaceId === workspaceId);
    const feedback = candidates.feedback.filter((each) => each.workspaceId === workspaceId);
    const ids = new Set([...runs.flatMap(idsOfRun), ...feedback.flatMap(idsOfFeedback)]);
    if (ids.size === 0) continue;
    const found = Map.groupBy(await tombstones.find(workspaceId, [...ids]), ({ id }) => id);
    if (found.size === 0) continue;
    const isGone = (id: string, projectId: string | undefined, batchId: string) =>
      (found.get(id) ?? []).some((tombstone) => holds(tombstone, projectId, batchId));
    for (const run of runs) {
      const { operation, projectId } = run;
      if (idsOfRun(run).some((id) => isGone(id, projectId, operation.batchId))) {
        buried.add(operation);
      }
    }
    for (const each of feedback) {
      const projectId = each.target?.projectId;
      if (idsOfFeedback(each).some((id) => isGone(id, projectId, each.batchId))) buried.add(each);
    }
  }
  return buried;
}

function idsOfRun({ operation, traceId }: RunToAsk<RunOperation>): string[] {
  const { parentRunId, dottedOrder, threadId } = operation.envelope;
  const ids = [operation.runId];
  for (const id of [operation.traceId, traceId]) if (id !== undefined) ids.push(id);
  if (typeof parentRunId === 'string') ids.push(parentRunId);
  if (dottedOrder !== undefined) ids.push(...ancestorsIn(dottedOrder));
  if (threadId !== undefined) ids.push(threadTombstoneId(threadId));
  return ids;
}

/** `<time>Z<run id>` of each run from the root down. */
const ancestorsIn = (dottedOrder: string): string[] =>
  [...dottedOrder.matchAll(/Z([0-9a-f-]{36})(?:\.|$)/g)].map(([, id]) => id!);

function idsOfFeedback({ feedbackId, target }: FeedbackOperation): string[] {
  const ids = [feedbackId];
  if (target?.runId !== undefined) ids.push(target.runId);
  if (target?.traceId !== undefined) ids.push(target.traceId);
  if (target?.threadId !== undefined) ids.push(threadTombstoneId(target.threadId));
  return ids;
}

function holds(
  { kind, projectId, deletedAtMs }: Tombstone,
  ofProject: string | undefined,
  batchId: string,
): boolean {
  if (ofProject !== undefined && projectId !== anyProject && projectId !== ofProject) return false;
  // A thread goes on after its deletion; the batch's id says when it was accepted, for a replay too.
  return kind !== 'thread' || (uuidTimeMs(batchId) ?? 0) <= deletedAtMs;
}
