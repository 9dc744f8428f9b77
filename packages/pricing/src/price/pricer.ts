import { readStoredUsage } from '../usage/stored-usage.ts';
import type { Billing, ServiceMode, Usage } from '../usage/usage.ts';
import { inputOf, priceTokens } from './cost.ts';
import type { Cost, UnpricedReason } from './cost.ts';
import { createNameMatcher } from './match.ts';
import type { NameMatch, NameMatcher } from './match.ts';
import type { OwnPrice, OwnPrices } from './own-prices.ts';
import { createRateCard } from './rate-card.ts';
import type { RateCard } from './rate-card.ts';
import { rowAt } from './rows.ts';
import type { PriceEntry, PriceRow, PriceTable, PriceTier, Rates } from './table.ts';

/** A call to be priced. Times in microseconds. */
export interface PriceQuery {
  provider: string;
  model: string;
  /** When the provider ran it. */
  atUs: number;
  /** What was known then counts: a row that came later changes nothing. */
  knownAtUs: number;
}

export type Priced = { cost: Cost } | { unpriced: UnpricedReason };

export interface FoundPrice {
  entry: PriceEntry;
  row: PriceRow;
  factor: number;
  marks: readonly string[];
}

export interface Pricer {
  /** The entry and row of a call, or why there is none. */
  findPrice: (query: PriceQuery) => FoundPrice | { unpriced: UnpricedReason };
  /** The workspace's own prices come first. */
  priceUsage: (usage: Usage, query: PriceQuery, own?: OwnPrices) => Priced;
}

/** Names remembered: senders have few models, and one may send a new name each time. */
const maxRemembered = 5000;

export function createPricer(table: PriceTable): Pricer {
  const matcher = remembering(createNameMatcher(table));
  const cards = new WeakMap<Rates, Map<number, RateCard>>();
  const cardOf = (rates: Rates, factor: number): RateCard => {
    const known = cards.get(rates) ?? new Map<number, RateCard>();
    cards.set(rates, known);
    const card = known.get(factor) ?? createRateCard(rates, factor);
    known.set(factor, card);
    return card;
  };

  const findPrice: Pricer['findPrice'] = ({ provider, model, atUs, knownAtUs }) => {
    if (model === '') return { unpriced: 'no_model' };
    const match = matcher.match(provider, model);
    if ('unpriced' in match) return match;
    const row = rowAt(match.found.rows, atUs, knownAtUs);
    if (!row) return { unpriced: 'before_first_price' };
    return { entry: match.found.entry, row, ...match.name };
  };

  function priceByTable(usage: Usage, query: PriceQuery): Priced {
    const found = findPrice(query);
    if ('unpriced' in found) return found;
    const { entry, row } = found;
    const served = servingFactor(entry, usage.billing);
    if (served === undefined) return { unpriced: 'mode_without_price' };
    const tier = tierOf(row, inputOf(usage));
    const card = cardOf(tier?.rates ?? row.rates, served.factor * found.factor);
    const cost: Cost = {
      ...priceTokens(usage, card),
      source: 'price_table',
      entry: `${entry.provider}/${entry.id}`,
      from: row.from,
      tableAsOf: table.as_of,
      marks: [...usage.marks, ...found.marks, ...served.marks],
    };
    if (tier) cost.tierOverInput = tier.over_input;
    if (usage.billing.mode) cost.mode = usage.billing.mode;
    return { cost };
  }

  function priceByOwn(usage: Usage, price: OwnPrice): Priced {
    const cost: Cost = {
      ...priceTokens(usage, cardOf(price.rates, 1)),
      source: 'workspace_price',
      entry: price.name,
      from: price.from,
      marks: [...usage.marks],
    };
    return { cost };
  }

  const priceOne = (usage: Usage, query: PriceQuery, own: OwnPrices | undefined): Priced => {
    const price = query.model === '' ? undefined : own?.find(query);
    return price ? priceByOwn(usage, price) : priceByTable(usage, query);
  };

  return {
    findPrice,
    priceUsage(usage, query, own) {
      const priced = priceOne(usage, query, own);
      if ('unpriced' in priced) return priced;
      for (const other of usage.billing.also ?? []) {
        const counted = readStoredUsage(other.usage, { ...query, model: other.model });
        if (!counted) continue;
        // It was served as the call it is part of.
        const { also: _, largestInput: _largest, ...billing } = usage.billing;
        const added = priceOne({ ...counted, billing }, { ...query, model: other.model }, own);
        addOther(priced.cost, other.model, counted, added);
      }
      return priced;
    },
  };
}

/** Another model's lines on the bill of one call. */
function addOther(cost: Cost, model: string, usage: Usage, priced: Priced): void {
  if ('unpriced' in priced) {
    cost.unpricedParts.push({ part: 'all', model, tokens: usage.counts.total });
    return;
  }
  const { parts, unpricedParts, promptUnits, completionUnits } = priced.cost;
  cost.parts.push(...parts.map((part) => ({ ...part, model })));
  cost.unpricedParts.push(...unpricedParts.map((part) => ({ ...part, model })));
  cost.promptUnits += promptUnits;
  cost.completionUnits += completionUnits;
}

/** Not marginal: over the threshold the whole request takes the tier's rates. */
function tierOf({ tiers = [] }: PriceRow, input: number): PriceTier | undefined {
  let found: PriceTier | undefined;
  for (const tier of tiers) {
    if (input > tier.over_input && tier.over_input > (found?.over_input ?? -1)) found = tier;
  }
  return found;
}

/** Undefined for a mode whose rates nobody has read. */
function servingFactor(
  { provider, modes = {} }: PriceEntry,
  { mode, region }: Billing,
): { factor: number; marks: string[] } | undefined {
  const factor = mode === undefined ? 1 : modes[mode satisfies ServiceMode]?.x;
  if (factor === undefined) return undefined;
  return provider === 'anthropic' && region === 'us'
    ? { factor: factor * usInference, marks: ['anthropic_us_inference'] }
    : { factor, marks: [] };
}

const usInference = 1.1;

function remembering(matcher: NameMatcher): NameMatcher {
  const known = new Map<string, NameMatch>();
  return {
    match(provider, model) {
      const key = `${provider}\n${model}`;
      const before = known.get(key);
      if (before) return before;
      const match = matcher.match(provider, model);
      if (known.size >= maxRemembered) known.clear();
      known.set(key, match);
      return match;
    },
  };
}
