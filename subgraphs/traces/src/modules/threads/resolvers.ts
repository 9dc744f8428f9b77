import type { ClickHouse } from '@runlight/clickhouse';
import { scopedGlobalId } from '@runlight/graphql';
import type { Complete, RequestContext } from '@runlight/graphql';
import type { RunKey } from '@runlight/run-model';
import { notFound } from '@runlight/service';
import type {
  ProjectResolvers,
  RunResolvers,
  ThreadConnectionResolvers,
  ThreadResolvers,
} from '../../__generated__/resolvers.ts';
import { edgesOf, pageInfoOf } from '../runs/connection.ts';
import type { Reads } from '../runs/reads.ts';
import type { RunRow, TokenUsage } from '../runs/run-row.ts';
import type { ThreadConnectionMapper, ThreadMapper } from './mappers.ts';
import { pageOfActivity } from './page.ts';
import { createThreadReads } from './reads.ts';
import type { ThreadReads } from './reads.ts';
import type { ThreadSummary } from './thread-store.ts';
import { neighbourTurn, turnsOf } from './turns.ts';

interface ThreadsOptions {
  readsOf: (context: RequestContext) => Reads;
  clickhouse: ClickHouse;
}

type ThreadReadsOf = (context: RequestContext) => ThreadReads;

export function createThreadsResolvers({ readsOf, clickhouse }: ThreadsOptions) {
  const threadsOf = createThreadReads(clickhouse);

  const Project: Required<Pick<ProjectResolvers, 'threads' | 'thread'>> = {
    threads: async ({ projectId }, { orderBy, ...args }, context) => {
      const { workspaceId } = context.principal;
      const direction = orderBy?.direction;
      const { activity } = threadsOf(context);
      const page = await pageOfActivity(activity, 'threads', projectId, { ...args, direction });
      const threads = new Map(
        page.nodes.map((found) => [{ workspaceId, projectId, threadId: found.id }, found]),
      );
      return {
        ...page,
        nodes: [...threads.keys()],
        cursorOf: (thread) => page.cursorOf(threads.get(thread)!),
      };
    },
    thread: async ({ projectId }, { threadId }, context) => {
      if (threadId === '' || threadId.length > maxIdLength || !threadId.isWellFormed()) return null;
      const thread = { workspaceId: context.principal.workspaceId, projectId, threadId };
      return (await threadsOf(context).summary.load(thread)) ? thread : null;
    },
  };

  const Run: Required<Pick<RunResolvers, 'previousTurn' | 'nextTurn'>> = {
    previousTurn: (run, _, context) => neighbourTurn(readsOf(context), run, 'DESC'),
    nextTurn: (run, _, context) => neighbourTurn(readsOf(context), run, 'ASC'),
  };

  return { Project, Run, Thread: createThreadFields(readsOf, threadsOf), ThreadConnection };
}

/** More than ingest keeps of a metadata value. */
const maxIdLength = 4096;
const idleAfterUs = 10 * 60 * 1_000_000;

function createThreadFields(
  readsOf: ThreadsOptions['readsOf'],
  threadsOf: ThreadReadsOf,
): Complete<ThreadResolvers, ThreadMapper> {
  const summary =
    <T>(pick: (summary: ThreadSummary) => T) =>
    async (thread: ThreadMapper, _: unknown, context: RequestContext) =>
      pick(await summaryOf(threadsOf(context), thread));
  const tokens =
    (kind: Exclude<keyof TokenUsage, 'details'>) =>
    async (thread: ThreadMapper, _: unknown, context: RequestContext) =>
      (await threadsOf(context).tokens.load(thread))?.[kind] ?? null;
  const ofRoot =
    (root: (summary: ThreadSummary) => RunKey | undefined, pick: (run: RunRow) => string) =>
    async (thread: ThreadMapper, _: unknown, context: RequestContext) => {
      const key = root(await summaryOf(threadsOf(context), thread));
      const run = key && (await readsOf(context).load.run.load(key));
      return (run && pick(run)) || null;
    };
  return {
    project: ({ workspaceId, projectId }) => ({
      id: scopedGlobalId('Project', workspaceId, projectId),
      projectId,
    }),
    turnCount: summary(({ turnCount }) => turnCount),
    errorCount: summary(({ errorCount }) => errorCount),
    firstStartedAt: summary(({ firstStartUs }) => firstStartUs),
    lastStartedAt: summary(({ lastStartUs }) => lastStartUs),
    lastEndedAt: summary(({ lastEndUs }) => lastEndUs ?? null),
    isIdle: summary(
      ({ isPending, newestRunUs }) => !isPending && newestRunUs + idleAfterUs <= Date.now() * 1000,
    ),
    latencyP50Ms: summary(({ latencyP50Ms }) => latencyP50Ms ?? null),
    latencyP99Ms: summary(({ latencyP99Ms }) => latencyP99Ms ?? null),
    userId: summary(({ userId }) => userId || null),
    totalTokens: tokens('total'),
    promptTokens: tokens('prompt'),
    completionTokens: tokens('completion'),
    totalCostUsd: async (thread, _, context) =>
      (await threadsOf(context).cost.load(thread)) ?? null,
    firstInputPreview: ofRoot(
      ({ firstRoot }) => firstRoot,
      ({ inputsPreview }) => inputsPreview,
    ),
    lastOutputPreview: ofRoot(
      ({ lastAnswered }) => lastAnswered,
      ({ outputsPreview }) => outputsPreview,
    ),
    lastError: ofRoot(
      ({ lastFailed }) => lastFailed,
      ({ error }) => error,
    ),
    turns: (thread, args, context) => turnsOf(readsOf(context), thread, args),
  };
}

/** Throws NOT_FOUND when it has gone since it was listed. */
async function summaryOf(reads: ThreadReads, thread: ThreadMapper): Promise<ThreadSummary> {
  const summary = await reads.summary.load(thread);
  if (!summary) throw notFound('Thread');
  return summary;
}

const ThreadConnection: Complete<ThreadConnectionResolvers, ThreadConnectionMapper> = {
  edges: edgesOf,
  pageInfo: pageInfoOf,
};
