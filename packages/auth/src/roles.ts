import type { Permission, Principal } from './principal.ts';

// The table of who may do what, as data: the server checks by it and tests walk it.

/** Roles of people in a workspace, from most to least. */
export const roles = ['owner', 'admin', 'editor', 'annotator', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What a key may do. */
export const apiKeyScopes = ['ingest', 'read', 'full'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

const reading: readonly Permission[] = ['runs:read', 'projects:read', 'workspace:read'];
const annotating: readonly Permission[] = [...reading, 'feedback:write'];
/** What an editor and a key with full scope may do. */
const editing: readonly Permission[] = [
  ...annotating,
  'runs:write',
  'runs:export',
  // Keys too: the SDKs share runs (`shareRun`).
  'runs:share',
  'projects:write',
];
const administering: readonly Permission[] = [
  ...editing,
  'runs:delete',
  'keys:manage',
  // What was refused may hold anything that anybody of the workspace sent.
  'ingest:manage',
  'workspace:manage',
];

const byRole: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(administering),
  admin: new Set(administering),
  editor: new Set(editing),
  annotator: new Set(annotating),
  viewer: new Set(reading),
};

const byScope: Record<ApiKeyScope, ReadonlySet<Permission>> = {
  ingest: new Set(['runs:write', 'feedback:write']),
  read: new Set(reading),
  // No keys and members: a leaked key must not be able to make another one.
  full: new Set(editing),
};

/** A key that somebody allowed to delete. */
const deleting: ReadonlySet<Permission> = new Set([...editing, 'runs:delete']);

export const permissionsOfRole = (role: Role): ReadonlySet<Permission> => byRole[role];

export const permissionsOfScope = (scope: ApiKeyScope): ReadonlySet<Permission> => byScope[scope];

/** What a valid API key stands for. */
export interface ApiKeyIdentity {
  keyId: string;
  workspaceId: string;
  organizationId: string;
  scope: ApiKeyScope;
  /** Only with full scope. */
  mayDelete?: boolean;
}

export function principalOfKey(identity: ApiKeyIdentity): Principal {
  return {
    id: identity.keyId,
    kind: 'apiKey',
    organizationId: identity.organizationId,
    workspaceId: identity.workspaceId,
    permissions:
      identity.mayDelete && identity.scope === 'full'
        ? deleting
        : permissionsOfScope(identity.scope),
  };
}
