import { NetworkStatus } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { InboxQuery, IngestProblemFilter } from '../../gql/graphql.ts';
import { noChanges, withEvent } from './inbox-changes.ts';
import type { InboxChanges, InboxEvent } from './inbox-changes.ts';
import { inboxEventsSubscription, inboxQuery, problemCountQuery } from './inbox-documents.ts';
import { problemFilterOf } from './inbox-search.ts';
import type { InboxSearch } from './inbox-search.ts';

export type ListedProblem =
  InboxQuery['viewer']['workspace']['ingestProblems']['edges'][number]['node'];

const pageSize = 50;
const recountAfterMs = 500;

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

  /** What happens while the list is being read counts all the same, so nothing is forgotten after it. */
  function reload(changesBefore: InboxChanges = { gone, fresh: noChanges.fresh }): void {
    setChanges(changesBefore);
    query.refetch().catch(toldByQuery);
  }

  const { count, recount } = useCount(filter);

  function take(event: InboxEvent): void {
    recount();
    const list = { ids: listed.current, kind: filter.kind };
    // What has left may have come back unnoticed.
    if (withEvent(noChanges, event, list) === undefined) reload(noChanges);
    else setChanges((now) => withEvent(now, event, list) ?? now);
  }

  useSubscription(inboxEventsSubscription, {
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data?.ingestProblemEvents) take(data.ingestProblemEvents);
    },
  });

  const unlisted = [...fresh].filter((id) => !listed.current.has(id)).length;
  const isEmpty = problems?.length === 0;
  useEffect(() => {
    if (isEmpty && unlisted > 0) reload();
  });
  useEffect(() => setChanges((now) => ({ ...now, fresh: noChanges.fresh })), [filter]);

  const hasMore = connection?.pageInfo.hasNextPage ?? false;
  const isAll = count?.precision === 'EXACT' && count.value <= (problems?.length ?? 0);
  return {
    problems,
    filter,
    error: query.error,
    count,
    hasMore: hasMore && !isAll,
    isLoadingMore: query.networkStatus === NetworkStatus.fetchMore,
    newProblems: unlisted,
    gone,
    reload: () => reload(),
    loadMore: () => {
      const after = connection?.pageInfo.endCursor ?? null;
      query.fetchMore({ variables: { after } }).catch(toldByQuery);
    },
  };
}

export type Inbox = ReturnType<typeof useInbox>;

/** A read that fails is `error` of the query; what is listed stays. */
const toldByQuery = () => undefined;

/** Counted anew a moment after something happened: what left need not have been in the list. */
function useCount(filter: IngestProblemFilter) {
  const { data, previousData, refetch } = useQuery(problemCountQuery, {
    variables: { filter },
    fetchPolicy: 'no-cache',
    errorPolicy: 'ignore',
  });
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  function recount(): void {
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      refetch().catch(toldByQuery);
    }, recountAfterMs);
  }
  return { count: (data ?? previousData)?.viewer.workspace.counted.count, recount };
}
