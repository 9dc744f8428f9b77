import type { Tables } from '@runlight/postgres';
import type { Kysely } from 'kysely';
import { microseconds } from '../../instant.ts';
import type { OrganizationMapper, UserMapper, WorkspaceMapper } from './mappers.ts';
import type { Reach } from './reach.ts';

/** No list of workspaces is longer; the schema says so. */
const maxWorkspaces = 100;

export function createWorkspaceStore(db: Kysely<Tables>) {
  /** The workspaces within reach: every other read of this store starts here. */
  const within = (reach: Reach) => {
    const all = db.selectFrom('workspace');
    return 'workspaceId' in reach
      ? all.where('workspace.id', '=', reach.workspaceId)
      : all.where('workspace.id', 'in', (sub) =>
          sub
            .selectFrom('workspace_member')
            .select('workspace_member.workspace_id')
            .where('workspace_member.user_id', '=', reach.userId),
        );
  };

  const selectWorkspaces = (reach: Reach) =>
    within(reach).select((row) => [
      'workspace.id as uuid',
      'workspace.organization_id as organizationId',
      'workspace.name',
      microseconds(row.ref('workspace.created_at')).as('createdAt'),
    ]);

  return {
    /** The workspaces within reach by name, at most 100. */
    workspacesInReach: (reach: Reach): Promise<WorkspaceMapper[]> =>
      selectWorkspaces(reach)
        .orderBy('workspace.name')
        .orderBy('workspace.id')
        .limit(maxWorkspaces)
        .execute(),

    /** Those of the ids that are within reach, in no order. */
    workspacesByIds: (reach: Reach, ids: readonly string[]): Promise<WorkspaceMapper[]> =>
      selectWorkspaces(reach).where('workspace.id', 'in', ids).execute(),

    /** Those of the ids that have a workspace within reach, in no order. */
    organizationsByIds: (reach: Reach, ids: readonly string[]): Promise<OrganizationMapper[]> =>
      db
        .selectFrom('organization')
        .select(['organization.id as uuid', 'organization.name'])
        .where('organization.id', 'in', within(reach).select('workspace.organization_id'))
        .where('organization.id', 'in', ids)
        .execute(),

    /** Those of the ids who are members of the workspace, in no order. */
    membersByIds: (workspaceId: string, ids: readonly string[]): Promise<UserMapper[]> =>
      db
        .selectFrom('workspace_member')
        .innerJoin('auth_user', 'auth_user.id', 'workspace_member.user_id')
        .select(['auth_user.id as uuid', 'auth_user.name', 'auth_user.email'])
        .where('workspace_member.workspace_id', '=', workspaceId)
        .where('workspace_member.user_id', 'in', ids)
        .execute(),
  };
}
