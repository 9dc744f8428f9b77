import { NetworkStatus } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { InboxEventsSubscription, InboxQuery } from '../../gql/graphql.ts';
import { inboxEventsSubscription, inboxQuery } from './inbox-documents.ts';
import { problemFilterOf } from './inbox-search.ts';
import type { InboxSearch } from './inbox-search.ts';

export type ListedProblem =
  InboxQuery['viewer']['workspace']['ingestProblems']['edges'][number]['node'];

type Count = InboxQuery['viewer']['workspace']['ingestProblems']['count'];

const pageSize = 50;
const none: ReadonlySet<string> = new Set();

/**
 * The list and what happens to it: problems that are listed change in place and leave by themselves; new
 * ones are counted, and shown when that is asked for or nothing is listed.
 */
export function useInbox({ kind, q }: InboxSearch) {
  // Which problem is open does not change the list.
  const filter = useMemo(
    () => problemFilterOf({ ...(kind && { kind }), ...(q !== undefined && { q }) }),
    [kind, q],
  );
  const query = useQuery(inboxQuery, {
    variables: { first: pageSize, filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const connection = (query.data ?? query.previousData)?.viewer.workspace.ingestProblems;
  const [gone, setGone] = useState(none);
  const [fresh, setFresh] = useState(none);
  const problems = useMemo(
    () => connection?.edges.map(({ node }) => node).filter(({ id }) => !gone.has(id)),
    [connection, gone],
  );
  const listed = useRef(none);
  listed.current = new Set(connection?.edges.map(({ node }) => node.id));

  function reload(): void {
    setFresh(none);
    void query.refetch().then(() => setGone(none));
  }

  function take(event: InboxEventsSubscription['ingestProblemEvents']): void {
    const { problem } = event;
    if (problem) {
      const isWanted = filter.kind === undefined || filter.kind === problem.kind;
      // One that was replayed in vain comes back as it was.
      setGone((now) => minus(now, problem.id));
      if (isWanted && !listed.current.has(problem.id)) setFresh((now) => plus(now, problem.id));
    } else if (event.__typename === 'IngestProblemRemoved') {
      setGone((now) => plus(now, event.problemId));
      setFresh((now) => minus(now, event.problemId));
    } else reload();
  }

  useSubscription(inboxEventsSubscription, {
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data?.ingestProblemEvents) take(data.ingestProblemEvents);
    },
  });

  const isEmpty = problems?.length === 0;
  useEffect(() => {
    if (isEmpty && fresh.size > 0) reload();
  });
  useEffect(() => setFresh(none), [filter]);

  return {
    problems,
    filter,
    error: query.error,
    count: connection && withoutGone(connection.count, listed.current.size - problems!.length),
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    isLoadingMore: query.networkStatus === NetworkStatus.fetchMore,
    newProblems: fresh.size,
    gone,
    reload,
    loadMore: () =>
      void query.fetchMore({ variables: { after: connection?.pageInfo.endCursor ?? null } }),
  };
}

export type Inbox = ReturnType<typeof useInbox>;

/** The list is counted when it is read; what left since is known. */
function withoutGone(count: Count, gone: number): Count {
  return count.precision === 'EXACT' ? { ...count, value: Math.max(0, count.value - gone) } : count;
}

const plus = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => new Set(set).add(id);

function minus(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return set.has(id) ? new Set([...set].filter((other) => other !== id)) : set;
}
