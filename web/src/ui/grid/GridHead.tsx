import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { t } from '../../i18n/index.ts';
import { clampWidth, withMoved, withStep, withWidth } from './grid-columns.ts';
import type { ColumnPlace, LaidColumn } from './grid-columns.ts';

export interface GridSort {
  field: string;
  isAscending: boolean;
}

interface GridHeadProps<Row> {
  laid: readonly LaidColumn<Row>[];
  places: readonly ColumnPlace[];
  onPlaces: (places: ColumnPlace[]) => void;
  sort: GridSort | undefined;
  onSort: ((sort: GridSort) => void) | undefined;
  tickState: boolean | 'mixed';
  onTickAll: (() => void) | undefined;
}

/** Names of the columns: click sorts, dragging moves, the edge resizes. */
export function GridHead<Row>(props: GridHeadProps<Row>) {
  const [dragged, setDragged] = useState<string>();
  const [target, setTarget] = useState<string>();
  return (
    <div className="grid-head" role="row" aria-rowindex={1}>
      {props.onTickAll ? (
        <span role="columnheader" className="grid-tick">
          <input
            type="checkbox"
            aria-label={t('grid.tickAll')}
            checked={props.tickState === true}
            ref={(input) => {
              if (input) input.indeterminate = props.tickState === 'mixed';
            }}
            onChange={props.onTickAll}
          />
        </span>
      ) : null}
      {props.laid.map((one) => (
        <HeadCell
          key={one.column.id}
          {...props}
          one={one}
          isTarget={target === one.column.id && dragged !== one.column.id}
          onDrag={setDragged}
          onOver={setTarget}
          onDrop={() => {
            if (dragged !== undefined && target !== undefined) {
              props.onPlaces(withMoved(props.places, dragged, target));
            }
            setDragged(undefined);
            setTarget(undefined);
          }}
        />
      ))}
    </div>
  );
}

interface HeadCellProps<Row> extends GridHeadProps<Row> {
  one: LaidColumn<Row>;
  isTarget: boolean;
  onDrag: (id: string | undefined) => void;
  onOver: (id: string | undefined) => void;
  onDrop: () => void;
}

function HeadCell<Row>(props: HeadCellProps<Row>) {
  const { one, sort } = props;
  const { column } = one;
  const isSorted = sort !== undefined && column.sort === sort.field;
  const canSort = column.sort !== undefined && props.onSort !== undefined;
  return (
    <span
      role="columnheader"
      className="grid-head-cell"
      data-column={column.id}
      data-align={column.align}
      data-pinned={one.isPinned || undefined}
      data-target={props.isTarget || undefined}
      style={one.isPinned ? { left: one.leftPx } : undefined}
      aria-sort={isSorted ? (sort.isAscending ? 'ascending' : 'descending') : undefined}
      title={column.hint}
      draggable={!column.isFixed}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', column.id);
        props.onDrag(column.id);
      }}
      onDragOver={(event) => {
        if (column.isFixed) return;
        event.preventDefault();
        props.onOver(column.id);
      }}
      onDragEnd={props.onDrop}
    >
      {column.isFixed ? (
        <span className="sr-only">{column.title}</span>
      ) : canSort ? (
        <button
          type="button"
          className="grid-sort"
          onClick={() =>
            props.onSort!({
              field: column.sort!,
              isAscending: isSorted ? !sort.isAscending : false,
            })
          }
        >
          <span className="cut">{column.title}</span>
          {isSorted ? <SortSign isAscending={sort.isAscending} /> : null}
        </button>
      ) : (
        <span className="cut">{column.title}</span>
      )}
      {column.isFixed ? null : <ResizeHandle {...props} />}
    </span>
  );
}

function SortSign({ isAscending }: { isAscending: boolean }) {
  const Icon = isAscending ? ArrowUp : ArrowDown;
  return <Icon size={12} aria-hidden />;
}

/** Drag, arrow keys (with shift: move the column), or a double click for the width it came with. */
function ResizeHandle<Row>({ one, places, onPlaces }: HeadCellProps<Row>) {
  const start = useRef<{ x: number; width: number }>(undefined);
  const { column } = one;
  const resize = (width: number | undefined) =>
    onPlaces(withWidth(places, column.id, width === undefined ? width : clampWidth(width, column)));
  return (
    <span
      className="grid-resize"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('grid.resize', { column: column.title })}
      aria-valuenow={one.width}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        const width = event.currentTarget.parentElement!.getBoundingClientRect().width;
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event: PointerEvent<HTMLElement>) => {
        if (!start.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
        resize(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => (start.current = undefined)}
      onDoubleClick={() => resize(undefined)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        event.stopPropagation();
        const by = event.key === 'ArrowLeft' ? -1 : 1;
        if (event.shiftKey) onPlaces(withStep(places, column.id, by));
        else resize(one.width + by * 16);
      }}
    />
  );
}
