import type { CSSProperties } from 'react';
import { t } from '../../i18n/index.ts';
import { rowHeights, tickWidth } from './DataGrid.tsx';
import type { RowSize } from './DataGrid.tsx';
import { layColumns } from './grid-columns.ts';
import type { ColumnPlace, GridColumn } from './grid-columns.ts';

interface GridSkeletonProps<Row> {
  columns: readonly GridColumn<Row>[];
  places: readonly ColumnPlace[];
  rowSize: RowSize;
  hasTicks: boolean;
}

/** The layout of a list before anything is known. */
export function GridSkeleton<Row>({ columns, places, rowSize, hasTicks }: GridSkeletonProps<Row>) {
  const laid = layColumns(columns, places);
  const tracks = [...(hasTicks ? [`${tickWidth}px`] : []), ...laid.map((one) => one.track)].join(
    ' ',
  );
  const style = {
    '--grid-columns': tracks,
    '--row-height': `${rowHeights[rowSize]}px`,
  } as CSSProperties;
  return (
    <div
      className="grid"
      data-ticks={hasTicks || undefined}
      style={style}
      aria-busy="true"
      aria-label={t('common.loading')}
    >
      <div className="grid-scroller">
        <div className="grid-head">
          {hasTicks ? <span /> : null}
          {laid.map(({ column }) => (
            <span key={column.id} className="grid-head-cell" data-align={column.align}>
              {column.isFixed ? null : <span className="cut">{column.title}</span>}
            </span>
          ))}
        </div>
        {Array.from({ length: 14 }, (_, index) => (
          <div key={index} className="grid-row grid-ghost" aria-hidden>
            {hasTicks ? <span /> : null}
            {laid.map(({ column }, at) => (
              <span key={column.id} className="grid-cell" data-align={column.align}>
                <i
                  style={{ width: `${column.isFixed ? 12 : 40 + ((index * 17 + at * 29) % 45)}%` }}
                />
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
