import type { Complete, RequestContext } from '@runlight/graphql';
import type { FeedbackResolvers, RunResolvers } from '../../__generated__/resolvers.ts';
import { parsePayload } from '../runs/payload.ts';
import type { Reads } from '../runs/reads.ts';
import type { FeedbackRow } from './feedback-store.ts';

export function createFeedbackFields(
  readsOf: (context: RequestContext) => Reads,
): Required<Pick<RunResolvers, 'feedback'>> {
  return {
    feedback: async ({ key }, _, context) =>
      (await readsOf(context).load.feedback.load(key.runId)) ?? [],
  };
}

export const Feedback: Complete<FeedbackResolvers, FeedbackRow> = {
  uuid: ({ feedbackId }) => feedbackId,
  value: ({ value }) => json(value),
  comment: ({ comment }) => comment || null,
  correction: ({ correction }) => json(correction),
  source: ({ source }) => source || null,
  sourceMetadata: ({ sourceMetadata }) => json(sourceMetadata),
  createdAt: ({ createdAtUs }) => createdAtUs,
  modifiedAt: ({ modifiedAtUs }) => modifiedAtUs,
};

/** The empty text stands for an absent value. */
const json = (text: string): unknown => (text === '' ? null : parsePayload(text));
