import { forbidden } from '@runlight/service';

/** Every permission that exists; checked in the subgraph that owns the data. */
export const permissions = [
  'runs:read',
  'runs:write',
  'runs:delete',
  'runs:share',
  'runs:export',
  'feedback:write',
  'projects:read',
  'projects:write',
  'keys:manage',
  'ingest:manage',
  'workspace:read',
  'workspace:manage',
] as const;
export type Permission = (typeof permissions)[number];

/** Who is calling, made once at the edge. One principal acts in one workspace. */
export interface Principal {
  /** User id for people, key id for machines, link id for who came by a public link. */
  id: string;
  /** A `share` may do nothing but see what its link shows. */
  kind: 'user' | 'apiKey' | 'share';
  /** Empty for a `share`. */
  organizationId: string;
  workspaceId: string;
  permissions: ReadonlySet<Permission>;
}

/** Throws FORBIDDEN unless the principal holds the permission. */
export function requirePermission(principal: Principal, permission: Permission): void {
  if (!principal.permissions.has(permission)) throw forbidden(permission);
}
