import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { isTyping } from '../../lib/keyboard.ts';
import { useTick } from '../../lib/use-tick.ts';
import { oneLine } from '../../lib/format.ts';
import { AddressLink } from '../../ui/AddressLink.tsx';
import { Page } from '../../ui/Page.tsx';
import { CalmState, ErrorState } from '../../ui/States.tsx';
import { EmptyRuns } from './EmptyRuns.tsx';
import { FilterBar } from './FilterBar.tsx';
import { LiveToggle } from './LiveToggle.tsx';
import type { ListedRun } from './model/listed-run.ts';
import { parseRunSearch } from './model/run-search.ts';
import type { RunSearch } from './model/run-search.ts';
import { RunPeek } from './RunPeek.tsx';
import { RunTable, RunTableSkeleton } from './RunTable.tsx';
import { useRunList } from './use-run-list.ts';
import type { LiveRunList } from './use-run-list.ts';
import './runs.css';

export interface PeekedTrace {
  traceUuid: string;
  runUuid: string | undefined;
  tab: string | undefined;
  projectUuid: string | undefined;
  onSelectRun: (runUuid: string) => void;
  onTab: (tab: string) => void;
}

export interface RunListPageProps {
  project: string;
  search: RunSearch;
  /** Where a trace has its own page. */
  traceLink: (traceUuid: string, runUuid: string | undefined) => string;
  setupLink: string;
  /** What stands above the list when something is not as usual. */
  notice: ReactNode;
  renderTrace: (trace: PeekedTrace) => ReactNode;
  /** What a project shows before its first run. */
  renderFirstRun: () => ReactNode;
}

/** The runs of a project: what the address asks for, live, with a trace open beside it if wanted. */
export function RunListPage(props: RunListPageProps) {
  const { project, search } = props;
  const navigate = useNavigate();
  const runs = useRunList(project, search);
  const { state } = runs;
  const searchRef = useRef<HTMLInputElement>(null);
  const change = (next: RunSearch, isStep = false) =>
    void navigate({ to: '.', search: parseRunSearch({ ...next }) as never, replace: !isStep });
  const peek = usePeek(runs, search, change);
  const isRunning = state.list.rows.some((run) => run.status === 'PENDING');
  useTick(isRunning ? 1000 : 20_000);
  usePageKeys(searchRef, peek);
  const name = oneLine(project, 200);

  return (
    <Page
      variant="full"
      tabTitle={t('runs.tabTitle', { project: name })}
      title={<bdi title={name}>{name}</bdi>}
      actions={<LiveToggle runs={runs} />}
    >
      <FilterBar search={search} onChange={(next) => change(next)} searchRef={searchRef} />
      {props.notice}
      <div className="runs-body">
        <ListBody {...props} runs={runs} peek={peek} onChange={change} />
        {search.peek === undefined ? null : (
          <RunPeek
            title={peek.active?.name}
            position={peek.position}
            link={props.traceLink(search.peek, search.run)}
            onStep={peek.step}
            onClose={peek.close}
          >
            {props.renderTrace({
              traceUuid: search.peek,
              runUuid: search.run,
              tab: search.tab,
              projectUuid: state.project?.uuid,
              onSelectRun: (run) => change({ ...search, run }),
              onTab: (tab) => change({ ...search, tab }),
            })}
          </RunPeek>
        )}
      </div>
      <p className="sr-only" role="status">
        {state.list.waiting.length > 0
          ? t('runs.waiting', { count: state.list.waiting.length })
          : ''}
      </p>
    </Page>
  );
}

interface ListBodyProps extends RunListPageProps {
  runs: LiveRunList;
  peek: Peek;
  onChange: (search: RunSearch) => void;
}

function ListBody(props: ListBodyProps) {
  const { runs, search, peek } = props;
  const { state, store } = runs;
  switch (state.phase) {
    case 'loading':
      return <RunTableSkeleton />;
    case 'failed':
      return <ErrorState error={state.error} onRetry={store.retry} />;
    case 'missing':
      return (
        <CalmState title={t('runs.noProject')}>
          <p>{t('runs.noProjectText', { project: oneLine(props.project, 120) })}</p>
          <AddressLink className="button" href={props.setupLink}>
            {t('runs.howToSend')}
          </AddressLink>
        </CalmState>
      );
    case 'ready':
      if (state.list.rows.length > 0) {
        return (
          <RunTable
            runs={runs}
            activeUuid={peek.active?.uuid}
            isPeeking={search.peek !== undefined}
            onActivate={peek.activate}
            onOpen={peek.open}
          />
        );
      }
      return (
        <EmptyRuns
          project={props.project}
          search={search}
          onChange={props.onChange}
          renderFirstRun={props.renderFirstRun}
        />
      );
    default:
      return state.phase satisfies never;
  }
}

export interface Peek {
  active: ListedRun | undefined;
  /** Which row is open, of how many are loaded. */
  position: { index: number; count: number } | undefined;
  activate: (run: ListedRun) => void;
  open: (run: ListedRun) => void;
  step: (by: 1 | -1) => void;
  close: () => void;
}

/** Which row is meant: by key, by click, by the address. An open peek follows it. */
function usePeek(
  runs: LiveRunList,
  search: RunSearch,
  change: (search: RunSearch, isStep?: boolean) => void,
): Peek {
  const { rows } = runs.state.list;
  const [cursor, setCursor] = useState<string>();
  const isOpen = search.peek !== undefined;
  const found = rows.findIndex((run) => run.uuid === cursor);
  const isFoundOpen = found >= 0 && (!isOpen || rows[found]!.traceUuid === search.peek);
  const index = isFoundOpen ? found : rows.findIndex((run) => isPeeked(run, search));
  const active = rows[index];

  function show(run: ListedRun): void {
    setCursor(run.uuid);
    const { run: _run, ...rest } = search;
    const selected = run.uuid === run.traceUuid ? {} : { run: run.uuid };
    change({ ...rest, peek: run.traceUuid, ...selected }, !isOpen);
  }

  return {
    active,
    position: index >= 0 && isOpen ? { index, count: rows.length } : undefined,
    activate(run) {
      setCursor(run.uuid);
      if (isOpen) show(run);
    },
    open: show,
    step(by) {
      const next = rows[index < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, index + by))];
      if (next && next !== active) show(next);
      if (index + by >= rows.length - 3) void runs.store.loadMore();
    },
    close() {
      const { peek: _peek, run: _run, tab: _tab, ...list } = search;
      change(list);
    },
  };
}

function isPeeked(run: ListedRun, search: RunSearch): boolean {
  if (search.peek === undefined) return false;
  return search.scope === 'all'
    ? run.uuid === (search.run ?? search.peek)
    : run.traceUuid === search.peek;
}

/** `/` finds; `J` and `K` step through traces from anywhere; Escape closes the peek. */
function usePageKeys(searchRef: React.RefObject<HTMLInputElement | null>, peek: Peek): void {
  const latest = useRef(peek);
  latest.current = peek;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const actions: Record<string, () => void> = {
        '/': () => searchRef.current?.focus(),
        J: () => latest.current.step(1),
        K: () => latest.current.step(-1),
        Escape: () => latest.current.close(),
      };
      if (!Object.hasOwn(actions, event.key)) return;
      event.preventDefault();
      actions[event.key]!();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [searchRef]);
}
