import { useEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { RowSize } from '../../ui/grid/DataGrid.tsx';
import type { ColumnPlace } from '../../ui/grid/grid-columns.ts';
import { remember, remembered } from '../../lib/remember.ts';
import { defaultRunPlaces } from './columns/run-columns.tsx';
import { defaultThreadPlaces } from './columns/thread-columns.tsx';
import { defaultUserPlaces } from './columns/user-columns.tsx';
import { parseColumns, printColumns } from './model/column-text.ts';
import type { ListSearch, Scope } from './model/list-search.ts';

export interface ListPlaces {
  places: ColumnPlace[];
  /** undefined: as they come. */
  setPlaces: (places: ColumnPlace[] | undefined) => void;
  rowSize: RowSize;
  setRowSize: (size: RowSize) => void;
}

/** Columns of the address; until there are some, as many as there is room for. */
export function usePlaces(
  scope: Scope,
  search: ListSearch,
  room: RefObject<HTMLElement | null>,
  change: (search: ListSearch) => void,
): ListPlaces {
  const widthPx = useWidthBand(room);
  const [rowSize, setRowSize] = useState<RowSize>(() =>
    remembered<string>('grid.rowSize', 'M') === 'S' ? 'S' : 'M',
  );
  const { columns } = search;
  const places = useMemo(() => {
    const chosen = columns === undefined ? [] : parseColumns(columns);
    return chosen.length > 0 ? chosen : defaultPlaces(scope, widthPx);
  }, [columns, scope, widthPx]);
  return {
    places,
    setPlaces(next) {
      const { columns: _columns, ...rest } = search;
      change(next === undefined ? rest : { ...rest, columns: printColumns(next) });
    },
    rowSize,
    setRowSize(size) {
      remember('grid.rowSize', size);
      setRowSize(size);
    },
  };
}

function defaultPlaces(scope: Scope, widthPx: number): ColumnPlace[] {
  if (scope === 'threads') return defaultThreadPlaces(widthPx);
  return scope === 'users' ? defaultUserPlaces(widthPx) : defaultRunPlaces(widthPx);
}

const bandPx = 130;

/** The width of an element, rounded down so that dragging a window edge does not draw all the time. */
function useWidthBand(room: RefObject<HTMLElement | null>): number {
  const [band, setBand] = useState(() => Math.floor(window.innerWidth / bandPx));
  useEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setBand(Math.floor(entry.contentRect.width / bandPx));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  return band * bandPx;
}
