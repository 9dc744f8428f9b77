import type { Principal } from '@runlight/auth';
import { decodeGlobalId, scopedGlobalId, scopedUuid } from '@runlight/graphql';
import type { Complete } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import type { Kysely } from 'kysely';
import type {
  MutationResolvers,
  ProjectResolvers,
  SavedViewResolvers,
} from '../../__generated__/resolvers.ts';
import type { Loaders } from '../../loaders.ts';
import { invalid } from '../../user-error.ts';
import type { Mistake } from '../../user-error.ts';
import { readNewView, readViewChange } from './input.ts';
import type { SavedViewMapper } from './mappers.ts';
import { onlookerOf } from './onlooker.ts';
import { createSavedViewStore, maxViews } from './store.ts';

/** The team's views need the right to change projects; one's own need none beyond seeing the project. */
const mayEdit = (principal: Principal, { visibility, ownerId }: SavedViewMapper): boolean =>
  principal.permissions.has('projects:write') ||
  (visibility === 'PRIVATE' && ownerId === onlookerOf(principal).userId);

const mistake = (
  code: Mistake['code'],
  message: string,
  path: string[],
): { userErrors: Mistake[] } => ({
  userErrors: [{ code, message, path }],
});
const noView = (field = 'id') => mistake('NOT_FOUND', 'There is no such view', [field]);
const notYours = () =>
  mistake('INVALID', 'Views of the team need the right to change projects', ['visibility']);

export function createSavedViewsModule({ db, loaders }: { db: Kysely<Tables>; loaders: Loaders }) {
  const store = createSavedViewStore(db);

  async function viewOf(principal: Principal, id: string): Promise<SavedViewMapper | undefined> {
    const uuid = scopedUuid('SavedView', principal.workspaceId, id);
    return uuid ? (await store.viewsByIds(onlookerOf(principal), [uuid]))[0] : undefined;
  }

  const Mutation: Pick<
    MutationResolvers,
    'createSavedView' | 'updateSavedView' | 'deleteSavedView' | 'setDefaultSavedView'
  > = {
    createSavedView: async (_root, { input }, { principal }) => {
      const onlooker = onlookerOf(principal);
      const projectId = scopedUuid('Project', principal.workspaceId, input.projectId);
      const { name, definition, mistakes } = readNewView(input);
      const visibility = input.visibility ?? 'PRIVATE';
      if (visibility === 'PRIVATE' && onlooker.userId === null) {
        mistakes.push(invalid('visibility', 'An API key has no private views'));
      }
      if (mistakes.length > 0) return { userErrors: mistakes };
      if (visibility === 'TEAM' && !principal.permissions.has('projects:write')) return notYours();
      const uuid = uuidv7();
      const view = {
        uuid,
        projectId: projectId ?? '',
        kind: input.kind,
        name,
        visibility,
        definition,
      };
      if (!projectId || !(await store.create(onlooker, view))) {
        const message = `There is no such project, or it has ${maxViews} views already`;
        return mistake('NOT_FOUND', message, ['projectId']);
      }
      const [savedView] = await store.viewsByIds(onlooker, [uuid]);
      return { savedView: savedView ?? null, userErrors: [] };
    },

    updateSavedView: async (_root, { input }, { principal }) => {
      const view = await viewOf(principal, input.id);
      if (!view) return noView();
      const { change, mistakes } = readViewChange(input, view.definition);
      const after = { ...view, visibility: change.visibility ?? view.visibility };
      if (after.visibility === 'PRIVATE' && view.ownerId !== onlookerOf(principal).userId) {
        mistakes.push(invalid('visibility', 'Only its owner may keep a view private'));
      }
      if (mistakes.length > 0) return { userErrors: mistakes };
      if (!mayEdit(principal, view) || !mayEdit(principal, after)) return notYours();
      await store.update(principal.workspaceId, view.uuid, change);
      const [savedView] = await store.viewsByIds(onlookerOf(principal), [view.uuid]);
      return { savedView: savedView ?? null, userErrors: [] };
    },

    deleteSavedView: async (_root, { input }, { principal }) => {
      const view = await viewOf(principal, input.id);
      if (!view) return noView();
      if (!mayEdit(principal, view)) return notYours();
      await store.delete(principal.workspaceId, view.uuid);
      return { deletedId: viewGlobalId(view), userErrors: [] };
    },

    setDefaultSavedView: async (_root, { input }, { principal }) => {
      const { userId, workspaceId } = onlookerOf(principal);
      if (userId === null) return mistake('INVALID', 'An API key has no defaults', ['viewId']);
      const projectId = scopedUuid('Project', workspaceId, input.projectId);
      const { kind, viewId } = input;
      const view = viewId == null ? undefined : await viewOf(principal, viewId);
      const isOfList = view?.projectId === projectId && view?.kind === kind;
      if (viewId != null && (!view || !isOfList)) return noView('viewId');
      if (projectId) {
        await store.setDefault(userId, { projectId, kind, ...(view && { viewId: view.uuid }) });
      }
      return { savedView: view ? { ...view, isDefault: true } : null, userErrors: [] };
    },
  };

  const Project: Required<Pick<ProjectResolvers, 'savedViews'>> = {
    savedViews: ({ uuid }, { kind }, { principal }) =>
      store.viewsOfProject(onlookerOf(principal), uuid, kind ?? undefined),
  };

  return { Mutation, Project, SavedView: createSavedViewFields(loaders) };
}

const viewGlobalId = ({ workspaceId, uuid }: SavedViewMapper) =>
  scopedGlobalId('SavedView', workspaceId, uuid);

function createSavedViewFields(loaders: Loaders): Complete<SavedViewResolvers, SavedViewMapper> {
  return {
    id: viewGlobalId,
    filter: ({ definition }) => definition.filter,
    columns: ({ definition }) => definition.columns,
    orderBy: ({ definition }) => definition.orderBy,
    timeRange: ({ definition }) => definition.timeRange,
    canEdit: (view, _args, { principal }) => mayEdit(principal, view),
    owner: ({ ownerId }, _args, context) =>
      ownerId === null ? null : loaders(context).user.load(ownerId),
    project: ({ projectId }, _args, context) => loaders(context).project.load(projectId),
    __resolveReference: ({ id }, context) => {
      const key = decodeGlobalId(id);
      if (key?.type !== 'SavedView' || key.workspaceId !== context.principal.workspaceId)
        return null;
      return loaders(context).savedView.load(key.uuid);
    },
  };
}
