import type { Tables } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { displayPrefix, generateApiKey, hashApiKey, isApiKey } from './keys/api-key.ts';

/** Key of the advisory lock that makes two starts at once create one owner. */
const bootstrapLock = 7_214_503;

/**
 * Makes a fresh installation usable: an owner, an organization, the workspace and project `default`
 * and an API key. Does nothing to what exists, whatever it is called by now. A preset key is made
 * sure of on every start; without one, a key is generated once and returned that once.
 */
export async function bootstrap({
  db,
  apiKey,
  log,
}: {
  db: Kysely<Tables>;
  apiKey?: string | undefined;
  log: Logger;
}): Promise<{ createdApiKey?: string }> {
  if (apiKey !== undefined && !isApiKey(apiKey)) {
    throw invalidInput('The preset API key must have 16 to 128 URL-safe characters');
  }
  return db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${bootstrapLock})`.execute(tx);
    const known = await oldestWorkspace(tx);
    const workspaceId = known ?? (await createFirstWorkspace(tx));
    if (!known) log.info({ workspaceId }, 'created the first workspace');
    if (apiKey !== undefined) {
      await ensurePresetKey(tx, { workspaceId, apiKey, log });
      return {};
    }
    if (known) return {};
    const createdApiKey = generateApiKey();
    await insertKey(tx, workspaceId, createdApiKey);
    return { createdApiKey };
  });
}

async function oldestWorkspace(tx: Transaction<Tables>): Promise<string | undefined> {
  const row = await tx
    .selectFrom('workspace')
    .select('id')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function createFirstWorkspace(tx: Transaction<Tables>): Promise<string> {
  const organizationId = uuidv7();
  const workspaceId = uuidv7();
  const owner = await tx
    .insertInto('auth_user')
    .values({ name: 'Owner', email: 'owner@runlight.invalid', image: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('organization')
    .values({ id: organizationId, name: 'Default organization' })
    .execute();
  await tx
    .insertInto('workspace')
    .values({ id: workspaceId, organization_id: organizationId, name: 'default' })
    .execute();
  await tx
    .insertInto('workspace_member')
    .values({ workspace_id: workspaceId, user_id: owner.id, role: 'owner' })
    .execute();
  await tx
    .insertInto('project')
    .values({ id: uuidv7(), workspace_id: workspaceId, name: 'default', description: null })
    .execute();
  return workspaceId;
}

async function ensurePresetKey(
  tx: Transaction<Tables>,
  { workspaceId, apiKey, log }: { workspaceId: string; apiKey: string; log: Logger },
): Promise<void> {
  await insertKey(tx, workspaceId, apiKey);
  const row = await tx
    .selectFrom('api_key')
    .select(['workspace_id', 'revoked_at'])
    .where('secret_sha256', '=', hashApiKey(apiKey))
    .executeTakeFirstOrThrow();
  // Someone had a reason to revoke it; a restart must not undo that silently.
  if (row.revoked_at !== null) log.warn('the preset API key was revoked; preset another one');
}

async function insertKey(tx: Transaction<Tables>, workspaceId: string, key: string): Promise<void> {
  await tx
    .insertInto('api_key')
    .values({
      id: uuidv7(),
      workspace_id: workspaceId,
      name: 'bootstrap',
      display_prefix: displayPrefix(key),
      secret_sha256: hashApiKey(key),
      scope: 'full',
      created_by: null,
      last_used_at: null,
      expires_at: null,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.column('secret_sha256').doNothing())
    .execute();
}
