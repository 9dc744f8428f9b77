import type { Tables } from '@runlight/postgres';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { microseconds } from '../../instant.ts';

export interface Usage {
  operations: number;
  bytes: number;
}

/** All instants are microseconds since 1970. */
export interface Audit {
  hour: number;
  recorded: number;
  stored: number;
}

/** What the worker has written down about a workspace. */
export function createStatusStore(db: Kysely<Tables>) {
  return {
    /** What was accepted on this day (UTC) and is stored. */
    async usageToday(workspaceId: string): Promise<Usage> {
      const usage = await db
        .selectFrom('ingest_usage')
        .select(['operations', 'bytes'])
        .where('workspace_id', '=', workspaceId)
        .where('day', '=', sql<string>`(now() AT TIME ZONE 'UTC')::date`)
        .executeTakeFirst();
      return usage ?? { operations: 0, bytes: 0 };
    },

    /** When a batch was stored last, or null. */
    async lastStoredAt(workspaceId: string): Promise<number | null> {
      // By primary key: the newest days first, until one has an instant.
      const last = await db
        .selectFrom('ingest_usage')
        .select((row) => microseconds(row.ref('last_stored_at')).as('lastStoredAt'))
        .where('workspace_id', '=', workspaceId)
        .where('last_stored_at', 'is not', null)
        .orderBy('day', 'desc')
        .limit(1)
        .executeTakeFirst();
      return last?.lastStoredAt ?? null;
    },

    /** Audits of the last 24 hours, newest first. */
    audits: (workspaceId: string): Promise<Audit[]> =>
      db
        .selectFrom('ingest_audit')
        .select((row) => [microseconds(row.ref('hour')).as('hour'), 'recorded', 'stored'])
        .where('workspace_id', '=', workspaceId)
        .where(sql<boolean>`hour > now() - interval '24 hours'`)
        .orderBy('hour', 'desc')
        .execute(),
  };
}
