import type { RowEncoder } from '@runlight/clickhouse';
import { usdNumber } from '@runlight/pricing';
import type { Cost } from '@runlight/pricing';
import { costDetails } from './run-pricer.ts';
import type { RunPrice } from './run-pricer.ts';

/** In the order in which `writeCost` writes. */
export const costColumns = [
  'has_cost',
  'prompt_cost',
  'completion_cost',
  'total_cost',
  'cost_source',
  'price_entry',
  'unpriced_reason',
  'estimated_cost',
  'cost_parts',
  'cost_details',
] as const;

/** Dollars of input, output, and both. */
export interface CostUsd {
  input: number;
  output: number;
  total: number;
}

/** What the caller gave wins; what we say stands beside it. Undefined when nobody knows. */
export function costOf(
  given: Record<string, number> | undefined,
  price: RunPrice,
): CostUsd | undefined {
  if (given) {
    const { input = 0, output = 0, total = input + output } = given;
    return { input, output, total };
  }
  return 'cost' in price ? ourCost(price.cost) : undefined;
}

const ourCost = ({ promptUnits, completionUnits }: Cost): CostUsd => ({
  input: usdNumber(promptUnits),
  output: usdNumber(completionUnits),
  total: usdNumber(promptUnits + completionUnits),
});

export function writeCost(
  row: RowEncoder,
  given: Record<string, number> | undefined,
  price: RunPrice,
): void {
  const cost = costOf(given, price);
  row.u8(cost ? 1 : 0);
  row.f64(cost?.input ?? 0);
  row.f64(cost?.output ?? 0);
  row.f64(cost?.total ?? 0);
  if ('unpriced' in price) {
    row.text(given ? 'caller' : '');
    row.text('');
    row.text(price.unpriced);
    row.f64(0);
    row.count(0);
    row.text('');
    return;
  }
  const ours = price.cost;
  row.text(given ? 'caller' : ours.source);
  row.text(ours.entry);
  row.text('');
  row.f64(given ? ourCost(ours).total : cost!.total);
  // Parts of a sum that is not ours would not add up to it.
  if (given) row.count(0);
  else writeParts(row, ours);
  row.text(costDetails(ours));
}

/** Another model's part counts with the run's own of that name. */
function writeParts(row: RowEncoder, { parts }: Cost): void {
  const sums = new Map<string, bigint>();
  for (const { part, units } of parts) sums.set(part, (sums.get(part) ?? 0n) + units);
  row.count(sums.size);
  for (const [part, units] of sums) {
    row.text(part);
    row.f64(usdNumber(units));
  }
}
