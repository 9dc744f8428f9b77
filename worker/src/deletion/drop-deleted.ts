import { letterOfDropped } from '../dead-letters.ts';
import type { DropReason } from '../dead-letters.ts';
import type { AcceptedFeedback } from '../feedback/accepted-feedback.ts';
import type { DeadLetter } from '../ledger.ts';
import type { AcceptedOperation, PlacedOperation } from '../operation.ts';
import type { Work } from '../work.ts';
import { buriedOf } from './buried.ts';
import type { DeletedProject, LotFacts, ReadLotFacts } from './lot-facts.ts';
import type { Tombstones } from './tombstones.ts';

export interface DropOptions {
  readLotFacts: ReadLotFacts;
  tombstones: Pick<Tombstones, 'find'>;
  /** The project of a name; made when there is none. */
  projectOf: (workspaceId: string, name: string) => Promise<string>;
}

export interface Kept {
  placed: PlacedOperation[];
  feedback: AcceptedFeedback[];
  /** Operations and feedback that must not come back (D6), and the letters that say so. */
  dropped: unknown[];
  letters: DeadLetter[];
}

interface Gone {
  operation: AcceptedOperation | AcceptedFeedback;
  reason: DropReason;
  /** Of the project whose deletion it is about. */
  projectId: string;
}

const dayUs = 86_400_000_000;

/**
 * Takes out what belongs to projects, traces, runs and threads that were deleted after it was accepted,
 * and what is older than its project keeps runs.
 */
export async function dropDeleted(
  options: DropOptions,
  lot: Work[],
  allPlaced: PlacedOperation[],
): Promise<Kept> {
  const feedback = lot.flatMap(({ openFeedback }) => openFeedback);
  const projects = new Set(allPlaced.map(({ key }) => key.projectId));
  for (const { target } of feedback) {
    if (target?.projectId !== undefined) projects.add(target.projectId);
  }
  const workspaces = new Set(lot.map(({ entry }) => entry.batch.workspaceId));
  const facts = await options.readLotFacts([...projects], [...workspaces]);
  const placed = await rehome(options, facts, allPlaced, feedback);
  const gone = [
    ...ofDeletedProjects(facts, placed, feedback),
    ...(await ofDeletedRuns(options, facts, placed, feedback)),
    ...expired(facts, placed),
  ];
  if (gone.length === 0)
    return { placed: withDays(facts, placed), feedback, dropped: [], letters: [] };
  const dropped = new Set<unknown>(gone.map(({ operation }) => operation));
  return {
    placed: withDays(
      facts,
      placed.filter(({ operation }) => !dropped.has(operation)),
    ),
    feedback: feedback.filter((operation) => !dropped.has(operation)),
    dropped: [...dropped],
    letters: lettersOf(lot, gone),
  };
}

/**
 * Ingest remembers for a minute which id a project's name has. A trace that began after the deletion
 * belongs to a new project of that name.
 */
async function rehome(
  { projectOf }: DropOptions,
  { deletedProjects }: LotFacts,
  placed: PlacedOperation[],
  feedback: AcceptedFeedback[],
): Promise<PlacedOperation[]> {
  if (deletedProjects.size === 0) return placed;
  const successors = new Map<string, string>();
  const traces = new Map<string, string>();
  const result: PlacedOperation[] = [];
  for (const each of placed) {
    const { operation, key } = each;
    const project = deletedProjects.get(key.projectId);
    if (!project || !isSuccessor(operation, key.traceStartUs, project)) {
      result.push(each);
      continue;
    }
    const projectId =
      successors.get(key.projectId) ?? (await projectOf(key.workspaceId, project.name!));
    successors.set(key.projectId, projectId);
    traces.set(key.traceId, projectId);
    result.push({ ...each, key: { ...key, projectId } });
  }
  for (const each of feedback) {
    const projectId = traces.get(each.target?.traceId ?? each.target?.runId ?? '');
    if (projectId !== undefined) each.target = { ...each.target, projectId };
  }
  return result;
}

/** Its sender named the project; an update that was only placed there is of the deleted runs. */
const isSuccessor = (
  { projectId }: AcceptedOperation,
  traceStartUs: number,
  { name, deletedAtMs }: DeletedProject,
): boolean => projectId !== undefined && name !== undefined && traceStartUs > deletedAtMs * 1000;

const ofDeletedProjects = (
  { deletedProjects }: LotFacts,
  placed: PlacedOperation[],
  feedback: AcceptedFeedback[],
): Gone[] => [
  ...placed
    .filter(({ key }) => deletedProjects.has(key.projectId))
    .map(({ operation, key }) => goneOf(operation, 'project_deleted', key.projectId)),
  ...feedback
    .filter(({ target }) => deletedProjects.has(target?.projectId ?? ''))
    .map((each) => goneOf(each, 'project_deleted', each.target!.projectId!)),
];

async function ofDeletedRuns(
  { tombstones }: DropOptions,
  { withTombstones, deletedProjects }: LotFacts,
  placed: PlacedOperation[],
  feedback: AcceptedFeedback[],
): Promise<Gone[]> {
  if (withTombstones.size === 0) return [];
  const runs = placed.map(({ operation, key, isGuess }) => ({
    operation,
    projectId: isGuess ? undefined : key.projectId,
    traceId: key.traceId,
  }));
  const projectOfRun = new Map(placed.map(({ operation, key }) => [operation, key.projectId]));
  const buried = await buriedOf(tombstones, withTombstones, { runs, feedback });
  return [...buried]
    .map((operation) => {
      const projectId =
        'feedbackId' in operation
          ? (operation.target?.projectId ?? '')
          : (projectOfRun.get(operation) ?? '');
      return goneOf(operation, 'run_deleted', projectId);
    })
    .filter(({ projectId }) => !deletedProjects.has(projectId));
}

/** Older than its project keeps runs: told, rather than stored and gone by the next morning. */
const expired = ({ keepDays, deletedProjects }: LotFacts, placed: PlacedOperation[]): Gone[] =>
  keepDays.size === 0
    ? []
    : placed
        .filter(({ key }) => {
          const days = keepDays.get(key.projectId);
          return (
            days !== undefined &&
            !deletedProjects.has(key.projectId) &&
            key.traceStartUs < Date.now() * 1000 - days * dayUs
          );
        })
        .map(({ operation, key }) => goneOf(operation, 'expired', key.projectId));

const goneOf = (operation: Gone['operation'], reason: DropReason, projectId: string): Gone => ({
  operation,
  reason,
  projectId,
});

/** How long each run is to be kept, for its row. */
function withDays({ keepDays }: LotFacts, placed: PlacedOperation[]): PlacedOperation[] {
  if (keepDays.size === 0) return placed;
  return placed.map((each) => {
    const days = keepDays.get(each.key.projectId);
    return days === undefined ? each : { ...each, keepDays: days };
  });
}

function lettersOf(lot: Work[], gone: Gone[]): DeadLetter[] {
  const batches = new Map(lot.map(({ entry: { batch } }) => [batch.batchId, batch]));
  const groups = Map.groupBy(
    gone,
    ({ operation, reason, projectId }) => `${operation.batchId}/${reason}/${projectId}`,
  );
  return [...groups.values()].map((group) => {
    const [{ operation, reason, projectId }] = group as [Gone];
    const operations = new Set(group.map((each) => each.operation)).size;
    return letterOfDropped(batches.get(operation.batchId)!, { reason, projectId, operations });
  });
}
