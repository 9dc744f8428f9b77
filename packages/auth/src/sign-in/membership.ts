import type { Tables } from '@runlight/postgres';
import type { Kysely } from 'kysely';
import type { Role } from '../roles.ts';

export interface Membership {
  workspaceId: string;
  organizationId: string;
  role: Role;
}

/**
 * The person's membership in the workspace, or without one in the oldest workspace that has them;
 * undefined for people outside.
 */
export async function findMembership(
  db: Kysely<Tables>,
  userId: string,
  workspaceId: string | undefined,
): Promise<Membership | undefined> {
  const all = db
    .selectFrom('workspace_member')
    .innerJoin('workspace', 'workspace.id', 'workspace_member.workspace_id')
    .select(['workspace.id', 'workspace.organization_id', 'workspace_member.role'])
    .where('workspace_member.user_id', '=', userId)
    .orderBy('workspace.created_at')
    .orderBy('workspace.id')
    .limit(1);
  const row = await (
    workspaceId === undefined ? all : all.where('workspace.id', '=', workspaceId)
  ).executeTakeFirst();
  return row && { workspaceId: row.id, organizationId: row.organization_id, role: row.role };
}
