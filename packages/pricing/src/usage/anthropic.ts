import type { Counters } from './settle.ts';
import { settle } from './settle.ts';
import { toStoredUsage } from './stored-usage.ts';
import { asCount, isObject } from './usage.ts';
import type { JsonObject, Usage, UsageContext } from './usage.ts';

export const isAnthropic = (usage: JsonObject): boolean =>
  'input_tokens' in usage &&
  ('cache_read_input_tokens' in usage ||
    'cache_creation_input_tokens' in usage ||
    'cache_creation' in usage ||
    Array.isArray(usage['iterations']));

/** Input is only what is fresh: cache reads and writes come on top. */
export function readAnthropic(usage: JsonObject, context: UsageContext): Usage | undefined {
  const iterations = Array.isArray(usage['iterations'])
    ? (usage['iterations'] as unknown[]).filter(isObject).slice(0, maxIterations)
    : [];
  return iterations.length > 0
    ? readIterations(usage, iterations, context)
    : settle(countersOf(usage), context);
}

const maxIterations = 256;

function countersOf(usage: JsonObject): Counters {
  const details = isObject(usage['output_tokens_details']) ? usage['output_tokens_details'] : {};
  return {
    input: asCount(usage['input_tokens']),
    output: asCount(usage['output_tokens']),
    cacheRead: asCount(usage['cache_read_input_tokens']),
    written: writesOf(usage),
    reasoning: asCount(details['thinking_tokens']),
    cache: 'outside',
    reasoningIs: 'inside',
  };
}

/** The split by life, or the sum when there is none. */
function writesOf(usage: JsonObject): NonNullable<Counters['written']> {
  const split = isObject(usage['cache_creation']) ? usage['cache_creation'] : {};
  const short = asCount(split['ephemeral_5m_input_tokens']) ?? 0;
  const long = asCount(split['ephemeral_1h_input_tokens']) ?? 0;
  if (short + long > 0) return { '5m': short, '1h': long };
  return { unknown: asCount(usage['cache_creation_input_tokens']) };
}

/**
 * Compaction and advisors are billed, but not in the top-level counts: the iterations are summed instead.
 * An advisor is another model and is priced as one.
 */
function readIterations(
  usage: JsonObject,
  iterations: JsonObject[],
  context: UsageContext,
): Usage | undefined {
  const advisors = iterations.filter((each) => typeof each['model'] === 'string');
  const own = iterations.filter((each) => !advisors.includes(each)).map(countersOf);
  if (own.length === 0) return undefined;
  const sum = own.reduce(added);
  const reasoning = sum.reasoning ?? countersOf(usage).reasoning;
  const total = settle({ ...sum, reasoning }, context);
  if (!total) return undefined;
  const inputs = own.map((each) => inputOf(each));
  const also = advisors.flatMap((each) => {
    const model = each['model'] as string;
    const counted = settle(countersOf(each), { ...context, model });
    return counted ? [{ model: model.slice(0, 256), usage: toStoredUsage(counted) }] : [];
  });
  return {
    ...total,
    billing: {
      ...(own.length > 1 ? { largestInput: Math.max(...inputs) } : {}),
      ...(also.length > 0 ? { also } : {}),
    },
  };
}

const inputOf = ({ input = 0, cacheRead = 0, written = {} }: Counters): number =>
  Object.values(written).reduce<number>((sum, tokens) => sum + (tokens ?? 0), input + cacheRead);

function added(a: Counters, b: Counters): Counters {
  return {
    ...a,
    input: plus(a.input, b.input),
    output: plus(a.output, b.output),
    cacheRead: plus(a.cacheRead, b.cacheRead),
    reasoning: plus(a.reasoning, b.reasoning),
    written: {
      '5m': plus(a.written?.['5m'], b.written?.['5m']),
      '1h': plus(a.written?.['1h'], b.written?.['1h']),
      unknown: plus(a.written?.unknown, b.written?.unknown),
    },
  };
}

const plus = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0);
