import type { Billing, TokenCounts, Usage, UsageContext, UsageMark, WriteLife } from './usage.ts';

/** Where a sender counts a part: within the sum, on top of it, or one must find out. */
export type Placement = 'inside' | 'outside' | 'unclear';

/** The counters of one shape, before it is settled which contains which. */
export interface Counters {
  input?: number | undefined;
  output?: number | undefined;
  total?: number | undefined;
  cacheRead?: number | undefined;
  written?: Partial<Record<WriteLife, number | undefined>>;
  reasoning?: number | undefined;
  audioIn?: number | undefined;
  audioOut?: number | undefined;
  ofWhich?: Record<string, number | undefined>;
  cache: Placement;
  reasoningIs: Placement;
  billing?: Billing;
}

/**
 * The disjoint counts. What does not add up is marked, never clamped in silence. Undefined when neither
 * input nor output is known: unknown is not zero.
 */
export function settle(counters: Counters, context: UsageContext): Usage | undefined {
  if (counters.input === undefined && counters.output === undefined) return undefined;
  const marks: UsageMark[] = [];
  const written = settleLives(counters.written ?? {}, context, marks);
  const cacheRead = counters.cacheRead ?? 0;
  const cache = cacheRead + written['5m'] + written['1h'] + sumOf(written.other);
  const input = settleInput(counters, cache, marks);
  const { text, reasoning } = settleOutput(counters, input.all, context, marks);
  const { audioIn = 0, audioOut = 0 } = counters;
  const counts: TokenCounts = {
    inputFresh: input.fresh,
    cacheRead,
    cacheWrite5m: written['5m'],
    cacheWrite1h: written['1h'],
    cacheWriteOther: written.other,
    outputText: text,
    reasoning,
    audioIn,
    audioOut,
    total: input.fresh + cache + audioIn + text + reasoning + audioOut,
  };
  const usage: Usage = {
    counts,
    ofWhich: withoutZeros(counters.ofWhich),
    marks,
    billing: counters.billing ?? {},
  };
  if (counters.total !== undefined) {
    usage.reportedTotal = counters.total;
    if (counters.total !== counts.total) marks.push('total_differs');
  }
  return usage;
}

function settleInput(
  { input = 0, output = 0, total, audioIn = 0, cache: placement }: Counters,
  cache: number,
  marks: UsageMark[],
): { fresh: number; all: number } {
  const isOutside =
    placement === 'outside' ||
    cache > input ||
    (placement === 'unclear' && cache > 0 && total === input + output + cache);
  if (placement !== 'outside' && isOutside) marks.push('input_left_out_cache');
  const isProven = total === input + output;
  if (placement === 'unclear' && cache > 0 && !isOutside && !isProven) {
    marks.push('cache_assumed_inside_input');
  }
  const all = isOutside ? input + cache : input;
  const fresh = all - cache - audioIn;
  if (fresh < 0) marks.push('parts_exceed_input');
  return { fresh: Math.max(0, fresh), all };
}

function settleOutput(
  counters: Counters,
  inputAll: number,
  context: UsageContext,
  marks: UsageMark[],
): { text: number; reasoning: number } {
  const { input = 0, output = 0, total, audioOut = 0 } = counters;
  const reasoning = counters.reasoning ?? thoughtsInTotal(counters, context);
  const isInTotal = total === input + output || total === inputAll + output;
  const isOnTop =
    !isInTotal && (total === input + output + reasoning || total === inputAll + output + reasoning);
  const isOutside =
    reasoning > 0 &&
    (isOnTop ||
      reasoning > output ||
      (counters.reasoningIs === 'outside' && !isInTotal) ||
      (counters.reasoningIs === 'unclear' && !isInTotal && isGoogle(context)));
  if (isOutside && counters.reasoningIs === 'inside') marks.push('reasoning_left_out_of_output');
  const text = output - audioOut - (isOutside ? 0 : reasoning);
  if (text < 0) marks.push('parts_exceed_output');
  return { text: Math.max(0, text), reasoning };
}

/** Google's thinking tokens may stand in the total only. */
function thoughtsInTotal(
  { input, output, total, reasoningIs }: Counters,
  context: UsageContext,
): number {
  if (reasoningIs !== 'unclear' || !isGoogle(context)) return 0;
  if (input === undefined || output === undefined || total === undefined) return 0;
  return Math.max(0, total - input - output);
}

interface SettledWrites {
  '5m': number;
  '1h': number;
  other: Record<string, number>;
}

function settleLives(
  written: NonNullable<Counters['written']>,
  context: UsageContext,
  marks: UsageMark[],
): SettledWrites {
  const settled: SettledWrites = { '5m': written['5m'] ?? 0, '1h': written['1h'] ?? 0, other: {} };
  const add = (life: WriteLife, tokens: number | undefined) => {
    if (!tokens) return;
    if (life === '5m') settled['5m'] += tokens;
    else settled.other[life] = (settled.other[life] ?? 0) + tokens;
  };
  add('30m', written['30m']);
  add('12h', written['12h']);
  if (written.unknown) {
    marks.push('write_life_assumed');
    add(usualLife(context), written.unknown);
  }
  return settled;
}

/** OpenAI's caches live 30 minutes where nothing else is said, others' 5 minutes. */
function usualLife({ provider = '', model = '' }: UsageContext): '5m' | '30m' {
  if (/claude|nova/i.test(model)) return '5m';
  const isOpenAi = /^(?:openai|azure)/i.test(provider) || /(?:^|[/.:])(?:gpt-|o\d)/i.test(model);
  return isOpenAi ? '30m' : '5m';
}

const isGoogle = ({ provider = '', model = '' }: UsageContext): boolean =>
  /google|gemini|gcp|vertex/i.test(provider) || /gemini/i.test(model);

const sumOf = (parts: Record<string, number>): number =>
  Object.values(parts).reduce((sum, part) => sum + part, 0);

function withoutZeros(parts: Counters['ofWhich']): Record<string, number> {
  const left: Record<string, number> = {};
  for (const [name, value] of Object.entries(parts ?? {})) if (value) left[name] = value;
  return left;
}
