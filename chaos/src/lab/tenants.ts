import { randomUUID } from 'node:crypto';
import { displayPrefix, generateApiKey, hashApiKey } from '@runlight/auth';
import type { Database } from '@runlight/postgres';
import { createTenant } from '@runlight/testkit/tenants';

/** A workspace and a key that may do everything in it. */
export interface LabTenant {
  workspaceId: string;
  key: string;
}

export async function createLabTenant({ db }: Pick<Database, 'db'>): Promise<LabTenant> {
  const { workspaceId } = await createTenant(db);
  const key = generateApiKey();
  await db
    .insertInto('api_key')
    .values({
      id: randomUUID(),
      workspace_id: workspaceId,
      name: 'lab',
      display_prefix: displayPrefix(key),
      secret_sha256: hashApiKey(key),
      scope: 'full',
      created_by: null,
      last_used_at: null,
      expires_at: null,
      revoked_at: null,
    })
    .execute();
  return { workspaceId, key };
}
