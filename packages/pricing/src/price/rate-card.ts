import { formatRate, rateUnits, timesFactor } from './decimal.ts';
import type { Rates } from './table.ts';

export interface Rate {
  units: bigint;
  /** US dollars per million tokens, for people. */
  text: string;
  /** Which rate was used in the place of one that is missing. */
  note?: string;
}

/** The rates that one request takes, tier and mode applied. */
export interface RateCard {
  /** Undefined when neither the rate nor one that may stand for it is known. */
  rate: (subtype: string) => Rate | undefined;
  /** Whether the table has this very subtype. */
  has: (subtype: string) => boolean;
}

/** What stands for a missing rate; audio has nothing that could. */
const stands: Record<string, readonly string[]> = {
  cache_read: ['input'],
  cache_write_5m: ['cache_write', 'input'],
  cache_write_1h: ['cache_write', 'input'],
  cache_write_30m: ['cache_write', 'input'],
  cache_write_12h: ['cache_write', 'input'],
  reasoning: ['output'],
};

export function createRateCard(rates: Rates, factor: number): RateCard {
  const known = new Map<string, Rate | undefined>();
  const find = (subtype: string): Rate | undefined => {
    const used = [subtype, ...(stands[subtype] ?? [])].find((name) => rates[name] !== undefined);
    if (used === undefined) return undefined;
    const units = timesFactor(rateUnits(rates[used]!), factor);
    const rate: Rate = { units, text: formatRate(units) };
    if (used !== subtype) rate.note = `no ${subtype} rate, ${used} rate used`;
    return rate;
  };
  return {
    rate(subtype) {
      if (!known.has(subtype)) known.set(subtype, find(subtype));
      return known.get(subtype);
    },
    has: (subtype) => rates[subtype] !== undefined,
  };
}
