import { redisUnavailable } from '@runlight/queue';
import type { Redis } from '@runlight/queue';

/**
 * How far storing is behind, for people who look at a workspace whose newest data is not readable yet.
 *
 * A Redis hash; readers ask `HMGET runlight:ingest:lag <workspace id> *`:
 *
 *   <workspace id>   `<oldest ms> <written at ms>`: when the oldest batch of the workspace was accepted
 *                    that a worker has in hand and that is not stored yet. There only while that is
 *                    more than two seconds ago.
 *   *                `<oldest ms> <written at ms>`: while there are entries of the ordinary lane that no
 *                    worker has read yet, whosever they are, a time before which none of them was
 *                    accepted; else 0. Always there while a worker runs, so that it is a sign of life
 *                    too.
 *
 * Written every two seconds. A value older than `lagStaleMs` counts for nothing: the worker that wrote
 * it is gone. A stale `*` says that no worker runs at all. Of two workers the last one that wrote counts.
 */
export const lagKey = 'runlight:ingest:lag';
/** The field that speaks about what no worker has read. */
export const unreadField = '*';
export const lagStaleMs = 30_000;

/** Less than this is no lag: lots take that long. */
const noticeableMs = 2000;

export interface LagBoard {
  /**
   * Tells the state of this worker. May throw UNAVAILABLE.
   *
   * @param oldestMs by workspace, acceptance of the oldest batch in hand
   * @param unreadMs a time before which nothing was accepted that nobody has read
   */
  write: (oldestMs: ReadonlyMap<string, number>, unreadMs: number | undefined) => Promise<void>;
  /** Whether this worker had a batch in hand, when it last told, that waited noticeably long. */
  isBehind: () => boolean;
  /** Takes back what this worker said about workspaces; it stops. */
  clear: () => Promise<void>;
}

export function createLagBoard(redis: Redis, now: () => number = Date.now): LagBoard {
  let told = new Set<string>();

  async function replace(values: Record<string, string>, gone: string[]): Promise<void> {
    try {
      if (gone.length > 0) await redis.hdel(lagKey, ...gone);
      if (Object.keys(values).length > 0) await redis.hset(lagKey, values);
    } catch (error) {
      throw redisUnavailable(error);
    }
  }

  return {
    async write(oldestMs, unreadMs) {
      const nowMs = now();
      const values: Record<string, string> = { [unreadField]: `${unreadMs ?? 0} ${nowMs}` };
      const behind = new Set<string>();
      for (const [workspaceId, acceptedAtMs] of oldestMs) {
        if (nowMs - acceptedAtMs < noticeableMs) continue;
        values[workspaceId] = `${acceptedAtMs} ${nowMs}`;
        behind.add(workspaceId);
      }
      await replace(
        values,
        [...told].filter((workspaceId) => !behind.has(workspaceId)),
      );
      told = behind;
    },

    isBehind: () => told.size > 0,

    async clear() {
      await replace({}, [...told]);
      told = new Set();
    },
  };
}
