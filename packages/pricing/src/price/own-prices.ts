import { RE2JS } from 're2js';
import { timed } from './rows.ts';
import type { TimedRow } from './rows.ts';
import type { Rates } from './table.ts';

/** One version of a workspace's own price. */
export interface OwnPrice {
  /** Shown as the entry of a cost. */
  name: string;
  /** Compared with the whole name of a model, upper and lower case alike; RE2 syntax. */
  pattern: string;
  /** Only for models of this provider, as it is sent; absent: of any. */
  provider?: string;
  rates: Rates;
  /** Calls before it keep other prices; null: all. ISO instant. */
  from: string | null;
  /** When this version came to be known, and when another took its place. ISO instants. */
  knownFrom: string;
  knownUntil?: string;
}

export const maxPatternLength = 200;
/** Repetitions such as `a{1000}{1000}` would become a program of this many steps. */
const maxProgramSize = 500;

/**
 * A pattern as it is used: anchored, without regard to case, in time linear to the name's length. Gives
 * why it cannot be used instead.
 */
export function compilePattern(
  pattern: string,
): { matches: (model: string) => boolean } | { problem: PatternProblem } {
  if (pattern.trim() === '') return { problem: 'empty' };
  if (pattern.length > maxPatternLength) return { problem: 'too_long' };
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    if (compiled.programSize() > maxProgramSize) return { problem: 'too_complex' };
    return { matches: (model) => compiled.matches(model) };
  } catch {
    return { problem: 'not_a_pattern' };
  }
}

export type PatternProblem = 'empty' | 'too_long' | 'too_complex' | 'not_a_pattern';

interface ReadyOwnPrice {
  price: OwnPrice;
  provider: string | undefined;
  matches: (model: string) => boolean;
  row: TimedRow;
}

/** All prices of a workspace. */
export interface OwnPrices {
  find: (query: {
    provider: string;
    model: string;
    atUs: number;
    knownAtUs: number;
  }) => OwnPrice | undefined;
}

/** Matches remembered; a workspace has few models. */
const maxRemembered = 1000;

/** Of several prices that match the one with the latest first day counts, then the one known last. */
export function compileOwnPrices(prices: readonly OwnPrice[]): OwnPrices {
  const ready = prices
    .flatMap(readyPrice)
    .toSorted((a, b) => b.row.fromUs - a.row.fromUs || b.row.knownFromUs - a.row.knownFromUs || 0);
  const remembered = new Map<string, ReadyOwnPrice[]>();
  const matching = (provider: string, model: string): ReadyOwnPrice[] => {
    const key = `${provider}\n${model}`;
    const known = remembered.get(key);
    if (known) return known;
    const found = ready.filter(
      (each) =>
        (each.provider === undefined || each.provider === provider.toLowerCase()) &&
        each.matches(model),
    );
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(key, found);
    return found;
  };
  return {
    find: ({ provider, model, atUs, knownAtUs }) =>
      ready.length === 0
        ? undefined
        : matching(provider, model).find(
            ({ row }) =>
              row.fromUs <= atUs && row.knownFromUs <= knownAtUs && row.knownUntilUs > knownAtUs,
          )?.price,
  };
}

function readyPrice(price: OwnPrice): ReadyOwnPrice[] {
  const compiled = compilePattern(price.pattern);
  if ('problem' in compiled) return [];
  const { from, rates, knownFrom, knownUntil } = price;
  const row = timed({
    from,
    rates,
    known_from: knownFrom,
    ...(knownUntil === undefined ? {} : { known_until: knownUntil }),
  });
  return [{ price, provider: price.provider?.toLowerCase(), matches: compiled.matches, row }];
}
