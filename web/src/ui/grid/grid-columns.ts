import type { ReactNode } from 'react';

/** What a cell may know besides its row. */
export interface CellContext {
  /** Now in microseconds since 1970, as coarse as the row needs it. */
  clockUs: number;
}

/** A column of a grid; what is shown, how wide and where is said by a `ColumnPlace`. */
export interface GridColumn<Row> {
  id: string;
  title: string;
  /** More about it, shown on hover. */
  hint?: string;
  /** Width in px until somebody drags it. */
  width: number;
  minWidth?: number;
  /** Share of the room that is left over; without it the width stands. */
  grow?: number;
  align?: 'end';
  /** Always the first one, never hidden, moved or resized. */
  isFixed?: boolean;
  /** Name of the order it stands for; without it the column cannot be sorted by. */
  sort?: string;
  render: (row: Row, context: CellContext) => ReactNode;
}

/** A column that is shown: the order of places is the order on screen. */
export interface ColumnPlace {
  id: string;
  /** In px; absent while nobody has dragged it. */
  width?: number;
  isPinned?: boolean;
}

export interface LaidColumn<Row> {
  column: GridColumn<Row>;
  isPinned: boolean;
  width: number;
  /** Distance of a pinned column from the left edge in px. */
  leftPx: number;
  track: string;
}

export const leastWidth = 48;
export const mostWidth = 1200;

/**
 * The columns as they are drawn: fixed ones first, then pinned ones, then the rest in their order.
 * Places of unknown columns are skipped. `leadPx` is taken by what stands before the first column.
 */
export function layColumns<Row>(
  columns: readonly GridColumn<Row>[],
  places: readonly ColumnPlace[],
  leadPx = 0,
): LaidColumn<Row>[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const fixed = columns.filter((column) => column.isFixed).map((column) => ({ id: column.id }));
  const free = places.filter((place) => !byId.get(place.id)?.isFixed);
  const ordered: ColumnPlace[] = [
    ...fixed.map((place) => ({ ...place, isPinned: true })),
    ...free.filter((place) => place.isPinned),
    ...free.filter((place) => !place.isPinned),
  ];
  let leftPx = leadPx;
  const laid: LaidColumn<Row>[] = [];
  for (const place of ordered) {
    const column = byId.get(place.id);
    if (!column) continue;
    const isPinned = place.isPinned === true;
    const width = place.width ?? column.width;
    laid.push({ column, isPinned, width, leftPx, track: trackOf(column, place, isPinned) });
    if (isPinned) leftPx += width;
  }
  return laid;
}

/** Pinned columns stay where they are, so their widths have to be known. */
function trackOf<Row>(column: GridColumn<Row>, place: ColumnPlace, isPinned: boolean): string {
  const width = place.width ?? column.width;
  const grows = column.grow !== undefined && place.width === undefined && !isPinned;
  return grows ? `minmax(${width}px, ${column.grow}fr)` : `${width}px`;
}

export function clampWidth(width: number, column: { minWidth?: number }): number {
  const least = column.minWidth ?? leastWidth;
  return Math.round(Math.min(mostWidth, Math.max(least, width)));
}

export function withWidth(
  places: readonly ColumnPlace[],
  id: string,
  width: number | undefined,
): ColumnPlace[] {
  return places.map((place) => {
    if (place.id !== id) return place;
    const { width: _width, ...rest } = place;
    return width === undefined ? rest : { ...rest, width };
  });
}

export function withPinned(
  places: readonly ColumnPlace[],
  id: string,
  isPinned: boolean,
): ColumnPlace[] {
  return places.map((place) => {
    if (place.id !== id) return place;
    const { isPinned: _isPinned, ...rest } = place;
    return isPinned ? { ...rest, isPinned } : rest;
  });
}

/** Moves a column before another; to the end when `beforeId` is undefined. */
export function withMoved(
  places: readonly ColumnPlace[],
  id: string,
  beforeId: string | undefined,
): ColumnPlace[] {
  const moved = places.find((place) => place.id === id);
  if (!moved || id === beforeId) return [...places];
  const others = places.filter((place) => place.id !== id);
  const at = beforeId === undefined ? -1 : others.findIndex((place) => place.id === beforeId);
  if (at < 0) return [...others, moved];
  return [...others.slice(0, at), moved, ...others.slice(at)];
}

/** One step to the left (-1) or right (1) among its neighbours. */
export function withStep(places: readonly ColumnPlace[], id: string, by: -1 | 1): ColumnPlace[] {
  const from = places.findIndex((place) => place.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= places.length) return [...places];
  const next = [...places];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}

export function withShown(
  places: readonly ColumnPlace[],
  id: string,
  isShown: boolean,
): ColumnPlace[] {
  const others = places.filter((place) => place.id !== id);
  if (!isShown) return others;
  return others.length === places.length ? [...places, { id }] : [...places];
}
