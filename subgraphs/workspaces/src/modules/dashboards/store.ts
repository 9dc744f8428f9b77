import type { Tables } from '@runlight/postgres';
import { toJsonbText } from '@runlight/postgres';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Chart } from '../../__generated__/resolvers.ts';
import { microseconds } from '../../instant.ts';
import type { DashboardMapper } from './mappers.ts';

/** Of one workspace, built-in ones aside. */
export const maxDashboards = 200;

export interface NewDashboard {
  uuid: string;
  projectId: string | null;
  name: string;
  description: string | null;
  charts: Chart[];
}

export function createDashboardStore(db: Kysely<Tables>) {
  const selectDashboards = (workspaceId: string) =>
    db
      .selectFrom('dashboard')
      .select((row) => [
        'id as uuid',
        'workspace_id as workspaceId',
        'project_id as projectId',
        'name',
        'description',
        'charts',
        sql<false>`false`.as('isPrebuilt'),
        microseconds(row.ref('created_at')).as('createdAt'),
        microseconds(row.ref('updated_at')).as('updatedAt'),
      ])
      .where('workspace_id', '=', workspaceId);

  return {
    /** Those of the ids that the workspace has, in no order; built-in ones aside. */
    dashboardsByIds: (workspaceId: string, ids: readonly string[]): Promise<DashboardMapper[]> =>
      selectDashboards(workspaceId).where('id', 'in', ids).execute(),

    /** Those of the whole workspace and, with one, of the project; by name. */
    dashboardsFor: (
      workspaceId: string,
      projectId: string | undefined,
    ): Promise<DashboardMapper[]> =>
      selectDashboards(workspaceId)
        .where((row) =>
          row.or([
            row('project_id', 'is', null),
            ...(projectId === undefined ? [] : [row('project_id', '=', projectId)]),
          ]),
        )
        .orderBy('name')
        .orderBy('id')
        .execute(),

    /** False when the workspace has as many as it may, or no such project. */
    async create(
      workspaceId: string,
      createdBy: string | null,
      dashboard: NewDashboard,
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        // Creations in one workspace happen one after the other, or two could pass the limit.
        await tx
          .selectFrom('workspace')
          .select('id')
          .where('id', '=', workspaceId)
          .forNoKeyUpdate()
          .execute();
        const { dashboards } = await tx
          .selectFrom('dashboard')
          .select((row) => row.fn.countAll<number>().as('dashboards'))
          .where('workspace_id', '=', workspaceId)
          .executeTakeFirstOrThrow();
        if (dashboards >= maxDashboards) return false;
        if (dashboard.projectId !== null) {
          const project = await tx
            .selectFrom('project')
            .select('id')
            .where('workspace_id', '=', workspaceId)
            .where('id', '=', dashboard.projectId)
            .executeTakeFirst();
          if (!project) return false;
        }
        await tx
          .insertInto('dashboard')
          .values({
            id: dashboard.uuid,
            workspace_id: workspaceId,
            project_id: dashboard.projectId,
            name: dashboard.name,
            description: dashboard.description,
            charts: toJsonbText(dashboard.charts),
            created_by: createdBy,
          })
          .execute();
        return true;
      });
    },

    /** The dashboard as it is now; undefined when the workspace has no such one. */
    async update(
      workspaceId: string,
      dashboardId: string,
      { name, description, charts }: Partial<Omit<NewDashboard, 'uuid' | 'projectId'>>,
    ): Promise<DashboardMapper | undefined> {
      await db
        .updateTable('dashboard')
        .set({
          updated_at: sql<Date>`now()`,
          ...(name !== undefined && { name }),
          ...(description !== undefined && { description }),
          ...(charts && { charts: toJsonbText(charts) }),
        })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', dashboardId)
        .execute();
      return selectDashboards(workspaceId).where('id', '=', dashboardId).executeTakeFirst();
    },

    /** Whether there was one. */
    async delete(workspaceId: string, dashboardId: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('dashboard')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', dashboardId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
