import { toJsonbText } from '@runlight/postgres';
import type { JobTable, Tables } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { microseconds, timestamp } from '../../instant.ts';
import type { Position } from '../../position.ts';
import type { JobMapper } from './mappers.ts';

export type JobKind = JobTable['kind'];

export interface NewJob {
  kind: JobKind;
  input: Record<string, unknown>;
  creator: string;
}

/** Jobs of a workspace that have not ended, of all kinds. */
export const maxOpenJobs = 100;

export type JobStore = ReturnType<typeof createJobStore>;

export function createJobStore(db: Kysely<Tables>) {
  const selectJobs = (workspaceId: string) =>
    db
      .selectFrom('job')
      .select((row) => [
        'id as uuid',
        'workspace_id as workspaceId',
        'kind',
        'state',
        'input',
        'progress',
        'result',
        'error',
        'created_by as creator',
        sql<boolean>`cancel_requested_at IS NOT NULL`.as('isCancelRequested'),
        microseconds(row.ref('created_at')).as('createdAt'),
        microseconds(row.ref('started_at')).as('startedAt'),
        microseconds(row.ref('finished_at')).as('finishedAt'),
      ])
      .where('workspace_id', '=', workspaceId);

  return {
    /** Those of the ids that the workspace has, in no order. */
    jobsByIds: (workspaceId: string, ids: readonly string[]): Promise<JobMapper[]> =>
      selectJobs(workspaceId).where('id', 'in', ids).execute(),

    /** Up to `limit` jobs after the position, newest first. */
    jobs: (
      workspaceId: string,
      {
        after,
        kinds,
        limit,
      }: { after: Position | undefined; kinds: readonly JobKind[] | undefined; limit: number },
    ): Promise<JobMapper[]> => {
      let query = selectJobs(workspaceId);
      if (kinds) query = query.where('kind', 'in', kinds);
      if (after) {
        query = query.where(
          sql<boolean>`(created_at, id) < (${timestamp(after.atUs)}, ${after.uuid}::uuid)`,
        );
      }
      return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    },

    /** The new job, or undefined when the workspace has too many open ones. */
    async createJob(workspaceId: string, job: NewJob): Promise<JobMapper | undefined> {
      const uuid = uuidv7();
      const { open } = await db
        .selectFrom('job')
        .select((row) => row.fn.countAll<number>().as('open'))
        .where('workspace_id', '=', workspaceId)
        .where('state', 'in', ['QUEUED', 'RUNNING'])
        .executeTakeFirstOrThrow();
      if (open >= maxOpenJobs) return undefined;
      await db
        .insertInto('job')
        .values(rowOf(uuid, workspaceId, job))
        .execute();
      return selectJobs(workspaceId).where('id', '=', uuid).executeTakeFirst();
    },

    /** Deletes the project and leaves the rest to a job; undefined when the workspace has no such project. */
    async deleteProject(
      workspaceId: string,
      projectId: string,
      creator: string,
    ): Promise<JobMapper | undefined> {
      const uuid = uuidv7();
      const isDeleted = await db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('project')
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', projectId)
          .executeTakeFirstOrThrow();
        if (numDeletedRows === 0n) return false;
        const input = { scope: 'project', projectId };
        const job: NewJob = { kind: 'DELETION', input, creator };
        await transaction
          .insertInto('job')
          .values(rowOf(uuid, workspaceId, job))
          .execute();
        return true;
      });
      if (!isDeleted) return undefined;
      return selectJobs(workspaceId).where('id', '=', uuid).executeTakeFirst();
    },

    /** What nobody has ends at once; a worker that has it sees the request. */
    async cancelJob(workspaceId: string, jobId: string): Promise<JobMapper | undefined> {
      await db
        .updateTable('job')
        .set({
          cancel_requested_at: sql<Date>`now()`,
          state: sql<'QUEUED'>`CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END`,
          finished_at: sql<Date>`CASE state WHEN 'QUEUED' THEN now() END`,
        })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', jobId)
        .where('state', 'in', ['QUEUED', 'RUNNING'])
        .execute();
      return selectJobs(workspaceId).where('id', '=', jobId).executeTakeFirst();
    },

    async hasProject(workspaceId: string, projectId: string): Promise<boolean> {
      const row = await db
        .selectFrom('project')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', projectId)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

const rowOf = (uuid: string, workspaceId: string, { kind, input, creator }: NewJob) => ({
  id: uuid,
  workspace_id: workspaceId,
  kind,
  input: JSON.parse(toJsonbText(input)) as Record<string, unknown>,
  created_by: creator,
});
