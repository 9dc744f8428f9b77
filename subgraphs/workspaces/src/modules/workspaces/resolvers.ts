import { decodeGlobalId, plainGlobalId } from '@runlight/graphql';
import type { Complete } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import { forbidden, notFound } from '@runlight/service';
import type { Kysely } from 'kysely';
import type {
  OrganizationResolvers,
  QueryResolvers,
  UserResolvers,
  ViewerResolvers,
  WorkspaceResolvers,
} from '../../__generated__/resolvers.ts';
import type { Loaders } from '../../loaders.ts';
import { createApiKeyStore } from '../api-keys/store.ts';
import type { OrganizationMapper, UserMapper, ViewerMapper, WorkspaceMapper } from './mappers.ts';
import { reachOf } from './reach.ts';
import { createWorkspaceStore } from './store.ts';

/** Fields that the module `ingest` resolves. */
type IngestField = 'ingestProblems' | 'ingestProblem' | 'ingestStatus';

export function createWorkspacesModule({ db, loaders }: { db: Kysely<Tables>; loaders: Loaders }) {
  const store = createWorkspaceStore(db);
  const apiKeys = createApiKeyStore(db);

  const Query: Pick<QueryResolvers, 'viewer'> = {
    viewer: (_root, _args, { principal }) => principal,
  };

  const Viewer: Complete<ViewerResolvers, Omit<ViewerMapper, 'permissions'>> = {
    user: (viewer, _args, context) =>
      viewer.kind === 'user' ? loaders(context).user.load(viewer.id) : null,
    workspace: async (viewer, _args, context) => {
      const workspace = await loaders(context).workspace.load(viewer.workspaceId);
      // Deleted, or left, since the request began.
      if (!workspace) throw notFound('Workspace');
      return workspace;
    },
    workspaces: (viewer) => store.workspacesInReach(reachOf(viewer)),
    permissions: (viewer) => [...viewer.permissions].sort(),
  };

  const User: Complete<UserResolvers, UserMapper> = {
    id: ({ uuid }) => plainGlobalId('User', uuid),
    __resolveReference: ({ id }, context) => {
      const key = decodeGlobalId(id);
      return key?.type === 'User' ? loaders(context).user.load(key.uuid) : null;
    },
  };

  const Organization: Complete<OrganizationResolvers, OrganizationMapper> = {
    id: ({ uuid }) => plainGlobalId('Organization', uuid),
    __resolveReference: ({ id }, context) => {
      const key = decodeGlobalId(id);
      return key?.type === 'Organization' ? loaders(context).organization.load(key.uuid) : null;
    },
  };

  const Workspace: Complete<
    Omit<WorkspaceResolvers, IngestField | 'retentionDays'>,
    WorkspaceMapper
  > = {
    id: ({ uuid }) => plainGlobalId('Workspace', uuid),
    organization: ({ organizationId }, _args, context) =>
      loaders(context).organization.load(organizationId),
    apiKeys: ({ uuid }, _args, { principal }) => {
      // The permission was checked for the workspace the request acts in and says nothing of others.
      if (uuid !== principal.workspaceId) throw forbidden('keys:manage in that workspace');
      return apiKeys.apiKeysOfWorkspace(uuid);
    },
    __resolveReference: ({ id }, context) => {
      const key = decodeGlobalId(id);
      return key?.type === 'Workspace' ? loaders(context).workspace.load(key.uuid) : null;
    },
  };

  return { Query, Viewer, User, Organization, Workspace };
}
