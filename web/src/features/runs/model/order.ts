import type { RunOrder, RunOrderField } from '../../../gql/graphql.ts';
import { newestFirst, sortOf } from './list-search.ts';
import type { ListSearch } from './list-search.ts';

/** Orders of the graph by their name in the address. */
const fields: Record<string, RunOrderField> = {
  startedAt: 'STARTED_AT',
  latency: 'LATENCY',
  tokens: 'TOTAL_TOKENS',
  cost: 'TOTAL_COST',
};

/** The order to ask for; undefined for newest first and for what the graph cannot order by. */
export function orderByOf(search: ListSearch): RunOrder | undefined {
  const { field, isAscending } = sortOf(search);
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (known === undefined || (field === newestFirst.field && !isAscending)) return undefined;
  return { field: known, direction: isAscending ? 'ASC' : 'DESC' };
}
