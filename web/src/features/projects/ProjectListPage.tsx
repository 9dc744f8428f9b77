import { NetworkStatus } from '@apollo/client';
import { useFragment, useQuery } from '@apollo/client/react';
import type { FragmentType } from '@apollo/client/masking';
import { Link } from '@tanstack/react-router';
import { FolderClosed, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { graphql } from '../../gql/index.ts';
import type { ProjectRowFragment } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { agoText, exactTime, oneLine } from '../../lib/format.ts';
import { parseTimeUs } from '../../lib/time.ts';
import { useFindKey } from '../../lib/use-find-key.ts';
import { useTick } from '../../lib/use-tick.ts';
import { Page } from '../../ui/Page.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { CreateProject } from './CreateProject.tsx';
import { parseProjectSearch } from './project-search.ts';
import type { ProjectSearch } from './project-search.ts';
import './projects.css';

export const projectRowFragment = graphql(`
  fragment ProjectRow on Project {
    id
    name
    description
    createdAt
  }
`);

export const projectListQuery = graphql(`
  query ProjectList($first: Int!, $after: String, $nameContains: String) {
    projects(first: $first, after: $after, nameContains: $nameContains) {
      edges {
        cursor
        node {
          id
          ...ProjectRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const pageSize = 50;

interface ProjectListPageProps {
  workspace: string;
  search: ProjectSearch;
  canCreate: boolean;
  onSearch: (search: ProjectSearch) => void;
}

/** The workspace's projects, newest first. */
export function ProjectListPage(props: ProjectListPageProps) {
  const { search, workspace, canCreate } = props;
  const [isCreating, setIsCreating] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  useFindKey(searchRef);
  useTick(30_000);
  const { data, error, fetchMore, refetch, networkStatus } = useQuery(projectListQuery, {
    variables: { first: pageSize, nameContains: search.q ?? null },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const connection = data?.projects;
  const loadMore = () =>
    void fetchMore({ variables: { after: connection?.pageInfo.endCursor ?? null } });
  return (
    <Page
      title={t('projects.title')}
      tabTitle={t('projects.title')}
      actions={
        canCreate ? (
          <button type="button" className="button" onClick={() => setIsCreating(true)}>
            <Plus size={14} aria-hidden />
            {t('projects.create')}
          </button>
        ) : null
      }
    >
      <div className="filter-bar" role="search">
        <SearchField
          className="filter-text"
          label={t('projects.searchLabel')}
          placeholder={t('projects.search')}
          hint="/"
          fieldRef={searchRef}
          value={search.q ?? ''}
          onChange={(q) => props.onSearch(parseProjectSearch({ q }))}
        />
      </div>
      {error && !connection ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !connection ? (
        <Skeleton lines={[42, 36, 48, 30, 40, 34]} />
      ) : connection.edges.length === 0 ? (
        <NoProjects search={search} onSearch={props.onSearch} />
      ) : (
        <ul className="projects" aria-label={t('projects.title')} onKeyDown={moveBetweenRows}>
          {connection.edges.map(({ node }) => (
            <ProjectRow key={node.id} project={node} workspace={workspace} />
          ))}
        </ul>
      )}
      {connection?.pageInfo.hasNextPage ? (
        <button
          type="button"
          className="button projects-more"
          disabled={networkStatus !== NetworkStatus.ready}
          onClick={loadMore}
        >
          {t('projects.more')}
        </button>
      ) : null}
      {isCreating ? (
        <CreateProject workspace={workspace} onClose={() => setIsCreating(false)} />
      ) : null}
    </Page>
  );
}

/** `j`, `k` and arrows walk through the rows; Enter follows the link. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>): void {
  const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.metaKey || event.ctrlKey || event.altKey) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const index = links.indexOf(document.activeElement as HTMLAnchorElement);
  links[Math.max(0, Math.min(links.length - 1, index + by))]?.focus();
  event.preventDefault();
}

interface ProjectRowProps {
  project: FragmentType<ProjectRowFragment>;
  workspace: string;
}

function ProjectRow({ project, workspace }: ProjectRowProps) {
  const { data, complete } = useFragment({ fragment: projectRowFragment, from: project });
  if (!complete) return null;
  const createdUs = parseTimeUs(data.createdAt) ?? 0;
  const name = oneLine(data.name);
  return (
    <li>
      <Link
        className="project"
        to="/w/$workspace/p/$project/runs"
        params={{ workspace, project: data.name }}
        search={{}}
      >
        <FolderClosed size={16} aria-hidden />
        <bdi className="project-name cut" title={name.slice(0, 500)}>
          {name}
        </bdi>
        <bdi className="project-text cut">{oneLine(data.description ?? '', 300)}</bdi>
        <span className="project-time number" title={exactTime(createdUs)}>
          {t('projects.created', { ago: agoText(createdUs, Date.now() * 1000) })}
        </span>
      </Link>
    </li>
  );
}

function NoProjects({ search, onSearch }: Pick<ProjectListPageProps, 'search' | 'onSearch'>) {
  if (search.q === undefined) {
    return (
      <CalmState title={t('projects.none')}>
        <p>{t('projects.noneText')}</p>
      </CalmState>
    );
  }
  return (
    <CalmState title={t('projects.noneFound', { text: oneLine(search.q, 60) })}>
      <button type="button" className="button" onClick={() => onSearch({})}>
        {t('projects.showAll')}
      </button>
    </CalmState>
  );
}
