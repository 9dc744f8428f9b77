import type { FeedbackConfigDirectory, ProjectDirectory } from '@runlight/auth';
import { readFeedback } from '@runlight/run-model';
import type { FeedbackOperation, Rejection, WireFeedback } from '@runlight/run-model';

/** Feedback operations that can be stored, and what was refused. */
export interface ResolvedFeedback {
  operations: FeedbackOperation[];
  rejections: Rejection[];
}

export interface FeedbackDirectories {
  projects: Pick<ProjectDirectory, 'exists'>;
  feedbackConfigs: FeedbackConfigDirectory;
}

/**
 * Reads feedback. Its run may come later, so that nobody asks for it. A project that it is about must be
 * one of the workspace; one that is only a hint where the run is, and is not, is forgotten. Throws when
 * the database is needed and away. An enforced scale refuses what does not fit; an update is held to it
 * only when it names its key, which is not known here otherwise.
 */
export async function resolveFeedback(
  { projects, feedbackConfigs }: FeedbackDirectories,
  workspaceId: string,
  wires: readonly WireFeedback[],
): Promise<ResolvedFeedback> {
  const resolved: ResolvedFeedback = { operations: [], rejections: [] };
  for (const wire of wires) {
    const result = readFeedback(wire);
    if ('rejection' in result) {
      resolved.rejections.push(result.rejection);
      continue;
    }
    const { target, envelope } = result.operation;
    const misfit =
      envelope.key === undefined
        ? undefined
        : await feedbackConfigs.problem(workspaceId, envelope.key, envelope);
    if (misfit !== undefined) {
      resolved.rejections.push(refusal(wire, misfit));
      continue;
    }
    // One after the other: nearly all are of one project, which is then known.
    if (
      target?.projectId !== undefined &&
      !(await projects.exists(workspaceId, target.projectId))
    ) {
      if (target.runId === undefined) {
        resolved.rejections.push(refusal(wire, 'session_id names no project of this workspace'));
        continue;
      }
      delete target.projectId;
    }
    resolved.operations.push(result.operation);
  }
  return resolved;
}

const refusal = ({ part, main }: WireFeedback, reason: string): Rejection => ({
  part,
  code: 'invalid',
  reason,
  ...(main && { sample: main }),
});
