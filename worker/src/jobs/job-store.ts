import type { Database } from '@runlight/postgres';
import { sql } from 'kysely';
import type { JobKind, JsonObject } from './job-handler.ts';

export interface ClaimedJob {
  id: string;
  workspaceId: string;
  kind: JobKind;
  input: JsonObject;
  progress: JsonObject;
  createdAtMs: number;
  /** This one included; it is the token of the lease. */
  attempts: number;
}

/** What became of a job when its handler ended. */
export type JobEnd =
  | { state: 'SUCCEEDED'; result: JsonObject }
  | { state: 'FAILED'; error: string }
  | { state: 'CANCELLED' }
  /** Somebody takes it again, not before the delay. */
  | { state: 'QUEUED'; delayMs: number; keepsAttempt: boolean };

export type JobStore = ReturnType<typeof createJobStore>;

/** Jobs as the runner sees them. Every write names the attempt: who lost the lease changes nothing. */
export function createJobStore({ db }: Pick<Database, 'db'>) {
  const held = ({ id, attempts }: Pick<ClaimedJob, 'id' | 'attempts'>) =>
    db
      .updateTable('job')
      .where('id', '=', id)
      .where('attempts', '=', attempts)
      .where('state', '=', 'RUNNING');

  return {
    /** Takes the oldest job that nobody holds, one per workspace and kind at a time; undefined without one. */
    async claim(kinds: readonly JobKind[], leaseMs: number): Promise<ClaimedJob | undefined> {
      const { rows } = await sql<ClaimedRow>`
        UPDATE job SET state = 'RUNNING', attempts = attempts + 1,
          started_at = coalesce(started_at, now()),
          lease_until = now() + ${leaseMs} * interval '1 millisecond'
        WHERE id = (
          SELECT id FROM job AS next
          WHERE state IN ('QUEUED', 'RUNNING') AND kind = ANY(${kinds})
            AND (lease_until IS NULL OR lease_until < now())
            AND NOT EXISTS (
              SELECT FROM job AS other
                WHERE other.workspace_id = next.workspace_id AND other.kind = next.kind
                AND other.state = 'RUNNING' AND other.lease_until >= now() AND other.id <> next.id)
          ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
        )
        RETURNING id, workspace_id, kind, input, progress, created_at, attempts`.execute(db);
      const [row] = rows;
      return row && readClaimed(row);
    },

    /** Holds the job on; 'lost' when somebody else has it, 'cancel' when a person wants it to end. */
    async renew(job: ClaimedJob, leaseMs: number): Promise<'held' | 'cancel' | 'lost'> {
      const row = await held(job)
        .set({ lease_until: sql<Date>`now() + ${leaseMs} * interval '1 millisecond'` })
        .returning('cancel_requested_at')
        .executeTakeFirst();
      if (!row) return 'lost';
      return row.cancel_requested_at ? 'cancel' : 'held';
    },

    /** False when the lease is lost. */
    async report(job: ClaimedJob, progress: JsonObject): Promise<boolean> {
      const row = await held(job).set({ progress }).returning('id').executeTakeFirst();
      return row !== undefined;
    },

    async finish(job: ClaimedJob, end: JobEnd): Promise<void> {
      if (end.state === 'QUEUED') {
        await held(job)
          .set({
            state: 'QUEUED',
            lease_until: sql<Date>`now() + ${end.delayMs} * interval '1 millisecond'`,
            ...(end.keepsAttempt && { attempts: job.attempts - 1 }),
          })
          .execute();
        return;
      }
      await held(job)
        .set({
          state: end.state,
          finished_at: sql<Date>`now()`,
          lease_until: null,
          ...(end.state === 'SUCCEEDED' && { result: end.result }),
          ...(end.state === 'FAILED' && { error: end.error }),
        })
        .execute();
    },
  };
}

interface ClaimedRow {
  id: string;
  workspace_id: string;
  kind: JobKind;
  input: JsonObject;
  progress: JsonObject;
  created_at: Date;
  attempts: number;
}

const readClaimed = (row: ClaimedRow): ClaimedJob => ({
  id: row.id,
  workspaceId: row.workspace_id,
  kind: row.kind,
  input: row.input,
  progress: row.progress,
  createdAtMs: row.created_at.getTime(),
  attempts: row.attempts,
});
