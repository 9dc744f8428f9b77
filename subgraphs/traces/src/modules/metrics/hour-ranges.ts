import { hourUs } from '@runlight/run-metrics';
import type { RunFilter } from '@runlight/run-model';
import type { GroupKey } from './groups.ts';

/** From inclusive, to exclusive; in microseconds or in hours since 1970. */
export interface Range {
  from: number;
  to: number;
}

/** Where the figures of a span come from. */
export interface Split {
  /** Hours whose sealed cells are read; at least one. */
  sealed: Range[];
  /** Microseconds of trace starts whose runs are read. */
  fresh: Range[];
}

/** More ranges cost more than reading all runs. */
const maxRanges = 100;

/**
 * Splits a span into sealed hours and the rest: hours that are dirty and the torn ones at its ends.
 * Undefined when that does not pay.
 *
 * @param dirtyHours in order, those of the span at least
 */
export function splitHours(
  { fromUs, toUs }: { fromUs: number; toUs: number },
  dirtyHours: readonly number[],
): Split | undefined {
  const whole = { from: Math.ceil(fromUs / hourUs), to: Math.floor(toUs / hourUs) };
  const sealed: Range[] = [];
  let from = whole.from;
  for (const hour of dirtyHours) {
    if (hour < from || hour >= whole.to) continue;
    if (hour > from) sealed.push({ from, to: hour });
    from = hour + 1;
  }
  if (from < whole.to) sealed.push({ from, to: whole.to });
  if (sealed.length === 0 || sealed.length > maxRanges) return undefined;
  return { sealed, fresh: between(sealed, fromUs, toUs) };
}

function between(sealed: readonly Range[], fromUs: number, toUs: number): Range[] {
  const edges = [fromUs, ...sealed.flatMap(({ from, to }) => [from * hourUs, to * hourUs]), toUs];
  const fresh: Range[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const [from, to] = [edges[index]!, edges[index + 1]!];
    if (from < to) fresh.push({ from, to });
  }
  return fresh;
}

const cellFields = new Set(['name', 'model', 'status', 'runType']);
const cellGroups = new Set(['NAME', 'MODEL', 'STATUS', 'RUN_TYPE']);

/** Whether cells know enough of their runs to answer a filter: name, model, type, status, root or not. */
export function isOfCells(filter: RunFilter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.filters.every(isOfCells);
    case 'not':
      return isOfCells(filter.filter);
    case 'isRoot':
      return true;
    case 'text':
      return cellFields.has(filter.field);
    default:
      return false;
  }
}

export const areOfCells = (groups: readonly GroupKey[]): boolean =>
  groups.every(({ field }) => cellGroups.has(field));
