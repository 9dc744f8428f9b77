import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { countText } from '../../lib/format.ts';
import { useFindKey } from '../../lib/use-find-key.ts';
import { useTick } from '../../lib/use-tick.ts';
import { Page } from '../../ui/Page.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { ConfirmAction } from './ConfirmAction.tsx';
import type { PendingAction } from './ConfirmAction.tsx';
import { parseInboxSearch } from './inbox-search.ts';
import type { InboxSearch } from './inbox-search.ts';
import { InboxTable } from './InboxTable.tsx';
import { ProblemDetails } from './ProblemDetails.tsx';
import { rememberSeen } from './seen.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useInbox } from './use-inbox.ts';
import type { Inbox } from './use-inbox.ts';
import { useSelection } from './use-selection.ts';
import type { Selection } from './use-selection.ts';
import './inbox.css';

export interface InboxPageProps {
  workspaceUuid: string;
  /** Whether the viewer may see what was refused. */
  canManage: boolean;
  search: InboxSearch;
  onSearch: (search: InboxSearch) => void;
  runLink: (runUuid: string) => string;
  renderPayload: (value: unknown, label: string) => ReactNode;
}

/** What was sent and is not stored, and what to do about it. */
export function InboxPage(props: InboxPageProps) {
  if (props.canManage) return <ManagedInbox {...props} />;
  return (
    <Page title={t('inbox.title')} tabTitle={t('inbox.title')}>
      <CalmState title={t('inbox.notYours')}>
        <p>{t('inbox.notYoursText')}</p>
      </CalmState>
    </Page>
  );
}

function ManagedInbox(props: InboxPageProps) {
  const { search, onSearch, workspaceUuid } = props;
  const inbox = useInbox(search);
  const selection = useSelection(inbox.problems ?? noProblems);
  const [pending, setPending] = useState<PendingAction>();
  const [said, setSaid] = useState('');
  const searchRef = useRef<HTMLInputElement>(null);
  useFindKey(searchRef);
  useTick(20_000);
  const isShown = inbox.problems !== undefined;
  useEffect(() => {
    if (!isShown) return undefined;
    rememberSeen(workspaceUuid, Date.now());
    // On leaving too: what came meanwhile was seen coming.
    return () => rememberSeen(workspaceUuid, Date.now());
  }, [isShown, workspaceUuid]);
  const openId = search.problem;
  const close = () => {
    const { problem: _problem, ...list } = search;
    onSearch(list);
    if (openId !== undefined) document.getElementById(`open-${openId}`)?.focus();
  };
  function ask(action: PendingAction): void {
    setSaid('');
    setPending(action);
  }

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape' && openId !== undefined) close();
  }

  return (
    <Page variant="full" title={t('inbox.title')} tabTitle={t('inbox.title')}>
      <FilterBar {...props} inbox={inbox} searchRef={searchRef} />
      {selection.chosen.length > 0 ? (
        <SelectionBar inbox={inbox} selection={selection} onAction={ask} />
      ) : null}
      <p className="inbox-said" role="status" hidden={said === ''}>
        {said}
      </p>
      <div className="inbox-frame" onKeyDown={closeOnEscape}>
        <div className="inbox-body" data-open={openId !== undefined || undefined}>
          <div className="inbox-list">
            <ListBody {...props} inbox={inbox} selection={selection} />
          </div>
          {openId === undefined ? null : (
            <ProblemDetails
              id={openId}
              isGone={inbox.gone.has(openId)}
              runLink={props.runLink}
              renderPayload={props.renderPayload}
              onAction={(action) => ask({ action, target: { ids: [openId] }, count: 1 })}
              onClose={close}
            />
          )}
        </div>
      </div>
      {pending ? (
        <ConfirmAction
          {...pending}
          onClose={() => setPending(undefined)}
          onDone={(words) => {
            setSaid(words);
            selection.clear();
          }}
        />
      ) : null}
    </Page>
  );
}

const noProblems: never[] = [];

interface FilterBarProps extends InboxPageProps {
  inbox: Inbox;
  searchRef: React.RefObject<HTMLInputElement | null>;
}

function FilterBar({ search, onSearch, inbox, searchRef }: FilterBarProps) {
  const kinds = useMemo(
    () =>
      (['all', 'rejected', 'dead'] as const).map((value) => ({
        value,
        text: t(`inbox.filter.${value}`),
      })),
    [],
  );
  const change = (next: Record<string, unknown>) =>
    onSearch(parseInboxSearch({ ...search, ...next }));
  const { count, newProblems } = inbox;
  return (
    <div className="filter-bar" role="search">
      <Segments
        label={t('inbox.filter.label')}
        value={search.kind ?? 'all'}
        options={kinds}
        onChange={(kind) => change({ kind })}
      />
      <SearchField
        className="filter-text"
        label={t('inbox.searchLabel')}
        placeholder={t('inbox.search')}
        hint="/"
        fieldRef={searchRef}
        value={search.q ?? ''}
        onChange={(q) => change({ q })}
      />
      {newProblems > 0 ? (
        <button type="button" className="inbox-new" onClick={inbox.reload}>
          <span className="pulse" />
          {t('inbox.new', { count: newProblems })}
        </button>
      ) : null}
      <span className="spacer" />
      {count && count.value > 0 ? (
        <span className="inbox-total quiet number">
          {t('inbox.count', {
            count: count.value,
            formatted: countText(count.value) + (count.precision === 'AT_LEAST' ? '+' : ''),
          })}
        </span>
      ) : null}
    </div>
  );
}

function ListBody(props: InboxPageProps & { inbox: Inbox; selection: Selection }) {
  const { inbox, search, onSearch, selection } = props;
  const { problems, error } = inbox;
  if (error && !problems) return <ErrorState error={error} onRetry={inbox.reload} />;
  if (!problems) return <Skeleton lines={[86, 80, 92, 74, 84, 78]} />;
  if (problems.length === 0) return <EmptyInbox search={search} onSearch={onSearch} />;
  return (
    <>
      <InboxTable
        problems={problems}
        selection={selection}
        openId={search.problem}
        onOpen={(problem) => onSearch({ ...search, problem })}
      />
      {inbox.hasMore ? (
        <button
          type="button"
          className="button inbox-more"
          disabled={inbox.isLoadingMore}
          onClick={inbox.loadMore}
        >
          {t('inbox.more')}
        </button>
      ) : null}
    </>
  );
}

function EmptyInbox({ search, onSearch }: Pick<InboxPageProps, 'search' | 'onSearch'>) {
  const isFiltered = search.kind !== undefined || search.q !== undefined;
  if (!isFiltered) {
    return (
      <CalmState title={t('inbox.none')}>
        <p>{t('inbox.noneText')}</p>
      </CalmState>
    );
  }
  return (
    <CalmState title={t('inbox.noneFound')}>
      <button type="button" className="button" onClick={() => onSearch({})}>
        {t('inbox.showAll')}
      </button>
    </CalmState>
  );
}
