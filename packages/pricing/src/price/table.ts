import { readFileSync } from 'node:fs';
import type { ServiceMode } from '../usage/usage.ts';

/** US dollars per million tokens by subtype (`input`, `cache_read`, …); names ending in `_per_1k` are per 1,000 events. */
export type Rates = Readonly<Record<string, number>>;

export interface PriceTier {
  /** The whole request takes these rates when its input is larger than this. */
  over_input: number;
  rates: Rates;
}

export interface PriceRow {
  /** First day of the row, UTC; null when it held always or since an unknown day. */
  from: string | null;
  /** Hours of the day (UTC, end exclusive) inside which the row holds, and wins. */
  utc_hours?: readonly (readonly [string, string])[];
  weekdays_only?: boolean;
  rates: Rates;
  tiers?: readonly PriceTier[];
  /** Since and until when the table said so; absent: since its first version, still. */
  known_from?: string;
  known_until?: string;
}

export interface PriceEntry {
  provider: string;
  id: string;
  kind: 'chat' | 'embedding' | 'audio' | 'image';
  /** Anchored expressions over the lower-cased name. */
  match: readonly string[];
  context?: number;
  prices: readonly PriceRow[];
  modes?: Partial<Record<ServiceMode, { x: number }>>;
  sources: readonly string[];
  /** Fewer than two independent sources. */
  single_source?: boolean;
  /** Follows from a rule, listed nowhere. */
  derived?: boolean;
  notes?: string;
  doubt?: string;
}

/** What a name says about the rates, beside the entry. */
export interface ServiceRates {
  factor: number;
  marks: readonly string[];
}

export interface PriceModifier {
  id: string;
  when: string;
  x: number | null;
  doubt?: string;
}

export interface PriceSource {
  name?: string;
  url?: string;
  date?: string;
  read_as?: string;
  licence?: string;
}

/** The file `table/model-prices.json`; its README says what is in it. */
export interface PriceTable {
  as_of: string;
  sources: Readonly<Record<string, PriceSource>>;
  modifiers: readonly PriceModifier[];
  /** Names that are known and have no price, with the reason. */
  unpriced: readonly { provider: string; names: readonly string[]; why: string }[];
  entries: readonly PriceEntry[];
}

export const tableUrl = new URL('../../table/model-prices.json', import.meta.url);

/** The table of this release. Reads the file. */
export const readPriceTable = (): PriceTable =>
  JSON.parse(readFileSync(tableUrl, 'utf8')) as PriceTable;
