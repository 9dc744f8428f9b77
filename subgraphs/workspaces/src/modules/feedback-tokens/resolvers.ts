import { toStorableText } from '@runlight/auth';
import type { FeedbackToken as Token, FeedbackTokens, NewFeedbackToken } from '@runlight/auth';
import { pageSize } from '@runlight/graphql';
import type { Complete } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import { invalidInput, unavailable } from '@runlight/service';
import type {
  FeedbackTokenInput,
  FeedbackTokenResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../../__generated__/resolvers.ts';
import { invalid } from '../../user-error.ts';
import type { Mistake } from '../../user-error.ts';
import { readScaleInput } from '../feedback-configs/resolvers.ts';

const hourMs = 60 * 60 * 1000;
const usualLifeMs = 3 * hourMs;
const maxLifeMs = 30 * 24 * hourMs;
const maxTokens = 100;
const maxOffset = 10_000;
const maxKeyLength = 128;

export interface FeedbackTokensOptions {
  /** Without them there are none to make. */
  tokens: FeedbackTokens | undefined;
  /** Where browsers reach us, for the addresses of tokens. */
  publicUrl: string | undefined;
}

export function createFeedbackTokensModule({ tokens, publicUrl }: FeedbackTokensOptions) {
  const requireTokens = (): FeedbackTokens => {
    if (!tokens || publicUrl === undefined) throw unavailable('This process makes no tokens');
    return tokens;
  };

  const Query: Pick<QueryResolvers, 'feedbackTokens'> = {
    feedbackTokens: (_root, { runUuid, first, offset }, { principal }) => {
      const runId = parseUuid(runUuid);
      if (!runId) throw invalidInput('runUuid is the UUID of a run');
      const skipped = offset ?? 0;
      if (skipped < 0 || skipped > maxOffset) {
        throw invalidInput(`offset must be between 0 and ${maxOffset}`);
      }
      const page = { limit: pageSize(first), offset: skipped };
      return requireTokens().list(principal.workspaceId, runId, page);
    },
  };

  const Mutation: Pick<MutationResolvers, 'createFeedbackTokens'> = {
    createFeedbackTokens: async (_root, { input }, { principal }) => {
      const read = readTokens(input.tokens, `${principal.kind}:${principal.id}`, Date.now());
      if ('mistake' in read) return { tokens: null, userErrors: [read.mistake] };
      const made = await requireTokens().create(principal.workspaceId, read.tokens);
      if (made !== 'taken') return { tokens: made, userErrors: [] };
      const taken: Mistake = { code: 'CONFLICT', message: 'A uuid is taken', path: ['tokens'] };
      return { tokens: null, userErrors: [taken] };
    },
  };

  const FeedbackToken: Complete<FeedbackTokenResolvers, Token> = {
    uuid: ({ id }) => id,
    url: ({ token }) =>
      token === undefined ? null : new URL(`/feedback/tokens/${token}`, publicUrl).href,
    runUuid: ({ runId }) => runId,
    createdAt: ({ createdAtMs }) => createdAtMs * 1000,
    expiresAt: ({ expiresAtMs }) => expiresAtMs * 1000,
    usedAt: ({ usedAtMs }) => (usedAtMs === undefined ? null : usedAtMs * 1000),
  };

  return { Query, Mutation, FeedbackToken };
}

function readTokens(
  inputs: readonly FeedbackTokenInput[],
  createdBy: string,
  nowMs: number,
): { tokens: NewFeedbackToken[] } | { mistake: Mistake } {
  if (inputs.length < 1 || inputs.length > maxTokens) {
    return { mistake: invalid('tokens', `1 to ${maxTokens} tokens are made at a time`) };
  }
  const tokens: NewFeedbackToken[] = [];
  for (const input of inputs) {
    const read = readToken(input, createdBy, nowMs);
    if ('mistake' in read) return read;
    tokens.push(read.token);
  }
  return { tokens };
}

function readToken(
  input: FeedbackTokenInput,
  createdBy: string,
  nowMs: number,
): { token: NewFeedbackToken } | { mistake: Mistake } {
  const runId = parseUuid(input.runUuid);
  if (!runId) return { mistake: invalid('runUuid', 'runUuid is the UUID of a run') };
  const id = input.uuid ? parseUuid(input.uuid) : undefined;
  if (input.uuid && !id) return { mistake: invalid('uuid', 'uuid is no UUID') };
  const feedbackKey = toStorableText(input.feedbackKey.trim());
  if (feedbackKey.length < 1 || feedbackKey.length > maxKeyLength) {
    return { mistake: invalid('feedbackKey', `A key has 1 to ${maxKeyLength} characters`) };
  }
  const expiresAtMs = input.expiresAt ? Math.floor(input.expiresAt / 1000) : nowMs + usualLifeMs;
  if (expiresAtMs <= nowMs || expiresAtMs > nowMs + maxLifeMs) {
    return { mistake: invalid('expiresAt', 'A token ends within 30 days') };
  }
  const read = input.scale ? readScaleInput(input.scale) : { scale: undefined };
  if ('mistake' in read) return read;
  return { token: { id, runId, feedbackKey, scale: read.scale, expiresAtMs, createdBy } };
}
