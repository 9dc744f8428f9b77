import { settle } from '@runlight/pricing/usage';
import type { OtlpValue } from '../span.ts';
import { asCount, asNumber, isObject } from './values.ts';

/** What a span counted. Details follow LangSmith's usage_metadata. */
export const usageFields = [
  'input',
  'output',
  'total',
  'cache_read',
  'cache_creation',
  'ephemeral_5m_input_tokens',
  'ephemeral_1h_input_tokens',
  'reasoning',
  'audio_in',
  'audio_out',
] as const;
export type UsageField = (typeof usageFields)[number];
export type Counts = Partial<Record<UsageField, number>>;

/**
 * What providers and wrappers call a counter in a usage object, by its path. Whether one counter
 * contains another is settled later, by `usageMetadata`.
 */
const fieldsOfNames: Record<UsageField, string[]> = {
  input: [
    'input_tokens',
    'prompt_tokens',
    'prompt_token_count',
    'promptTokenCount',
    'inputTokens',
    'promptTokens',
    'input',
    'inputTokens.total',
  ],
  output: [
    'output_tokens',
    'completion_tokens',
    'candidates_token_count',
    'candidatesTokenCount',
    'outputTokens',
    'completionTokens',
    'output',
    'outputTokens.total',
  ],
  total: ['total_tokens', 'total_token_count', 'totalTokenCount', 'totalTokens', 'total'],
  cache_read: [
    'cache_read_input_tokens',
    'cached_input_tokens',
    'prompt_cached_tokens',
    'prompt_cache_hit_tokens',
    'cached_content_token_count',
    'cachedContentTokenCount',
    'cachedContentTokens',
    'cachedInputTokens',
    'cachedPromptTokens',
    'cacheReadInputTokens',
    'input_cached_tokens',
    'input_token_details.cache_read',
    'input_token_details.cached_tokens',
    'input_tokens_details.cached_tokens',
    'prompt_tokens_details.cached_tokens',
    'inputTokenDetails.cacheReadTokens',
    'inputTokens.cacheRead',
  ],
  cache_creation: [
    'cache_creation_input_tokens',
    'cache_write_input_tokens',
    'cacheCreationInputTokens',
    'cacheWriteInputTokens',
    'input_token_details.cache_creation',
    'input_tokens_details.cache_write_tokens',
    'prompt_tokens_details.cache_write_tokens',
    'prompt_tokens_details.cache_creation_tokens',
    'inputTokenDetails.cacheWriteTokens',
    'inputTokens.cacheWrite',
  ],
  ephemeral_5m_input_tokens: [
    'cache_creation.ephemeral_5m_input_tokens',
    'input_token_details.ephemeral_5m_input_tokens',
  ],
  ephemeral_1h_input_tokens: [
    'cache_creation.ephemeral_1h_input_tokens',
    'input_token_details.ephemeral_1h_input_tokens',
    'input_token_details.ephemeral_1hr_input_tokens',
  ],
  reasoning: [
    'reasoning_tokens',
    'thoughts_token_count',
    'thoughtsTokenCount',
    'thoughtsTokens',
    'reasoningTokens',
    'output_reasoning_tokens',
    'output_token_details.reasoning',
    'output_token_details.reasoning_tokens',
    'output_tokens_details.reasoning_tokens',
    'output_tokens_details.thinking_tokens',
    'completion_tokens_details.reasoning_tokens',
    'outputTokenDetails.reasoningTokens',
    'outputTokens.reasoning',
  ],
  audio_in: [
    'input_token_details.audio',
    'input_token_details.audio_tokens',
    'input_tokens_details.audio_tokens',
    'prompt_tokens_details.audio_tokens',
  ],
  audio_out: [
    'output_token_details.audio',
    'output_token_details.audio_tokens',
    'output_tokens_details.audio_tokens',
    'completion_tokens_details.audio_tokens',
  ],
};

const fieldByName = new Map<string, UsageField>(
  usageFields.flatMap((field) => fieldsOfNames[field].map((name) => [name, field] as const)),
);

/** The counters of a usage object of any provider or wrapper. */
export function countsOf(usage: OtlpValue): Counts {
  const counts: Counts = {};
  if (!isObject(usage)) return counts;
  for (const [key, value] of Object.entries(usage)) {
    const parts = isObject(value)
      ? Object.entries(value).map(([part, inner]) => [`${key}.${part}`, inner] as const)
      : [[key, value] as const];
    for (const [name, inner] of parts) {
      const field = fieldByName.get(name);
      const count = asCount(inner);
      if (field !== undefined && count !== undefined) counts[field] ??= count;
    }
  }
  return counts;
}

/** LangSmith's form of a run's usage. */
export interface UsageMetadata {
  input_tokens?: number;
  output_tokens?: number;
  total_tokens?: number;
  input_token_details?: Record<string, number>;
  output_token_details?: Record<string, number>;
  input_cost?: number;
  output_cost?: number;
  total_cost?: number;
}

export type Costs = Partial<Record<'input_cost' | 'output_cost' | 'total_cost', number>>;

/**
 * Input is made to contain the cache, as LangSmith's form has it, where the sender left it out. Output
 * stays as it was sent; a total larger than input and output says that reasoning comes on top.
 */
export function usageMetadata(
  sent: Counts,
  costs: Costs,
  { isGoogle }: { isGoogle: boolean },
): UsageMetadata | undefined {
  const counts = withReasoning(withCache(sent), isGoogle);
  const usage: UsageMetadata = {};
  const { input, output } = counts;
  if (input !== undefined) usage.input_tokens = input;
  if (output !== undefined) usage.output_tokens = output;
  const total = counts.total ?? sumOf(counts);
  if (total !== undefined) usage.total_tokens = total;
  const inputDetails = detailsOf(counts, inputDetailNames);
  const outputDetails = detailsOf(counts, outputDetailNames);
  if (inputDetails) usage.input_token_details = inputDetails;
  if (outputDetails) usage.output_token_details = outputDetails;
  Object.assign(usage, withTotal(costs));
  return Object.keys(usage).length > 0 ? usage : undefined;
}

const inputDetailNames: Partial<Record<UsageField, string>> = {
  audio_in: 'audio',
  cache_read: 'cache_read',
  cache_creation: 'cache_creation',
  ephemeral_5m_input_tokens: 'ephemeral_5m_input_tokens',
  ephemeral_1h_input_tokens: 'ephemeral_1h_input_tokens',
};
const outputDetailNames: Partial<Record<UsageField, string>> = {
  audio_out: 'audio',
  reasoning: 'reasoning',
};

function detailsOf(
  counts: Counts,
  names: Partial<Record<UsageField, string>>,
): Record<string, number> | undefined {
  const details: Record<string, number> = {};
  for (const [field, name] of Object.entries(names)) {
    const count = counts[field as UsageField];
    if (count !== undefined) details[name] = count;
  }
  return Object.keys(details).length > 0 ? details : undefined;
}

/** The rules of packages/pricing tell whether the input counter leaves the cache out. */
function withCache(counts: Counts): Counts {
  const { input, output = 0, total } = counts;
  const short = counts.ephemeral_5m_input_tokens ?? 0;
  const long = counts.ephemeral_1h_input_tokens ?? 0;
  const written = counts.cache_creation ?? short + long;
  const cache = (counts.cache_read ?? 0) + written;
  if (input === undefined || cache === 0) return counts;
  const settled = settle(
    {
      input,
      output,
      total,
      cacheRead: counts.cache_read,
      written: { unknown: written },
      cache: 'unclear',
      reasoningIs: 'inside',
    },
    {},
  );
  if (!settled?.marks.includes('input_left_out_cache')) return counts;
  const corrected = { ...counts, input: input + cache };
  if (total === input + output) corrected.total = total + cache;
  return corrected;
}

/** Google's thinking tokens may stand in the total only. */
function withReasoning(counts: Counts, isGoogle: boolean): Counts {
  const { input, output, total, reasoning } = counts;
  if (!isGoogle || reasoning !== undefined) return counts;
  if (input === undefined || output === undefined || total === undefined) return counts;
  const settled = settle(
    { input, output, total, cache: 'inside', reasoningIs: 'unclear' },
    { provider: 'google' },
  );
  const found = settled?.counts.reasoning ?? 0;
  return found > 0 ? { ...counts, reasoning: found } : counts;
}

function sumOf({ input, output, reasoning = 0 }: Counts): number | undefined {
  if (input === undefined && output === undefined) return undefined;
  const isReasoningOutside = reasoning > (output ?? 0);
  return (input ?? 0) + (output ?? 0) + (isReasoningOutside ? reasoning : 0);
}

function withTotal(costs: Costs): Costs {
  const { input_cost: input, output_cost: output } = costs;
  if (costs.total_cost !== undefined || (input === undefined && output === undefined)) return costs;
  return { ...costs, total_cost: (input ?? 0) + (output ?? 0) };
}

/** A usage_metadata that the sender wrote as such, without what is no count or cost. */
export function soundUsage(value: OtlpValue): UsageMetadata | undefined {
  if (!isObject(value)) return undefined;
  const usage: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const sound = soundMember(key, inner);
    if (sound !== undefined) usage[key] = sound;
  }
  return Object.keys(usage).length > 0 ? usage : undefined;
}

function soundMember(key: string, value: OtlpValue): unknown {
  if (key.endsWith('_tokens')) return asCount(value);
  if (key.endsWith('_cost')) return asCost(value);
  if (!isObject(value)) return undefined;
  const parts = Object.entries(value)
    .map(([name, inner]) => [name, key.includes('cost') ? asCost(inner) : asCount(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

export function asCost(value: unknown): number | undefined {
  const amount = asNumber(value);
  return amount !== undefined && amount >= 0 && amount < 1e12 ? amount : undefined;
}
