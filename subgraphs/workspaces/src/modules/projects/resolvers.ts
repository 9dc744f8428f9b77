import { parseProjectName } from '@runlight/auth';
import { decodeGlobalId, scopedGlobalId, scopedUuid } from '@runlight/graphql';
import type { Complete } from '@runlight/graphql';
import { isUniqueViolation } from '@runlight/postgres';
import type { Tables } from '@runlight/postgres';
import { notFound } from '@runlight/service';
import type { Kysely } from 'kysely';
import type {
  MutationResolvers,
  ProjectResolvers,
  QueryResolvers,
} from '../../__generated__/resolvers.ts';
import type { Loaders } from '../../loaders.ts';
import type { Mistake } from '../../user-error.ts';
import { readNewProject, readProjectChange } from './input.ts';
import type { ProjectMapper } from './mappers.ts';
import { readProjectPage, toProjectConnection } from './page.ts';
import { createProjectStore } from './store.ts';

export function createProjectsModule({ db, loaders }: { db: Kysely<Tables>; loaders: Loaders }) {
  const store = createProjectStore(db);

  const Query: Pick<QueryResolvers, 'project' | 'projects'> = {
    project: async (_root, { name }, { principal }) => {
      const parsed = parseProjectName(name);
      const project = parsed && (await store.projectByName(principal.workspaceId, parsed));
      if (!project) throw notFound('Project');
      return project;
    },
    projects: async (_root, args, { principal }) => {
      const page = readProjectPage(args);
      const found = await store.projects(principal.workspaceId, page.selection, page.size + 1);
      return toProjectConnection(found, page);
    },
  };

  const Mutation: Pick<MutationResolvers, 'createProject' | 'updateProject'> = {
    createProject: async (_root, { input }, { principal: { workspaceId } }) => {
      const { facts, mistakes } = readNewProject(input);
      if (!facts) return { userErrors: mistakes };
      const project = await store.createProject(workspaceId, facts);
      if (project) return { project, userErrors: [] };
      const known = await store.projectByName(workspaceId, facts.name);
      if (known && input.orExisting) return { project: known, userErrors: [] };
      return { userErrors: [known ? nameTaken : idTaken] };
    },

    updateProject: async (_root, { input }, { principal: { workspaceId } }) => {
      const { facts, mistakes } = readProjectChange(input);
      if (!facts) return { userErrors: mistakes };
      const uuid = scopedUuid('Project', workspaceId, input.projectId);
      try {
        const project = uuid && (await store.updateProject(workspaceId, uuid, facts));
        return project ? { project, userErrors: [] } : { userErrors: [noProject] };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return { userErrors: [nameTaken] };
      }
    },
  };

  const Project: Complete<Omit<ProjectResolvers, 'savedViews' | 'retention'>, ProjectMapper> = {
    id: ({ workspaceId, uuid }) => scopedGlobalId('Project', workspaceId, uuid),
    workspace: ({ workspaceId }, _args, context) => loaders(context).workspace.load(workspaceId),
    __resolveReference: ({ id }, context) => {
      const key = decodeGlobalId(id);
      if (key?.type !== 'Project' || key.workspaceId !== context.principal.workspaceId) return null;
      return loaders(context).project.load(key.uuid);
    },
  };

  return { Query, Mutation, Project };
}

const nameTaken: Mistake = {
  code: 'CONFLICT',
  message: 'The workspace has a project of this name',
  path: ['name'],
};
/** Says nothing about whose it is. */
const idTaken: Mistake = { code: 'CONFLICT', message: 'This UUID is taken', path: ['uuid'] };
const noProject: Mistake = {
  code: 'NOT_FOUND',
  message: 'There is no such project',
  path: ['projectId'],
};
