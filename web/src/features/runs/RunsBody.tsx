import { useCallback, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../../i18n/index.ts';
import { countText, oneLine } from '../../lib/format.ts';
import { useTick } from '../../lib/use-tick.ts';
import { AddressLink } from '../../ui/AddressLink.tsx';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { GridSkeleton } from '../../ui/grid/GridSkeleton.tsx';
import { noTicks } from '../../ui/grid/ticks.ts';
import type { Ticks } from '../../ui/grid/ticks.ts';
import { CalmState, ErrorState } from '../../ui/States.tsx';
import { hasFeedback, metadataPathsOf, runColumnsFor } from './columns/run-columns.tsx';
import { nameOfRun } from './columns/run-cells.tsx';
import { RunColumnsMenu } from './columns/RunColumnsMenu.tsx';
import { EmptyRuns } from './EmptyRuns.tsx';
import type { BodyProps } from './ListPage.tsx';
import { LiveToggle } from './LiveToggle.tsx';
import { phaseOfRun } from './model/listed-run.ts';
import type { ListedRun } from './model/listed-run.ts';
import { sortOf, withSort } from './model/list-search.ts';
import { orderByOf } from './model/order.ts';
import { NewRunsPill } from './NewRunsPill.tsx';
import { RunPeek } from './peek/RunPeek.tsx';
import { usePageKeys, usePeek } from './peek/use-peek.ts';
import type { Peek } from './peek/use-peek.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { usePlaces } from './use-places.ts';
import type { ListPlaces } from './use-places.ts';
import { useRunList } from './use-run-list.ts';
import type { LiveRunList } from './use-run-list.ts';

/** Runs, or the roots of traces, live, with a trace open beside them if wanted. */
export function RunsBody(props: BodyProps) {
  const { project, question } = props;
  const { search, change } = question;
  const body = useRef<HTMLDivElement>(null);
  const places = usePlaces(question.scope, search, body, (next) => change(next));
  const runs = useRunList(project, listingOf(props), {
    metadataPaths: metadataPathsOf(places.places),
    withFeedback: hasFeedback(places.places),
  });
  const { state } = runs;
  const peek = usePeek(runs, question);
  const isRunning = state.list.rows.some((run) => run.status === 'PENDING');
  useTick(isRunning ? 1000 : 20_000);
  usePageKeys(props.focusFilter, peek);
  return (
    <div ref={body} className="list-main">
      {props.actionsAt
        ? createPortal(
            <>
              <LiveToggle runs={runs} />
              <RunColumnsMenu project={project} list={places} />
            </>,
            props.actionsAt,
          )
        : null}
      <RunRows {...props} runs={runs} peek={peek} list={places} />
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
      <p className="sr-only" role="status">
        {state.list.waiting.length > 0
          ? t('runs.waiting', { count: state.list.waiting.length })
          : ''}
      </p>
    </div>
  );
}

function listingOf({ question }: BodyProps) {
  const { search, filterInput } = question;
  const { range, from, to } = search;
  const orderBy = orderByOf(search);
  return {
    filter: filterInput,
    range: { ...(range ? { range } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) },
    ...(orderBy ? { orderBy } : {}),
  };
}

interface RunRowsProps extends BodyProps {
  runs: LiveRunList;
  peek: Peek;
  list: ListPlaces;
}

function RunRows(props: RunRowsProps) {
  const { runs, question, list } = props;
  const { state, store } = runs;
  if (!question.read.isValid) return <WrongFilter />;
  switch (state.phase) {
    case 'loading':
      return (
        <GridSkeleton
          columns={runColumnsFor(list.places)}
          places={list.places}
          rowSize={list.rowSize}
          hasTicks
        />
      );
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
      if (state.list.rows.length > 0) return <Rows {...props} />;
      return (
        <EmptyRuns
          project={props.project}
          question={question}
          renderFirstRun={props.renderFirstRun}
        />
      );
    default:
      return state.phase satisfies never;
  }
}

/** Nothing is listed for a filter that says nothing: anything else would be a wrong answer. */
export function WrongFilter() {
  return (
    <CalmState title={t('filter.wrong')}>
      <p>{t('filter.wrongText')}</p>
    </CalmState>
  );
}

function Rows(props: RunRowsProps) {
  const { runs, peek, list, question } = props;
  const { state, store } = runs;
  const { rows, fresh, waiting, hasMore } = state.list;
  const [ticks, setTicks] = useTicks(question.search.filter);
  const columns = useMemo(() => runColumnsFor(list.places), [list.places]);
  const nowUs = store.nowUs();
  const onMore = useCallback(() => void store.loadMore(), [store]);
  return (
    <div className="list-rows" data-stale={runs.isStale || undefined}>
      <DataGrid<ListedRun>
        label={t(question.scope === 'runs' ? 'runs.table' : 'runs.tracesTable')}
        columns={columns}
        places={list.places}
        onPlaces={list.setPlaces}
        rows={rows}
        keyOf={(run) => run.uuid}
        nameOf={nameOfRun}
        lookOf={(run) => ({
          status: run.status,
          phase: phaseOfRun(run, nowUs),
          isFresh: fresh.has(run.uuid),
        })}
        clockOf={(run) => clockOf(run, nowUs)}
        rowSize={list.rowSize}
        activeKey={peek.active?.uuid}
        onActivate={peek.activate}
        onOpen={peek.open}
        linkOf={(run) =>
          props.traceLink(run.traceUuid, run.uuid === run.traceUuid ? undefined : run.uuid)
        }
        sort={sortOf(question.search)}
        onSort={(sort) => question.change(withSort(question.search, sort))}
        ticks={ticks}
        onTicks={setTicks}
        hasMore={hasMore}
        onMore={onMore}
        onAtTop={store.setAtTop}
        renderOver={(toTop) => (
          <NewRunsPill
            count={waiting.length}
            onShow={() => {
              store.showWaiting();
              toTop();
            }}
          />
        )}
        foot={<ListEnd runs={runs} />}
      />
      {ticks.keys.size > 0 ? (
        <SelectionBar
          {...props}
          projectId={state.project?.id}
          ticks={ticks}
          onTicks={setTicks}
          order={rows.map((run) => run.uuid)}
          hasMore={hasMore}
        />
      ) : null}
    </div>
  );
}

/** Ticks of one filter; another one lists other rows. */
function useTicks(filter: string | undefined): [Ticks, (ticks: Ticks) => void] {
  const [kept, setKept] = useState<{ filter: string | undefined; ticks: Ticks }>({
    filter,
    ticks: noTicks,
  });
  return [kept.filter === filter ? kept.ticks : noTicks, (ticks) => setKept({ filter, ticks })];
}

/** What a row may know of the time: whole seconds while it runs, else minutes, so that memo holds. */
function clockOf(run: ListedRun, nowUs: number): number {
  const step =
    run.status === 'PENDING' || nowUs - run.startUs < 60_000_000 ? 1_000_000 : 20_000_000;
  return Math.floor(nowUs / step) * step;
}

function ListEnd({ runs }: { runs: LiveRunList }) {
  const { list, isLoadingMore, moreError } = runs.state;
  if (moreError !== undefined) {
    return (
      <p role="alert">
        {t('runs.moreFailed')}{' '}
        <button type="button" className="link-button" onClick={() => void runs.store.loadMore()}>
          {t('common.retry')}
        </button>
      </p>
    );
  }
  if (isLoadingMore || list.hasMore) return <p>{t('runs.loadingMore')}</p>;
  const count = list.rows.length;
  return <p>{t('runs.end', { count, formatted: countText(count) })}</p>;
}
