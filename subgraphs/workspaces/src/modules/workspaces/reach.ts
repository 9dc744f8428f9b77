import type { Principal } from '@runlight/auth';

/** Which workspaces a caller may enter: a person those that have them, a key its own. */
export type Reach = { userId: string } | { workspaceId: string };

export const reachOf = (principal: Principal): Reach =>
  principal.kind === 'user' ? { userId: principal.id } : { workspaceId: principal.workspaceId };
