import { isAnthropic, readAnthropic } from './anthropic.ts';
import { billingOf } from './billing.ts';
import { readGemini } from './gemini.ts';
import { readOpenAiChat, readOpenAiResponses } from './openai.ts';
import { readBedrock, readCohere } from './others.ts';
import { settle } from './settle.ts';
import type { Counters } from './settle.ts';
import { readStoredUsage } from './stored-usage.ts';
import { asCount, isObject } from './usage.ts';
import type { JsonObject, Usage, UsageContext } from './usage.ts';
import { readVercel } from './vercel.ts';

/**
 * The usage of one model call, whatever shape it has: the body of a response, what a wrapper made of it,
 * or the usage object alone. The keys decide the shape, never the model. Undefined when there is none.
 */
export function normaliseUsage(raw: unknown, given: UsageContext = {}): Usage | undefined {
  if (!isObject(raw)) return undefined;
  const usage = usageObjectOf(raw);
  const read = readShape(usage, raw, contextOf(raw, given));
  if (!read) return undefined;
  return { ...read, billing: { ...read.billing, ...billingOf(raw, usage) } };
}

const usageObjectOf = (raw: JsonObject): JsonObject => {
  for (const name of ['usage_metadata', 'usageMetadata', 'usage']) {
    const usage = raw[name];
    if (isObject(usage)) return usage;
  }
  return raw;
};

function readShape(usage: JsonObject, raw: JsonObject, context: UsageContext): Usage | undefined {
  // A wrapper that kept what the provider sent: that says more.
  const kept = usage['raw'];
  const original = isObject(kept) ? readShape(kept, {}, context) : undefined;
  if (original) {
    const reportedTotal = original.reportedTotal ?? asCount(usage['totalTokens']);
    return reportedTotal === undefined ? original : { ...original, reportedTotal };
  }
  const counters = countersOf(usage, raw, context);
  if (counters) return settle(counters, context);
  if (isAnthropic(usage)) return readAnthropic(usage, context);
  return 'input_tokens' in usage || 'output_tokens' in usage
    ? readStoredUsage(flattened(usage), context)
    : undefined;
}

/** Order matters: wrappers that follow OpenAI repeat the names of other providers. */
function countersOf(
  usage: JsonObject,
  raw: JsonObject,
  context: UsageContext,
): Counters | undefined {
  if ('prompt_tokens' in usage || 'completion_tokens' in usage) return readOpenAiChat(usage);
  if ('billed_units' in usage) return readCohere(usage);
  if (isObject(usage['input_tokens_details'])) return readOpenAiResponses(usage);
  if (geminiNames.some((name) => name in usage)) return readGemini(usage);
  if ('cacheReadInputTokens' in usage || 'cacheWriteInputTokens' in usage)
    return readBedrock(usage);
  if ('inputTokens' in usage || 'promptTokens' in usage) return readVercel(usage, raw, context);
  return undefined;
}

const geminiNames = ['promptTokenCount', 'candidatesTokenCount', 'responseTokenCount'];

function contextOf(raw: JsonObject, { provider, model }: UsageContext): UsageContext {
  return {
    provider: provider ?? textOf(raw, 'ls_provider', 'provider'),
    model: model ?? textOf(raw, 'model', 'modelVersion', 'ls_model_name'),
  };
}

const textOf = (raw: JsonObject, ...names: string[]): string | undefined =>
  names.map((name) => raw[name]).find((value): value is string => typeof value === 'string');

/** Counts of a usage_metadata, details as `input_token_details.cache_read`. */
function flattened(usage: JsonObject): Record<string, number> {
  const flat: Record<string, number> = {};
  for (const [name, value] of Object.entries(usage)) {
    for (const [part, inner] of isObject(value) ? Object.entries(value) : []) {
      const tokens = asCount(inner);
      if (tokens !== undefined) flat[`${name}.${part}`] = tokens;
    }
    const tokens = asCount(value);
    if (tokens !== undefined) flat[name] = tokens;
  }
  return flat;
}
