import type { Tables } from '@runlight/postgres';
import { toJsonbText } from '@runlight/postgres';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { SavedViewKind, SavedViewVisibility } from '../../__generated__/resolvers.ts';
import { microseconds } from '../../instant.ts';
import type { SavedViewMapper, ViewDefinition } from './mappers.ts';
import type { Onlooker } from './onlooker.ts';

/** Views of one project. */
export const maxViews = 500;

export interface NewSavedView {
  uuid: string;
  projectId: string;
  kind: SavedViewKind;
  name: string;
  visibility: SavedViewVisibility;
  definition: ViewDefinition;
}

export type ViewChange = Partial<Pick<NewSavedView, 'name' | 'visibility' | 'definition'>>;

export function createSavedViewStore(db: Kysely<Tables>) {
  /** Views that the person may see: the team's and the own ones. */
  const selectViews = ({ workspaceId, userId }: Onlooker) =>
    db
      .selectFrom('saved_view')
      .leftJoin('saved_view_default', (join) =>
        join
          .onRef('saved_view_default.view_id', '=', 'saved_view.id')
          .on('saved_view_default.user_id', '=', userId),
      )
      .select((row) => [
        'saved_view.id as uuid',
        'saved_view.workspace_id as workspaceId',
        'saved_view.project_id as projectId',
        'saved_view.kind',
        'saved_view.name',
        'saved_view.visibility',
        'saved_view.definition',
        'saved_view.owner_id as ownerId',
        sql<boolean>`saved_view_default.view_id IS NOT NULL`.as('isDefault'),
        microseconds(row.ref('saved_view.created_at')).as('createdAt'),
        microseconds(row.ref('saved_view.updated_at')).as('updatedAt'),
      ])
      .where('saved_view.workspace_id', '=', workspaceId)
      .where((row) =>
        row.or([row('visibility', '=', 'TEAM'), row('saved_view.owner_id', '=', userId)]),
      );

  return {
    /** Those of the ids that the person may see, in no order. */
    viewsByIds: (onlooker: Onlooker, ids: readonly string[]): Promise<SavedViewMapper[]> =>
      selectViews(onlooker).where('saved_view.id', 'in', ids).execute(),

    /** By name; at most 500. */
    viewsOfProject(
      onlooker: Onlooker,
      projectId: string,
      kind: SavedViewKind | undefined,
    ): Promise<SavedViewMapper[]> {
      let query = selectViews(onlooker).where('saved_view.project_id', '=', projectId);
      if (kind) query = query.where('saved_view.kind', '=', kind);
      return query.orderBy('saved_view.name').orderBy('saved_view.id').limit(maxViews).execute();
    },

    /** False when the workspace has no such project, or the project as many views as it may. */
    async create({ workspaceId, userId }: Onlooker, view: NewSavedView): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        // Creations in one project happen one after the other, or two could pass the limit.
        const project = await tx
          .selectFrom('project')
          .select('id')
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', view.projectId)
          .forNoKeyUpdate()
          .executeTakeFirst();
        if (!project) return false;
        const { views } = await tx
          .selectFrom('saved_view')
          .select((row) => row.fn.countAll<number>().as('views'))
          .where('project_id', '=', view.projectId)
          .executeTakeFirstOrThrow();
        if (views >= maxViews) return false;
        await tx
          .insertInto('saved_view')
          .values({
            id: view.uuid,
            workspace_id: workspaceId,
            project_id: view.projectId,
            kind: view.kind,
            name: view.name,
            visibility: view.visibility,
            definition: toJsonbText(view.definition),
            owner_id: userId,
          })
          .execute();
        return true;
      });
    },

    async update(
      workspaceId: string,
      viewId: string,
      { name, visibility, definition }: ViewChange,
    ): Promise<void> {
      await db
        .updateTable('saved_view')
        .set({
          updated_at: sql<Date>`now()`,
          ...(name !== undefined && { name }),
          ...(visibility && { visibility }),
          ...(definition && { definition: toJsonbText(definition) }),
        })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', viewId)
        .execute();
    },

    async delete(workspaceId: string, viewId: string): Promise<void> {
      await db
        .deleteFrom('saved_view')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', viewId)
        .execute();
    },

    /** Chooses the view of a list for a person; without one the list opens as it comes. */
    async setDefault(
      userId: string,
      { projectId, kind, viewId }: { projectId: string; kind: SavedViewKind; viewId?: string },
    ): Promise<void> {
      if (viewId === undefined) {
        await db
          .deleteFrom('saved_view_default')
          .where('user_id', '=', userId)
          .where('project_id', '=', projectId)
          .where('kind', '=', kind)
          .execute();
        return;
      }
      await db
        .insertInto('saved_view_default')
        .values({ user_id: userId, project_id: projectId, kind, view_id: viewId })
        .onConflict((conflict) =>
          conflict.columns(['user_id', 'project_id', 'kind']).doUpdateSet({ view_id: viewId }),
        )
        .execute();
    },
  };
}
