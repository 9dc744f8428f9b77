import { createStore } from 'zustand/vanilla';

export interface RowPage<Row> {
  rows: Row[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

export interface PageState<Row> {
  phase: 'loading' | 'failed' | 'missing' | 'ready';
  error: unknown;
  rows: Row[];
  hasMore: boolean;
  isLoadingMore: boolean;
  moreError: unknown;
}

export interface PageStoreOptions<Row> {
  keyOf: (row: Row) => string;
  /** null when there is no such project. */
  load: (after: string | null, signal: AbortSignal) => Promise<RowPage<Row> | null>;
}

export type PageStore<Row> = ReturnType<typeof createPageStore<Row>>;

/** A list that is read page by page as it is scrolled; `start` reads the first, what it returns stops. */
export function createPageStore<Row>({ keyOf, load }: PageStoreOptions<Row>) {
  const store = createStore<PageState<Row>>(() => ({
    phase: 'loading',
    error: undefined,
    rows: [],
    hasMore: false,
    isLoadingMore: false,
    moreError: undefined,
  }));
  let abort = new AbortController();
  let next: string | null = null;

  async function first(): Promise<void> {
    const { signal } = abort;
    try {
      const page = await load(null, signal);
      if (signal.aborted) return;
      next = page?.next ?? null;
      store.setState({
        phase: page ? 'ready' : 'missing',
        error: undefined,
        rows: page?.rows ?? [],
        hasMore: next !== null,
        isLoadingMore: false,
        moreError: undefined,
      });
    } catch (error) {
      // What is shown stays, if anything is.
      if (!signal.aborted && store.getState().phase !== 'ready') {
        store.setState({ phase: 'failed', error });
      }
    }
  }

  async function more(): Promise<void> {
    const { signal } = abort;
    const { isLoadingMore, phase } = store.getState();
    if (isLoadingMore || phase !== 'ready' || next === null) return;
    store.setState({ isLoadingMore: true, moreError: undefined });
    try {
      const page = await load(next, signal);
      if (signal.aborted) return;
      next = page?.next ?? null;
      store.setState(({ rows }) => {
        const known = new Set(rows.map(keyOf));
        const added = (page?.rows ?? []).filter((row) => !known.has(keyOf(row)));
        return { rows: [...rows, ...added], hasMore: next !== null, isLoadingMore: false };
      });
    } catch (error) {
      if (!signal.aborted) store.setState({ isLoadingMore: false, moreError: error });
    }
  }

  return {
    subscribe: store.subscribe,
    getState: store.getState,
    more: () => void more(),
    /** Reads from the top again; later pages are read as they are needed. */
    refresh: (): void => {
      abort.abort();
      abort = new AbortController();
      void first();
    },
    retry: (): void => {
      store.setState({ phase: 'loading', error: undefined });
      void first();
    },
    start: (): (() => void) => {
      abort = new AbortController();
      void first();
      return () => abort.abort();
    },
  };
}
