import { FilterSyntaxError } from '@runlight/run-model/filter';
import { invalidInput } from '@runlight/service';

/** A mistake in a filter's text is the caller's, told with its place; anything else stays as it is. */
export function requestProblem(error: unknown): unknown {
  if (!(error instanceof FilterSyntaxError)) return error;
  return invalidInput(`Invalid filter at position ${error.start}: ${error.message}`);
}
