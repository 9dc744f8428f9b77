import {
  enumFields,
  filterProblem,
  idFields,
  numberFields,
  readFilterInput,
  recordKinds,
  scopes,
  textFields,
  timeFields,
} from '@runlight/run-model';

const combined = new Set(['and', 'or']);
const nested = new Set<string>(['not', ...scopes]);
const fields = new Set<string>([
  ...textFields,
  ...enumFields,
  ...numberFields,
  ...timeFields,
  ...idFields,
  ...recordKinds,
  'isRoot',
  'search',
]);
const operators = new Set(
  'eq neq in notIn contains notContains like notLike exists gt gte lt lte key keys value score comment source also'.split(
    ' ',
  ),
);
const maxLength = 64 << 10;

/**
 * What is wrong with a RunFilter given as JSON; undefined when nothing is. Stricter than reading it: a
 * misspelt field must not turn into a filter that matches everything.
 */
export function filterJsonProblem(json: unknown): string | undefined {
  if (!isObject(json)) return 'A filter is a JSON object';
  if (JSON.stringify(json).length > maxLength) return 'The filter is too long';
  if (!isKnown(json, 0))
    return 'The filter has a field that does not exist, or one without a value';
  try {
    return filterProblem(readFilterInput(json));
  } catch {
    return 'The filter cannot be read';
  }
}

type JsonObject = Record<string, unknown>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isKnown(filter: unknown, depth: number): boolean {
  if (!isObject(filter) || depth > 100) return false;
  return Object.entries(filter).every(([name, value]) => {
    if (combined.has(name)) {
      return Array.isArray(value) && value.every((part) => isKnown(part, depth + 1));
    }
    if (nested.has(name)) return isKnown(value, depth + 1);
    return fields.has(name) && hasKnownOperators(value, depth + 1);
  });
}

function hasKnownOperators(value: unknown, depth: number): boolean {
  if (depth > 100) return false;
  if (Array.isArray(value)) return value.every((part) => hasKnownOperators(part, depth + 1));
  // A value that was forgotten must not be a condition that all meet.
  if (!isObject(value)) return value !== null;
  if (Object.keys(value).length === 0) return false;
  return Object.entries(value).every(
    ([name, inner]) => operators.has(name) && hasKnownOperators(inner, depth + 1),
  );
}
