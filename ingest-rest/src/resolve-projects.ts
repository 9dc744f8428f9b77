import type { ProjectDirectory } from '@runlight/auth';
import { isAppError } from '@runlight/service';
import type { ProjectReference, ReadOperation, Rejection, RunOperation } from '@runlight/run-model';
import { limits } from './limits.ts';

type Lookup = { projectId: string } | { problem: string };

/**
 * Gives each operation its project. A name is created on first sight, an id must exist. An update
 * that names none is left to the worker, which knows the run; so is a child that only its parent can
 * place. Throws when the database is needed and away.
 */
export async function resolveProjects(
  projects: ProjectDirectory,
  workspaceId: string,
  reads: ReadOperation[],
): Promise<{ operations: RunOperation[]; rejections: Rejection[] }> {
  const wanted = new Map<string, ProjectReference>();
  for (const read of reads) {
    const reference = referenceOf(read);
    if (reference && wanted.size < limits.projects) wanted.set(keyOf(reference), reference);
  }
  const found = new Map<string, Lookup>();
  await Promise.all(
    Array.from(wanted, async ([key, reference]) => {
      found.set(key, await find(projects, workspaceId, reference));
    }),
  );
  return assign(reads, found);
}

function assign(
  reads: ReadOperation[],
  found: Map<string, Lookup>,
): { operations: RunOperation[]; rejections: Rejection[] } {
  const operations: RunOperation[] = [];
  const rejections: Rejection[] = [];
  for (const read of reads) {
    const { operation, wire } = read;
    const reference = referenceOf(read);
    const lookup = reference && (found.get(keyOf(reference)) ?? tooManyProjects);
    if (lookup && 'problem' in lookup) {
      rejections.push({
        runId: operation.runId,
        part: wire.part,
        sample: wire.main,
        code: 'invalid',
        reason: lookup.problem,
      });
      continue;
    }
    if (lookup) operation.projectId = lookup.projectId;
    operations.push(operation);
  }
  return { operations, rejections };
}

const tooManyProjects: Lookup = {
  problem: `the request names more than ${limits.projects} projects`,
};

/** Where runs go that name no project. */
const defaultProject: ProjectReference = { name: 'default' };

function referenceOf({ project, operation }: ReadOperation): ProjectReference | undefined {
  if (project) return project;
  const { kind, envelope, traceStartUs, opensTrace } = operation;
  const isPlacedByParent =
    typeof envelope.parentRunId === 'string' && traceStartUs === undefined && !opensTrace;
  return kind === 'update' || isPlacedByParent ? undefined : defaultProject;
}

const keyOf = (reference: ProjectReference): string =>
  'id' in reference ? `id:${reference.id}` : `name:${reference.name}`;

async function find(
  projects: ProjectDirectory,
  workspaceId: string,
  reference: ProjectReference,
): Promise<Lookup> {
  if ('id' in reference) {
    return (await projects.exists(workspaceId, reference.id))
      ? { projectId: reference.id }
      : { problem: 'session_id names no project of this workspace' };
  }
  try {
    return { projectId: await projects.idOf(workspaceId, reference.name) };
  } catch (error) {
    // A name that cannot be is the sender's mistake; a database that is away is not.
    if (isAppError(error) && error.code === 'BAD_USER_INPUT') return { problem: error.message };
    throw error;
  }
}
