import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createRunListStore } from './data/run-list-store.ts';
import type { RunListState, RunListStore } from './data/run-list-store.ts';
import { createRunSource } from './data/run-source.ts';
import { listKey } from './model/run-search.ts';
import type { RunSearch } from './model/run-search.ts';

export interface LiveRunList {
  store: RunListStore;
  state: RunListState;
  isPaused: boolean;
  setPaused: (isPaused: boolean) => void;
}

/** The list of a search; another search is another list. A hidden tab pauses and catches up later. */
export function useRunList(project: string, search: RunSearch): LiveRunList {
  const client = useApolloClient();
  const key = listKey(search);
  const store = useMemo(
    () => createRunListStore({ source: createRunSource(client, project), search }),
    // `key` stands for the part of the search that matters.
    // eslint-disable-next-line react/exhaustive-deps
    [client, project, key],
  );
  const [isPaused, setPaused] = useState(false);
  const isHidden = useHiddenTab();
  useEffect(() => store.start(), [store]);
  useEffect(() => store.setPaused(isPaused || isHidden), [store, isPaused, isHidden]);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  return { store, state, isPaused, setPaused };
}

const hiddenAfterMs = 4000;

/** Whether nobody has seen the tab for some seconds. */
function useHiddenTab(): boolean {
  const [isHidden, setIsHidden] = useState(false);
  useEffect(() => {
    let timer = 0;
    const look = () => {
      window.clearTimeout(timer);
      if (!document.hidden) setIsHidden(false);
      else timer = window.setTimeout(() => setIsHidden(true), hiddenAfterMs);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return isHidden;
}
