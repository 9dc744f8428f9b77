import type { Database } from '@runlight/postgres';
import { ingestDurability } from '@runlight/queue';
import type { Redis } from '@runlight/queue';
import type { Logger } from '@runlight/service';

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

/** Says on start, and again when Redis comes back different, what an accepted run is worth. */
export function reportDurability(redis: Redis, log: Logger): void {
  let reported: string | undefined;
  const report = async () => {
    const durability = await ingestDurability(redis);
    const state = durability.durable ? 'durable' : durability.reason;
    if (state === reported) return;
    reported = state;
    if (durability.durable) {
      log.info({ durability: 'redis' }, 'accepted runs are on disk before they are answered');
    } else {
      log.warn(
        { durability: 'memory', reason: durability.reason },
        'Redis does not sync every write: runs accepted just before it is killed may be lost',
      );
    }
  };
  redis.on('ready', () => {
    report().catch((error: unknown) => log.warn({ err: error }, 'durability could not be checked'));
  });
}
