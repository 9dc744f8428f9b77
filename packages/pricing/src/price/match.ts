import type { ProviderChoice } from './provider.ts';
import { chooseProvider } from './provider.ts';
import type { UnpricedReason } from './cost.ts';
import { timed } from './rows.ts';
import type { TimedRow } from './rows.ts';
import type { PriceEntry, PriceTable, ServiceRates } from './table.ts';

/** An entry of the table, ready to be asked. */
export interface ReadyEntry {
  entry: PriceEntry;
  rows: readonly TimedRow[];
}

export type NameMatch = { found: ReadyEntry; name: ServiceRates } | { unpriced: UnpricedReason };

/** Finds the one entry of a name. */
export interface NameMatcher {
  /** Provider and model as they were sent. */
  match: (provider: string, model: string) => NameMatch;
}

const plain: ServiceRates = { factor: 1, marks: [] };

export function createNameMatcher(table: PriceTable): NameMatcher {
  const byProvider = new Map<string, { ready: ReadyEntry; patterns: RegExp[] }[]>();
  for (const entry of table.entries) {
    const ready = { entry, rows: entry.prices.map(timed) };
    const patterns = entry.match.map((pattern) => new RegExp(pattern));
    byProvider.set(entry.provider, [
      ...(byProvider.get(entry.provider) ?? []),
      { ready, patterns },
    ]);
  }
  const unpriced = new Set(
    table.unpriced.flatMap(({ provider, names }) => names.map((name) => `${provider} ${name}`)),
  );
  const entriesOf = (provider: string, name: string): ReadyEntry[] =>
    (byProvider.get(provider) ?? [])
      .filter(({ patterns }) => patterns.some((pattern) => pattern.test(name)))
      .map(({ ready }) => ready);
  const isUnpriced = (provider: string, name: string): boolean =>
    unpriced.has(`${provider} ${name}`) || unpriced.has(`${provider} ${bareName(name)}`);

  return {
    match(provider, model) {
      const name = model.trim().toLowerCase();
      const choice = chooseProvider(provider.trim().toLowerCase(), name);
      const providers = providersOf(choice);
      if (providers.length === 0) {
        const isRouter = choice.kind === 'router';
        return { unpriced: isRouter ? 'router_without_cost' : 'unknown_provider' };
      }
      if (providers.some((each) => isUnpriced(each, name)))
        return { unpriced: 'known_without_price' };
      const place = readPlace(name, providers[0]!);
      const found = providers.flatMap((each) => entriesOf(each, place.name));
      if (found.length === 0) return { unpriced: 'unknown_model' };
      // A guess between two would be right half of the time.
      if (found.length > 1) return { unpriced: 'ambiguous_name' };
      return { found: found[0]!, name: place.rates };
    },
  };
}

function providersOf(choice: ProviderChoice): readonly string[] {
  if (choice.kind === 'known') return [choice.provider];
  return choice.kind === 'makers' ? choice.providers : [];
}

/** Without path, prefix of a provider, and region of a Bedrock profile. */
const bareName = (name: string): string =>
  name.replace(/^.*[/:]/, '').replace(/^(?:us|eu|apac|au|jp|ca|sa|in|us-gov|global)\./, '');

/** Surcharges that the name itself tells. */
function readPlace(name: string, provider: string): { name: string; rates: ServiceRates } {
  const zone =
    provider === 'azure' ? /^(azure(?:_ai|_openai)?\/)(?:us|eu)\/(.+)$/.exec(name) : null;
  if (zone) {
    return { name: zone[1]! + zone[2]!, rates: { factor: 1.1, marks: ['azure_data_zone'] } };
  }
  const isRegional = provider === 'vertex' && /\/locations\/(?!global\/)/.test(name);
  return {
    name,
    rates: isRegional ? { factor: 1, marks: ['regional_endpoint_lower_bound'] } : plain,
  };
}
