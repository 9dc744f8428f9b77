import { decodeGlobalId, scopedUuid } from '@runlight/graphql';
import { parseUuid, readFeedback } from '@runlight/run-model';
import type { FeedbackOperation } from '@runlight/run-model';
import type {
  CreateFeedbackInput,
  FeedbackSource,
  UpdateFeedbackInput,
  UserError,
} from '../../__generated__/resolvers.ts';

/** A mistake the caller can correct. */
export type Mistake = UserError;

export const mistake = (
  code: Mistake['code'],
  message: string,
  path: string[] | null = null,
): Mistake => ({ code, message, path });

export type ReadInput = { operation: FeedbackOperation } | { mistake: Mistake };

const sourceTypes = {
  API: 'api',
  APP: 'app',
  MODEL: 'model',
  AUTO_EVAL: 'auto_eval',
} as const satisfies Record<FeedbackSource, string>;

/**
 * The operation that a new feedback is, checked by the rules of the wire: there is one set of limits.
 * `isPerson` decides what the source is by default.
 */
export function readCreate(
  input: CreateFeedbackInput,
  { workspaceId, isPerson }: { workspaceId: string; isPerson: boolean },
): ReadInput {
  const target = readTarget(input, workspaceId);
  if ('mistake' in target) return target;
  const source = input.source ? sourceTypes[input.source] : isPerson ? 'app' : 'api';
  return readWire('create', input.uuid ?? undefined, {
    ...target,
    key: input.key,
    score: input.score,
    value: input.value,
    comment: input.comment,
    correction: input.correction,
    feedback_source: { type: source, metadata: input.sourceMetadata },
    feedback_config: input.config,
    comparative_experiment_id: input.comparativeExperimentUuid,
    feedback_group_id: input.groupUuid,
    error: input.isError,
    extra: input.extra,
  });
}

/** What to change; absent stays absent and null stays null, which empties a field. */
export function readUpdate(input: UpdateFeedbackInput, feedbackId: string): ReadInput {
  const { id: _id, config, ...fields } = input;
  const said = { ...fields, ...(config !== undefined && { feedback_config: config }) };
  return readWire('update', feedbackId, said);
}

function readWire(kind: 'create' | 'update', idHint: string | undefined, body: object): ReadInput {
  const main = Buffer.from(JSON.stringify(body));
  const read = readFeedback({ kind, part: 'input', main, ...(idHint !== undefined && { idHint }) });
  if ('operation' in read) return read;
  return { mistake: mistake('INVALID', read.rejection.reason) };
}

type WireTarget = Partial<
  Record<'run_id' | 'trace_id' | 'session_id' | 'feedback_thread_id', string>
>;

function readTarget(
  input: CreateFeedbackInput,
  workspaceId: string,
): WireTarget | { mistake: Mistake } {
  const { runId, traceUuid, threadId, projectId } = input;
  const given = [runId, traceUuid, threadId].filter((each) => each !== undefined && each !== null);
  if (given.length > 1 || (given.length === 0 && !projectId)) {
    const message = 'Say one of runId, traceUuid, threadId and projectId';
    return { mistake: mistake('INVALID', message) };
  }
  const project = projectId ? scopedUuid('Project', workspaceId, projectId) : undefined;
  if (projectId && !project) return notFound('project', 'projectId');
  const inProject = project === undefined ? {} : { session_id: project };
  if (runId) {
    const run = readRun(runId, workspaceId);
    return run ? { ...inProject, ...run } : notFound('run', 'runId');
  }
  if (traceUuid) {
    const traceId = parseUuid(traceUuid);
    return traceId ? { ...inProject, trace_id: traceId } : notFound('trace', 'traceUuid');
  }
  if (!threadId) return inProject;
  if (!project) {
    return { mistake: mistake('INVALID', 'A thread needs its projectId', ['projectId']) };
  }
  return { ...inProject, feedback_thread_id: threadId };
}

/** A global id says where the run is; a bare UUID does not, and the worker looks for it. */
function readRun(id: string, workspaceId: string): WireTarget | undefined {
  const uuid = parseUuid(id);
  if (uuid) return { run_id: uuid };
  const decoded = decodeGlobalId(id);
  if (decoded?.type !== 'Run' || decoded.key.workspaceId !== workspaceId) return undefined;
  const { runId, traceId, projectId } = decoded.key;
  return { run_id: runId, trace_id: traceId, session_id: projectId };
}

const notFound = (what: string, field: string): { mistake: Mistake } => ({
  mistake: mistake('NOT_FOUND', `There is no such ${what}`, [field]),
});
