import type { PriceRow } from './table.ts';

/** A row with its instants in microseconds since 1970. */
export interface TimedRow {
  row: PriceRow;
  fromUs: number;
  knownFromUs: number;
  knownUntilUs: number;
}

const dayMs = 86_400_000;

export function timed(row: PriceRow): TimedRow {
  return {
    row,
    fromUs: instantUs(row.from, -Infinity),
    knownFromUs: instantUs(row.known_from, -Infinity),
    knownUntilUs: instantUs(row.known_until, Infinity),
  };
}

/** A day or an instant; a day begins at midnight UTC. */
function instantUs(text: string | null | undefined, otherwise: number): number {
  return text === null || text === undefined ? otherwise : Date.parse(text) * 1000;
}

/**
 * The row that holds for a call: of those known when it was accepted the one with the latest day, and
 * inside its hours the one that has hours. Times in microseconds.
 */
export function rowAt(
  rows: readonly TimedRow[],
  atUs: number,
  knownAtUs: number,
): PriceRow | undefined {
  let base: TimedRow | undefined;
  let hourly: TimedRow | undefined;
  for (const row of rows) {
    if (row.fromUs > atUs || row.knownFromUs > knownAtUs || row.knownUntilUs <= knownAtUs) continue;
    if (row.row.utc_hours) hourly = later(hourly, row);
    else base = later(base, row);
  }
  const isPeak =
    hourly && (!base || hourly.fromUs >= base.fromUs) && isInside(hourly.row, atUs / 1000);
  return (isPeak ? hourly : base)?.row;
}

const later = (known: TimedRow | undefined, row: TimedRow): TimedRow =>
  known && known.fromUs > row.fromUs ? known : row;

function isInside(
  { utc_hours: hours = [], weekdays_only: weekdaysOnly }: PriceRow,
  atMs: number,
): boolean {
  const day = new Date(atMs).getUTCDay();
  if (weekdaysOnly && (day === 0 || day === 6)) return false;
  const minute = Math.floor((atMs % dayMs) / 60_000);
  return hours.some(([from, until]) => minute >= minutes(from) && minute < minutes(until));
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
