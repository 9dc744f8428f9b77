import { t } from '../../i18n/index.ts';
import { rangeName, reachesNow, withoutRange } from '../../lib/time-range.ts';
import { CalmState } from '../../ui/States.tsx';
import { threadColumns } from './columns/thread-columns.tsx';
import { threadListQuery } from './data/thread-documents.ts';
import type { BodyProps } from './ListPage.tsx';
import { isNarrow } from './model/list-filter.ts';
import { listKey, withoutFilter } from './model/list-search.ts';
import { listedThreadOf } from './model/listed-thread.ts';
import type { ListedThread } from './model/listed-thread.ts';
import { PagedBody } from './PagedBody.tsx';
import { WrongFilter } from './RunsBody.tsx';
import { usePagedList } from './use-paged-list.ts';

const pageSize = 50;

/** Conversations: what belongs to one thread is one row. */
export function ThreadsBody(props: BodyProps) {
  const { project, question } = props;
  const { search, filterInput, timeRange } = question;
  const list = usePagedList<ListedThread>({
    key: project + listKey(search),
    keyOf: (thread) => thread.threadId,
    isFollowed: reachesNow(search, Date.now()),
    async load(client, after, signal) {
      const { data } = await client.query({
        query: threadListQuery,
        variables: { project, filter: filterInput, timeRange, first: pageSize, after },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal } },
      });
      const found = data?.project?.threads;
      if (!found) return null;
      const { hasNextPage, endCursor } = found.pageInfo;
      return { rows: found.nodes.map(listedThreadOf), next: hasNextPage ? endCursor : null };
    },
  });
  if (!question.read.isValid) return <WrongFilter />;
  return (
    <PagedBody
      page={props}
      label={t('threads.table')}
      columns={threadColumns}
      list={list}
      keyOf={(thread) => thread.threadId}
      onOpen={(thread) => props.onThread(thread.threadId)}
      linkOf={(thread) => props.threadLink(thread.threadId)}
      endOf={(count, formatted) => t('threads.end', { count, formatted })}
      empty={<NoThreads {...props} />}
    />
  );
}

function NoThreads({ question }: BodyProps) {
  const { search, filter, change } = question;
  return (
    <CalmState title={t(isNarrow(filter) ? 'threads.noneFound' : 'threads.none')}>
      <p>{t('threads.noneText')}</p>
      <p className="state-actions">
        {isNarrow(filter) ? (
          <button type="button" className="button" onClick={() => change(withoutFilter(search))}>
            {t('runs.clearFilters')}
          </button>
        ) : null}
        {rangeName(search) === 'all' ? null : (
          <button type="button" className="button" onClick={() => change(withoutRange(search))}>
            {t('runs.anyTime')}
          </button>
        )}
      </p>
    </CalmState>
  );
}
