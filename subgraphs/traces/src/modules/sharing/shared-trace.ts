import { principalOfShare } from '@runlight/auth';
import type { ShareLink } from '@runlight/auth';
import { argumentsHash, decodeCursor, encodeCursor, pageSize, perRequest } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import type { RunKey } from '@runlight/run-model';
import { AppError } from '@runlight/service';
import type { SharedTraceRunsArgs, SharedTraceTurnsArgs } from '../../__generated__/resolvers.ts';
import type { Reads } from '../runs/reads.ts';
import type { RunRow } from '../runs/run-row.ts';
import { countTurns, pageOfRuns, runsBelow, traceKeyOf, turnsOf } from './shared-runs.ts';

/** What a link shows, with the reads of the link's workspace, whoever asks. */
export interface SharedTraceMapper {
  link: ShareLink;
  context: RequestContext;
  reads: Reads;
}

export interface SharedRunMapper {
  run: RunRow;
  context: RequestContext;
}

/** A link's reads are those of its workspace, with no permission at all. */
export const shareContext = (context: RequestContext, link: ShareLink): RequestContext => ({
  ...context,
  principal: principalOfShare(link),
});

/** Of one link and request; several fields ask for it. */
const belowOf = perRequest(() => new Map<string, Promise<Set<string>>>());

async function sharedIds({ link, context, reads }: SharedTraceMapper) {
  const { object } = link;
  if (object.kind !== 'run') return undefined;
  const known = belowOf(context);
  const ids = known.get(link.id) ?? runsBelow(reads, object);
  known.set(link.id, ids);
  return ids;
}

export async function rootOf(shared: SharedTraceMapper): Promise<RunRow | undefined> {
  const { reads, link } = shared;
  const { object } = link;
  if (object.kind === 'thread') return (await turnsOf(reads, object, 1))[0];
  const trace = traceKeyOf(reads.workspaceId, object);
  if (object.kind === 'run') return reads.load.run.load({ ...trace, runId: object.runId });
  const rootId = (await reads.load.traceSummary.load(trace))?.rootId;
  return rootId === undefined ? undefined : reads.load.run.load({ ...trace, runId: rootId });
}

export async function countOf(shared: SharedTraceMapper): Promise<number> {
  const { reads, link } = shared;
  const { object } = link;
  if (object.kind === 'thread') return countTurns(reads, object);
  if (object.kind === 'run') return (await sharedIds(shared))!.size;
  return (await reads.load.traceSummary.load(traceKeyOf(reads.workspaceId, object)))?.runCount ?? 0;
}

/** One of the shared runs, or undefined for all others, whether or not they exist. */
export async function sharedRun(
  shared: SharedTraceMapper,
  uuid: string,
): Promise<RunRow | undefined> {
  const { reads, link } = shared;
  const { object } = link;
  const runId = parseUuid(uuid);
  if (!runId) return undefined;
  if (object.kind !== 'thread') {
    const ids = await sharedIds(shared);
    if (ids && !ids.has(runId)) return undefined;
    return reads.load.run.load({ ...traceKeyOf(reads.workspaceId, object), runId });
  }
  const key = await reads.load.runKey.load(runId);
  return key && (await isTurn(shared, key)) ? reads.load.run.load(key) : undefined;
}

/** Whether the trace is one of the thread's, by its root. */
async function isTurn({ reads, link }: SharedTraceMapper, trace: Omit<RunKey, 'runId'>) {
  const { object } = link;
  if (object.kind !== 'thread' || trace.projectId !== object.projectId) return false;
  const rootId = (await reads.load.traceSummary.load(trace))?.rootId;
  const root = rootId && (await reads.load.run.load({ ...trace, runId: rootId }));
  return root ? root.threadId === object.threadId : false;
}

export interface SharedPage {
  nodes: RunRow[];
  hasNextPage: boolean;
  cursorOf: (run: RunRow) => string;
}

const badCursor = () => new AppError('BAD_CURSOR', 'The cursor does not belong to this list');

export async function pageOfShared(
  shared: SharedTraceMapper,
  { first, after, traceUuid }: SharedTraceRunsArgs,
): Promise<SharedPage> {
  const { reads, link } = shared;
  const size = pageSize(first, 500, 200);
  const trace = await traceToShow(shared, traceUuid);
  if (!trace) return emptyPage;
  const hash = argumentsHash([link.id, trace.traceId]);
  const last = after ? await runAt(shared, decodeCursor(after, hash).keys[0]) : undefined;
  const ids = await sharedIds(shared);
  const isShared = ids ? (runId: string) => ids.has(runId) : () => true;
  const runs = await pageOfRuns(reads, trace, isShared, size + 1, last);
  return pageFrom(runs, size, hash);
}

async function traceToShow(
  shared: SharedTraceMapper,
  traceUuid: string | null | undefined,
): Promise<Omit<RunKey, 'runId'> | undefined> {
  const { reads, link } = shared;
  const { object } = link;
  if (object.kind !== 'thread') return traceKeyOf(reads.workspaceId, object);
  const uuid = parseUuid(traceUuid);
  const trace = uuid && (await reads.runs.locateTrace(uuid));
  return trace && (await isTurn(shared, trace)) ? trace : undefined;
}

export async function pageOfTurns(
  shared: SharedTraceMapper,
  { first, after }: SharedTraceTurnsArgs,
): Promise<SharedPage> {
  const { reads, link } = shared;
  const size = pageSize(first, 100, 50);
  const hash = argumentsHash([link.id, 'turns']);
  if (link.object.kind !== 'thread') {
    const root = await rootOf(shared);
    return pageFrom(root ? [root] : [], size, hash);
  }
  const last = after ? await runAt(shared, decodeCursor(after, hash).keys[0]) : undefined;
  return pageFrom(await turnsOf(reads, link.object, size + 1, last?.key), size, hash);
}

const pageFrom = (runs: RunRow[], size: number, hash: string): SharedPage => ({
  nodes: runs.slice(0, size),
  hasNextPage: runs.length > size,
  cursorOf: ({ key }) => encodeCursor({ keys: [key.runId] }, hash),
});

const emptyPage: SharedPage = { nodes: [], hasNextPage: false, cursorOf: () => '' };

async function runAt(shared: SharedTraceMapper, runId: unknown): Promise<RunRow> {
  const run = typeof runId === 'string' ? await sharedRun(shared, runId) : undefined;
  if (!run) throw badCursor();
  return run;
}
