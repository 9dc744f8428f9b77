import type { Counters } from './settle.ts';
import { asCount, isObject } from './usage.ts';
import type { JsonObject, UsageContext } from './usage.ts';

/** The AI SDK, versions 4 to 7, and what its provider packages give it (nested objects). */
export function readVercel(usage: JsonObject, raw: JsonObject, context: UsageContext): Counters {
  if (isObject(usage['inputTokens']))
    return readNested(usage['inputTokens'], usage['outputTokens']);
  const input = usage['inputTokenDetails'];
  return isObject(input)
    ? readDetailed(usage, input)
    : readAsProvided(usage, providerPart(raw), context);
}

function readNested(input: JsonObject, outputs: unknown): Counters {
  const output = isObject(outputs) ? outputs : {};
  return {
    input: asCount(input['total']),
    output: asCount(output['total']),
    cacheRead: asCount(input['cacheRead']),
    written: { unknown: asCount(input['cacheWrite']) },
    reasoning: asCount(output['reasoning']),
    cache: 'inside',
    reasoningIs: 'inside',
  };
}

/** Versions 6 and 7: the details partition the sums. */
function readDetailed(usage: JsonObject, input: JsonObject): Counters {
  const output = isObject(usage['outputTokenDetails']) ? usage['outputTokenDetails'] : {};
  return {
    input: asCount(usage['inputTokens']),
    output: asCount(usage['outputTokens']),
    total: asCount(usage['totalTokens']),
    cacheRead: asCount(input['cacheReadTokens']),
    written: { unknown: asCount(input['cacheWriteTokens']) },
    reasoning: asCount(output['reasoningTokens']),
    cache: 'inside',
    reasoningIs: 'inside',
  };
}

/** Versions 4 and 5 pass on what the provider's package counts, with its rules. */
function readAsProvided(
  usage: JsonObject,
  provided: JsonObject,
  { provider = '', model = '' }: UsageContext,
): Counters {
  const isExclusive = /anthropic|bedrock|aws/i.test(provider) || /claude/i.test(model);
  return {
    input: asCount(usage['inputTokens']) ?? asCount(usage['promptTokens']),
    output: asCount(usage['outputTokens']) ?? asCount(usage['completionTokens']),
    total: asCount(usage['totalTokens']),
    cacheRead: firstOf([usage['cachedInputTokens']], provided, [
      'cachedPromptTokens',
      'cacheReadInputTokens',
      'cachedContentTokenCount',
    ]),
    written: {
      unknown: firstOf([], provided, ['cacheCreationInputTokens', 'cacheWriteInputTokens']),
    },
    reasoning: firstOf([usage['reasoningTokens']], provided, ['reasoningTokens']),
    cache: isExclusive ? 'outside' : 'unclear',
    reasoningIs: 'unclear',
  };
}

const firstOf = (
  own: unknown[],
  provided: JsonObject,
  names: readonly string[],
): number | undefined =>
  [...own, ...names.map((name) => provided[name])]
    .map(asCount)
    .find((count) => count !== undefined);

/** What the provider's package says beside the usage; it stands under the provider's name. */
function providerPart(raw: JsonObject): JsonObject {
  const metadata = raw['providerMetadata'];
  if (!isObject(metadata)) return {};
  const part = Object.values(metadata).find(isObject) ?? {};
  return isObject(part['usage']) ? { ...part['usage'], ...part } : part;
}
