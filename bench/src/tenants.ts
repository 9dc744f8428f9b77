import { createDatabase } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { createTenant, createTestKey } from '@runlight/testkit/tenants';

/** A workspace of its own and a key to it that may do everything. */
export async function createBenchTenant(
  databaseUrl: string,
): Promise<{ workspaceId: string; apiKey: string }> {
  const log = createLogger({ service: 'bench', level: 'silent' });
  const { db, close } = createDatabase({ url: databaseUrl, log, applicationName: 'bench' });
  try {
    const { workspaceId } = await createTenant(db);
    const { secret } = await createTestKey(db, { workspaceId });
    return { workspaceId, apiKey: secret };
  } finally {
    await close();
  }
}
