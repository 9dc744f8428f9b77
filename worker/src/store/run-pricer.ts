import { createPricer, readPriceTable, readStoredUsage } from '@runlight/pricing';
import type { Cost, OwnPrices, Pricer, UnpricedReason, Usage } from '@runlight/pricing';
import type { RunKey, RunState } from '@runlight/run-model';

/** What we say a run cost, or why we do not. */
export type RunPrice = { cost: Cost } | { unpriced: UnpricedReason | '' };

/** Gives the price of one run. */
export type RunPricer = (key: RunKey, run: RunState, own: OwnPrices | undefined) => RunPrice;

/**
 * Prices model calls only: what a chain reports repeats the sum of the calls inside it, and a sum of
 * several requests has no long-context rate. Depends on nothing but the events of the run and the tables,
 * so that a rebuild gives the same.
 */
export function createRunPricer(pricer: Pricer = createPricer(readPriceTable())): RunPricer {
  return (key, run, own) => {
    const isModelCall = run.runType === 'llm' || run.runType === 'embedding';
    const provider = run.metadata?.['ls_provider'] ?? '';
    const model = run.model ?? '';
    const usage = run.usage && readStoredUsage(run.usage, { provider, model });
    if (!usage) return { unpriced: isModelCall && run.status !== 'pending' ? 'no_usage' : '' };
    if (!isModelCall) return { unpriced: 'not_a_model_call' };
    const query = {
      provider,
      model,
      atUs: run.startTimeUs ?? key.traceStartUs,
      knownAtUs: run.pricedAtUs ?? run.acceptedAtUs,
    };
    return pricer.priceUsage(withBilling(usage, run), query, own);
  };
}

const withBilling = (usage: Usage, { billing }: RunState): Usage =>
  billing ? { ...usage, billing: { ...usage.billing, ...billing } } : usage;

/** A part of a bill as it is stored: name, tokens, rate, and what else there is to say. */
export type StoredCostPart = [
  part: string,
  tokens: number,
  rate: string,
  note?: string,
  model?: string,
];

/** What is kept of a cost for those who look at one run; sums stand in columns of their own. */
export interface StoredCostDetails {
  from: string | null;
  asOf?: string;
  tier?: number;
  mode?: string;
  marks?: string[];
  parts: StoredCostPart[];
  /** Tokens without a rate. */
  unpriced?: { part: string; tokens: number; model?: string }[];
}

/** JSON for the column `cost_details`. */
export function costDetails(cost: Cost): string {
  const details: StoredCostDetails = { from: cost.from, parts: cost.parts.map(storedPart) };
  if (cost.tableAsOf !== undefined) details.asOf = cost.tableAsOf;
  if (cost.tierOverInput !== undefined) details.tier = cost.tierOverInput;
  if (cost.mode !== undefined) details.mode = cost.mode;
  if (cost.marks.length > 0) details.marks = cost.marks;
  if (cost.unpricedParts.length > 0) details.unpriced = cost.unpricedParts;
  return JSON.stringify(details);
}

function storedPart({ part, tokens, rate, note, model }: Cost['parts'][number]): StoredCostPart {
  if (model !== undefined) return [part, tokens, rate, note ?? '', model];
  return note === undefined ? [part, tokens, rate] : [part, tokens, rate, note];
}
