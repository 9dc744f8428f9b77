import { decodeGlobalId } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import type { RunKey } from '@runlight/run-model';
import { notFound } from '@runlight/service';
import type { TraceMapper } from './mappers.ts';
import type { Reads } from './reads.ts';
import type { RunRow } from './run-row.ts';
import type { TraceKey } from './tenant.ts';

/** Key in a run's global id; undefined for other ids and for runs of another workspace. */
export function runKeyOf(id: string, workspaceId: string): RunKey | undefined {
  const decoded = decodeGlobalId(id);
  return decoded?.type === 'Run' && decoded.key.workspaceId === workspaceId
    ? decoded.key
    : undefined;
}

/** A run by global id or UUID. Throws NOT_FOUND. */
export async function findRun(reads: Reads, id: string): Promise<RunRow> {
  const uuid = parseUuid(id);
  const key = uuid ? await reads.load.runKey.load(uuid) : runKeyOf(id, reads.workspaceId);
  const run = key && (await reads.load.run.load(key));
  if (!run) throw notFound('Run');
  return run;
}

/** A trace by its UUID or the global id of any of its runs. Throws NOT_FOUND. */
export async function findTrace(reads: Reads, id: string): Promise<TraceMapper> {
  const uuid = parseUuid(id);
  const key: TraceKey | undefined = uuid
    ? await reads.runs.locateTrace(uuid)
    : runKeyOf(id, reads.workspaceId);
  const summary = key && (await reads.load.traceSummary.load(key));
  if (!summary) throw notFound('Trace');
  return { key, summary };
}
