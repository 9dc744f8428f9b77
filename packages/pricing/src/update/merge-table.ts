import { isDeepStrictEqual } from 'node:util';
import type { PriceEntry, PriceRow, PriceTable } from '../price/table.ts';

/** What a new table changes, for people. */
export interface TableChange {
  kind: 'new entry' | 'no longer listed' | 'new row' | 'changed row' | 'ended row' | 'new names';
  entry: string;
  text: string;
}

/**
 * The new table with what the old one said before: a row that changed is kept for runs that were accepted
 * while it was known (`known_until`), and its successor counts from the new table's date on
 * (`known_from`). So runs keep their cost, in a rebuild too.
 */
export function mergeTable(
  old: PriceTable,
  next: PriceTable,
): { table: PriceTable; changes: TableChange[] } {
  const changes: TableChange[] = [];
  const since = next.as_of;
  const oldById = new Map(old.entries.map((entry) => [idOf(entry), entry]));
  const nextIds = new Set(next.entries.map(idOf));
  const entries = next.entries.map((entry) => {
    const before = oldById.get(idOf(entry));
    if (before) return { ...entry, prices: mergeRows(before, entry, since, changes) };
    changes.push({ kind: 'new entry', entry: idOf(entry), text: ratesText(entry.prices.at(-1)) });
    return { ...entry, prices: entry.prices.map((row) => ({ ...row, known_from: since })) };
  });
  for (const entry of old.entries) {
    if (nextIds.has(idOf(entry))) continue;
    // Its names may be another entry's now: two that match would be ambiguous.
    changes.push({ kind: 'no longer listed', entry: idOf(entry), text: entry.match.join(' ') });
  }
  return { table: { ...next, entries }, changes };
}

const idOf = ({ provider, id }: PriceEntry): string => `${provider}/${id}`;

function mergeRows(
  before: PriceEntry,
  after: PriceEntry,
  since: string,
  changes: TableChange[],
): PriceRow[] {
  const entry = idOf(after);
  if (!isDeepStrictEqual(before.match, after.match)) {
    changes.push({ kind: 'new names', entry, text: after.match.join(' ') });
  }
  const current = before.prices.filter((row) => row.known_until === undefined);
  const kept = before.prices.filter((row) => row.known_until !== undefined);
  const merged: PriceRow[] = [...kept];
  for (const row of after.prices) {
    const known = current.find((each) => isSamePlace(each, row));
    if (known && isSamePrice(known, row)) {
      merged.push(known);
      continue;
    }
    if (known) merged.push({ ...known, known_until: since });
    merged.push({ ...row, known_from: since });
    const text = known ? `${ratesText(known)} → ${ratesText(row)}` : ratesText(row);
    changes.push({ kind: known ? 'changed row' : 'new row', entry, text });
  }
  for (const row of current) {
    if (after.prices.some((each) => isSamePlace(each, row))) continue;
    merged.push({ ...row, known_until: since });
    changes.push({ kind: 'ended row', entry, text: ratesText(row) });
  }
  return merged;
}

/** Rows of one first day and one time of day take each other's place. */
const isSamePlace = (a: PriceRow, b: PriceRow): boolean =>
  a.from === b.from && (a.utc_hours === undefined) === (b.utc_hours === undefined);

function isSamePrice(a: PriceRow, b: PriceRow): boolean {
  const { known_from: _from, known_until: _until, ...known } = a;
  const { known_from: _nextFrom, known_until: _nextUntil, ...next } = b;
  return isDeepStrictEqual(known, next);
}

function ratesText(row: PriceRow | undefined): string {
  if (!row) return 'no row';
  const rates = Object.entries(row.rates).map(([subtype, rate]) => `${subtype} ${rate}`);
  return `${row.from ?? 'always'}: ${rates.join(', ')}`;
}
