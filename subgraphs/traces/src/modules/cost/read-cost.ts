import { formatUsd, rateUnits, usdUnits } from '@runlight/pricing';
import type {
  CostPart,
  CostSource,
  RunCost,
  UnpricedPart,
  UnpricedReason,
} from '../../__generated__/resolvers.ts';
import type { CostRow } from './cost-store.ts';

/** As the worker writes `cost_details`. */
interface StoredDetails {
  from: string | null;
  asOf?: string;
  tier?: number;
  mode?: string;
  marks?: string[];
  parts: [part: string, tokens: number, rate: string, note?: string, model?: string][];
  unpriced?: { part: string; tokens: number; model?: string }[];
}

/** The cost as the graph shows it; null for a run that says nothing of tokens and costs. */
export function readCost(row: CostRow): RunCost | null {
  // Stored before costs had a source: the caller's.
  const source = row.source === '' && row.totalUsd !== undefined ? 'caller' : row.source;
  if (source === '' && row.unpricedReason === '' && row.priceEntry === '') return null;
  const details = row.details === '' ? undefined : (JSON.parse(row.details) as StoredDetails);
  const hasCost = row.totalUsd !== undefined;
  // A caller may give the total alone.
  const isSplit = hasCost && (row.promptUsd > 0 || row.completionUsd > 0 || row.totalUsd === 0);
  return {
    totalUsd: row.totalUsd ?? null,
    promptUsd: isSplit ? row.promptUsd : null,
    completionUsd: isSplit ? row.completionUsd : null,
    source: source === '' ? null : (source.toUpperCase() as CostSource),
    estimatedUsd: row.priceEntry === '' ? null : row.estimatedUsd,
    priceEntry: row.priceEntry || null,
    priceFrom: instantOf(details?.from),
    tableAsOf: instantOf(details?.asOf),
    parts: (details?.parts ?? []).map(readPart),
    unpricedParts: (details?.unpriced ?? []).map(readUnpriced),
    unpricedReason:
      row.unpricedReason === '' ? null : (row.unpricedReason.toUpperCase() as UnpricedReason),
    mode: details?.mode ?? null,
    tierOverInputTokens: details?.tier ?? null,
    marks: details?.marks ?? [],
  };
}

const instantOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Date.parse(text) * 1000;

const readPart = ([part, tokens, rate, note, model]: StoredDetails['parts'][number]): CostPart => ({
  part,
  model: model ?? null,
  tokens,
  rateUsdPerMillion: rate,
  usd: formatUsd(usdUnits(tokens, rateUnits(rate))),
  note: note || null,
});

const readUnpriced = ({
  part,
  tokens,
  model,
}: NonNullable<StoredDetails['unpriced']>[number]): UnpricedPart => ({
  part,
  tokens,
  model: model ?? null,
});
