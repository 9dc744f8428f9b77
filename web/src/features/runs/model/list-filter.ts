import { allOf, conjuncts, parseFilterText, toFilterInput } from '@runlight/run-model/filter';
import { FilterSyntaxError } from '@runlight/run-model/filter';
import type { RunFilter } from '@runlight/run-model/filter';
import type { RunFilter as RunFilterInput } from '../../../gql/graphql.ts';
import type { Scope } from './list-search.ts';

/** What a text of the filter bar means, or why it means nothing. */
export type ReadFilter =
  | { isValid: true; text: string; filter: RunFilter }
  | { isValid: false; text: string; problem: FilterProblem };

export interface FilterProblem {
  message: string;
  /** The part of the text that is wrong, in UTF-16 units. */
  start: number;
  end: number;
}

export const everything: RunFilter = { kind: 'and', filters: [] };

export function readFilter(text: string): ReadFilter {
  if (text.trim() === '') return { isValid: true, text, filter: everything };
  try {
    return { isValid: true, text, filter: parseFilterText(text) };
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    const { message, start, end } = error;
    return { isValid: false, text, problem: { message, start, end: Math.max(end, start + 1) } };
  }
}

/** The filter of the graph for a list: that of traces is asked of their roots. */
export function filterInputOf(scope: Scope, filter: RunFilter): RunFilterInput {
  const root: RunFilter = { kind: 'isRoot', value: true };
  const whole = scope === 'traces' ? allOf([root, filter]) : filter;
  return toFilterInput(whole) as RunFilterInput;
}

/** Whether the filter narrows anything. */
export function isNarrow(filter: RunFilter): boolean {
  return conjuncts(filter).length > 0;
}
