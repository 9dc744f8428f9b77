import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { ListNeighboursQuery } from '../../../gql/graphql.ts';
import { isTyping } from '../../../lib/keyboard.ts';
import { neighboursQuery } from './neighbour-documents.ts';
import type { ListedRun } from '../model/listed-run.ts';
import { scopeOf, withoutPeek } from '../model/list-search.ts';
import type { ListSearch } from '../model/list-search.ts';
import type { LiveRunList } from '../use-run-list.ts';
import type { ListQuestion } from '../use-list-search.ts';
import { orderByOf } from '../model/order.ts';

export interface Peek {
  active: ListedRun | undefined;
  /** Which row is open, of how many are loaded. */
  position: { index: number; count: number; hasMore: boolean } | undefined;
  activate: (run: ListedRun) => void;
  open: (run: ListedRun) => void;
  step: (by: 1 | -1) => void;
  close: () => void;
}

type Peeked = Pick<ListedRun, 'uuid' | 'traceUuid'>;

/** Which row is meant: by key, by click, by the address. An open peek follows it. */
export function usePeek(runs: LiveRunList, question: ListQuestion): Peek {
  const { search, change } = question;
  const { rows } = runs.state.list;
  const [cursor, setCursor] = useState<string>();
  const isOpen = search.peek !== undefined;
  const found = rows.findIndex((run) => run.uuid === cursor);
  const isFoundOpen = found >= 0 && (!isOpen || rows[found]!.traceUuid === search.peek);
  const index = isFoundOpen ? found : rows.findIndex((run) => isPeeked(run, search));
  const active = rows[index];
  const stepBeyond = useNeighbours(question, show);

  function show(run: Peeked): void {
    setCursor(run.uuid);
    const { run: _run, ...rest } = search;
    const selected = run.uuid === run.traceUuid ? {} : { run: run.uuid };
    change({ ...rest, peek: run.traceUuid, ...selected }, !isOpen);
  }

  return {
    active,
    position:
      index >= 0 && isOpen
        ? { index, count: rows.length, hasMore: runs.state.list.hasMore }
        : undefined,
    activate(run) {
      setCursor(run.uuid);
      if (isOpen) show(run);
    },
    open: show,
    step(by) {
      const next = rows[index + by];
      // What is open is not among the loaded rows: only the server knows what stands beside it.
      if (isOpen && index < 0) return stepBeyond(by);
      if (next) show(index < 0 ? rows[0]! : next);
      if (index + by >= rows.length - 3) void runs.store.loadMore();
    },
    close: () => change(withoutPeek(search)),
  };
}

function isPeeked(run: ListedRun, search: ListSearch): boolean {
  if (search.peek === undefined) return false;
  return scopeOf(search) === 'runs'
    ? run.uuid === (search.run ?? search.peek)
    : run.traceUuid === search.peek;
}

/** Steps along the filter and order of the list from a run that is not loaded. */
function useNeighbours(question: ListQuestion, show: (run: Peeked) => void) {
  const client = useApolloClient();
  const { search, filterInput, timeRange } = question;
  return (by: 1 | -1) => {
    const id = scopeOf(search) === 'runs' ? (search.run ?? search.peek) : search.peek;
    if (id === undefined) return;
    const orderBy = orderByOf(search) ?? null;
    const variables = { id, filter: filterInput, timeRange, orderBy };
    void stepTo(client.query({ query: neighboursQuery, variables, fetchPolicy: 'no-cache' }));

    async function stepTo(answer: Promise<{ data?: ListNeighboursQuery | undefined }>) {
      try {
        const neighbours = (await answer).data?.run?.neighbours;
        const next = by === 1 ? neighbours?.next : neighbours?.previous;
        if (next) show(next);
      } catch {
        // A step that cannot be made is no step; the list itself tells what is wrong.
      }
    }
  };
}

/** `/` goes to the filter; `J` and `K` step through traces from anywhere; Escape closes the peek. */
export function usePageKeys(
  focusFilter: RefObject<(() => void) | null>,
  peek: Pick<Peek, 'step' | 'close'> | undefined,
): void {
  const latest = useRef(peek);
  latest.current = peek;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const actions: Record<string, () => void> = {
        '/': () => focusFilter.current?.(),
        J: () => latest.current?.step(1),
        K: () => latest.current?.step(-1),
        Escape: () => latest.current?.close(),
      };
      if (!Object.hasOwn(actions, event.key)) return;
      event.preventDefault();
      actions[event.key]!();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [focusFilter]);
}
