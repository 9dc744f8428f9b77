const MiB = 1024 * 1024;

/** What one body may hold; beyond it are only attempts to fill our memory. */
export const otlpLimits = {
  /** Attributes within attributes. */
  attributeDepth: 64,
  /** Attributes, elements, events and links of one span or resource. */
  valuesPerSpan: 100_000,
  /** Of all spans of a request together: each costs some microseconds. */
  valuesPerRequest: 1_000_000,
  /** Of all log records of a request together: they are held until all of them are read. */
  valuesOfLogs: 250_000,
  spanBytes: 32 * MiB,
  spansPerRequest: 20_000,
  /** While they are read nobody else is served. */
  spansPerLot: 1000,
  /** Resources and instrumentation scopes. */
  originsPerRequest: 20_000,
  logsPerRequest: 20_000,
  logBytes: 32 * MiB,
  /** What resources and scopes take, written into each of their spans. */
  repeatedOriginBytes: 32 * MiB,
} as const;

/** The reason a span is refused; never quotes what was sent. */
export class SpanProblem extends Error {}

/** Counts values. */
export interface ValueBudget {
  /** Throws SpanProblem beyond the limit. */
  take: () => void;
}

/** Numbers take little: embeddings are spans with a hundred vectors of thousands of them. */
const numbersPerValue = 8;

/** Counts the last element of a list. */
export function takeElement(list: unknown[], budget: ValueBudget): void {
  const isFree = typeof list.at(-1) === 'number' && list.length % numbersPerValue !== 0;
  if (!isFree) budget.take();
}

/** For one span or resource; `request` counts its values too. */
export function createValueBudget(request?: ValueBudget): ValueBudget {
  let left: number = otlpLimits.valuesPerSpan;
  return {
    take() {
      left -= 1;
      if (left < 0) throw new SpanProblem('it has too many attributes, events and links');
      request?.take();
    },
  };
}

/** Counts the values of a request, beside those of each span. */
export function createRequestBudget(limit: number): ValueBudget {
  let left = limit;
  return {
    take() {
      left -= 1;
      if (left < 0) throw new SpanProblem('the request has too many attributes, events and links');
    },
  };
}

export function requireDepth(depth: number): void {
  if (depth > otlpLimits.attributeDepth) {
    throw new SpanProblem(`attributes nest deeper than ${otlpLimits.attributeDepth} levels`);
  }
}
