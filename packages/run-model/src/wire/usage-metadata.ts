import { invalid } from './refusal.ts';
import { isObject } from './text.ts';
import type { JsonObject } from './text.ts';

/** Token counts and costs as LangSmith's usage_metadata gives them, details flattened with a dot. */
export interface UsageCounts {
  usage?: Record<string, number>;
  costUsd?: Record<string, number>;
}

const counts = ['input_tokens', 'output_tokens', 'total_tokens'] as const;
const details = ['input_token_details', 'output_token_details'] as const;
const costs = { input_cost: 'input', output_cost: 'output', total_cost: 'total' } as const;
/** Names of details; more than that is not a token count. */
const maxDetails = 64;

/** Throws Refusal for what is not a count: totals must be exact. */
export function readUsageMetadata(source: JsonObject): UsageCounts {
  const usage: Record<string, number> = {};
  for (const name of counts) addCount(usage, name, source[name]);
  for (const name of details) {
    const parts = source[name];
    if (!isObject(parts)) continue;
    for (const part of Object.keys(parts).slice(0, maxDetails)) {
      addCount(usage, `${name}.${part.slice(0, 64)}`, parts[part]);
    }
  }
  const costUsd: Record<string, number> = {};
  for (const [wireName, name] of Object.entries(costs)) addCost(costUsd, name, source[wireName]);
  const reading: UsageCounts = {};
  if (Object.keys(usage).length > 0) reading.usage = usage;
  if (Object.keys(costUsd).length > 0) reading.costUsd = costUsd;
  return reading;
}

/** null means unknown. */
function addCount(usage: Record<string, number>, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw invalid('a token count of usage_metadata is not a whole number from 0 to 2^53-1');
  }
  usage[name] = value;
}

const decimal = /^\d{1,15}(\.\d{1,20})?$/;

/** Decimal text is accepted, since that is how exact amounts travel in JSON. */
function addCost(costUsd: Record<string, number>, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  const amount = typeof value === 'string' && decimal.test(value) ? Number(value) : value;
  if (typeof amount !== 'number' || !Number.isFinite(amount) || amount < 0) {
    throw invalid('a cost of usage_metadata is not a finite number from 0');
  }
  costUsd[name] = amount;
}

export function addReadings(a: UsageCounts, b: UsageCounts): UsageCounts {
  const sum: UsageCounts = {};
  const usage = addCounts(a.usage, b.usage);
  const costUsd = addCounts(a.costUsd, b.costUsd);
  if (usage) sum.usage = usage;
  if (costUsd) sum.costUsd = costUsd;
  return sum;
}

function addCounts(
  a: Record<string, number> | undefined,
  b: Record<string, number> | undefined,
): Record<string, number> | undefined {
  if (!a || !b) return a ?? b;
  const sum = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
}
