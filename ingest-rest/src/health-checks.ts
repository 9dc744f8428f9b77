import type { Database } from '@runlight/postgres';

/** Known keys are served from the cache this long without the database (F20). */
const graceMs = 60_000;

/** Fails when the database has not answered for longer than we can do without it. */
export function createDatabaseCheck(
  database: Pick<Database, 'ping'>,
  now: () => number = Date.now,
): () => Promise<void> {
  let answeredAtMs: number | undefined;
  return async () => {
    try {
      await database.ping();
      answeredAtMs = now();
    } catch (error) {
      if (answeredAtMs === undefined || now() - answeredAtMs > graceMs) throw error;
    }
  };
}
