import { parseProjectName, toStorableText } from '@runlight/auth';
import { decodeGlobalId, scopedGlobalId } from '@runlight/graphql';
import type { Complete } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import { notFound } from '@runlight/service';
import type { Kysely } from 'kysely';
import type {
  CreateProjectInput,
  MutationResolvers,
  ProjectResolvers,
  QueryResolvers,
} from '../../__generated__/resolvers.ts';
import type { Loaders } from '../../loaders.ts';
import { invalid } from '../../user-error.ts';
import type { ProjectMapper } from './mappers.ts';
import { readProjectPage, toProjectConnection } from './page.ts';
import { createProjectStore } from './store.ts';

const maxDescriptionLength = 4000;

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
      const found = await store.projects(principal.workspaceId, { ...page, limit: page.size + 1 });
      return toProjectConnection(found, page);
    },
  };

  const Mutation: Pick<MutationResolvers, 'createProject'> = {
    createProject: async (_root, { input }, { principal }) => {
      const { name, description, mistakes } = readInput(input);
      if (name === undefined || mistakes.length > 0) return { userErrors: mistakes };
      const project = await store.createProject(principal.workspaceId, { name, description });
      if (project) return { project, userErrors: [] };
      const message = 'The workspace has a project of this name';
      return { userErrors: [{ code: 'CONFLICT', message, path: ['name'] }] };
    },
  };

  const Project: Complete<ProjectResolvers, ProjectMapper> = {
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

function readInput(input: CreateProjectInput) {
  const name = parseProjectName(input.name);
  const description = toStorableText(input.description?.trim() ?? '');
  const mistakes = [];
  if (name === undefined) mistakes.push(invalid('name', 'A name has 1 to 256 characters'));
  if (description.length > maxDescriptionLength) {
    mistakes.push(
      invalid('description', `A description has at most ${maxDescriptionLength} characters`),
    );
  }
  return { name, description: description === '' ? null : description, mistakes };
}
