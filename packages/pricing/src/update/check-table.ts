import { RE2JS } from 're2js';
import type { PriceTable } from '../price/table.ts';

/** A name in the wild: provider, name, id of its entry. */
export type NameCase = readonly [provider: string, name: string, id: string];

/** What keeps a table from being used; empty when nothing does. */
export function tableProblems(table: PriceTable, cases: readonly NameCase[]): string[] {
  const problems: string[] = [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(table.as_of)) problems.push('as_of is no day');
  for (const { provider, id, match, prices, sources } of table.entries) {
    const entry = `${provider}/${id}`;
    if (prices.length === 0) problems.push(`${entry} has no prices`);
    for (const pattern of match) if (!isPattern(pattern)) problems.push(`${entry}: ${pattern}`);
    for (const source of sources) {
      if (!table.sources[source]) problems.push(`${entry}: unknown source ${source}`);
    }
    const rates = prices.flatMap((row) => [row, ...(row.tiers ?? [])]).map(({ rates }) => rates);
    if (!rates.flatMap((each) => Object.values(each)).every((rate) => rate >= 0 && rate < 1e6)) {
      problems.push(`${entry}: a rate is not a price`);
    }
  }
  for (const [provider, name, id] of cases) {
    const found = table.entries
      .filter((entry) => entry.provider === provider)
      .filter(({ match }) => match.some((pattern) => new RegExp(pattern).test(name.toLowerCase())))
      .map((entry) => entry.id);
    if (found.length !== 1 || found[0] !== id) {
      problems.push(`${provider} ${name} is ${found.join(', ') || 'nothing'} instead of ${id}`);
    }
  }
  return problems;
}

/** Anchored, and without look-around and back-references. */
function isPattern(pattern: string): boolean {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return false;
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false;
  }
}
