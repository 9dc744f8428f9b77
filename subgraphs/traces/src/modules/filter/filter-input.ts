import { filterProblem, FilterInputError, readFilterInput } from '@runlight/run-model';
import type { RunFilter } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type { RunFilter as RunFilterInput } from '../../__generated__/resolvers.ts';

/** The filter tree that the input means. Throws BAD_USER_INPUT for one beyond the limits. */
export function readRunFilter(input: RunFilterInput | null | undefined): RunFilter {
  let filter: RunFilter;
  try {
    filter = readFilterInput(input);
  } catch (error) {
    if (error instanceof FilterInputError) throw invalidInput(error.message);
    throw error;
  }
  const problem = filterProblem(filter);
  if (problem !== undefined) throw invalidInput(problem);
  return filter;
}
