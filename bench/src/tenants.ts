import { randomUUID } from 'node:crypto';
import { displayPrefix, generateApiKey, hashApiKey } from '@runlight/auth';
import { createDatabase } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { createTenant } from '@runlight/testkit/tenants';

/** A workspace of its own and a key to it that may do everything. */
export async function createBenchTenant(
  databaseUrl: string,
): Promise<{ workspaceId: string; apiKey: string }> {
  const log = createLogger({ service: 'bench', level: 'silent' });
  const { db, close } = createDatabase({ url: databaseUrl, log, applicationName: 'bench' });
  try {
    const { workspaceId } = await createTenant(db);
    const apiKey = generateApiKey();
    await db
      .insertInto('api_key')
      .values({
        id: randomUUID(),
        workspace_id: workspaceId,
        name: 'bench',
        display_prefix: displayPrefix(apiKey),
        secret_sha256: hashApiKey(apiKey),
        scope: 'full',
        created_by: null,
        last_used_at: null,
        expires_at: null,
        revoked_at: null,
      })
      .execute();
    return { workspaceId, apiKey };
  } finally {
    await close();
  }
}
