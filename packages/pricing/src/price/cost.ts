import type { ServiceMode, Usage } from '../usage/usage.ts';
import { usdUnits } from './decimal.ts';
import type { RateCard } from './rate-card.ts';

/** One line of a bill. */
export interface CostPart {
  part: string;
  /** Set when another model than the run's was billed by the same call. */
  model?: string;
  tokens: number;
  /** US dollars per million tokens, exact. */
  rate: string;
  /** In 10^-18 US dollars. */
  units: bigint;
  note?: string;
}

/** Tokens for which there is no rate: they are not in the sum. */
export interface UnpricedPart {
  part: string;
  model?: string;
  tokens: number;
}

export interface PricedTokens {
  parts: CostPart[];
  unpricedParts: UnpricedPart[];
  promptUnits: bigint;
  completionUnits: bigint;
}

/** Which rows of the bill a usage has, each with its tokens. */
export function priceTokens(usage: Usage, card: RateCard, model?: string): PricedTokens {
  const priced: PricedTokens = {
    parts: [],
    unpricedParts: [],
    promptUnits: 0n,
    completionUnits: 0n,
  };
  for (const { part, subtype, tokens, isOutput } of linesOf(usage, card)) {
    if (tokens === 0) continue;
    const rate = card.rate(subtype);
    if (!rate) {
      priced.unpricedParts.push(model === undefined ? { part, tokens } : { part, model, tokens });
      continue;
    }
    const units = usdUnits(tokens, rate.units);
    if (isOutput) priced.completionUnits += units;
    else priced.promptUnits += units;
    const line: CostPart = { part, tokens, rate: rate.text, units };
    if (model !== undefined) line.model = model;
    if (rate.note !== undefined) line.note = rate.note;
    priced.parts.push(line);
  }
  return priced;
}

interface Line {
  part: string;
  subtype: string;
  tokens: number;
  isOutput: boolean;
}

/** Subsets that are a line of their own when the table has a rate for them. */
const subsets = {
  input: [
    ['image', 'image_in'],
    ['video', 'video_in'],
  ],
  cache_read: [
    ['audio', 'cache_read_audio'],
    ['image', 'cache_read_image'],
  ],
  output: [
    ['image', 'image_out'],
    ['video', 'video_out'],
  ],
} as const;

function linesOf(usage: Usage, card: RateCard): Line[] {
  const { counts } = usage;
  const lines: Line[] = [];
  const add = (part: string, subtype: string, tokens: number, isOutput = false) =>
    lines.push({ part, subtype, tokens, isOutput });
  const split = (part: string, subtype: keyof typeof subsets, all: number, isOutput = false) => {
    let rest = all;
    const own: Line[] = [];
    for (const [label, name] of subsets[subtype]) {
      const tokens = card.has(name) ? Math.min(rest, usage.ofWhich[name] ?? 0) : 0;
      rest -= tokens;
      own.push({ part: `${part} (${label})`, subtype: name, tokens, isOutput });
    }
    add(part, subtype, rest, isOutput);
    lines.push(...own);
  };
  split('input_fresh', 'input', counts.inputFresh);
  split('cache_read', 'cache_read', counts.cacheRead);
  add('cache_write_5m', 'cache_write_5m', counts.cacheWrite5m);
  add('cache_write_1h', 'cache_write_1h', counts.cacheWrite1h);
  for (const life in counts.cacheWriteOther) {
    add(`cache_write_other.${life}`, `cache_write_${life}`, counts.cacheWriteOther[life]!);
  }
  add('audio_in', 'audio_in', counts.audioIn);
  split('output_text', 'output', counts.outputText, true);
  add('reasoning', 'reasoning', counts.reasoning, true);
  add('audio_out', 'audio_out', counts.audioOut, true);
  return lines;
}

/** All input, by which long-context rates are judged. */
export const inputOf = ({ counts, billing }: Usage): number =>
  billing.largestInput ?? counts.total - counts.outputText - counts.reasoning - counts.audioOut;

/** Why a run has no price. */
export type UnpricedReason =
  | 'no_model'
  | 'not_a_model_call'
  | 'no_usage'
  | 'unknown_provider'
  | 'unknown_model'
  | 'known_without_price'
  | 'router_without_cost'
  | 'ambiguous_name'
  | 'before_first_price'
  | 'mode_without_price';

export type PriceSource = 'price_table' | 'workspace_price';

/** What we say a call cost, and from where. */
export interface Cost extends PricedTokens {
  source: PriceSource;
  /** `openai/gpt-5` of the table, or the name of the workspace's own price. */
  entry: string;
  /** First day of the row; null when it has none. */
  from: string | null;
  /** Date of the table; absent for a workspace's own price. */
  tableAsOf?: string;
  tierOverInput?: number;
  mode?: ServiceMode;
  /** What was assumed or is in doubt: codes. */
  marks: string[];
}
