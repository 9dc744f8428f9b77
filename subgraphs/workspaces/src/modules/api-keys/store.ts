import type { ApiKeyScope } from '@runlight/auth';
import type { Tables } from '@runlight/postgres';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { microseconds, timestamp } from '../../instant.ts';
import type { ApiKeyMapper } from './mappers.ts';

/** Keys of one workspace that are valid at a time. */
export const maxValidKeys = 200;
/** The list shows no more; the schema says so. */
const maxListed = 500;

export interface NewApiKey {
  uuid: string;
  name: string;
  displayPrefix: string;
  secretHash: Buffer;
  scope: ApiKeyScope;
  mayDelete: boolean;
  /** Microseconds since 1970. */
  expiresAt: number | null;
  createdById: string | null;
}

export function createApiKeyStore(db: Kysely<Tables>) {
  const selectKeys = (workspaceId: string) =>
    db
      .selectFrom('api_key')
      .select((row) => [
        'id as uuid',
        'workspace_id as workspaceId',
        'name',
        'display_prefix as displayPrefix',
        'scope as keyScope',
        'may_delete as mayDelete',
        'created_by as createdById',
        microseconds(row.ref('created_at')).as('createdAt'),
        microseconds(row.ref('last_used_at')).as('lastUsedAt'),
        microseconds(row.ref('expires_at')).as('expiresAt'),
        microseconds(row.ref('revoked_at')).as('revokedAt'),
      ])
      .where('workspace_id', '=', workspaceId);

  return {
    /** Newest first, at most 500; when there are more, revoked ones are left out before others. */
    async apiKeysOfWorkspace(workspaceId: string): Promise<ApiKeyMapper[]> {
      const keys = await selectKeys(workspaceId)
        .orderBy(sql`revoked_at IS NULL`, 'desc')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(maxListed)
        .execute();
      return keys.sort((a, b) => b.createdAt - a.createdAt || (a.uuid < b.uuid ? 1 : -1));
    },

    /** Those of the ids that the workspace has, in no order. */
    apiKeysByIds: (workspaceId: string, ids: readonly string[]): Promise<ApiKeyMapper[]> =>
      selectKeys(workspaceId).where('id', 'in', ids).execute(),

    /** The new key's record, or undefined when the workspace has as many valid keys as it may. */
    async createApiKey(workspaceId: string, key: NewApiKey): Promise<ApiKeyMapper | undefined> {
      await db.transaction().execute(async (tx) => {
        // Creations in one workspace happen one after the other, or two could pass the limit.
        await tx
          .selectFrom('workspace')
          .select('id')
          .where('id', '=', workspaceId)
          .forNoKeyUpdate()
          .execute();
        const { valid } = await tx
          .selectFrom('api_key')
          .select((row) => row.fn.countAll<number>().as('valid'))
          .where('workspace_id', '=', workspaceId)
          .where('revoked_at', 'is', null)
          .where(sql<boolean>`(expires_at IS NULL OR expires_at > now())`)
          .executeTakeFirstOrThrow();
        if (valid >= maxValidKeys) return;
        await tx
          .insertInto('api_key')
          .values({
            id: key.uuid,
            workspace_id: workspaceId,
            name: key.name,
            display_prefix: key.displayPrefix,
            secret_sha256: key.secretHash,
            scope: key.scope,
            may_delete: key.mayDelete,
            created_by: key.createdById,
            last_used_at: null,
            expires_at: key.expiresAt === null ? null : timestamp(key.expiresAt),
            revoked_at: null,
          })
          .execute();
      });
      return selectKeys(workspaceId).where('id', '=', key.uuid).executeTakeFirst();
    },

    /** Revokes the key unless it is revoked; its record, or undefined when the workspace has no such key. */
    async revokeApiKey(workspaceId: string, apiKeyId: string): Promise<ApiKeyMapper | undefined> {
      await db
        .updateTable('api_key')
        .set({ revoked_at: sql<Date>`now()` })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', apiKeyId)
        .where('revoked_at', 'is', null)
        .execute();
      return selectKeys(workspaceId).where('id', '=', apiKeyId).executeTakeFirst();
    },
  };
}
