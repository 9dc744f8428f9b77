import type { Principal } from '@runlight/auth';

/** Who looks: a workspace, and the person in it; null for an API key. */
export interface Onlooker {
  workspaceId: string;
  userId: string | null;
}

export const onlookerOf = ({ workspaceId, kind, id }: Principal): Onlooker => ({
  workspaceId,
  userId: kind === 'user' ? id : null,
});
