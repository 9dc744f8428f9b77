import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { GridHead } from './GridHead.tsx';
import type { GridSort } from './GridHead.tsx';
import { GridRow, gridRowId } from './GridRow.tsx';
import { layColumns } from './grid-columns.ts';
import type { ColumnPlace, GridColumn, LaidColumn } from './grid-columns.ts';
import { withAllTicked, withTick } from './ticks.ts';
import type { Ticks } from './ticks.ts';
import { useGridKeys } from './use-grid-keys.ts';
import './grid.css';

export type RowSize = 'S' | 'M';
export const rowHeights: Record<RowSize, number> = { S: 28, M: 36 };
export const tickWidth = 32;

/** How a row is drawn besides its cells; becomes `data-` attributes. */
export interface RowLook {
  status?: string;
  phase?: string;
  isFresh?: boolean;
}

export interface DataGridProps<Row> {
  label: string;
  columns: readonly GridColumn<Row>[];
  places: readonly ColumnPlace[];
  onPlaces: (places: ColumnPlace[]) => void;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  lookOf?: (row: Row) => RowLook;
  /** Now in microseconds, as coarse as the row needs it, so that rows are not drawn for nothing. */
  clockOf: (row: Row) => number;
  rowSize: RowSize;
  activeKey: string | undefined;
  onActivate: (row: Row) => void;
  onOpen: (row: Row) => void;
  /** Address of a row's own page, for a new tab. */
  linkOf?: (row: Row) => string | undefined;
  sort?: GridSort | undefined;
  onSort?: (sort: GridSort) => void;
  ticks?: Ticks;
  onTicks?: (ticks: Ticks) => void;
  hasMore: boolean;
  onMore: () => void;
  onAtTop?: (isAtTop: boolean) => void;
  /** Over the rows, e.g. "3 new"; gets a function that scrolls to the top. */
  renderOver?: (toTop: () => void) => ReactNode;
  /** Below the last row. */
  foot: ReactNode;
}

/** The one list of rows: windowed, by mouse or keyboard, its columns as their reader wants them. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { rows, keyOf, rowSize, hasMore, onMore } = props;
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeights[rowSize];
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    getItemKey: (index) => keyOf(rows[index]!),
    scrollPaddingStart: 28,
  });
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - 15) onMore();
  }, [hasMore, lastIndex, rows.length, onMore]);
  useEffect(() => {
    // Not out of a field one is typing in.
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) {
      grid.current?.focus({ preventScroll: true });
    }
  }, []);

  const hasTicks = props.onTicks !== undefined;
  const laid = useMemo(
    () => layColumns(props.columns, props.places, hasTicks ? tickWidth : 0),
    [props.columns, props.places, hasTicks],
  );
  const actions = useRowActions(props);
  const onKeyDown = useGridKeys({
    rows,
    keyOf,
    activeKey: props.activeKey,
    pageRows: 15,
    onActivate: props.onActivate,
    onOpen: props.onOpen,
    onTick: hasTicks ? actions.tick : undefined,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  });

  const toTop = () => {
    if (scroller.current) scroller.current.scrollTop = 0;
    grid.current?.focus({ preventScroll: true });
  };

  return (
    <div
      ref={grid}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-colcount={laid.length + (hasTicks ? 1 : 0)}
      aria-activedescendant={props.activeKey === undefined ? undefined : gridRowId(props.activeKey)}
      data-size={rowSize}
      data-ticks={hasTicks || undefined}
      data-ticking={(props.ticks?.keys.size ?? 0) > 0 || undefined}
      style={gridStyle(laid, hasTicks, rowHeight)}
      onKeyDown={onKeyDown}
    >
      {props.renderOver?.(toTop)}
      <div
        ref={scroller}
        className="grid-scroller"
        role="presentation"
        tabIndex={-1}
        onScroll={(event) => props.onAtTop?.(event.currentTarget.scrollTop < rowHeight / 2)}
      >
        <GridHead
          laid={laid}
          places={props.places}
          onPlaces={props.onPlaces}
          sort={props.sort}
          onSort={props.onSort}
          tickState={tickStateOf(props)}
          onTickAll={
            hasTicks
              ? () => props.onTicks!(withAllTicked(props.ticks!, rows.map(keyOf)))
              : undefined
          }
        />
        <div className="grid-rows" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]!;
            const key = keyOf(row);
            return (
              <GridRow
                key={key}
                row={row}
                rowKey={key}
                index={item.index}
                top={item.start}
                laid={laid as LaidColumn<unknown>[]}
                name={props.nameOf(row)}
                link={props.linkOf?.(row)}
                clockUs={props.clockOf(row)}
                isActive={key === props.activeKey}
                isTicked={
                  hasTicks ? props.ticks!.isAllMatching || props.ticks!.keys.has(key) : undefined
                }
                {...props.lookOf?.(row)}
                actions={actions}
              />
            );
          })}
        </div>
        <div className="grid-foot">{props.foot}</div>
      </div>
    </div>
  );
}

function gridStyle<Row>(
  laid: readonly LaidColumn<Row>[],
  hasTicks: boolean,
  rowHeight: number,
): CSSProperties {
  const lead = hasTicks ? [`${tickWidth}px`] : [];
  const tracks = [...lead, ...laid.map((one) => one.track)].join(' ');
  const least = laid.reduce((sum, one) => sum + one.width, hasTicks ? tickWidth : 0);
  return {
    '--grid-columns': tracks,
    '--grid-width': `${least + 16}px`,
    '--row-height': `${rowHeight}px`,
  } as CSSProperties;
}

function tickStateOf<Row>({ ticks, rows, keyOf }: DataGridProps<Row>): boolean | 'mixed' {
  if (!ticks || ticks.keys.size === 0) return false;
  return rows.every((row) => ticks.keys.has(keyOf(row))) ? true : 'mixed';
}

export interface RowActions {
  open: (row: unknown) => void;
  tick: (key: string, isRange: boolean) => void;
}

/** Handlers that keep their identity, so that rows are drawn only for what they show. */
function useRowActions<Row>(props: DataGridProps<Row>): RowActions {
  const latest = useRef(props);
  latest.current = props;
  return useMemo(
    () => ({
      open: (row) => latest.current.onOpen(row as Row),
      tick: (key, isRange) => {
        const { ticks, onTicks, rows, keyOf } = latest.current;
        if (ticks && onTicks) onTicks(withTick(ticks, rows.map(keyOf), key, isRange));
      },
    }),
    [],
  );
}
