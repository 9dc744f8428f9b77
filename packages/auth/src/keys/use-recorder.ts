import type { Tables } from '@runlight/postgres';
import type { Logger } from '@runlight/service';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';

/** A key's last use is known to the minute; more would make every request a write. */
const precisionMs = 60_000;

/** Writes `last_used_at` at most once a minute for each key, however many processes see it. */
export function createUseRecorder({
  db,
  log,
  now,
}: {
  db: Kysely<Tables>;
  log: Logger;
  now: () => number;
}) {
  const writtenAtMs = new LRUCache<string, number>({ max: 10_000 });
  const writing = new Set<Promise<void>>();

  async function write(keyId: string): Promise<void> {
    try {
      await db
        .updateTable('api_key')
        .set({ last_used_at: sql<Date>`now()` })
        .where('id', '=', keyId)
        .where(sql<boolean>`(last_used_at IS NULL OR last_used_at <= now() - interval '1 minute')`)
        .execute();
    } catch (error) {
      // The request does not depend on it, and the next minute tries again.
      log.warn({ err: error, keyId }, 'last use of an API key was not recorded');
    }
  }

  return {
    record(keyId: string): void {
      const last = writtenAtMs.get(keyId);
      if (last !== undefined && now() - last < precisionMs) return;
      writtenAtMs.set(keyId, now());
      const done = write(keyId).finally(() => writing.delete(done));
      writing.add(done);
    },
    close: async (): Promise<void> => {
      await Promise.all(writing);
    },
  };
}
