import type { Billing } from '@runlight/pricing/usage';
import type { ResponseFacts } from '../run.ts';
import { readResponse } from './response-usage.ts';
import { isObject } from './text.ts';
import type { JsonObject } from './text.ts';
import { addReadings, readUsageMetadata } from './usage-metadata.ts';
import type { UsageCounts } from './usage-metadata.ts';

/** What one operation says about tokens and their price. */
export interface UsageReading extends UsageCounts {
  response?: ResponseFacts;
  billing?: Billing;
  /** Parts that are larger than their sum: shown as a warning. */
  isInconsistent?: boolean;
}

/**
 * Usage of one operation: said explicitly (in its outputs, on LangChain messages in them, in its metadata),
 * and what the response of a model in its outputs counts.
 */
export function readUsage(outputs: unknown, metadata: unknown): UsageReading {
  const explicit = readExplicit(outputs, metadata);
  if (!isObject(outputs)) return explicit;
  const { response, billing, isInconsistent } = readResponse(
    outputs,
    isObject(metadata) ? metadata : {},
  );
  const reading: UsageReading = { ...explicit };
  if (billing) reading.billing = billing;
  if (!response) return reading;
  // A wrapper drops what its form cannot say; the original of the same call says more.
  if (reading.usage && isFuller(response.usage, reading.usage)) reading.usage = response.usage!;
  if (reading.usage) delete response.usage;
  if (isInconsistent && response.usage) reading.isInconsistent = true;
  if (Object.keys(response).length > 0) reading.response = response;
  return reading;
}

const isFuller = (original: Record<string, number> | undefined, made: Record<string, number>) =>
  original !== undefined &&
  original['total_tokens'] === made['total_tokens'] &&
  Object.keys(original).length > Object.keys(made).length;

function readExplicit(outputs: unknown, metadata: unknown): UsageCounts {
  const fromOutputs = isObject(outputs) ? outputs['usage_metadata'] : undefined;
  if (isObject(fromOutputs)) return readUsageMetadata(fromOutputs);
  const fromMessages = isObject(outputs) ? usageOfGenerations(outputs['generations']) : undefined;
  if (fromMessages) return fromMessages;
  const fromMetadata = isObject(metadata) ? metadata['usage_metadata'] : undefined;
  return isObject(fromMetadata) ? readUsageMetadata(fromMetadata) : {};
}

/** LangChain gives a list of generations per prompt; the messages of all of them add up. */
function usageOfGenerations(generations: unknown): UsageCounts | undefined {
  if (!Array.isArray(generations)) return undefined;
  let sum: UsageCounts | undefined;
  for (const generation of (generations as unknown[]).flat()) {
    const usage = usageOfMessage(isObject(generation) ? generation['message'] : undefined);
    if (!usage) continue;
    const reading = readUsageMetadata(usage);
    sum = sum ? addReadings(sum, reading) : reading;
  }
  return sum;
}

function usageOfMessage(message: unknown): JsonObject | undefined {
  if (!isObject(message)) return undefined;
  const inner = isObject(message['kwargs']) ? message['kwargs'] : message;
  return isObject(inner['usage_metadata']) ? inner['usage_metadata'] : undefined;
}
