import { decodeGlobalId, plainGlobalId, scopedGlobalId, scopedUuid } from '@runlight/graphql';
import type { Complete, RequestContext } from '@runlight/graphql';
import { notFound } from '@runlight/service';
import type {
  FeedbackResolvers,
  FeedbackSummaryResolvers,
  QueryResolvers,
  RunResolvers,
} from '../../__generated__/resolvers.ts';
import { parsePayload } from '../runs/payload.ts';
import type { Reads } from '../runs/reads.ts';
import type { FeedbackRow } from './feedback-store.ts';
import type { FeedbackSummaryRow } from './feedback-summary.ts';
import { listFeedback } from './list-feedback.ts';
import { createFeedbackMutations } from './mutations.ts';
import type { FeedbackMutationOptions } from './mutations.ts';
import { isMine, mayChange } from './rights.ts';

type ReadsOf = (context: RequestContext) => Reads;

/** What other modules' types get from here. */
export function createFeedbackFields(
  readsOf: ReadsOf,
): Required<Pick<RunResolvers, 'feedback' | 'feedbackSummary'>> {
  return {
    feedback: async ({ key, isRoot }, _, context) => {
      const { load } = readsOf(context);
      const { runId, traceId } = key;
      const own = (await load.feedback.load(runId)) ?? [];
      // What was given to the trace by its id alone: with OpenTelemetry no run has that id.
      if (!isRoot || runId === traceId) return own;
      const ofTrace = (await load.feedback.load(traceId)) ?? [];
      return [...own, ...ofTrace].toSorted((a, b) => b.createdAtUs - a.createdAtUs);
    },
    feedbackSummary: async ({ key }, _, context) =>
      (await readsOf(context).feedback.summaries.load(key.runId)) ?? [],
  };
}

export function createFeedbackResolvers(options: FeedbackMutationOptions) {
  const { readsOf } = options;

  const Query: Pick<QueryResolvers, 'feedback' | 'feedbackItem'> = {
    feedback: (_root, args, context) => {
      const { feedback, workspaceId } = readsOf(context);
      return listFeedback(feedback.store, workspaceId, args);
    },
    feedbackItem: async (_root, { id }, context) => {
      const { feedback, workspaceId } = readsOf(context);
      const feedbackId = scopedUuid('Feedback', workspaceId, id);
      const row = feedbackId && (await feedback.byId.load(feedbackId));
      if (!row) throw notFound('Feedback');
      return row;
    },
  };

  return {
    Query,
    Mutation: createFeedbackMutations(options),
    Feedback: createFeedback(readsOf),
    FeedbackSummary,
  };
}

function createFeedback(readsOf: ReadsOf): Complete<FeedbackResolvers, FeedbackRow> {
  return {
    __resolveReference: async ({ id }, context) => {
      const { feedback, workspaceId } = readsOf(context);
      const decoded = decodeGlobalId(id);
      if (decoded?.type !== 'Feedback' || decoded.workspaceId !== workspaceId) return null;
      return (await feedback.byId.load(decoded.uuid)) ?? null;
    },
    id: ({ workspaceId, feedbackId }) => scopedGlobalId('Feedback', workspaceId, feedbackId),
    uuid: ({ feedbackId }) => feedbackId,
    level: ({ runId, threadId }) => {
      if (runId !== undefined) return 'RUN';
      return threadId === '' ? 'PROJECT' : 'THREAD';
    },
    runUuid: ({ runId }) => runId ?? null,
    traceUuid: ({ traceId }) => traceId ?? null,
    projectUuid: ({ projectId }) => projectId ?? null,
    threadId: ({ threadId }) => threadId || null,
    run: async ({ runId }, _, context) => {
      if (runId === undefined) return null;
      const { load } = readsOf(context);
      const key = await load.runKey.load(runId);
      return (key && (await load.run.load(key))) ?? null;
    },
    value: ({ value }) => json(value),
    comment: ({ comment }) => comment || null,
    correction: ({ correction }) => json(correction),
    config: ({ config }) => json(config),
    source: ({ source }) => source || null,
    sourceMetadata: ({ sourceMetadata }) => json(sourceMetadata),
    user: ({ userId }) => (userId === undefined ? null : { id: plainGlobalId('User', userId) }),
    userUuid: ({ userId }) => userId ?? null,
    isMine: (row, _, { principal }) => isMine(principal, row),
    mayChange: (row, _, { principal }) => mayChange(principal, row),
    comparativeExperimentUuid: ({ comparativeExperimentId }) => comparativeExperimentId ?? null,
    groupUuid: ({ groupId }) => groupId ?? null,
    extra: ({ extra }) => json(extra),
    createdAt: ({ createdAtUs }) => createdAtUs,
    modifiedAt: ({ modifiedAtUs }) => modifiedAtUs,
  };
}

const FeedbackSummary: Complete<FeedbackSummaryResolvers, FeedbackSummaryRow> = {};

/** The empty text stands for an absent value. */
const json = (text: string): unknown => (text === '' ? null : parsePayload(text));
