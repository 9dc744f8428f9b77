import { billingOf, chargedUsd, normaliseUsage, toStoredUsage } from '@runlight/pricing/usage';
import type { Billing, UsageContext } from '@runlight/pricing/usage';
import type { ResponseFacts } from '../run.ts';
import { isObject } from './text.ts';
import type { JsonObject } from './text.ts';

export interface ResponseReading {
  response?: ResponseFacts;
  billing?: Billing;
  isInconsistent?: boolean;
}

const maxNameLength = 256;

/**
 * What the response of a model says that stands in a run's outputs: the body itself (OpenAI, Anthropic,
 * Gemini, Bedrock, the AI SDK's result), or LangChain's `llm_output` and `response_metadata`. Looks at a
 * few keys only, in objects that are parsed already.
 */
export function readResponse(outputs: JsonObject, metadata: JsonObject): ResponseReading {
  const own = readBody(outputs, metadata);
  if (own) return own;
  // SDKs wrap what is not an object of its own.
  for (const name of wrappers) {
    const inner = outputs[name];
    const reading = isObject(inner) ? readBody(inner, metadata) : undefined;
    if (reading) return reading;
  }
  const generations = outputs['generations'];
  return (generations === undefined ? undefined : readGenerations(generations, metadata)) ?? {};
}

const wrappers = ['output', 'response', 'llm_output', 'llmOutput'] as const;

/** LangChain: one generation holds what the provider said about the whole answer. */
function readGenerations(generations: unknown, metadata: JsonObject): ResponseReading | undefined {
  let first = generations;
  while (Array.isArray(first)) first = (first as unknown[])[0];
  if (!isObject(first)) return undefined;
  const message = isObject(first['message']) ? first['message'] : {};
  const inner = isObject(message['kwargs']) ? message['kwargs'] : message;
  for (const facts of [
    inner['response_metadata'],
    first['generation_info'],
    first['generationInfo'],
  ]) {
    const reading = isObject(facts) ? readBody(facts, metadata) : undefined;
    if (reading) return reading;
  }
  return undefined;
}

const usageNames = ['usage', 'usageMetadata', 'token_usage', 'tokenUsage'] as const;

/** In a loop: this is asked of the outputs of every run. */
function usageIn(body: JsonObject): JsonObject | undefined {
  for (const name of usageNames) {
    const usage = body[name];
    if (isObject(usage)) return usage;
  }
  return undefined;
}

function readBody(body: JsonObject, metadata: JsonObject): ResponseReading | undefined {
  const found = usageIn(body);
  const explicit = body['usage_metadata'];
  const usage = found ?? (isObject(explicit) ? explicit : {});
  const billing = billingOf(body, usage);
  if (!found) return Object.keys(billing).length > 0 ? { billing } : undefined;
  const model = textOf(body, 'model', 'modelVersion', 'model_name');
  const context: UsageContext = {
    provider: textOf(metadata, 'ls_provider') ?? textOf(body, 'provider', 'model_provider'),
    model: textOf(metadata, 'ls_model_name') ?? model,
  };
  const { providerMetadata, experimental_providerMetadata } = body;
  const normal = normaliseUsage(
    { usage, providerMetadata: providerMetadata ?? experimental_providerMetadata },
    context,
  );
  if (!normal) return undefined;
  const response: ResponseFacts = { usage: toStoredUsage(normal) };
  if (model !== undefined) response.model = model;
  const charged = chargedUsd(usage);
  if (charged !== undefined) response.costUsd = { total: charged };
  const isInconsistent = normal.marks.some((mark) => mark.startsWith('parts_exceed_'));
  const reading: ResponseReading = { response, isInconsistent };
  const served = { ...normal.billing, ...billing };
  if (Object.keys(served).length > 0) reading.billing = served;
  return reading;
}

function textOf(source: JsonObject, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = source[name];
    if (typeof value === 'string' && value !== '') return value.slice(0, maxNameLength);
  }
  return undefined;
}
