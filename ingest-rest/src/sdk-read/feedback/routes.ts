import { formatInstant } from '@runlight/run-model';
import { notFound } from '@runlight/service';
import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../../context.ts';
import { sliceOf } from '../pages.ts';
import type { GraphPage } from '../pages.ts';
import { count, flag, instantUs, requireUuid, text, texts, uuid, uuids } from '../read-values.ts';
import type { Source } from '../read-values.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler } from '../sdk-route.ts';
import { describeFeedback, feedbackSelection } from './describe-feedback.ts';
import type { GraphFeedback } from './describe-feedback.ts';

/** `GET /feedback` and `GET /feedback/{id}`; what writes feedback is an ingest route. */
export function registerFeedbackReads(app: FastifyInstance, context: IngestContext): void {
  registerSdkRoute(app, context, { method: 'GET', path: '/feedback', handler: listFeedback });
  const path = '/feedback/:feedbackId';
  registerSdkRoute(app, context, { method: 'GET', path, handler: readFeedback });
}

const listDocument = `
  query SdkFeedback($first: Int, $after: String, $runUuids: [ID!], $projectIds: [ID!], $keys: [String!],
    $sources: [String!], $userIds: [ID!], $comparativeExperimentUuid: ID, $hasScore: Boolean,
    $hasComment: Boolean, $level: FeedbackLevel, $createdAt: TimeRange) {
    feedback(first: $first, after: $after, runUuids: $runUuids, projectIds: $projectIds, keys: $keys,
      sources: $sources, userIds: $userIds, comparativeExperimentUuid: $comparativeExperimentUuid,
      hasScore: $hasScore, hasComment: $hasComment, level: $level, createdAt: $createdAt) {
      nodes { ${feedbackSelection} }
      pageInfo { hasNextPage endCursor }
    }
  }`;

const levels: Record<string, string> = { run: 'RUN', session: 'PROJECT', thread: 'THREAD' };

const listFeedback: SdkHandler = async ({ query, graph }) => {
  const variables = {
    runUuids: someOf(uuids(query, 'run')),
    projectIds: someOf(uuids(query, 'session')),
    keys: someOf(texts(query, 'key')),
    sources: someOf(texts(query, 'source')),
    userIds: someOf(uuids(query, 'user')),
    comparativeExperimentUuid: uuid(query, 'comparative_experiment_id'),
    hasScore: flag(query, 'has_score'),
    hasComment: flag(query, 'has_comment'),
    level: levels[text(query, 'level') ?? ''],
    createdAt: createdRange(query),
  };
  const found = await sliceOf(
    async (page) => {
      const answer = await graph.ask<{ feedback: GraphPage<GraphFeedback> }>(listDocument, {
        ...variables,
        ...page,
      });
      return answer.feedback;
    },
    {
      offset: count(query, 'offset', { most: 100_000, fallback: 0 }),
      limit: count(query, 'limit', { least: 1, most: 100, fallback: 100 }),
    },
  );
  return found.map(describeFeedback);
};

/** An absent list restricts nothing; an empty one would let nothing through. */
const someOf = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined);

function createdRange(query: Source) {
  const [from, to] = [instantUs(query, 'min_created_at'), instantUs(query, 'max_created_at')];
  if (from === undefined && to === undefined) return undefined;
  return {
    ...(from !== undefined && { from: formatInstant(from) }),
    // Up to and including that instant.
    ...(to !== undefined && { to: formatInstant(to + 1) }),
  };
}

const readFeedback: SdkHandler = async ({ params, graph }) => {
  const { feedbackItem } = await graph.ask<{ feedbackItem: GraphFeedback | null }>(
    `query SdkFeedbackItem($id: ID!) { feedbackItem(id: $id) { ${feedbackSelection} } }`,
    { id: requireUuid(params['feedbackId'], 'feedback id') },
  );
  if (!feedbackItem) throw notFound('Feedback');
  return describeFeedback(feedbackItem);
};
