import { useMemo, useState } from 'react';
import { allOf } from '@runlight/run-model/filter';
import { t } from '../../i18n/index.ts';
import { rangeName, reachesNow, withoutRange } from '../../lib/time-range.ts';
import type { GridColumn } from '../../ui/grid/grid-columns.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { CalmState } from '../../ui/States.tsx';
import { userColumns } from './columns/user-columns.tsx';
import { userListQuery } from './data/user-documents.ts';
import type { BodyProps } from './ListPage.tsx';
import { listKey, withoutFilter, withScope } from './model/list-search.ts';
import { listedUserOf } from './model/listed-user.ts';
import type { ListedUser } from './model/listed-user.ts';
import { withFacet } from './model/facet-filter.ts';
import { printFilterText } from '@runlight/run-model/filter';
import { PagedBody } from './PagedBody.tsx';
import { usePagedList } from './use-paged-list.ts';

const pageSize = 50;

/** Who uses the application, as the metadata of runs name them. A row opens the user's traces. */
export function UsersBody(props: BodyProps) {
  const { project, question, renderUserActions } = props;
  const { search, timeRange } = question;
  const [name, setName] = useState('');
  const [projectId, setProjectId] = useState<string>();
  const list = usePagedList<ListedUser>({
    key: `${project}|${name}|${listKey(withoutFilter(search))}`,
    keyOf: (user) => user.userId,
    isFollowed: reachesNow(search, Date.now()),
    async load(client, after, signal) {
      const nameContains = name.trim() === '' ? null : name.trim();
      const { data } = await client.query({
        query: userListQuery,
        variables: { project, nameContains, timeRange, first: pageSize, after },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal } },
      });
      const found = data?.project?.users;
      setProjectId(data?.project?.id);
      if (!found) return null;
      const { hasNextPage, endCursor } = found.pageInfo;
      return { rows: found.nodes.map(listedUserOf), next: hasNextPage ? endCursor : null };
    },
  });
  const columns = useMemo<readonly GridColumn<ListedUser>[]>(
    () => [
      ...userColumns,
      {
        id: 'actions',
        title: t('users.columns.actions'),
        width: 90,
        isFixed: false,
        render: ({ userId }) =>
          projectId === undefined ? null : (
            // What is done to a user is not a click on the row.
            <span onClick={(event) => event.stopPropagation()}>
              {renderUserActions({ userId, projectId })}
            </span>
          ),
      },
    ],
    [renderUserActions, projectId],
  );
  const showTraces = ({ userId }: ListedUser) => {
    const filter = withFacet(allOf([]), { kind: 'text', field: 'userId' }, userId, 'included');
    const { filter: _filter, ...rest } = withScope(search, 'traces');
    question.change({ ...rest, filter: printFilterText(filter) }, true);
  };
  return (
    <div className="list-main">
      <div className="list-find">
        <SearchField
          className="filter-text"
          label={t('users.searchLabel')}
          placeholder={t('users.search')}
          value={name}
          onChange={setName}
        />
        {search.filter === undefined ? null : (
          <p className="quiet">
            {t('users.filterNote')}{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => question.change(withoutFilter(search))}
            >
              {t('runs.clearFilters')}
            </button>
          </p>
        )}
      </div>
      <PagedBody
        page={props}
        label={t('users.table')}
        columns={columns}
        list={list}
        keyOf={(user) => user.userId}
        onOpen={showTraces}
        endOf={(count, formatted) => t('users.end', { count, formatted })}
        empty={
          <CalmState title={t(name === '' ? 'users.none' : 'users.noneFound')}>
            <p>{t('users.noneText')}</p>
            {rangeName(search) === 'all' ? null : (
              <button
                type="button"
                className="button"
                onClick={() => question.change(withoutRange(search))}
              >
                {t('runs.anyTime')}
              </button>
            )}
          </CalmState>
        }
      />
    </div>
  );
}
