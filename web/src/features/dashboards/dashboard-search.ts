import { parseRange } from '../../lib/time-range.ts';
import type { RangeSearch } from '../../lib/time-range.ts';

/** What the address of the project's figures says; absent is the default. */
export interface DashboardSearch extends RangeSearch {
  /** Global id of the dashboard; absent: the first one. */
  d?: string;
}

export function parseDashboardSearch(raw: Record<string, unknown>): DashboardSearch {
  const { d } = raw;
  return {
    ...(typeof d === 'string' && d !== '' ? { d: d.slice(0, 200) } : {}),
    ...parseRange(raw),
  };
}
