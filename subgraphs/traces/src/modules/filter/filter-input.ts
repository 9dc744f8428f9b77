import { allOf, filterProblem } from '@runlight/run-model';
import type { NumberField, NumberOperator, RunFilter, TextField } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type {
  FloatFilter,
  RunFilter as RunFilterInput,
  StringFilter,
} from '../../__generated__/resolvers.ts';

/** The filter tree that the input means. Throws BAD_USER_INPUT for one beyond the limits. */
export function readRunFilter(input: RunFilterInput | null | undefined): RunFilter {
  const filter = input ? readAll(input, 1) : allOf([]);
  const problem = filterProblem(filter);
  if (problem !== undefined) throw invalidInput(problem);
  return filter;
}

/** Only ends the descent; filterProblem then judges the depth of what was read. */
const maxNesting = 100;

function readAll(input: RunFilterInput, depth: number): RunFilter {
  if (depth > maxNesting) throw invalidInput('The filter nests too deeply');
  const { isRoot, and, or, not, search, metadata } = input;
  const below = (filters: readonly RunFilterInput[]) =>
    filters.map((filter) => readAll(filter, depth + 1));
  const parts: RunFilter[] = [];
  if (isRoot !== null && isRoot !== undefined) parts.push({ kind: 'isRoot', value: isRoot });
  for (const field of ['name', 'error', 'model', 'threadId', 'tag'] as const) {
    parts.push(...readText(field, input[field]));
  }
  for (const field of ['runType', 'status'] as const) {
    parts.push(...readText(field, lowerCased(input[field])));
  }
  parts.push(...readNumber('latencyMs', input.latencyMs));
  parts.push(...readNumber('totalTokens', input.totalTokens));
  for (const { key, eq } of metadata ?? []) {
    parts.push({ kind: 'metadata', key, ...(typeof eq === 'string' && { value: eq }) });
  }
  if (typeof search === 'string') parts.push({ kind: 'search', text: search });
  if (and) parts.push(...below(and));
  if (or) parts.push({ kind: 'or', filters: below(or) });
  if (not) parts.push({ kind: 'not', filter: readAll(not, depth + 1) });
  return allOf(parts);
}

type Absent = null | undefined;

function readText(field: TextField, input: StringFilter | Absent): RunFilter[] {
  const parts: RunFilter[] = [];
  if (!input) return parts;
  const { eq, neq, contains, exists } = input;
  const equals = (value: string): RunFilter => ({ kind: 'text', field, operator: 'eq', value });
  if (typeof eq === 'string') parts.push(equals(eq));
  if (typeof neq === 'string') parts.push({ kind: 'not', filter: equals(neq) });
  if (input.in) parts.push({ kind: 'text', field, operator: 'in', values: input.in });
  if (typeof contains === 'string') {
    parts.push({ kind: 'text', field, operator: 'contains', value: contains });
  }
  if (typeof exists === 'boolean') {
    const present: RunFilter = { kind: 'text', field, operator: 'exists' };
    parts.push(exists ? present : { kind: 'not', filter: present });
  }
  return parts;
}

/** Enum values are upper case in the graph only. */
function lowerCased(
  input: { in?: readonly string[] | Absent; eq?: string | Absent } | Absent,
): StringFilter | Absent {
  return (
    input && { in: input.in?.map((value) => value.toLowerCase()), eq: input.eq?.toLowerCase() }
  );
}

const numberOperators: readonly NumberOperator[] = ['eq', 'gt', 'gte', 'lt', 'lte'];

function readNumber(field: NumberField, input: FloatFilter | Absent): RunFilter[] {
  return numberOperators.flatMap((operator) => {
    const value = input?.[operator];
    return typeof value === 'number' ? [{ kind: 'number', field, operator, value }] : [];
  });
}
