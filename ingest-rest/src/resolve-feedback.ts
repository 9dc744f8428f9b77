import type { ProjectDirectory } from '@runlight/auth';
import { readFeedback } from '@runlight/run-model';
import type { FeedbackOperation, Rejection, WireFeedback } from '@runlight/run-model';

/** Feedback operations that can be stored, and what was refused. */
export interface ResolvedFeedback {
  operations: FeedbackOperation[];
  rejections: Rejection[];
}

/**
 * Reads feedback. Its run may come later, so that nobody asks for it; a project that it names must be
 * one of the workspace. Throws when the database is needed and away.
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
    const projectId = result.operation.target?.projectId;
    // One after the other: nearly all are of one project, which is then known.
    if (projectId === undefined || (await projects.exists(workspaceId, projectId))) {
      resolved.operations.push(result.operation);
    } else {
      resolved.rejections.push({
        part: wire.part,
        code: 'invalid',
        reason: 'session_id names no project of this workspace',
        ...(wire.main && { sample: wire.main }),
      });
    }
  }
  return resolved;
}
