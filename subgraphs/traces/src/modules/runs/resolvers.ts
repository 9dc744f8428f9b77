import { decodeGlobalId, runGlobalId, scopedGlobalId } from '@runlight/graphql';
import type { Complete, RequestContext } from '@runlight/graphql';
import type { PayloadField } from '@runlight/run-model';
import type {
  NodeResolvers,
  ProjectResolvers,
  QueryResolvers,
  RunConnectionResolvers,
  RunResolvers,
  RunStatus,
  RunType,
  TraceResolvers,
} from '../../__generated__/resolvers.ts';
import { Feedback, createFeedbackFields } from '../feedback/resolvers.ts';
import { Payload, createFileFields } from '../files/resolvers.ts';
import { wholeText } from '../files/whole-text.ts';
import { projectRuns, traceRuns } from './connections.ts';
import { findRun, findTrace, runKeyOf } from './find-run.ts';
import type { ProjectMapper, RunConnectionMapper, RunMapper, TraceMapper } from './mappers.ts';
import { errorText, parsePayload } from './payload.ts';
import type { Reads } from './reads.ts';
import { latencyMs } from './run-row.ts';
import type { TokenUsage } from './run-row.ts';

type ReadsOf = (context: RequestContext) => Reads;

export function createRunsResolvers(readsOf: ReadsOf) {
  const Query: QueryResolvers = {
    run: (_, { id }, context) => findRun(readsOf(context), id),
    trace: (_, { id }, context) => findTrace(readsOf(context), id),
  };

  const Project: Complete<ProjectResolvers, ProjectMapper> = {
    // Whether the project exists is its owner's matter; a foreign one is refused by its id.
    __resolveReference: ({ id }, context) => {
      const decoded = decodeGlobalId(id);
      const isOurs =
        decoded?.type === 'Project' && decoded.workspaceId === readsOf(context).workspaceId;
      return isOurs ? { id, projectId: decoded.uuid } : null;
    },
    runs: ({ projectId }, args, context) => projectRuns(readsOf(context), projectId, args),
  };

  return {
    Query,
    Project,
    Node: { __resolveType: () => 'Run' } satisfies NodeResolvers,
    Run: createRunFields(readsOf),
    Trace: createTraceFields(readsOf),
    RunConnection,
    Payload,
    Feedback,
  };
}

function createRunFields(readsOf: ReadsOf): Complete<RunResolvers, RunMapper> {
  const payload =
    (field: PayloadField) => async (run: RunMapper, _: unknown, context: RequestContext) => {
      const { load } = readsOf(context);
      const stored = await load.payload.load({ run: run.key, field });
      return parsePayload(stored && (await wholeText(load, stored)));
    };

  const tokens =
    (kind: keyof TokenUsage) => async (run: RunMapper, _: unknown, context: RequestContext) => {
      const usage = run.usage ?? (await below(run, readsOf(context).load.tokensBelow));
      return usage ? toInt(usage[kind]) : null;
    };

  return {
    __resolveReference: async ({ id }, context) => {
      const reads = readsOf(context);
      const key = runKeyOf(id, reads.workspaceId);
      return (key && (await reads.load.run.load(key))) ?? null;
    },
    id: ({ key }) => runGlobalId(key),
    uuid: ({ key }) => key.runId,
    traceUuid: ({ key }) => key.traceId,
    parentUuid: ({ parentRunId }) => parentRunId,
    runType: ({ runType }) => runType.toUpperCase() as RunType,
    status: ({ status }) => status.toUpperCase() as RunStatus,
    startedAt: ({ startTimeUs }) => startTimeUs,
    endedAt: ({ endTimeUs }) => endTimeUs ?? null,
    firstTokenAt: ({ firstTokenTimeUs }) => firstTokenTimeUs ?? null,
    latencyMs: (run) => latencyMs(run) ?? null,
    error: ({ error }) => error || null,
    errorFull: async (run, _, context) => {
      if (run.error === '') return null;
      const { load } = readsOf(context);
      const stored = await load.payload.load({ run: run.key, field: 'error' });
      const text = stored && (await wholeText(load, stored));
      return text === undefined ? run.error : errorText(text);
    },
    inputPreview: ({ inputsPreview }) => inputsPreview,
    outputPreview: ({ outputsPreview }) => outputsPreview,
    inputs: payload('inputs'),
    outputs: payload('outputs'),
    events: payload('events'),
    extra: payload('extra'),
    serialized: payload('serialized'),
    ...createFileFields(readsOf),
    ...createFeedbackFields(readsOf),
    threadId: ({ threadId }) => threadId || null,
    model: ({ model }) => model || null,
    totalTokens: tokens('total'),
    promptTokens: tokens('prompt'),
    completionTokens: tokens('completion'),
    totalCostUsd: async (run, _, context) =>
      run.costUsd ?? (await below(run, readsOf(context).load.costBelow)) ?? null,
    parent: async ({ key, parentRunId }, _, context) =>
      parentRunId === null
        ? null
        : ((await readsOf(context).load.run.load({ ...key, runId: parentRunId })) ?? null),
    children: async ({ key }, _, context) => (await readsOf(context).load.children.load(key)) ?? [],
    project: ({ key: { workspaceId, projectId } }) => ({
      id: scopedGlobalId('Project', workspaceId, projectId),
      projectId,
    }),
  };
}

function createTraceFields(readsOf: ReadsOf): Complete<TraceResolvers, TraceMapper> {
  return {
    uuid: ({ key }) => key.traceId,
    root: async ({ key, summary: { rootId } }, _, context) =>
      rootId === undefined
        ? null
        : ((await readsOf(context).load.run.load({ ...key, runId: rootId })) ?? null),
    runCount: ({ summary }) => summary.runCount,
    errorCount: ({ summary }) => summary.errorCount,
    startedAt: ({ summary }) => summary.startTimeUs,
    endedAt: ({ summary }) => summary.endTimeUs ?? null,
    totalTokens: async ({ key }, _, context) => {
      const usage = await readsOf(context).usage.tokensOfTrace(key);
      return usage ? toInt(usage.total) : null;
    },
    totalCostUsd: async ({ key }, _, context) =>
      (await readsOf(context).usage.costOfTrace(key)) ?? null,
    runs: (trace, args, context) => traceRuns(readsOf(context), trace, args),
  };
}

const RunConnection: Complete<RunConnectionResolvers, RunConnectionMapper> = {
  edges: ({ nodes, cursorOf }) => nodes.map((node) => ({ cursor: cursorOf(node), node })),
  pageInfo: ({ nodes, hasNextPage, cursorOf }) => {
    const [first, last] = [nodes[0], nodes.at(-1)];
    return {
      hasNextPage,
      hasPreviousPage: false,
      startCursor: first ? cursorOf(first) : null,
      endCursor: last ? cursorOf(last) : null,
    };
  },
  count: ({ countRuns }) => countRuns(),
};

/** What the runs below report; nothing is looked up for a live event, whose tree is still moving. */
function below<T>(
  run: RunMapper,
  loader: { load: (key: RunMapper['key']) => Promise<T | undefined> },
): Promise<T | undefined> | undefined {
  return run.isLive ? undefined : loader.load(run.key);
}

const maxInt = 2 ** 31 - 1;

/** The graph's Int ends at 2^31. */
const toInt = (count: number): number => Math.min(count, maxInt);
