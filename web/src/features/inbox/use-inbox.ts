import { NetworkStatus } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { InboxQuery } from '../../gql/graphql.ts';
import { noChanges, withEvent } from './inbox-changes.ts';
import type { InboxEvent } from './inbox-changes.ts';
import { inboxEventsSubscription, inboxQuery } from './inbox-documents.ts';
import { problemFilterOf } from './inbox-search.ts';
import type { InboxSearch } from './inbox-search.ts';

export type ListedProblem =
  InboxQuery['viewer']['workspace']['ingestProblems']['edges'][number]['node'];

type Count = InboxQuery['viewer']['workspace']['ingestProblems']['count'];

const pageSize = 50;

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
  const [changes, setChanges] = useState(noChanges);
  const { gone, fresh } = changes;
  const problems = useMemo(
    () => connection?.edges.map(({ node }) => node).filter(({ id }) => !gone.has(id)),
    [connection, gone],
  );
  const listed = useRef<ReadonlySet<string>>(gone);
  listed.current = new Set(connection?.edges.map(({ node }) => node.id));

  function reload(): void {
    setChanges((now) => ({ ...now, fresh: noChanges.fresh }));
    query.refetch().then(() => setChanges(noChanges), toldByQuery);
  }

  function take(event: InboxEvent): void {
    const list = { ids: listed.current, kind: filter.kind };
    if (withEvent(noChanges, event, list) === undefined) reload();
    else setChanges((now) => withEvent(now, event, list) ?? now);
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
  useEffect(() => setChanges(noChanges), [filter]);

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
    loadMore: () => {
      const after = connection?.pageInfo.endCursor ?? null;
      query.fetchMore({ variables: { after } }).catch(toldByQuery);
    },
  };
}

export type Inbox = ReturnType<typeof useInbox>;

/** A read that fails is `error` of the query; what is listed stays. */
const toldByQuery = () => undefined;

/** The list is counted when it is read; what left since is known. */
function withoutGone(count: Count, gone: number): Count {
  return count.precision === 'EXACT' ? { ...count, value: Math.max(0, count.value - gone) } : count;
}
