import { memo } from 'react';
import { t } from '../../i18n/index.ts';
import type { RowActions } from './DataGrid.tsx';
import type { LaidColumn } from './grid-columns.ts';

interface GridRowProps {
  row: unknown;
  rowKey: string;
  index: number;
  top: number;
  laid: readonly LaidColumn<unknown>[];
  name: string;
  link: string | undefined;
  clockUs: number;
  isActive: boolean;
  /** undefined: rows of this grid cannot be ticked. */
  isTicked: boolean | undefined;
  status?: string;
  phase?: string;
  isFresh?: boolean;
  actions: RowActions;
}

export function gridRowId(key: string): string {
  return `row-${key}`;
}

/** One row; drawn again only when it, its place or the columns change. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, rowKey, actions } = props;
  return (
    <div
      id={gridRowId(rowKey)}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.isActive}
      className="grid-row"
      data-phase={props.phase}
      data-status={props.status}
      data-fresh={props.isFresh || undefined}
      data-ticked={props.isTicked || undefined}
      style={{ top: props.top }}
      onClick={(event) => {
        // A text that was just marked is being read, not clicked.
        if (event.defaultPrevented || isMarking(event.currentTarget)) return;
        if ((event.ctrlKey || event.metaKey) && props.link) {
          window.open(props.link, '_blank', 'noopener');
          return;
        }
        actions.open(row);
      }}
      onAuxClick={(event) => {
        if (event.button === 1 && props.link) window.open(props.link, '_blank', 'noopener');
      }}
    >
      {props.isTicked === undefined ? null : (
        <span role="gridcell" className="grid-tick" onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('grid.tick', { name: props.name })}
            checked={props.isTicked}
            onChange={() => undefined}
            onClick={(event) => actions.tick(rowKey, event.shiftKey)}
          />
        </span>
      )}
      {props.laid.map((one) => (
        <span
          key={one.column.id}
          role="gridcell"
          className="grid-cell"
          data-column={one.column.id}
          data-align={one.column.align}
          data-pinned={one.isPinned || undefined}
          style={one.isPinned ? { left: one.leftPx } : undefined}
        >
          {one.column.render(row, { clockUs: props.clockUs })}
        </span>
      ))}
    </div>
  );
});

function isMarking(row: HTMLElement): boolean {
  const selection = window.getSelection();
  return selection?.type === 'Range' && row.contains(selection.anchorNode);
}
