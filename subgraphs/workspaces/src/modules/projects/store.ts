import type { Tables } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { microseconds, timestamp } from '../../instant.ts';
import type { Position } from '../../position.ts';
import type { ProjectMapper } from './mappers.ts';

export function createProjectStore(db: Kysely<Tables>) {
  const selectProjects = (workspaceId: string) =>
    db
      .selectFrom('project')
      .select((row) => [
        'id as uuid',
        'workspace_id as workspaceId',
        'name',
        'description',
        microseconds(row.ref('created_at')).as('createdAt'),
      ])
      .where('workspace_id', '=', workspaceId);

  return {
    /** The project of exactly this name, or undefined. */
    projectByName: (workspaceId: string, name: string): Promise<ProjectMapper | undefined> =>
      selectProjects(workspaceId).where('name', '=', name).executeTakeFirst(),

    /** Those of the ids that the workspace has, in no order. */
    projectsByIds: (workspaceId: string, ids: readonly string[]): Promise<ProjectMapper[]> =>
      selectProjects(workspaceId).where('id', 'in', ids).execute(),

    /** Up to `limit` projects after the position, newest first. */
    projects: (
      workspaceId: string,
      page: { after: Position | undefined; nameContains: string | undefined; limit: number },
    ): Promise<ProjectMapper[]> => {
      let query = selectProjects(workspaceId);
      if (page.nameContains !== undefined) {
        // strpos and not ILIKE: nothing in the text is a pattern. The collation knows letters beyond
        // ASCII whatever the database was created with.
        query = query.where(
          sql<boolean>`strpos(lower(name COLLATE "pg_c_utf8"),
                              lower(${page.nameContains} COLLATE "pg_c_utf8")) > 0`,
        );
      }
      if (page.after) {
        query = query.where(
          sql<boolean>`(created_at, id) < (${timestamp(page.after.atUs)}, ${page.after.uuid}::uuid)`,
        );
      }
      return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
    },

    /** The new project, or undefined when the workspace has one of this name. */
    async createProject(
      workspaceId: string,
      { name, description }: { name: string; description: string | null },
    ): Promise<ProjectMapper | undefined> {
      const uuid = uuidv7();
      const created = await db
        .insertInto('project')
        .values({ id: uuid, workspace_id: workspaceId, name, description })
        .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
        .returning('id')
        .executeTakeFirst();
      return created && selectProjects(workspaceId).where('id', '=', uuid).executeTakeFirst();
    },
  };
}
