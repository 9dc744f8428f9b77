import type { Tables } from '@runlight/postgres';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { RejectedKind } from './rejected-kinds.ts';

export const rejectionRetention = { days: 30, kindsPerWorkspace: 1000 } as const;

export function createRejectionStore(db: Kysely<Tables>) {
  return {
    /** Adds to the kinds that are there and makes the others; gives the workspaces of new ones. */
    async write(kinds: readonly RejectedKind[]): Promise<string[]> {
      const at = (ms: number) => new Date(ms).toISOString();
      // Rows in a fixed order, so that two processes cannot lock each other out.
      const { rows } = await sql<{ workspace_id: string; is_new: boolean }>`
        INSERT INTO ingest_rejection AS known
          (id, workspace_id, key_id, sdk, code, reason, occurrences, run_id, part, sample,
           first_at, last_at)
        SELECT * FROM unnest(
          ${kinds.map(({ id }) => id)}::uuid[],
          ${kinds.map(({ workspaceId }) => workspaceId)}::uuid[],
          ${kinds.map(({ keyId }) => keyId)}::uuid[],
          ${kinds.map(({ sdk }) => sdk)}::text[],
          ${kinds.map(({ code }) => code)}::text[],
          ${kinds.map(({ reason }) => reason)}::text[],
          ${kinds.map(({ occurrences }) => occurrences)}::bigint[],
          ${kinds.map(({ runId }) => runId ?? null)}::uuid[],
          ${kinds.map(({ part }) => part)}::text[],
          ${kinds.map(({ sample }) => sample)}::bytea[],
          ${kinds.map(({ firstAtMs }) => at(firstAtMs))}::timestamptz[],
          ${kinds.map(({ lastAtMs }) => at(lastAtMs))}::timestamptz[]
        ) AS fresh (id, workspace_id, key_id, sdk, code, reason, occurrences, run_id, part, sample,
                    first_at, last_at)
        ORDER BY workspace_id, key_id, sdk, code, reason
        ON CONFLICT (workspace_id, key_id, sdk, code, reason) DO UPDATE SET
          occurrences = known.occurrences + excluded.occurrences,
          run_id = excluded.run_id,
          part = excluded.part,
          sample = excluded.sample,
          last_at = greatest(known.last_at, excluded.last_at)
        RETURNING workspace_id, xmax = 0 AS is_new`.execute(db);
      return rows.filter(({ is_new }) => is_new).map(({ workspace_id }) => workspace_id);
    },

    /** Keeps the newest kinds of each of the workspaces. */
    async trim(workspaceIds: readonly string[]): Promise<void> {
      await sql`
        DELETE FROM ingest_rejection WHERE id IN (
          SELECT id FROM (
            SELECT id, row_number() OVER (PARTITION BY workspace_id ORDER BY last_at DESC, id DESC) AS place
            FROM ingest_rejection WHERE workspace_id = ANY(${workspaceIds}::uuid[])
          ) AS ranked
          WHERE place > ${rejectionRetention.kindsPerWorkspace}
        )`.execute(db);
    },

    /** Removes what nobody has caused for 30 days. */
    async expire(): Promise<void> {
      await sql`
        DELETE FROM ingest_rejection
        WHERE last_at < now() - make_interval(days => ${rejectionRetention.days})`.execute(db);
    },
  };
}

export type RejectionStore = ReturnType<typeof createRejectionStore>;
