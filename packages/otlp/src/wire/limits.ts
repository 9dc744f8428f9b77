const MiB = 1024 * 1024;

/** What one body may hold; beyond it are only attempts to fill our memory. */
export const otlpLimits = {
  /** Attributes within attributes. */
  attributeDepth: 64,
  /** Attributes, elements, events and links of one span or resource. */
  valuesPerSpan: 500_000,
  spanBytes: 32 * MiB,
  spansPerRequest: 20_000,
  /** Resources and instrumentation scopes. */
  originsPerRequest: 20_000,
  logsPerRequest: 20_000,
} as const;

/** The reason a span is refused; never quotes what was sent. */
export class SpanProblem extends Error {}

/** Counts the values of one span or resource. */
export interface ValueBudget {
  /** Throws SpanProblem beyond the limit. */
  take: () => void;
}

export function createValueBudget(): ValueBudget {
  let left = otlpLimits.valuesPerSpan;
  return {
    take() {
      left -= 1;
      if (left < 0) throw new SpanProblem('it has too many attributes, events and links');
    },
  };
}

export function requireDepth(depth: number): void {
  if (depth > otlpLimits.attributeDepth) {
    throw new SpanProblem(`attributes nest deeper than ${otlpLimits.attributeDepth} levels`);
  }
}
