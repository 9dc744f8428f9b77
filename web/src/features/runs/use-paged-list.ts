import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { hasErrorCode } from '../../api/error-words.ts';
import { createPageStore } from './data/page-store.ts';
import type { PageState, PageStore, RowPage } from './data/page-store.ts';
import { useHiddenTab } from './use-run-list.ts';

export interface PagedList<Row> {
  store: PageStore<Row>;
  state: PageState<Row>;
  isStale: boolean;
}

export interface PagedQuestion<Row> {
  /** Equal keys list the same. */
  key: string;
  keyOf: (row: Row) => string;
  load: (
    client: ApolloClient,
    after: string | null,
    signal: AbortSignal,
  ) => Promise<RowPage<Row> | null>;
  /** Whether new rows may come: then the top is read again now and then, while nobody has scrolled. */
  isFollowed: boolean;
}

const againMs = 15_000;

/** A list that is read page by page; another question keeps the last answer on screen meanwhile. */
export function usePagedList<Row>(question: PagedQuestion<Row>): PagedList<Row> & {
  setAtTop: (isAtTop: boolean) => void;
} {
  const client = useApolloClient();
  const { key } = question;
  const latest = useRef(question);
  latest.current = question;
  const store = useMemo(
    () =>
      createPageStore<Row>({
        keyOf: latest.current.keyOf,
        load: (after, signal) => missingIsNull(latest.current.load(client, after, signal)),
      }),
    // Another question is another list.
    // eslint-disable-next-line react/exhaustive-deps
    [client, key],
  );
  useEffect(() => store.start(), [store]);
  const isAtTop = useRef(true);
  const isHidden = useHiddenTab();
  useEffect(() => {
    if (!question.isFollowed || isHidden) return undefined;
    const timer = setInterval(() => {
      if (isAtTop.current) store.refresh();
    }, againMs);
    return () => clearInterval(timer);
  }, [store, question.isFollowed, isHidden]);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const shown = useRef<PageState<Row>>(undefined);
  if (state.phase === 'ready') shown.current = state;
  const isStale = state.phase === 'loading' && shown.current !== undefined;
  return {
    store,
    state: isStale ? shown.current! : state,
    isStale,
    setAtTop: (next) => (isAtTop.current = next),
  };
}

async function missingIsNull<T>(answer: Promise<T | null>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (hasErrorCode(error, 'NOT_FOUND')) return null;
    throw error;
  }
}
