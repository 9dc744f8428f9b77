import { perRequest, scopedUuid } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import { notFound } from '@runlight/service';
import DataLoader from 'dataloader';
import type { Kysely } from 'kysely';
import type {
  MutationResolvers,
  ProjectResolvers,
  SetRetentionInput,
  WorkspaceResolvers,
} from '../../__generated__/resolvers.ts';
import type { Loaders } from '../../loaders.ts';
import { invalid } from '../../user-error.ts';
import { createRetentionStore } from './store.ts';
import type { RetentionRow } from './store.ts';

const maxDays = 36_500;

export function createRetentionModule({ db, loaders }: { db: Kysely<Tables>; loaders: Loaders }) {
  const store = createRetentionStore(db);
  const retention = perRequest(
    ({ principal }: RequestContext) =>
      new DataLoader<string, RetentionRow | undefined>(async (ids) => {
        const rows = await store.retentionOf(principal.workspaceId, ids);
        const byId = new Map(rows.map((row) => [row.uuid, row]));
        return ids.map((id) => byId.get(id));
      }),
  );

  const Workspace: Pick<WorkspaceResolvers, 'retentionDays'> = {
    retentionDays: ({ uuid }) => store.daysOfWorkspace(uuid),
  };

  const Project: Pick<ProjectResolvers, 'retention'> = {
    retention: async ({ uuid }, _args, context) => {
      const row = await retention(context).load(uuid);
      if (!row) throw notFound('Project');
      return row;
    },
  };

  const Mutation: Pick<MutationResolvers, 'setRetention'> = {
    setRetention: async (_root, { input }, context) => {
      const { workspaceId, kind, id } = context.principal;
      const mistake = mistakeOf(input);
      if (mistake) return { userErrors: [mistake] };
      const creator = `${kind} ${id}`;
      const days = input.days ?? null;
      if (input.projectId == null) {
        const jobId = await store.setOfWorkspace(workspaceId, days, creator);
        const workspace = await loaders(context).workspace.load(workspaceId);
        return { workspace, job: await jobOf(context, jobId), userErrors: [] };
      }
      const projectId = scopedUuid('Project', workspaceId, input.projectId);
      const own = input.inherits ? ('inherited' as const) : { days };
      const jobId =
        projectId && (await store.setOfProject({ workspaceId, projectId }, own, creator));
      if (!projectId || jobId === undefined) {
        const message = 'There is no such project';
        return { userErrors: [{ code: 'NOT_FOUND', message, path: ['projectId'] }] };
      }
      const project = await loaders(context).project.load(projectId);
      return { project, job: await jobOf(context, jobId || null), userErrors: [] };
    },
  };

  const jobOf = (context: RequestContext, jobId: string | null) =>
    jobId === null ? null : loaders(context).job.load(jobId);

  return { Workspace, Project, Mutation };
}

function mistakeOf({ projectId, days, inherits }: SetRetentionInput) {
  if (days != null && (days < 1 || days > maxDays)) {
    return invalid('days', `Runs are kept 1 to ${maxDays} days, or for ever`);
  }
  return inherits && projectId == null
    ? invalid('inherits', 'A workspace has nothing to inherit from')
    : undefined;
}
