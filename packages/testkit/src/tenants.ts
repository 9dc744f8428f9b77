import { randomUUID } from 'node:crypto';
import { displayPrefix, generateApiKey, hashApiKey } from '@runlight/auth';
import type { ApiKeyScope, Role } from '@runlight/auth';
import { createDatabase } from '@runlight/postgres';
import type { Tables } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import type { Kysely } from 'kysely';
import { testStores } from './stores.ts';

export interface TestDatabase {
  db: Kysely<Tables>;
  url: string;
  close: () => Promise<void>;
}

/** A migrated Postgres database of its own, connected. */
export async function testDatabase(): Promise<TestDatabase> {
  const stores = await testStores({ postgres: true });
  const log = createLogger({ service: 'test', level: 'silent' });
  const url = stores.databaseUrl;
  const database = createDatabase({ url, log, applicationName: 'test' });
  return {
    db: database.db,
    url,
    close: async () => {
      await database.close();
      await stores.close();
    },
  };
}

/** A workspace of its own organization, so that the tests of one file do not meet. */
export async function createTenant(
  db: Kysely<Tables>,
): Promise<{ organizationId: string; workspaceId: string }> {
  const organizationId = randomUUID();
  const workspaceId = randomUUID();
  await db
    .insertInto('organization')
    .values({ id: organizationId, name: 'An organization' })
    .execute();
  await db
    .insertInto('workspace')
    .values({ id: workspaceId, organization_id: organizationId, name: 'A workspace' })
    .execute();
  return { organizationId, workspaceId };
}

/** A new person with a role in the workspace. */
export async function createMember(
  db: Kysely<Tables>,
  { workspaceId, role }: { workspaceId: string; role: Role },
): Promise<string> {
  const user = await db
    .insertInto('auth_user')
    .values({ name: `A person (${role})`, email: `${randomUUID()}@example.com`, image: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addMember(db, { workspaceId, userId: user.id, role });
  return user.id;
}

/** Gives a person a role in one more workspace. */
export async function addMember(
  db: Kysely<Tables>,
  { workspaceId, userId, role }: { workspaceId: string; userId: string; role: Role },
): Promise<void> {
  await db
    .insertInto('workspace_member')
    .values({ workspace_id: workspaceId, user_id: userId, role })
    .execute();
}

/** A key to a workspace; the secret is what its holder sends. */
export async function createTestKey(
  db: Kysely<Tables>,
  {
    workspaceId,
    scope = 'full',
    name = scope,
    revokedAt = null,
  }: { workspaceId: string; scope?: ApiKeyScope; name?: string; revokedAt?: Date | null },
): Promise<{ id: string; secret: string; prefix: string }> {
  const secret = generateApiKey();
  const id = randomUUID();
  const prefix = displayPrefix(secret);
  await db
    .insertInto('api_key')
    .values({
      id,
      workspace_id: workspaceId,
      name,
      display_prefix: prefix,
      secret_sha256: hashApiKey(secret),
      scope,
      created_by: null,
      last_used_at: null,
      expires_at: null,
      revoked_at: revokedAt,
    })
    .execute();
  return { id, secret, prefix };
}
