/** What a repricing found, from the job's result or progress. */
export interface RepriceCounts {
  examined: number;
  changed: number;
  gained: number;
  lost: number;
  keptCallerCost: number;
  costBeforeUsd: number;
  costAfterUsd: number;
}

/** Zeros for what a job that has only begun does not say. */
export function readCounts(value: unknown): RepriceCounts {
  const said =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const count = (name: string) => (typeof said[name] === 'number' ? said[name] : 0);
  return {
    examined: count('examined'),
    changed: count('changed'),
    gained: count('gained'),
    lost: count('lost'),
    keptCallerCost: count('keptCallerCost'),
    costBeforeUsd: count('costBeforeUsd'),
    costAfterUsd: count('costAfterUsd'),
  };
}
