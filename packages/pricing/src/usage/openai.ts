import type { Counters } from './settle.ts';
import { asCount, isObject } from './usage.ts';
import type { JsonObject } from './usage.ts';

const partsOf = (usage: JsonObject, name: string): JsonObject => {
  const parts = usage[name];
  return isObject(parts) ? parts : {};
};

const first = (...values: unknown[]): number | undefined =>
  values.map(asCount).find((count) => count !== undefined);

/**
 * Chat completions of OpenAI and all who took its shape (Azure, Mistral, Groq, DeepSeek, xAI, OpenRouter,
 * LiteLLM): sums contain their details, whatever model answered. Only xAI leaves reasoning out, which
 * the total tells.
 */
export function readOpenAiChat(usage: JsonObject): Counters {
  const input = partsOf(usage, 'prompt_tokens_details');
  const output = partsOf(usage, 'completion_tokens_details');
  return {
    input: asCount(usage['prompt_tokens']),
    output: asCount(usage['completion_tokens']),
    total: asCount(usage['total_tokens']),
    cacheRead: first(
      input['cached_tokens'],
      usage['prompt_cache_hit_tokens'],
      usage['num_cached_tokens'],
      usage['cache_read_input_tokens'],
    ),
    written: chatWrites(usage, input),
    reasoning: first(output['reasoning_tokens'], usage['reasoning_tokens']),
    audioIn: asCount(input['audio_tokens']),
    audioOut: asCount(output['audio_tokens']),
    ofWhich: {
      image_in: asCount(input['image_tokens']),
      video_in: asCount(input['video_tokens']),
      image_out: asCount(output['image_tokens']),
      accepted_prediction_out: asCount(output['accepted_prediction_tokens']),
      rejected_prediction_out: asCount(output['rejected_prediction_tokens']),
    },
    cache: 'inside',
    reasoningIs: 'inside',
  };
}

function chatWrites(usage: JsonObject, input: JsonObject): NonNullable<Counters['written']> {
  const split = partsOf(input, 'cache_creation_token_details');
  const short = asCount(split['ephemeral_5m_input_tokens']) ?? 0;
  const long = asCount(split['ephemeral_1h_input_tokens']) ?? 0;
  if (short + long > 0) return { '5m': short, '1h': long };
  return writesByLife(
    input,
    first(
      input['cache_write_tokens'],
      input['cache_creation_tokens'],
      usage['cache_creation_input_tokens'],
    ),
  );
}

/** The Responses API: the names of Anthropic with the meaning of OpenAI. */
export function readOpenAiResponses(usage: JsonObject): Counters {
  const input = partsOf(usage, 'input_tokens_details');
  const output = partsOf(usage, 'output_tokens_details');
  return {
    input: asCount(usage['input_tokens']),
    output: asCount(usage['output_tokens']),
    total: asCount(usage['total_tokens']),
    cacheRead: asCount(input['cached_tokens']),
    written: writesByLife(input, asCount(input['cache_write_tokens'])),
    reasoning: asCount(output['reasoning_tokens']),
    audioIn: asCount(input['audio_tokens']),
    audioOut: asCount(output['audio_tokens']),
    ofWhich: { image_in: asCount(input['image_tokens']) },
    cache: 'inside',
    reasoningIs: 'inside',
  };
}

function writesByLife(
  input: JsonObject,
  sum: number | undefined,
): NonNullable<Counters['written']> {
  const split = partsOf(input, 'cache_write_tokens_details');
  const short = asCount(split['ttl_30m_tokens']) ?? 0;
  const long = asCount(split['ttl_12h_tokens']) ?? 0;
  return short + long > 0 ? { '30m': short, '12h': long } : { unknown: sum };
}
