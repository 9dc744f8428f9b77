import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { t } from '../../i18n/index.ts';
import { countText } from '../../lib/format.ts';
import { NewRunsPill } from './NewRunsPill.tsx';
import type { ListedRun } from './model/listed-run.ts';
import { rowId, RunRow } from './RunRow.tsx';
import type { LiveRunList } from './use-run-list.ts';

const rowHeight = 36;

interface RunTableProps {
  runs: LiveRunList;
  activeUuid: string | undefined;
  isPeeking: boolean;
  onActivate: (run: ListedRun) => void;
  onOpen: (run: ListedRun) => void;
}

/** Windowed rows; more are loaded as the end comes into sight. */
export function RunTable(props: RunTableProps) {
  const { runs, activeUuid } = props;
  const { state, store } = runs;
  const { rows, fresh, waiting, hasMore } = state.list;
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    getItemKey: (index) => rows[index]!.uuid,
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - 15) void store.loadMore();
  }, [hasMore, lastIndex, rows.length, store]);
  useEffect(() => grid.current?.focus({ preventScroll: true }), []);
  const onKeyDown = useRowKeys(props, (index) => virtualizer.scrollToIndex(index));
  const nowUs = store.nowUs();

  function showWaiting(): void {
    store.showWaiting();
    if (scroller.current) scroller.current.scrollTop = 0;
    grid.current?.focus({ preventScroll: true });
  }

  return (
    <div
      ref={grid}
      className="runs-table"
      role="grid"
      tabIndex={0}
      aria-label={t('runs.table')}
      aria-rowcount={hasMore ? -1 : rows.length}
      aria-activedescendant={activeUuid === undefined ? undefined : rowId(activeUuid)}
      onKeyDown={onKeyDown}
    >
      <RunTableHead />
      <NewRunsPill count={waiting.length} onShow={showWaiting} />
      <div
        ref={scroller}
        className="runs-scroller"
        role="rowgroup"
        tabIndex={-1}
        onScroll={(event) => store.setAtTop(event.currentTarget.scrollTop < rowHeight / 2)}
      >
        <div className="runs-rows" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const run = rows[item.index]!;
            return (
              <RunRow
                key={run.uuid}
                run={run}
                index={item.index}
                top={item.start}
                isActive={run.uuid === activeUuid}
                isFresh={fresh.has(run.uuid)}
                clock={clockOf(run, nowUs)}
                onOpen={props.onOpen}
              />
            );
          })}
        </div>
        <TableEnd runs={runs} />
      </div>
    </div>
  );
}

/** What a row may know of the time: whole seconds while it runs, else minutes, so that memo holds. */
function clockOf(run: ListedRun, nowUs: number): number {
  const step =
    run.status === 'PENDING' || nowUs - run.startUs < 60_000_000 ? 1_000_000 : 20_000_000;
  return Math.floor(nowUs / step) * step;
}

function RunTableHead() {
  return (
    <div className="runs-head" role="row">
      <span role="columnheader" className="run-status">
        <span className="sr-only">{t('runs.columns.status')}</span>
      </span>
      <span role="columnheader">{t('runs.columns.name')}</span>
      <span role="columnheader" className="run-input">
        {t('runs.columns.input')}
      </span>
      <span role="columnheader" className="run-output">
        {t('runs.columns.output')}
      </span>
      <span role="columnheader" className="run-tags">
        {t('runs.columns.tags')}
      </span>
      <span role="columnheader" className="run-figure">
        {t('runs.columns.started')}
      </span>
      <span role="columnheader" className="run-figure">
        {t('runs.columns.latency')}
      </span>
      <span role="columnheader" className="run-figure run-tokens">
        {t('runs.columns.tokens')}
      </span>
      <span role="columnheader" className="run-figure run-cost">
        {t('runs.columns.cost')}
      </span>
    </div>
  );
}

function TableEnd({ runs }: { runs: LiveRunList }) {
  const { list, isLoadingMore, moreError } = runs.state;
  if (moreError !== undefined) {
    return (
      <p className="runs-end" role="alert">
        {t('runs.moreFailed')}{' '}
        <button type="button" className="link-button" onClick={() => void runs.store.loadMore()}>
          {t('common.retry')}
        </button>
      </p>
    );
  }
  if (isLoadingMore || list.hasMore) return <p className="runs-end">{t('runs.loadingMore')}</p>;
  return (
    <p className="runs-end">
      {t('runs.end', { count: list.rows.length, formatted: countText(list.rows.length) })}
    </p>
  );
}

/** `j`, `k`, arrows, pages: the active row; Enter opens it. */
function useRowKeys(props: RunTableProps, scrollTo: (index: number) => void) {
  const { rows } = props.runs.state.list;
  const index = rows.findIndex((run) => run.uuid === props.activeUuid);
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = {
      j: 1,
      ArrowDown: 1,
      k: -1,
      ArrowUp: -1,
      PageDown: 15,
      PageUp: -15,
      Home: -rows.length,
      End: rows.length,
    };
    const active = rows[index];
    if (event.key === 'Enter' && active) {
      event.preventDefault();
      return props.onOpen(active);
    }
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, index + step));
    const run = rows[next];
    if (!run) return;
    props.onActivate(run);
    scrollTo(next);
  };
}

/** The layout of the list before anything is known. */
export function RunTableSkeleton() {
  return (
    <div className="runs-table" aria-busy="true" aria-label={t('common.loading')}>
      <RunTableHead />
      <div className="runs-scroller">
        {Array.from({ length: 14 }, (_, index) => (
          <div key={index} className="runs-row runs-ghost" aria-hidden>
            <span className="run-status">
              <i />
            </span>
            <span>
              <i style={{ width: `${45 + ((index * 17) % 40)}%` }} />
            </span>
            <span className="run-input">
              <i style={{ width: `${55 + ((index * 29) % 40)}%` }} />
            </span>
            <span className="run-output">
              <i style={{ width: `${40 + ((index * 23) % 50)}%` }} />
            </span>
            <span className="run-tags" />
            <span className="run-figure">
              <i />
            </span>
            <span className="run-figure">
              <i />
            </span>
            <span className="run-figure run-tokens">
              <i />
            </span>
            <span className="run-figure run-cost">
              <i />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
