import type { Principal } from '@runlight/auth';
import { decodeGlobalId, scopedGlobalId, scopedUuid } from '@runlight/graphql';
import type { Complete } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import { notFound } from '@runlight/service';
import type { Kysely } from 'kysely';
import type {
  DashboardResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../../__generated__/resolvers.ts';
import type { Loaders } from '../../loaders.ts';
import type { Mistake } from '../../user-error.ts';
import { readCharts, readDescription, readName } from './input.ts';
import type { DashboardMapper } from './mappers.ts';
import { prebuiltDashboard, prebuiltDashboards } from './prebuilt.ts';
import { createDashboardStore, maxDashboards } from './store.ts';
import type { NewDashboard } from './store.ts';

const mistake = (code: Mistake['code'], message: string, path: string[] | null) => ({
  userErrors: [{ code, message, path }],
});
const noDashboard = () => mistake('NOT_FOUND', 'There is no such dashboard', ['id']);
const noProject = () => mistake('NOT_FOUND', 'There is no such project', ['projectId']);

const dashboardGlobalId = ({ workspaceId, uuid }: DashboardMapper) =>
  scopedGlobalId('Dashboard', workspaceId, uuid);

export function createDashboardsModule({ db, loaders }: { db: Kysely<Tables>; loaders: Loaders }) {
  const store = createDashboardStore(db);

  async function dashboardOf({ workspaceId }: Principal, id: string) {
    const uuid = scopedUuid('Dashboard', workspaceId, id);
    if (!uuid) return undefined;
    return (
      prebuiltDashboard(workspaceId, uuid) ?? (await store.dashboardsByIds(workspaceId, [uuid]))[0]
    );
  }

  async function create({ workspaceId, kind, id }: Principal, dashboard: NewDashboard) {
    const createdBy = kind === 'user' ? id : null;
    if (!(await store.create(workspaceId, createdBy, dashboard))) {
      const message = `There is no such project, or the workspace has ${maxDashboards} dashboards`;
      return mistake('CONFLICT', message, null);
    }
    const [created] = await store.dashboardsByIds(workspaceId, [dashboard.uuid]);
    return { dashboard: created ?? null, userErrors: [] };
  }

  const Query: Pick<QueryResolvers, 'dashboard' | 'dashboards'> = {
    dashboard: async (_root, { id }, { principal }) => {
      const dashboard = await dashboardOf(principal, id);
      if (!dashboard) throw notFound('Dashboard');
      return dashboard;
    },
    dashboards: async (_root, { projectId: id }, context) => {
      const { workspaceId } = context.principal;
      const projectId = id == null ? undefined : scopedUuid('Project', workspaceId, id);
      if (id != null && !(projectId && (await loaders(context).project.load(projectId)))) {
        throw notFound('Project');
      }
      return [
        ...prebuiltDashboards({ workspaceId, projectId: projectId ?? null }),
        ...(await store.dashboardsFor(workspaceId, projectId)),
      ];
    },
  };

  const Mutation: Pick<
    MutationResolvers,
    'createDashboard' | 'updateDashboard' | 'cloneDashboard' | 'deleteDashboard'
  > = {
    createDashboard: async (_root, { input }, { principal }) => {
      const mistakes: Mistake[] = [];
      const dashboard = {
        uuid: uuidv7(),
        name: readName(input.name, mistakes),
        description: readDescription(input.description, mistakes),
        charts: readCharts(input.charts, mistakes),
      };
      if (mistakes.length > 0) return { userErrors: mistakes };
      const projectId = readProject(principal, input.projectId);
      return projectId === undefined ? noProject() : create(principal, { ...dashboard, projectId });
    },

    cloneDashboard: async (_root, { input }, { principal }) => {
      const original = await dashboardOf(principal, input.id);
      if (!original) return noDashboard();
      const mistakes: Mistake[] = [];
      const name = readName(input.name ?? original.name, mistakes);
      if (mistakes.length > 0) return { userErrors: mistakes };
      const projectId = readProject(principal, input.projectId);
      if (projectId === undefined) return noProject();
      const { description, charts } = original;
      return create(principal, { uuid: uuidv7(), projectId, name, description, charts });
    },

    updateDashboard: async (_root, { input }, { principal }) => {
      const { workspaceId } = principal;
      const current = await dashboardOf(principal, input.id);
      if (!current) return noDashboard();
      if (current.isPrebuilt) {
        return mistake('INVALID', 'A built-in dashboard cannot be changed; clone it', ['id']);
      }
      const mistakes: Mistake[] = [];
      const change = {
        ...(typeof input.name === 'string' && { name: readName(input.name, mistakes) }),
        ...(input.description !== undefined && {
          description: readDescription(input.description, mistakes),
        }),
        ...(input.charts && { charts: readCharts(input.charts, mistakes) }),
      };
      if (mistakes.length > 0) return { userErrors: mistakes };
      const dashboard = await store.update(workspaceId, current.uuid, change);
      return dashboard ? { dashboard, userErrors: [] } : noDashboard();
    },

    deleteDashboard: async (_root, { input }, { principal }) => {
      const current = await dashboardOf(principal, input.id);
      if (!current || !(await store.delete(principal.workspaceId, current.uuid))) {
        return noDashboard();
      }
      return { deletedId: dashboardGlobalId(current), userErrors: [] };
    },
  };

  return { Query, Mutation, Dashboard: createDashboardFields(loaders) };
}

/** Null for the whole workspace, undefined for what is no id of ours. */
const readProject = ({ workspaceId }: Principal, id: string | null | undefined) =>
  id == null ? null : scopedUuid('Project', workspaceId, id);

function createDashboardFields(loaders: Loaders): Complete<DashboardResolvers, DashboardMapper> {
  return {
    id: dashboardGlobalId,
    project: ({ projectId }, _args, context) =>
      projectId === null ? null : loaders(context).project.load(projectId),
    __resolveReference: ({ id }, context) => {
      const { workspaceId } = context.principal;
      const key = decodeGlobalId(id);
      if (key?.type !== 'Dashboard' || key.workspaceId !== workspaceId) return null;
      return prebuiltDashboard(workspaceId, key.uuid) ?? loaders(context).dashboard.load(key.uuid);
    },
  };
}
