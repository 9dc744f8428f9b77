import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { createRunListStore } from './data/run-list-store.ts';
import type { RunListing, RunListState, RunListStore } from './data/run-list-store.ts';
import { createRunSource } from './data/run-source.ts';
import type { RowExtras } from './data/run-source.ts';

export interface LiveRunList {
  store: RunListStore;
  state: RunListState;
  /** What is shown belongs to the search before; the new answer is on its way. */
  isStale: boolean;
  isPaused: boolean;
  setPaused: (isPaused: boolean) => void;
}

/**
 * The list of a listing; another listing is another list, and until its first page is there the one
 * before stays on screen. A hidden tab pauses and catches up later.
 */
export function useRunList(project: string, listing: RunListing, extras: RowExtras): LiveRunList {
  const client = useApolloClient();
  const listingKey = JSON.stringify(listing);
  const extrasKey = JSON.stringify(extras);
  const store = useMemo(
    () => createRunListStore({ source: createRunSource(client, project, extras), listing }),
    // The keys stand for listing and extras.
    // eslint-disable-next-line react/exhaustive-deps
    [client, project, listingKey, extrasKey],
  );
  const [isPaused, setPaused] = useState(false);
  const isHidden = useHiddenTab();
  useEffect(() => store.start(), [store]);
  useEffect(() => store.setPaused(isPaused || isHidden), [store, isPaused, isHidden]);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const shown = useRef<{ project: string; state: RunListState }>(undefined);
  if (state.phase === 'ready') shown.current = { project, state };
  const before = shown.current;
  const isStale = state.phase === 'loading' && before?.project === project;
  return { store, state: isStale ? before.state : state, isStale, isPaused, setPaused };
}

const hiddenAfterMs = 4000;

/** Whether nobody has seen the tab for some seconds. */
export function useHiddenTab(): boolean {
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
