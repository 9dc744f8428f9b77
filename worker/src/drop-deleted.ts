import { letterOfDeletedProject } from './dead-letters.ts';
import type { DeletedProjects } from './deleted-projects.ts';
import type { AcceptedFeedback } from './feedback/accepted-feedback.ts';
import type { DeadLetter } from './ledger.ts';
import type { PlacedOperation } from './operation.ts';
import type { Work } from './work.ts';

export interface Kept {
  placed: PlacedOperation[];
  feedback: AcceptedFeedback[];
  /** Operations and feedback that must not come back (D6), and the letters that say so. */
  dropped: unknown[];
  letters: DeadLetter[];
}

/** Takes out what belongs to projects that were deleted after it was accepted. */
export async function dropDeleted(
  { deletedProjects }: { deletedProjects: DeletedProjects },
  lot: Work[],
  placed: PlacedOperation[],
): Promise<Kept> {
  const feedback = lot.flatMap(({ openFeedback }) => openFeedback);
  const projects = new Set(placed.map(({ key }) => key.projectId));
  for (const { target } of feedback) {
    if (target?.projectId !== undefined) projects.add(target.projectId);
  }
  const deleted = await deletedProjects.among([...projects]);
  if (deleted.size === 0) return { placed, feedback, dropped: [], letters: [] };

  const gone = [
    ...placed
      .filter(({ key }) => deleted.has(key.projectId))
      .map(({ operation, key }) => ({ operation, projectId: key.projectId })),
    ...feedback
      .filter(({ target }) => deleted.has(target?.projectId ?? ''))
      .map((operation) => ({ operation, projectId: operation.target!.projectId! })),
  ];
  const dropped = new Set<unknown>(gone.map(({ operation }) => operation));
  return {
    placed: placed.filter(({ operation }) => !dropped.has(operation)),
    feedback: feedback.filter((operation) => !dropped.has(operation)),
    dropped: [...dropped],
    letters: lettersOf(lot, gone),
  };
}

function lettersOf(
  lot: Work[],
  gone: { operation: { batchId: string }; projectId: string }[],
): DeadLetter[] {
  const batches = new Map(lot.map(({ entry: { batch } }) => [batch.batchId, batch]));
  const groups = Map.groupBy(
    gone,
    ({ operation, projectId }) => `${operation.batchId}/${projectId}`,
  );
  return [...groups.values()].map((group) => {
    const [{ operation, projectId }] = group as [(typeof group)[number]];
    return letterOfDeletedProject(batches.get(operation.batchId)!, projectId, group.length);
  });
}
