import type { Tables } from '@runlight/postgres';
import { readScale, scaleProblem } from '@runlight/run-model';
import type { FeedbackScale, Judgement } from '@runlight/run-model';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { impatient } from '../patience.ts';

export interface FeedbackConfigDirectory {
  /**
   * Why feedback with this key is refused by the workspace's enforced scale; undefined when it is welcome.
   * While the database is away the last known scale counts, or none: taking feedback must not depend on it.
   */
  problem: (workspaceId: string, key: string, judgement: Judgement) => Promise<string | undefined>;
}

/** Enforced scales by key for the write path; a change is felt within `cacheMs`. */
export function createFeedbackConfigDirectory({
  db,
  cacheMs = 5000,
}: {
  db: Kysely<Tables>;
  cacheMs?: number;
}): FeedbackConfigDirectory {
  const known = new LRUCache<string, { scale: FeedbackScale | undefined }>({
    max: 20_000,
    ttl: cacheMs,
    allowStale: true,
    noDeleteOnStaleGet: true,
  });

  async function enforcedScale(workspaceId: string, key: string) {
    const cacheKey = workspaceId + key;
    const fresh = known.get(cacheKey, { allowStale: false });
    if (fresh) return fresh.scale;
    try {
      const scale = await impatient(findEnforced(db, workspaceId, key));
      known.set(cacheKey, { scale });
      return scale;
    } catch {
      return known.get(cacheKey)?.scale;
    }
  }

  return {
    async problem(workspaceId, key, judgement) {
      const scale = await enforcedScale(workspaceId, key);
      return scale && scaleProblem(scale, judgement);
    },
  };
}

async function findEnforced(
  db: Kysely<Tables>,
  workspaceId: string,
  key: string,
): Promise<FeedbackScale | undefined> {
  const row = await db
    .selectFrom('feedback_config')
    .select('scale')
    .where('workspace_id', '=', workspaceId)
    .where('feedback_key', '=', key)
    .where('is_enforced', '=', true)
    .executeTakeFirst();
  const read = row && readScale(row.scale);
  return read && 'scale' in read ? read.scale : undefined;
}
