import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { ListViewFragment, SavedViewKind, SavedViewVisibility } from '../../../gql/graphql.ts';
import { isBare, viewPart } from '../model/list-search.ts';
import type { ListSearch, Scope } from '../model/list-search.ts';
import type { ListQuestion } from '../use-list-search.ts';
import { keepSessionSearch, sessionSearch } from './session-view.ts';
import { contentOf, isSameView, searchOf } from './view-content.ts';
import {
  createViewMutation,
  deleteViewMutation,
  listViewsQuery,
  setDefaultViewMutation,
  updateViewMutation,
} from './view-documents.ts';

export type SavedView = ListViewFragment;

export interface Views {
  all: readonly SavedView[];
  current: SavedView | undefined;
  /** Something differs from the view, or from the list as it comes. */
  isDirty: boolean;
  apply: (view: SavedView | undefined) => void;
  /** Each answers with what is wrong; undefined when it worked. */
  save: () => Promise<string | undefined>;
  saveAs: (name: string, visibility: SavedViewVisibility) => Promise<string | undefined>;
  remove: (view: SavedView) => Promise<string | undefined>;
  setDefault: (view: SavedView | undefined) => Promise<string | undefined>;
}

const kinds: Record<Scope, SavedViewKind> = {
  runs: 'RUNS',
  traces: 'TRACES',
  threads: 'THREADS',
  users: 'USERS',
};

interface ViewsOf {
  project: string;
  search: ListSearch;
  question: ListQuestion;
}

/** The saved views of the list, and which of them it shows. */
export function useViews({ project, search, question }: ViewsOf): Views {
  const { scope, change } = question;
  const kind = kinds[scope];
  const { data } = useQuery(listViewsQuery, {
    variables: { project, kind },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'ignore',
  });
  const projectId = data?.project?.id;
  const all = data?.project?.savedViews ?? [];
  const current = all.find((view) => view.id === search.view);
  const mutations = useViewMutations();
  const apply = (view: SavedView | undefined, isStep = true) => {
    const scoped = search.scope === undefined ? {} : { scope: search.scope };
    change(view ? { ...scoped, ...searchOf(view), view: view.id } : scoped, isStep);
  };
  const isKnown = data !== undefined;
  useStartingView(
    { project, search, question },
    all.find((view) => view.isDefault),
    isKnown,
    (view) => apply(view, false),
  );
  return {
    all,
    current,
    isDirty: !isSameView(search, current ? searchOf(current) : {}),
    apply,
    save: () => mutations.update({ id: current?.id ?? '', ...contentOf(search) }),
    async saveAs(name, visibility) {
      const made = await mutations.create({
        projectId: projectId ?? '',
        kind,
        name,
        visibility,
        ...contentOf(search),
      });
      if (made.id !== undefined) change({ ...search, view: made.id });
      return made.problem;
    },
    async remove(view) {
      const problem = await mutations.remove(view.id);
      if (problem === undefined && view.id === search.view) {
        const { view: _view, ...rest } = search;
        change(rest);
      }
      return problem;
    },
    setDefault: (view) =>
      mutations.setDefault({ projectId: projectId ?? '', kind, viewId: view?.id ?? null }),
  };
}

type Problems = readonly { message: string }[] | undefined;

function useViewMutations() {
  const again = { refetchQueries: [listViewsQuery], awaitRefetchQueries: true };
  const [create] = useMutation(createViewMutation, again);
  const [update] = useMutation(updateViewMutation, again);
  const [remove] = useMutation(deleteViewMutation, again);
  const [setDefault] = useMutation(setDefaultViewMutation, again);
  const first = (problems: Problems) => problems?.[0]?.message;
  return {
    create: async (input: Parameters<typeof create>[0]['variables']['input']) => {
      const { data } = await create({ variables: { input } });
      const answer = data?.createSavedView;
      return { id: answer?.savedView?.id, problem: first(answer?.userErrors) };
    },
    update: async (input: Parameters<typeof update>[0]['variables']['input']) =>
      first((await update({ variables: { input } })).data?.updateSavedView.userErrors),
    remove: async (id: string) =>
      first((await remove({ variables: { input: { id } } })).data?.deleteSavedView.userErrors),
    setDefault: async (input: Parameters<typeof setDefault>[0]['variables']['input']) =>
      first((await setDefault({ variables: { input } })).data?.setDefaultSavedView.userErrors),
  };
}

/**
 * What a list opens with: what the address says; else what this tab showed last; else the reader's
 * default view; else everything, as it comes.
 */
function useStartingView(
  { project, search, question }: ViewsOf,
  fallback: SavedView | undefined,
  isKnown: boolean,
  apply: (view: SavedView) => void,
): void {
  const { scope, change } = question;
  // Once for each list: who clears everything afterwards means it.
  const opened = useRef<Scope>(undefined);
  useEffect(() => {
    if (opened.current !== scope) {
      if (!isBare(search)) opened.current = scope;
      else {
        const kept = sessionSearch(project, scope);
        if (Object.keys(kept).length > 0) {
          opened.current = scope;
          return change({ ...search, ...kept });
        }
        if (!isKnown) return;
        opened.current = scope;
        if (fallback) return apply(fallback);
      }
    }
    const { view } = search;
    keepSessionSearch(project, scope, {
      ...viewPart(search),
      ...(view === undefined ? {} : { view }),
    });
    // The functions are made anew each time and mean the same.
    // eslint-disable-next-line react/exhaustive-deps
  }, [project, scope, search, isKnown, fallback]);
}
