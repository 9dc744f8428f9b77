import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { hasErrorCode } from '../../api/error-words.ts';
import type { ThreadPageQuery } from '../../gql/graphql.ts';
import { firstErrorQuery, threadEventsSubscription, threadQuery } from './thread-documents.ts';
import { turnOf, withTurns } from './turns.ts';
import type { Turn } from './turns.ts';

export type ThreadFacts = Omit<
  NonNullable<NonNullable<ThreadPageQuery['project']>['thread']>,
  'turns'
>;

export interface ThreadState {
  phase: 'loading' | 'missing' | 'failed' | 'ready';
  error: unknown;
  project: { id: string; uuid: string } | undefined;
  facts: ThreadFacts | undefined;
  turns: readonly Turn[];
  /** Cursor of the turns before the first that is shown. */
  earlier: string | null;
  isLoadingEarlier: boolean;
}

const pageSize = 20;
const readAgainMs = 700;
/** Pages that looking for the first error may load. */
const mostPages = 50;

const initial: ThreadState = {
  phase: 'loading',
  error: undefined,
  project: undefined,
  facts: undefined,
  turns: [],
  earlier: null,
  isLoadingEarlier: false,
};

/** A thread from its newest turn backwards, kept up to date while it goes on. */
export function useThread(project: string, threadId: string) {
  const client = useApolloClient();
  const [state, setState] = useState(initial);
  const latest = useRef(state);
  latest.current = state;

  const load = useCallback(
    async (after: string | null, isFirst: boolean) => {
      const { data } = await client.query({
        query: threadQuery,
        variables: { project, threadId, first: pageSize, after },
        fetchPolicy: 'no-cache',
      });
      const found = data?.project;
      if (!found?.thread) {
        setState((before) => ({ ...before, phase: 'missing' }));
        return null;
      }
      const { turns, ...facts } = found.thread;
      const earlier = turns.pageInfo.hasNextPage ? turns.pageInfo.endCursor : null;
      setState((before) => ({
        ...before,
        phase: 'ready',
        error: undefined,
        project: { id: found.id, uuid: found.uuid },
        facts,
        turns: withTurns(before.turns, turns.nodes.map(turnOf)),
        // Reading the newest again says nothing about what lies before the oldest.
        earlier: isFirst && before.turns.length > 0 ? before.earlier : earlier,
        isLoadingEarlier: false,
      }));
      return earlier;
    },
    [client, project, threadId],
  );

  const refresh = useCallback(() => {
    load(null, true).catch((error: unknown) => {
      const isMissing = hasErrorCode(error, 'NOT_FOUND');
      setState((before) =>
        before.phase === 'ready'
          ? before
          : { ...before, phase: isMissing ? 'missing' : 'failed', error },
      );
    });
  }, [load]);

  useEffect(() => {
    setState(initial);
    refresh();
  }, [refresh]);
  useThreadEvents(state.project?.id, threadId, refresh);

  async function showEarlier(): Promise<void> {
    const { earlier, isLoadingEarlier } = latest.current;
    if (earlier === null || isLoadingEarlier) return;
    setState((before) => ({ ...before, isLoadingEarlier: true }));
    await load(earlier, false).catch(() =>
      setState((before) => ({ ...before, isLoadingEarlier: false })),
    );
  }

  /** The trace of the first turn that failed, loaded; undefined when there is none. */
  async function findFirstError(): Promise<string | undefined> {
    const { data } = await client.query({
      query: firstErrorQuery,
      variables: {
        project,
        filter: { and: [{ threadId: { eq: threadId } }, { status: { eq: 'ERROR' } }] },
      },
      fetchPolicy: 'no-cache',
    });
    const uuid = data?.project?.traces.nodes[0]?.uuid;
    if (uuid === undefined) return undefined;
    let cursor = latest.current.earlier;
    const isLoaded = () => latest.current.turns.some((turn) => turn.traceUuid === uuid);
    for (let page = 0; page < mostPages && cursor !== null && !isLoaded(); page += 1) {
      cursor = await load(cursor, false);
    }
    return uuid;
  }

  return { state, refresh, showEarlier, findFirstError };
}

/** Something happened in the thread: its newest turns are read again, at most every so often. */
function useThreadEvents(
  projectId: string | undefined,
  threadId: string,
  onChange: () => void,
): void {
  const client = useApolloClient();
  useEffect(() => {
    if (projectId === undefined) return undefined;
    let timer: number | undefined;
    const subscription = client
      .subscribe({
        query: threadEventsSubscription,
        variables: { projectId, threadId, after: null },
        fetchPolicy: 'no-cache',
      })
      .subscribe({
        next: () => {
          timer ??= window.setTimeout(() => {
            timer = undefined;
            onChange();
          }, readAgainMs);
        },
        // The page stays right as of its last reading; the header shows that the connection is down.
        error: () => undefined,
      });
    return () => {
      window.clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [client, projectId, threadId, onChange]);
}
