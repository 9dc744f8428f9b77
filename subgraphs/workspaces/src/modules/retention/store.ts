import type { Tables } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';

export interface RetentionRow {
  uuid: string;
  days: number | null;
  isInherited: boolean;
}

/** What a project says itself: a number of days, null for ever, or nothing. */
export type OwnRetention = { days: number | null } | 'inherited';

export function createRetentionStore(db: Kysely<Tables>) {
  async function apply(
    transaction: Transaction<Tables>,
    {
      workspaceId,
      projectId,
      creator,
    }: { workspaceId: string; projectId?: string; creator: string },
  ): Promise<string> {
    const id = uuidv7();
    await transaction
      .insertInto('job')
      .values({
        id,
        workspace_id: workspaceId,
        kind: 'RETENTION',
        input: projectId === undefined ? {} : { projectId },
        created_by: creator,
      })
      .execute();
    return id;
  }

  return {
    /** Of those projects that the workspace has. */
    async retentionOf(workspaceId: string, projectIds: readonly string[]): Promise<RetentionRow[]> {
      return db
        .selectFrom('project')
        .innerJoin('workspace', 'workspace.id', 'project.workspace_id')
        .select([
          'project.id as uuid',
          sql<number | null>`CASE WHEN keeps_forever THEN NULL
            ELSE coalesce(project.retention_days, workspace.retention_days) END`.as('days'),
          sql<boolean>`NOT keeps_forever AND project.retention_days IS NULL`.as('isInherited'),
        ])
        .where('project.workspace_id', '=', workspaceId)
        .where('project.id', 'in', projectIds)
        .execute();
    },

    async daysOfWorkspace(workspaceId: string): Promise<number | null> {
      const row = await db
        .selectFrom('workspace')
        .select('retention_days')
        .where('id', '=', workspaceId)
        .executeTakeFirst();
      return row?.retention_days ?? null;
    },

    /** The UUID of the job that applies it; undefined when there is no such project, null without a change. */
    setOfProject: (
      { workspaceId, projectId }: { workspaceId: string; projectId: string },
      retention: OwnRetention,
      creator: string,
    ): Promise<string | null | undefined> =>
      db.transaction().execute(async (transaction) => {
        const before = await transaction
          .selectFrom('project')
          .select(['retention_days', 'keeps_forever'])
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', projectId)
          .forUpdate()
          .executeTakeFirst();
        if (!before) return undefined;
        const days = retention === 'inherited' ? null : retention.days;
        const keepsForever = retention !== 'inherited' && retention.days === null;
        if (before.retention_days === days && before.keeps_forever === keepsForever) return null;
        await transaction
          .updateTable('project')
          .set({ retention_days: days, keeps_forever: keepsForever })
          .where('id', '=', projectId)
          .execute();
        return apply(transaction, { workspaceId, projectId, creator });
      }),

    /** As of a project, for all that do not say themselves. */
    setOfWorkspace: (
      workspaceId: string,
      days: number | null,
      creator: string,
    ): Promise<string | null> =>
      db.transaction().execute(async (transaction) => {
        const before = await transaction
          .selectFrom('workspace')
          .select('retention_days')
          .where('id', '=', workspaceId)
          .forNoKeyUpdate()
          .executeTakeFirstOrThrow();
        if (before.retention_days === days) return null;
        await transaction
          .updateTable('workspace')
          .set({ retention_days: days })
          .where('id', '=', workspaceId)
          .execute();
        return apply(transaction, { workspaceId, creator });
      }),
  };
}
