import type { Counters } from './settle.ts';
import { asCount, isObject } from './usage.ts';
import type { JsonObject } from './usage.ts';

/** Bedrock Converse: as Anthropic, input is only what is fresh. The `…Count` names repeat the counts. */
export function readBedrock(usage: JsonObject): Counters {
  return {
    input: asCount(usage['inputTokens']),
    output: asCount(usage['outputTokens']),
    total: asCount(usage['totalTokens']),
    cacheRead: asCount(usage['cacheReadInputTokens']),
    written: bedrockWrites(usage),
    cache: 'outside',
    reasoningIs: 'inside',
  };
}

function bedrockWrites(usage: JsonObject): NonNullable<Counters['written']> {
  const written: Record<string, number> = {};
  const details = Array.isArray(usage['cacheDetails']) ? (usage['cacheDetails'] as unknown[]) : [];
  for (const detail of details.slice(0, 16)) {
    if (!isObject(detail)) continue;
    const tokens = asCount(detail['inputTokens']);
    const life = detail['ttl'] === '1h' ? '1h' : '5m';
    if (tokens !== undefined) written[life] = (written[life] ?? 0) + tokens;
  }
  const hasSplit = Object.values(written).some((tokens) => tokens > 0);
  return hasSplit ? written : { unknown: asCount(usage['cacheWriteInputTokens']) };
}

/** Cohere: billed units are charged; `tokens` is what the model processed, the provider's own text included. */
export function readCohere(usage: JsonObject): Counters | undefined {
  const billed = usage['billed_units'];
  if (!isObject(billed)) return undefined;
  const processed = isObject(usage['tokens']) ? usage['tokens'] : {};
  return {
    input: asCount(billed['input_tokens']),
    output: asCount(billed['output_tokens']),
    ofWhich: {
      processed_in: asCount(processed['input_tokens']),
      processed_out: asCount(processed['output_tokens']),
      processed_cached: asCount(usage['cached_tokens']),
    },
    cache: 'inside',
    reasoningIs: 'inside',
  };
}
