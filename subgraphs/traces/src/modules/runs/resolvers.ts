import { decodeGlobalId, runGlobalId, scopedGlobalId } from '@runlight/graphql';
import type { Complete, RequestContext } from '@runlight/graphql';
import type { PayloadField } from '@runlight/run-model';
import type {
  ListCoverageResolvers,
  NodeResolvers,
  ProjectResolvers,
  QueryResolvers,
  RunConnectionResolvers,
  RunResolvers,
  RunStatus,
  RunType,
  TraceConnectionResolvers,
  TraceResolvers,
} from '../../__generated__/resolvers.ts';
import { createCostFields } from '../cost/resolvers.ts';
import { createFeedbackFields } from '../feedback/resolvers.ts';
import { Payload, createFileFields } from '../files/resolvers.ts';
import { wholeText } from '../files/whole-text.ts';
import { createSharingFields } from '../sharing/share-reads.ts';
import { ancestorsOf } from './ancestors.ts';
import { edgesOf, pageInfoOf } from './connection.ts';
import { emptyPageOfRuns, pageOfRuns, pageOfTraces } from './connections.ts';
import { findRun, findTrace, runKeyOf } from './find-run.ts';
import { scopeOf } from './find-runs.ts';
import type {
  CoverageMapper,
  ProjectMapper,
  RunConnectionMapper,
  RunMapper,
  TraceConnectionMapper,
  TraceMapper,
} from './mappers.ts';
import { metadataValue } from './metadata-value.ts';
import { neighboursOf } from './neighbours.ts';
import { errorText, parsePayload } from './payload.ts';
import type { Reads } from './reads.ts';
import { latencyMs } from './run-row.ts';
import type { TokenUsage } from './run-row.ts';
import type { Scope } from './selection-sql.ts';
import type { TraceSummary } from './run-store.ts';
import { searchTrace } from './search-trace.ts';
import { childRuns, traceRuns } from './trace-runs.ts';
import { summaryOf } from './traces.ts';

type ReadsOf = (context: RequestContext) => Reads;

export function createRunsResolvers(readsOf: ReadsOf) {
  const Query: Pick<QueryResolvers, 'run' | 'trace' | 'runs'> = {
    run: (_, { id }, context) => findRun(readsOf(context), id),
    trace: (_, { id }, context) => findTrace(readsOf(context), id),
    runs: async (_, args, context) => {
      const reads = readsOf(context);
      const scope = await scopeOf(reads, args);
      return scope ? pageOfRuns(reads, scope, args) : emptyPageOfRuns(args);
    },
  };

  const Project: Pick<
    Complete<ProjectResolvers, ProjectMapper>,
    '__resolveReference' | 'runs' | 'traces'
  > = {
    // Whether the project exists is its owner's matter; a foreign one is refused by its id.
    __resolveReference: ({ id }, context) => {
      const decoded = decodeGlobalId(id);
      const isOurs =
        decoded?.type === 'Project' && decoded.workspaceId === readsOf(context).workspaceId;
      return isOurs ? { id, projectId: decoded.uuid } : null;
    },
    runs: ({ projectId }, args, context) =>
      pageOfRuns(readsOf(context), inProject(projectId), args),
    traces: ({ projectId }, args, context) =>
      pageOfTraces(readsOf(context), inProject(projectId), args, { kind: 'isRoot', value: true }),
  };

  return {
    Query,
    Project,
    Node: { __resolveType: () => 'Run' } satisfies NodeResolvers,
    Run: createRunFields(readsOf),
    Trace: createTraceFields(readsOf),
    RunConnection,
    TraceConnection,
    ListCoverage,
    Payload,
  };
}

/** Fields of `Run` that other modules resolve. */
type OtherFields = 'previousTurn' | 'nextTurn';

function createRunFields(readsOf: ReadsOf): Omit<Complete<RunResolvers, RunMapper>, OtherFields> {
  const payload =
    (field: PayloadField) => async (run: RunMapper, _: unknown, context: RequestContext) => {
      const { load } = readsOf(context);
      const stored = await load.payload.load({ run: run.key, field });
      return parsePayload(stored && (await wholeText(load, stored)));
    };

  const usageOf = async (run: RunMapper, context: RequestContext) =>
    run.usage ?? (await below(run, readsOf(context).load.usageBelow))?.tokens;
  const tokens =
    (kind: CountedTokens) => async (run: RunMapper, _: unknown, context: RequestContext) => {
      const usage = await usageOf(run, context);
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
    ...createCostFields(readsOf),
    ...createSharingFields(readsOf),
    threadId: ({ threadId }) => threadId || null,
    model: ({ model }) => model || null,
    totalTokens: tokens('total'),
    promptTokens: tokens('prompt'),
    completionTokens: tokens('completion'),
    totalCostUsd: async (run, _, context) =>
      run.costUsd ?? (await below(run, readsOf(context).load.usageBelow))?.costUsd ?? null,
    parent: async ({ key, parentRunId }, _, context) =>
      parentRunId === null
        ? null
        : ((await readsOf(context).load.run.load({ ...key, runId: parentRunId })) ?? null),
    children: async ({ key }, _, context) => (await readsOf(context).load.children.load(key)) ?? [],
    childRuns: (run, args, context) => childRuns(readsOf(context), run, args),
    childCount: async ({ key }, _, context) =>
      (await readsOf(context).load.childCount.load(key)) ?? 0,
    ancestorUuids: (run, _, context) => ancestorsOf(readsOf(context), run),
    tokenDetails: async (run, _, context) => (await usageOf(run, context))?.details ?? null,
    referenceExampleUuid: ({ referenceExampleId }) => referenceExampleId ?? null,
    insertedAt: ({ acceptedAtUs }) => acceptedAtUs ?? null,
    neighbours: (run, args, context) => neighboursOf(readsOf(context), run, args),
    metadataValue: ({ metadata }, { path }) => metadataValue(metadata, path) ?? null,
    project: ({ key: { workspaceId, projectId } }) => ({
      id: scopedGlobalId('Project', workspaceId, projectId),
      projectId,
    }),
  };
}

function createTraceFields(readsOf: ReadsOf): Complete<TraceResolvers, TraceMapper> {
  const summary =
    <T>(pick: (summary: TraceSummary) => T) =>
    async (trace: TraceMapper, _: unknown, context: RequestContext) =>
      pick(await summaryOf(readsOf(context), trace));
  const tokens =
    (kind: CountedTokens) =>
    async ({ key }: TraceMapper, _: unknown, context: RequestContext) => {
      const usage = await readsOf(context).load.usageOfTrace.load(key);
      return usage?.tokens ? toInt(usage.tokens[kind]) : null;
    };
  return {
    uuid: ({ key }) => key.traceId,
    root: async (trace, _, context) => {
      const reads = readsOf(context);
      const { rootId } = await summaryOf(reads, trace);
      if (rootId === undefined) return null;
      return (await reads.load.run.load({ ...trace.key, runId: rootId })) ?? null;
    },
    runCount: summary(({ runCount }) => runCount),
    errorCount: summary(({ errorCount }) => errorCount),
    startedAt: summary(({ startTimeUs }) => startTimeUs),
    endedAt: summary(({ endTimeUs }) => endTimeUs ?? null),
    latencyMs: summary((times) => latencyMs(times) ?? null),
    totalTokens: tokens('total'),
    promptTokens: tokens('prompt'),
    completionTokens: tokens('completion'),
    totalCostUsd: async ({ key }, _, context) =>
      (await readsOf(context).load.usageOfTrace.load(key))?.costUsd ?? null,
    runs: (trace, args, context) => traceRuns(readsOf(context), trace, args),
    searchRuns: ({ key }, { text }, context) => searchTrace(readsOf(context), key, text),
  };
}

const RunConnection: Complete<RunConnectionResolvers, RunConnectionMapper> = {
  edges: edgesOf,
  pageInfo: pageInfoOf,
};

const TraceConnection: Complete<TraceConnectionResolvers, TraceConnectionMapper> = {
  edges: edgesOf,
  pageInfo: pageInfoOf,
};

const ListCoverage: Complete<ListCoverageResolvers, CoverageMapper> = {
  from: ({ fromUs }) => fromUs ?? null,
  to: ({ toUs }) => toUs ?? null,
};

const inProject = (projectId: string): Scope => ({ kind: 'projects', projectIds: [projectId] });

/** What the runs below report; nothing is looked up for a live event, whose tree is still moving. */
function below<T>(
  run: RunMapper,
  loader: { load: (key: RunMapper['key']) => Promise<T | undefined> },
): Promise<T | undefined> | undefined {
  return run.isLive ? undefined : loader.load(run.key);
}

type CountedTokens = Exclude<keyof TokenUsage, 'details'>;

const maxInt = 2 ** 31 - 1;

/** The graph's Int ends at 2^31. */
const toInt = (count: number): number => Math.min(count, maxInt);
