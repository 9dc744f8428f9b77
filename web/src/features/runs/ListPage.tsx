import { PanelLeftOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { oneLine } from '../../lib/format.ts';
import { remember, remembered } from '../../lib/remember.ts';
import { Page } from '../../ui/Page.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { TimeRangeMenu } from '../../ui/time/TimeRangeMenu.tsx';
import { FacetSidebar } from './facets/FacetSidebar.tsx';
import { FilterField } from './filter/FilterField.tsx';
import { useFilterCompletion } from './filter/use-filter-completion.ts';
import { withFacet } from './model/facet-filter.ts';
import { scopes, withScope } from './model/list-search.ts';
import type { ListSearch } from './model/list-search.ts';
import { RunsBody } from './RunsBody.tsx';
import { MetricStrip } from './strip/MetricStrip.tsx';
import { ThreadsBody } from './ThreadsBody.tsx';
import { UsersBody } from './UsersBody.tsx';
import { useListQuestion } from './use-list-search.ts';
import type { ListQuestion } from './use-list-search.ts';
import { ViewsMenu } from './views/ViewsMenu.tsx';
import { useViews } from './views/use-views.ts';
import './runs.css';

export interface PeekedTrace {
  traceUuid: string;
  runUuid: string | undefined;
  tab: string | undefined;
  projectUuid: string | undefined;
  onSelectRun: (runUuid: string) => void;
  onTab: (tab: string) => void;
}

/** What can be done to ticked rows besides copying their ids; drawn by others. */
export interface ListSelection {
  projectId: string;
  runUuids: readonly string[];
  /** All that match instead of those that are ticked. */
  matching: { filter: unknown; timeRange: unknown } | undefined;
  onDone: () => void;
}

export interface ListPageProps {
  project: string;
  search: ListSearch;
  onSearch: (search: ListSearch, isStep: boolean) => void;
  /** Addresses of other pages. */
  traceLink: (traceUuid: string, runUuid: string | undefined) => string;
  threadLink: (threadId: string) => string;
  onThread: (threadId: string) => void;
  setupLink: string;
  canManageViews: boolean;
  /** What stands above the list when something is not as usual. */
  notice: ReactNode;
  renderTrace: (trace: PeekedTrace) => ReactNode;
  /** What a project shows before its first run. */
  renderFirstRun: () => ReactNode;
  renderSelection: (selection: ListSelection) => ReactNode;
  renderUserActions: (user: { userId: string; projectId: string }) => ReactNode;
}

/** The runs, traces, threads or users of a project: what the address asks for. */
export function ListPage(props: ListPageProps) {
  const { project, search } = props;
  const question = useListQuestion(search, props.onSearch);
  const views = useViews({ project, search, question });
  const focusFilter = useRef<(() => void) | null>(null);
  const [actions, setActions] = useState<HTMLElement | null>(null);
  const facets = useFacetsOpen();
  const name = oneLine(project, 200);
  return (
    <Page
      variant="full"
      tabTitle={t('runs.tabTitle', { project: name })}
      title={<bdi title={name}>{name}</bdi>}
      actions={
        <>
          <ViewsMenu views={views} canManage={props.canManageViews} />
          {/* What belongs to one kind of list, e.g. the switch for live runs, is drawn into here. */}
          <span ref={setActions} className="list-actions" />
        </>
      }
    >
      <ListBar question={question} project={project} focusFilter={focusFilter} facets={facets} />
      {props.notice}
      {/* Of a filter that means nothing there are no figures either. */}
      {question.read.isValid ? <ListStrip project={project} question={question} /> : null}
      <div className="list-body">
        {facets.isOpen && search.scope !== 'users' && question.read.isValid ? (
          <FacetSidebar
            project={project}
            filter={question.filter}
            filterInput={question.filterInput}
            timeRange={question.timeRange}
            onFilter={question.setFilter}
            onClose={facets.toggle}
          />
        ) : null}
        <ScopeBody {...props} question={question} focusFilter={focusFilter} actionsAt={actions} />
      </div>
    </Page>
  );
}

export interface BodyProps extends ListPageProps {
  question: ListQuestion;
  focusFilter: React.RefObject<(() => void) | null>;
  /** Where in the head of the page a body draws its own switches. */
  actionsAt: HTMLElement | null;
}

function ScopeBody(props: BodyProps) {
  switch (props.question.scope) {
    case 'threads':
      return <ThreadsBody {...props} />;
    case 'users':
      return <UsersBody {...props} />;
    default:
      return <RunsBody {...props} />;
  }
}

interface FacetsOpen {
  isOpen: boolean;
  toggle: () => void;
}

/** Open where there is room, unless its reader said otherwise. */
function useFacetsOpen(): FacetsOpen {
  const fallback = window.innerWidth >= 1280 ? 'open' : 'closed';
  const [isOpen, setIsOpen] = useState(
    () => remembered<string>('runs.facets', fallback) === 'open',
  );
  return {
    isOpen,
    toggle() {
      remember('runs.facets', isOpen ? 'closed' : 'open');
      setIsOpen(!isOpen);
    },
  };
}

interface ListBarProps {
  question: ListQuestion;
  project: string;
  focusFilter: React.RefObject<(() => void) | null>;
  facets: FacetsOpen;
}

function ListBar({ question, project, focusFilter, facets }: ListBarProps) {
  const { search, scope, change } = question;
  const complete = useFilterCompletion(project, question);
  const { from: _from, to: _to, range: _range, ...rest } = search;
  return (
    <div className="filter-bar list-bar" role="search">
      {facets.isOpen || scope === 'users' ? null : (
        <button
          type="button"
          className="icon-button"
          title={t('facets.open')}
          aria-label={t('facets.open')}
          onClick={facets.toggle}
        >
          <PanelLeftOpen size={15} aria-hidden />
        </button>
      )}
      <Segments
        label={t('runs.scope')}
        value={scope}
        options={scopes.map((value) => ({ value, text: t(`runs.scopes.${value}`) }))}
        onChange={(next) => change(withScope(search, next), true)}
      />
      <FilterField
        value={search.filter ?? ''}
        onChange={question.setFilterText}
        complete={complete}
        focusRef={focusFilter}
      />
      <TimeRangeMenu range={search} onChange={(range) => change({ ...rest, ...range }, true)} />
    </div>
  );
}

/** Users are counted over all traces, so their figures are those of all traces. */
const allRoots = { isRoot: true };

function ListStrip({ project, question }: { project: string; question: ListQuestion }) {
  const { filter, scope, filterInput, timeRange, nowMs } = question;
  const isOfRuns = scope === 'runs' || scope === 'threads';
  return (
    <MetricStrip
      project={project}
      title={t(isOfRuns ? 'runs.scopes.runs' : 'runs.scopes.traces')}
      filter={scope === 'users' ? allRoots : filterInput}
      timeRange={timeRange}
      nowMs={nowMs}
      onRange={({ fromMs, toMs }) =>
        question.setRange({
          from: new Date(fromMs).toISOString(),
          to: new Date(toMs).toISOString(),
        })
      }
      onErrors={() =>
        question.setFilter(
          withFacet(filter, { kind: 'text', field: 'status' }, 'error', 'included'),
        )
      }
    />
  );
}
