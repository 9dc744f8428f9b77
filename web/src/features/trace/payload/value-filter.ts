import { printFilterText } from '@runlight/run-model/filter';
import { isContainer } from './json-rows.ts';
import type { JsonPath } from './json-rows.ts';

/** Where a value stands that runs can be filtered by. */
export type FilteredPart = 'inputs' | 'outputs';

/** Longer values are no use as a filter, and addresses have an end. */
const longestValue = 200;

/**
 * Text of the filter bar for runs that have this value at this place; undefined where there is no such
 * filter: objects, lists, nothing, long texts. Places in lists do not count.
 */
export function valueFilterText(
  part: FilteredPart,
  path: JsonPath,
  value: unknown,
): string | undefined {
  if (value === null || value === undefined || isContainer(value)) return undefined;
  const text = String(value);
  const keys = path.filter((step) => typeof step === 'string');
  if (keys.length === 0 || text === '' || text.length > longestValue) return undefined;
  return printFilterText({
    kind: 'record',
    of: part,
    tests: [
      { part: 'key', text: { operator: 'eq', value: keys.join('.') } },
      { part: 'value', text: { operator: 'eq', value: text } },
    ],
  });
}
