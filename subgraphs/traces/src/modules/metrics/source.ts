import { hourUs } from '@runlight/run-metrics';
import type { UsageScope } from '@runlight/run-metrics';
import { conjuncts } from '@runlight/run-model';
import type { RunFilter } from '@runlight/run-model';
import { areOfCells, isOfCells, splitHours } from './hour-ranges.ts';
import type { Range } from './hour-ranges.ts';
import type { createHoursStore } from './hours-store.ts';
import type { MetricsQuery } from './metrics-query.ts';

/** What is read for an answer: cells of these hours, runs of these spans. */
export interface Source {
  /** Hours since 1970. */
  sealed: Range[];
  /** Microseconds. */
  fresh: Range[];
}

/** The rollup where it helps, and the runs alone in case it cannot answer after all. */
export async function chooseSource(
  query: MetricsQuery,
  hours: ReturnType<typeof createHoursStore>,
): Promise<{ source: Source; runsOnly: Source }> {
  const { fromUs, toUs, projectIds } = query;
  const runsOnly: Source = { sealed: [], fresh: [{ from: fromUs, to: toUs }] };
  if (!isOfHours(query)) return { source: runsOnly, runsOnly };
  const dirty = await hours.dirtyHours(projectIds, {
    from: Math.floor(fromUs / hourUs),
    to: Math.ceil(toUs / hourUs),
  });
  const split = dirty && splitHours(query, dirty);
  return { source: split ?? runsOnly, runsOnly };
}

/** Whether cells of hours could answer: whole hours in each bucket, and no more asked than they know. */
function isOfHours(query: MetricsQuery): boolean {
  const { buckets, filter, groups, wanted } = query;
  if (buckets.widthUs % hourUs !== 0) return false;
  if (!isOfCells(filter) || !areOfCells(groups)) return false;
  // The number of traces does not add up over cells.
  return !wanted.has('traces') || isWhole(query);
}

/** All runs or all roots, not split by anything but time: the rollup has one row for each hour. */
export const isWhole = ({ filter, groups }: MetricsQuery): boolean =>
  groups.length === 0 && partsOf(filter).every(isRootOnly);

export function usageOf(filter: RunFilter): UsageScope {
  const parts = partsOf(filter);
  if (parts.length === 0) return 'all';
  return parts.some(isRootOnly) ? 'traces' : 'some';
}

const partsOf = (filter: RunFilter): RunFilter[] =>
  conjuncts(filter).filter((part) => part.kind !== 'and' || part.filters.length > 0);

const isRootOnly = (part: RunFilter): boolean => part.kind === 'isRoot' && part.value;
