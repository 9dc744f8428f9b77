import { displayPrefix, generateApiKey, hashApiKey, toStorableText } from '@runlight/auth';
import type { ApiKeyScope } from '@runlight/auth';
import { decodeGlobalId, scopedGlobalId, scopedUuid } from '@runlight/graphql';
import type { Complete } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import type { Kysely } from 'kysely';
import type {
  ApiKeyResolvers,
  ApiKeyScope as GraphApiKeyScope,
  CreateApiKeyInput,
  MutationResolvers,
} from '../../__generated__/resolvers.ts';
import type { Loaders } from '../../loaders.ts';
import { invalid } from '../../user-error.ts';
import type { ApiKeyMapper } from './mappers.ts';
import { createApiKeyStore, maxValidKeys } from './store.ts';

const maxNameLength = 128;
/** A hundred years. Microseconds stay exact to the year 2255, and nobody rotates a key later. */
const maxLifeUs = 100 * 365.25 * 24 * 60 * 60 * 1e6;

const fromGraph = { INGEST: 'ingest', READ: 'read', FULL: 'full' } as const satisfies Record<
  GraphApiKeyScope,
  ApiKeyScope
>;
const toGraph = { ingest: 'INGEST', read: 'READ', full: 'FULL' } as const satisfies Record<
  ApiKeyScope,
  GraphApiKeyScope
>;

export function createApiKeysModule({ db, loaders }: { db: Kysely<Tables>; loaders: Loaders }) {
  const store = createApiKeyStore(db);

  const Mutation: Pick<MutationResolvers, 'createApiKey' | 'revokeApiKey'> = {
    createApiKey: async (_root, { input }, { principal }) => {
      const { name, scope, mayDelete, expiresAt, mistakes } = readInput(input, Date.now());
      if (mistakes.length > 0) return { userErrors: mistakes };
      const secret = generateApiKey();
      const apiKey = await store.createApiKey(principal.workspaceId, {
        uuid: uuidv7(),
        name,
        displayPrefix: displayPrefix(secret),
        secretHash: hashApiKey(secret),
        scope,
        mayDelete,
        expiresAt,
        createdById: principal.kind === 'user' ? principal.id : null,
      });
      if (apiKey) return { apiKey, secret, userErrors: [] };
      const message = `A workspace has at most ${maxValidKeys} valid keys; revoke one first`;
      return { userErrors: [{ code: 'CONFLICT', message, path: null }] };
    },

    revokeApiKey: async (_root, { input }, { principal }) => {
      const { workspaceId } = principal;
      const uuid = scopedUuid('ApiKey', workspaceId, input.id);
      const apiKey = uuid && (await store.revokeApiKey(workspaceId, uuid));
      if (apiKey) return { apiKey, userErrors: [] };
      const message = 'There is no such API key';
      return { userErrors: [{ code: 'NOT_FOUND', message, path: ['id'] }] };
    },
  };

  const ApiKey: Complete<ApiKeyResolvers, ApiKeyMapper> = {
    id: ({ workspaceId, uuid }) => scopedGlobalId('ApiKey', workspaceId, uuid),
    scope: ({ keyScope }) => toGraph[keyScope],
    createdBy: ({ createdById }, _args, context) =>
      createdById === null ? null : loaders(context).user.load(createdById),
    __resolveReference: ({ id }, context) => {
      const key = decodeGlobalId(id);
      if (key?.type !== 'ApiKey' || key.workspaceId !== context.principal.workspaceId) return null;
      return loaders(context).apiKey.load(key.uuid);
    },
  };

  return { Mutation, ApiKey };
}

function readInput(input: CreateApiKeyInput, nowMs: number) {
  const name = toStorableText(input.name.trim());
  const expiresAt = input.expiresAt ?? null;
  const mistakes = [];
  const length = Array.from(name).length;
  if (length < 1 || length > maxNameLength) {
    mistakes.push(invalid('name', `A name has 1 to ${maxNameLength} characters`));
  }
  const lifeUs = expiresAt === null ? 1 : expiresAt - nowMs * 1000;
  if (lifeUs <= 0 || lifeUs > maxLifeUs) {
    mistakes.push(invalid('expiresAt', 'The end must lie within the next hundred years'));
  }
  const scope = fromGraph[input.scope ?? 'FULL'];
  if (input.mayDelete && scope !== 'full') {
    mistakes.push(invalid('mayDelete', 'Only a key with the scope FULL may delete'));
  }
  return { name, scope, mayDelete: input.mayDelete ?? false, expiresAt, mistakes };
}
