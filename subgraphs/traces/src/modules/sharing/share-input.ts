import { newLinkToken } from '@runlight/auth';
import type { SharedObject } from '@runlight/auth';
import { scopedUuid } from '@runlight/graphql';
import { isAppError } from '@runlight/service';
import type { CreateShareLinkInput } from '../../__generated__/resolvers.ts';
import { mistake } from '../feedback/feedback-input.ts';
import type { Mistake } from '../feedback/feedback-input.ts';
import { findRun, findTrace } from '../runs/find-run.ts';
import type { Reads } from '../runs/reads.ts';
import { turnsOf } from './shared-runs.ts';

/** Ten years; nobody means a longer one. */
const maxLifeMs = 10 * 365.25 * 24 * 60 * 60 * 1000;
/** 122 random bits. Other versions tell when or where they were made and are easier to guess. */
const randomUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export interface ReadShare {
  object: SharedObject;
  token: string;
  expiresAtMs: number | undefined;
}

type Read = { share: ReadShare } | { mistake: Mistake };
type ReadObject = { object: SharedObject } | { mistake: Mistake };

/** The link that an input asks for; what it names must exist in the caller's workspace. */
export async function readShare(
  reads: Reads,
  input: CreateShareLinkInput,
  nowMs: number,
): Promise<Read> {
  const token = readToken(input.token);
  if (token === undefined) {
    return { mistake: mistake('INVALID', 'A token is a random (version 4) UUID', ['token']) };
  }
  const expiresAtMs = input.expiresAt ? Math.floor(input.expiresAt / 1000) : undefined;
  if (expiresAtMs !== undefined && (expiresAtMs <= nowMs || expiresAtMs > nowMs + maxLifeMs)) {
    const message = 'The end must lie within the next ten years';
    return { mistake: mistake('INVALID', message, ['expiresAt']) };
  }
  const read = await readObject(reads, input);
  return 'mistake' in read ? read : { share: { object: read.object, token, expiresAtMs } };
}

function readToken(token: string | null | undefined): string | undefined {
  if (token === null || token === undefined) return newLinkToken();
  const canonical = token.toLowerCase();
  return randomUuid.test(canonical) ? canonical : undefined;
}

async function readObject(reads: Reads, input: CreateShareLinkInput): Promise<ReadObject> {
  const { runId, traceId, threadId, projectId } = input;
  const given = [runId, traceId, threadId].filter((each) => each !== undefined && each !== null);
  if (given.length !== 1) {
    return { mistake: mistake('INVALID', 'Say one of runId, traceId and threadId') };
  }
  if (runId) return orMissing('runId', async () => runObject(reads, runId));
  if (traceId) return orMissing('traceId', async () => traceObject(reads, traceId));
  const project = projectId ? scopedUuid('Project', reads.workspaceId, projectId) : undefined;
  if (!threadId || !project) {
    return { mistake: mistake('INVALID', 'A thread needs its projectId', ['projectId']) };
  }
  const thread = { kind: 'thread', projectId: project, threadId } as const;
  const turns = await turnsOf(reads, thread, 1);
  return turns.length > 0 ? { object: thread } : { mistake: missing('threadId') };
}

async function runObject(reads: Reads, id: string): Promise<SharedObject> {
  const { projectId, traceStartUs, traceId, runId } = (await findRun(reads, id)).key;
  return { kind: 'run', projectId, traceStartUs, traceId, runId };
}

async function traceObject(reads: Reads, id: string): Promise<SharedObject> {
  const { projectId, traceStartUs, traceId } = (await findTrace(reads, id)).key;
  return { kind: 'trace', projectId, traceStartUs, traceId };
}

async function orMissing(field: string, find: () => Promise<SharedObject>): Promise<ReadObject> {
  try {
    return { object: await find() };
  } catch (error) {
    if (isAppError(error) && error.code === 'NOT_FOUND') return { mistake: missing(field) };
    throw error;
  }
}

const missing = (field: string): Mistake =>
  mistake('NOT_FOUND', 'There is nothing of that id', [field]);
