import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../../i18n/index.ts';
import { countText, oneLine } from '../../lib/format.ts';
import { useTick } from '../../lib/use-tick.ts';
import { AddressLink } from '../../ui/AddressLink.tsx';
import { ColumnsMenu } from '../../ui/grid/ColumnsMenu.tsx';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import type { GridColumn } from '../../ui/grid/grid-columns.ts';
import { GridSkeleton } from '../../ui/grid/GridSkeleton.tsx';
import { CalmState, ErrorState } from '../../ui/States.tsx';
import type { BodyProps } from './ListPage.tsx';
import { usePageKeys } from './peek/use-peek.ts';
import { usePlaces } from './use-places.ts';
import type { usePagedList } from './use-paged-list.ts';

interface PagedBodyProps<Row> {
  page: BodyProps;
  label: string;
  columns: readonly GridColumn<Row>[];
  list: ReturnType<typeof usePagedList<Row>>;
  keyOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  linkOf?: (row: Row) => string;
  /** When there is no row; says why. */
  empty: ReactNode;
  /** e.g. "12 threads". */
  endOf: (count: number, formatted: string) => string;
}

/** A list of threads or users: no live rows, so only what both do. */
export function PagedBody<Row>(props: PagedBodyProps<Row>) {
  const { page, list, columns, keyOf } = props;
  const { question } = page;
  const body = useRef<HTMLDivElement>(null);
  const places = usePlaces(question.scope, question.search, body, (next) => question.change(next));
  const [active, setActive] = useState<string>();
  useTick(20_000);
  usePageKeys(page.focusFilter, undefined);
  const { state, store } = list;
  const clockUs = Math.floor(Date.now() / 20_000) * 20_000_000;
  return (
    <div ref={body} className="list-main">
      {page.actionsAt
        ? createPortal(
            <ColumnsMenu
              choices={columns.filter((column) => !column.isFixed)}
              places={places.places}
              onPlaces={places.setPlaces}
              rowSize={places.rowSize}
              onRowSize={places.setRowSize}
            />,
            page.actionsAt,
          )
        : null}
      {state.phase === 'loading' ? (
        <GridSkeleton
          columns={columns}
          places={places.places}
          rowSize={places.rowSize}
          hasTicks={false}
        />
      ) : state.phase === 'failed' ? (
        <ErrorState error={state.error} onRetry={store.retry} />
      ) : state.phase === 'missing' ? (
        <CalmState title={t('runs.noProject')}>
          <p>{t('runs.noProjectText', { project: oneLine(page.project, 120) })}</p>
          <AddressLink className="button" href={page.setupLink}>
            {t('runs.howToSend')}
          </AddressLink>
        </CalmState>
      ) : state.rows.length === 0 ? (
        props.empty
      ) : (
        <div className="list-rows" data-stale={list.isStale || undefined}>
          <DataGrid<Row>
            label={props.label}
            columns={columns}
            places={places.places}
            onPlaces={places.setPlaces}
            rows={state.rows}
            keyOf={keyOf}
            nameOf={keyOf}
            clockOf={() => clockUs}
            rowSize={places.rowSize}
            activeKey={active}
            onActivate={(row) => setActive(keyOf(row))}
            onOpen={props.onOpen}
            {...(props.linkOf ? { linkOf: props.linkOf } : {})}
            hasMore={state.hasMore}
            onMore={store.more}
            onAtTop={list.setAtTop}
            foot={<PagedEnd list={list} endOf={props.endOf} />}
          />
        </div>
      )}
    </div>
  );
}

function PagedEnd<Row>({ list, endOf }: Pick<PagedBodyProps<Row>, 'list' | 'endOf'>) {
  const { state, store } = list;
  if (state.moreError !== undefined) {
    return (
      <p role="alert">
        {t('runs.moreFailed')}{' '}
        <button type="button" className="link-button" onClick={store.more}>
          {t('common.retry')}
        </button>
      </p>
    );
  }
  if (state.isLoadingMore || state.hasMore) return <p>{t('common.loadingMore')}</p>;
  return <p>{endOf(state.rows.length, countText(state.rows.length))}</p>;
}
