import type { JobKind } from '../../../gql/graphql.ts';

export const jobFilters = ['all', 'DELETION', 'EXPORT', 'other'] as const;
export type JobFilter = (typeof jobFilters)[number];

export interface JobSearch {
  kind?: JobFilter;
}

export function parseJobSearch(search: Record<string, unknown>): JobSearch {
  const kind = jobFilters.find((value) => value === search['kind']);
  return kind === undefined || kind === 'all' ? {} : { kind };
}

/** Undefined is every kind. */
export function kindsOf(filter: JobFilter): JobKind[] | null {
  if (filter === 'all') return null;
  return filter === 'other' ? ['REPRICING', 'RETENTION'] : [filter];
}
