import { formatInstant } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../../context.ts';
import { requireNoMistake } from '../graph-errors.ts';
import type { GraphUserError } from '../graph-errors.ts';
import { count, instantUs, object, text, uuid } from '../read-values.ts';
import type { Source } from '../read-values.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler } from '../sdk-route.ts';
import { readScale } from './scale.ts';

/** Addresses with which browsers give feedback (langsmith-protocol §7); using them is an ingest route. */
export function registerFeedbackTokens(app: FastifyInstance, context: IngestContext): void {
  const path = '/feedback/tokens';
  registerSdkRoute(app, context, { method: 'POST', path, handler: createTokens, takesList: true });
  registerSdkRoute(app, context, { method: 'GET', path, handler: listTokens });
}

interface GraphToken {
  uuid: string;
  url: string | null;
  feedbackKey: string;
  expiresAt: string;
}

const selection = 'uuid url feedbackKey expiresAt';

const describeToken = ({ uuid: id, url, feedbackKey, expiresAt }: GraphToken): object => ({
  id,
  url,
  expires_at: expiresAt,
  feedback_key: feedbackKey,
});

/** One token for an object, a list of them for a list. */
const createTokens: SdkHandler = async ({ body, graph }) => {
  const { items } = body;
  const wanted = Array.isArray(items) ? (items as unknown[]) : [body];
  const { createFeedbackTokens: made } = await graph.ask<{
    createFeedbackTokens: { tokens: GraphToken[] | null; userErrors: GraphUserError[] };
  }>(
    `mutation SdkFeedbackTokens($input: CreateFeedbackTokensInput!) {
      createFeedbackTokens(input: $input) { tokens { ${selection} } userErrors { code message } }
    }`,
    { input: { tokens: wanted.map(readToken) } },
  );
  requireNoMistake(made.userErrors);
  const tokens = made.tokens!.map(describeToken);
  return Array.isArray(items) ? tokens : tokens[0];
};

function readToken(source: unknown): object {
  if (typeof source !== 'object' || source === null) throw invalidInput('a token is an object');
  const token = source as Source;
  const config = object(token, 'feedback_config');
  return {
    uuid: uuid(token, 'id'),
    runUuid: uuid(token, 'run_id'),
    feedbackKey: text(token, 'feedback_key'),
    scale: config && readScale(config),
    expiresAt: expiryOf(token),
  };
}

const maxSpanSeconds = 10 * 365 * 86_400;

function expiryOf(token: Source): string | undefined {
  const at = instantUs(token, 'expires_at');
  if (at !== undefined) return formatInstant(at);
  const span = object(token, 'expires_in');
  if (!span) return undefined;
  const part = (name: string) => Number(span[name] ?? 0);
  const seconds = part('days') * 86_400 + part('hours') * 3600 + part('minutes') * 60;
  // NaN is none either. The graph knows how long it may be; this is only what a date can hold.
  if (!(seconds > 0 && seconds <= maxSpanSeconds)) {
    throw invalidInput('expires_in is no span of time');
  }
  return formatInstant((Date.now() + seconds * 1000) * 1000);
}

const listTokens: SdkHandler = async ({ query, graph }) => {
  const runUuid = uuid(query, 'run_id');
  if (runUuid === undefined) throw invalidInput('run_id is missing');
  const { feedbackTokens } = await graph.ask<{ feedbackTokens: GraphToken[] }>(
    `query SdkFeedbackTokenList($runUuid: ID!, $first: Int, $offset: Int) {
      feedbackTokens(runUuid: $runUuid, first: $first, offset: $offset) { ${selection} }
    }`,
    {
      runUuid,
      first: count(query, 'limit', { least: 1, most: 100, fallback: 100 }),
      offset: count(query, 'offset', { most: 10_000, fallback: 0 }),
    },
  );
  return feedbackTokens.map(describeToken);
};
