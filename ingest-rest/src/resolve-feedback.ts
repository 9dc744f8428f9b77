import type { ProjectDirectory } from '@runlight/auth';
import { readFeedback } from '@runlight/run-model';
import type { FeedbackOperation, Rejection, WireFeedback } from '@runlight/run-model';

/** Feedback operations that can be stored, and what was refused. */
export interface ResolvedFeedback {
  operations: FeedbackOperation[];
  rejections: Rejection[];
}

/**
 * Reads feedback. Its run may come later, so that nobody asks for it. A project that it is about must be
 * one of the workspace; one that is only a hint where the run is, and is not, is forgotten. Throws when
 * the database is needed and away.
 */
export async function resolveFeedback(
  projects: Pick<ProjectDirectory, 'exists'>,
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
    const { target } = result.operation;
    // One after the other: nearly all are of one project, which is then known.
    if (
      target?.projectId !== undefined &&
      !(await projects.exists(workspaceId, target.projectId))
    ) {
      if (target.runId === undefined) {
        resolved.rejections.push(ofNoProject(wire));
        continue;
      }
      delete target.projectId;
    }
    resolved.operations.push(result.operation);
  }
  return resolved;
}

const ofNoProject = ({ part, main }: WireFeedback): Rejection => ({
  part,
  code: 'invalid',
  reason: 'session_id names no project of this workspace',
  ...(main && { sample: main }),
});
