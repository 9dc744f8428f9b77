/** Figures of one time bucket, as the strip shows them. */
export interface StripPoint {
  startMs: number;
  runs: number;
  errors: number;
  /** Milliseconds; null where nothing ended. */
  p50Ms: number | null;
  p95Ms: number | null;
  costUsd: number | null;
}

interface PointFields {
  startAt: string;
  values: {
    runCount: string;
    errorCount: string;
    latencyMs: { p50: number; p95: number } | null;
    totalCostUsd: string | null;
  };
}

/** Points of the graph as numbers. A bucket without runs has zero runs, but no latency: a gap. */
export function stripPointOf({ startAt, values }: PointFields): StripPoint {
  return {
    startMs: Date.parse(startAt),
    runs: Number(values.runCount),
    errors: Number(values.errorCount),
    p50Ms: values.latencyMs?.p50 ?? null,
    p95Ms: values.latencyMs?.p95 ?? null,
    costUsd: values.totalCostUsd === null ? null : Number(values.totalCostUsd),
  };
}
