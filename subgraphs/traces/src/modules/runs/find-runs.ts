import { scopedUuid } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import type { RunKey } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import { runKeyOf } from './find-run.ts';
import type { Scope } from './selection-sql.ts';
import type { Reads } from './reads.ts';

export const maxListedIds = 100;

export interface ScopeArgs {
  projectIds?: readonly string[] | null | undefined;
  ids?: readonly string[] | null | undefined;
  traceUuid?: string | null | undefined;
}

/**
 * Where a list of the workspace looks; undefined when there can be nothing there: no project, run or
 * trace of these ids is the workspace's.
 */
export async function scopeOf(
  reads: Reads,
  { projectIds, ids, traceUuid }: ScopeArgs,
): Promise<Scope | undefined> {
  refuseMany('projectIds', projectIds);
  refuseMany('ids', ids);
  const projects = projectIds?.flatMap((id) => scopedUuid('Project', reads.workspaceId, id) ?? []);
  const isInProjects = ({ projectId }: { projectId: string }) =>
    !projects || projects.includes(projectId);
  if (ids) {
    const keys = (await runKeys(reads, ids, projects)).filter(
      (key) => isInProjects(key) && (!traceUuid || key.traceId === parseUuid(traceUuid)),
    );
    return keys.length === 0 ? undefined : { kind: 'runs', keys };
  }
  if (traceUuid) {
    const traceId = parseUuid(traceUuid);
    const trace = traceId && (await reads.runs.locateTrace(traceId, projects));
    return trace && isInProjects(trace) ? { kind: 'trace', trace } : undefined;
  }
  if (!projects) return { kind: 'workspace' };
  return projects.length === 0 ? undefined : { kind: 'projects', projectIds: projects };
}

function refuseMany(name: string, ids: readonly string[] | null | undefined): void {
  if (ids && ids.length > maxListedIds) {
    throw invalidInput(`${name} takes at most ${maxListedIds} ids`);
  }
}

/** Of global ids and UUIDs that are the workspace's, each once. */
async function runKeys(
  reads: Reads,
  ids: readonly string[],
  projectIds: readonly string[] | undefined,
): Promise<RunKey[]> {
  const uuids = ids.flatMap((id) => parseUuid(id) ?? []);
  const located =
    uuids.length === 0
      ? []
      : (await reads.runs.locateRuns([...new Set(uuids)], projectIds)).values();
  const decoded = ids.flatMap((id) => runKeyOf(id, reads.workspaceId) ?? []);
  const byText = [...located, ...decoded].map(
    (key) => [`${key.projectId} ${key.runId}`, key] as const,
  );
  return [...new Map(byText).values()];
}
