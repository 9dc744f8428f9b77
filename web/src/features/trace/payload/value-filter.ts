import { printFilterText } from '@runlight/run-model/filter';
import type { JsonPath } from './json-rows.ts';

/** A text as it is, a number or a truth value as JSON has it. */
function leafText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

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
  const text = leafText(value);
  if (text === undefined) return undefined;
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
