import type { Figure } from '@runlight/run-metrics';
import type { RunFilter } from '@runlight/run-model';
import type { Buckets } from './buckets.ts';
import type { GroupKey } from './groups.ts';

/** Figures to work out: of which runs, by what. */
export interface MetricsQuery {
  /** Absent takes the whole workspace. */
  projectIds: string[] | undefined;
  filter: RunFilter;
  fromUs: number;
  toUs: number;
  buckets: Buckets;
  groups: GroupKey[];
  top: number;
  wanted: ReadonlySet<Figure>;
}
