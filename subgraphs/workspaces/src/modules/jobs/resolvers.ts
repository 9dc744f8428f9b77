import { requirePermission } from '@runlight/auth';
import type { Permission } from '@runlight/auth';
import {
  argumentsHash,
  decodeGlobalId,
  pageSize,
  scopedGlobalId,
  scopedUuid,
} from '@runlight/graphql';
import type { Complete } from '@runlight/graphql';
import type { FileLinks } from '@runlight/objects';
import type { Tables } from '@runlight/postgres';
import { notFound } from '@runlight/service';
import type { Kysely } from 'kysely';
import type {
  JobResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../../__generated__/resolvers.ts';
import { toConnection } from '../../connection.ts';
import type { Loaders } from '../../loaders.ts';
import { readPosition } from '../../position.ts';
import { exportFilesOf } from './export-files.ts';
import { noProject, projectUuid, readExport, readSelection, readSpan } from './inputs.ts';
import type { JobMapper } from './mappers.ts';
import { creatorOf, startJob } from './start-job.ts';
import { createJobStore } from './store.ts';
import type { JobKind, JobStore } from './store.ts';

export interface JobsModuleOptions {
  db: Kysely<Tables>;
  loaders: Loaders;
  /** Makes the links of exported files; without it there are none. */
  links: FileLinks | undefined;
}

export function createJobsModule({ db, loaders, links }: JobsModuleOptions) {
  const store = createJobStore(db);

  const Query: Pick<QueryResolvers, 'job' | 'jobs'> = {
    job: async (_root, { id }, context) => {
      const uuid = scopedUuid('Job', context.principal.workspaceId, id);
      const job = uuid && (await loaders(context).job.load(uuid));
      if (!job) throw notFound('Job');
      return job;
    },
    jobs: async (_root, { kinds, first, after }, { principal }) => {
      const hash = argumentsHash({ list: 'jobs', kinds });
      const page = {
        size: pageSize(first),
        after: after == null ? undefined : readPosition(after, hash),
        hash,
      };
      const found = await store.jobs(principal.workspaceId, {
        after: page.after,
        kinds: kinds ?? undefined,
        limit: page.size + 1,
      });
      return toConnection(found, page, ({ createdAt, uuid }) => [createdAt, uuid]);
    },
  };

  const Job: Complete<JobResolvers, JobMapper> = {
    id: ({ workspaceId, uuid }) => scopedGlobalId('Job', workspaceId, uuid),
    createdBy: ({ creator }, _args, context) => {
      const [kind, id] = creator.split(' ');
      return kind === 'user' && id !== undefined ? loaders(context).user.load(id) : null;
    },
    files: (job) => exportFilesOf(job, links),
    __resolveReference: ({ id }, context) => {
      const key = decodeGlobalId(id);
      if (key?.type !== 'Job' || key.workspaceId !== context.principal.workspaceId) return null;
      return loaders(context).job.load(key.uuid);
    },
  };

  return { Query, Mutation: createMutations(store), Job };
}

type Mutations = Pick<
  MutationResolvers,
  'deleteRuns' | 'deleteProject' | 'exportRuns' | 'cancelJob'
>;

function createMutations(store: JobStore): Mutations {
  return {
    deleteRuns: async (_root, { input }, { principal }) => {
      const { workspaceId } = principal;
      const { value: selection, mistake } = readSelection(input);
      if (mistake) return { userErrors: [mistake] };
      const span = readSpan(input);
      if (span.mistake) return { userErrors: [span.mistake] };
      const projectId =
        input.projectId == null ? undefined : projectUuid(workspaceId, input.projectId);
      if (
        input.projectId != null &&
        !(projectId && (await store.hasProject(workspaceId, projectId)))
      ) {
        return { userErrors: [noProject] };
      }
      const scope = { scope: 'runs', selection, ...span.value, dryRun: input.dryRun };
      return startJob(store, principal, {
        kind: 'DELETION',
        input: projectId === undefined ? scope : { ...scope, projectId },
      });
    },

    deleteProject: async (_root, { input }, { principal }) => {
      const { workspaceId } = principal;
      const projectId = projectUuid(workspaceId, input.projectId);
      if (!projectId) return { userErrors: [noProject] };
      if (input.dryRun) {
        if (!(await store.hasProject(workspaceId, projectId))) return { userErrors: [noProject] };
        const dry = { scope: 'project', projectId, dryRun: true };
        return startJob(store, principal, { kind: 'DELETION', input: dry });
      }
      const job = await store.deleteProject(workspaceId, projectId, creatorOf(principal));
      return job ? { job, userErrors: [] } : { userErrors: [noProject] };
    },

    exportRuns: async (_root, { input }, { principal }) => {
      const { workspaceId } = principal;
      const projectId = projectUuid(workspaceId, input.projectId);
      if (!projectId || !(await store.hasProject(workspaceId, projectId))) {
        return { userErrors: [noProject] };
      }
      const { value, mistake } = readExport(input);
      if (mistake) return { userErrors: [mistake] };
      return startJob(store, principal, { kind: 'EXPORT', input: { ...value, projectId } });
    },

    cancelJob: async (_root, { input }, { principal }) => {
      const { workspaceId } = principal;
      const uuid = scopedUuid('Job', workspaceId, input.id);
      const [known] = uuid ? await store.jobsByIds(workspaceId, [uuid]) : [];
      if (!known) {
        const message = 'There is no such job';
        return { userErrors: [{ code: 'NOT_FOUND', message, path: ['id'] }] };
      }
      requirePermission(principal, permissionOf[known.kind]);
      const job = await store.cancelJob(workspaceId, known.uuid);
      return job ? { job, userErrors: [] } : { userErrors: [] };
    },
  };
}

/** Who may start jobs of a kind may end them. */
const permissionOf: Record<JobKind, Permission> = {
  DELETION: 'runs:delete',
  EXPORT: 'runs:export',
  REPRICING: 'workspace:manage',
  RETENTION: 'workspace:manage',
};
