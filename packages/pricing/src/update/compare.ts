import type { Pricer } from '../price/pricer.ts';
import type { NameCase } from './check-table.ts';

/** The part of `@pydantic/genai-prices` that is compared with. */
export interface OtherTable {
  calcPrice: (
    usage: { input_tokens: number; output_tokens: number },
    model: string,
    options: { providerId: string; timestamp: Date },
  ) => { input_price: number | string; output_price: number | string } | null;
}

export interface Comparison {
  same: number;
  /** Names that only this table knows. */
  onlyHere: string[];
  different: { name: string; ours: string; theirs: string }[];
}

/** What that package calls our providers, where it differs. */
const theirProviders: Record<string, string> = {
  vertex: 'google',
  xai: 'x-ai',
  moonshot: 'moonshotai',
};

const tokens = 10_000;

/** Prices of ten thousand tokens in and out by both tables, for every known name. */
export function compareTables(
  pricer: Pricer,
  other: OtherTable,
  cases: readonly NameCase[],
  at: Date,
): Comparison {
  const comparison: Comparison = { same: 0, onlyHere: [], different: [] };
  for (const [provider, model] of cases) {
    const name = `${provider} ${model}`;
    const atUs = at.getTime() * 1000;
    const found = pricer.findPrice({ provider, model, atUs, knownAtUs: atUs });
    const theirs = other.calcPrice({ input_tokens: tokens, output_tokens: tokens }, model, {
      providerId: theirProviders[provider] ?? provider,
      timestamp: at,
    });
    if (!theirs) comparison.onlyHere.push(name);
    else if ('row' in found) {
      const { input = 0, output = 0 } = found.row.rates;
      const ours = pairText(input, output);
      const their = pairText(perMillion(theirs.input_price), perMillion(theirs.output_price));
      if (ours === their) comparison.same += 1;
      else comparison.different.push({ name, ours, theirs: their });
    }
  }
  return comparison;
}

const perMillion = (usd: number | string): number => (Number(usd) * 1_000_000) / tokens;
const pairText = (input: number, output: number): string =>
  `${Number(input.toPrecision(9))}/${Number(output.toPrecision(9))}`;
