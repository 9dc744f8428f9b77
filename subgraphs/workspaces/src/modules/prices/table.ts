import { argumentsHash, decodeCursor, encodeCursor, pageSize } from '@runlight/graphql';
import { readPriceTable } from '@runlight/pricing';
import type { PriceEntry, PriceRow, PriceTable, Rates } from '@runlight/pricing';
import type {
  ModelRate,
  PricedModelKind,
  PriceSource,
  TablePriceRow,
} from '../../__generated__/resolvers.ts';

/** The table as people search it. */
export function createTableSearch(table: PriceTable = readPriceTable()) {
  const entries = table.entries
    .map((entry) => ({
      entry,
      words: `${entry.provider}/${entry.id}`.toLowerCase(),
      patterns: entry.match.map((pattern) => new RegExp(pattern)),
    }))
    .toSorted((a, b) => (a.words < b.words ? -1 : 1));
  const providers = [...new Set(entries.map(({ entry }) => entry.provider))];
  return {
    asOfUs: Date.parse(table.as_of) * 1000,
    providers,
    sourcesOf: ({ sources }: PriceEntry) => sources.map((key) => readSource(table, key)),

    /** Entries with every word, or that are for a model of this name. */
    find(search: string, provider: string | undefined): PriceEntry[] {
      const sought = search.trim().toLowerCase().slice(0, 256);
      const words = sought.split(/\s+/).filter((word) => word !== '');
      return entries
        .filter(
          (each) =>
            (provider === undefined || each.entry.provider === provider) &&
            (words.every((word) => each.words.includes(word)) ||
              each.patterns.some((pattern) => pattern.test(sought))),
        )
        .map(({ entry }) => entry);
    },
  };
}

export type TableSearch = ReturnType<typeof createTableSearch>;

interface PageArguments {
  search?: string | null | undefined;
  provider?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

export function tablePage(table: TableSearch, { search, provider, first, after }: PageArguments) {
  const hash = argumentsHash({ list: 'tablePrices', search, provider });
  const size = pageSize(first, 100, 50);
  const found = table.find(search ?? '', provider ?? undefined);
  const start = after == null ? 0 : readStart(after, hash);
  const nodes = found.slice(start, start + size);
  return {
    nodes,
    totalCount: found.length,
    pageInfo: {
      hasNextPage: start + nodes.length < found.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length > 0 ? encodeCursor({ keys: [start] }, hash) : null,
      endCursor: nodes.length > 0 ? encodeCursor({ keys: [start + nodes.length] }, hash) : null,
    },
  };
}

/** The table changes with a release only, so that a place in it is a number. */
const readStart = (after: string, hash: string): number =>
  Number(decodeCursor(after, hash).keys[0]);

function readSource({ sources }: PriceTable, key: string): PriceSource {
  const source = sources[key];
  return {
    name: source?.name ?? source?.url ?? key,
    url: source?.url ?? null,
    date: source?.date ?? source?.read_as ?? null,
  };
}

export const kindOf = ({ kind }: PriceEntry): PricedModelKind =>
  kind.toUpperCase() as PricedModelKind;

export const ratesOf = (rates: Rates): ModelRate[] =>
  Object.entries(rates).map(([subtype, usdPerMillion]) => ({ subtype, usdPerMillion }));

/** Newest first; rows that a later table replaced are left out. */
export const rowsOf = ({ prices }: PriceEntry): TablePriceRow[] =>
  prices
    .filter((row) => row.known_until === undefined)
    .toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))
    .map(readRow);

const readRow = (row: PriceRow): TablePriceRow => ({
  from: row.from === null ? null : Date.parse(row.from) * 1000,
  hoursUtc: (row.utc_hours ?? []).map(([from, until]) => `${from}-${until}`),
  isWeekdaysOnly: row.weekdays_only ?? false,
  rates: ratesOf(row.rates),
  tiers: (row.tiers ?? []).map(({ over_input: overInputTokens, rates }) => ({
    overInputTokens,
    rates: ratesOf(rates),
  })),
});
