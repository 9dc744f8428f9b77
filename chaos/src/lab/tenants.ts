import type { Database } from '@runlight/postgres';
import { createTenant, createTestKey } from '@runlight/testkit/tenants';

/** A workspace and a key that may do everything in it. */
export interface LabTenant {
  workspaceId: string;
  key: string;
}

export async function createLabTenant({ db }: Pick<Database, 'db'>): Promise<LabTenant> {
  const { workspaceId } = await createTenant(db);
  const { secret } = await createTestKey(db, { workspaceId });
  return { workspaceId, key: secret };
}
