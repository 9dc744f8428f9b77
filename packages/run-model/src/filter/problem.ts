import { filterLimits } from './filter.ts';
import type { RunCondition, RunFilter } from './filter.ts';
import { searchWords } from './words.ts';

/** Why the filter is refused, for people; undefined when it is fine. Never quotes its values. */
export function filterProblem(filter: RunFilter): string | undefined {
  return problemBelow(filter, 1, false, { conditions: 0 });
}

function problemBelow(
  filter: RunFilter,
  depth: number,
  isInAnd: boolean,
  seen: { conditions: number },
): string | undefined {
  if (depth > filterLimits.depth) {
    return `A filter may be at most ${filterLimits.depth} levels deep`;
  }
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const isAnd = filter.kind === 'and';
      // `allOf` leaves no `and` in an `and`; one that comes all the same must not nest for ever.
      const below = isAnd && !isInAnd ? depth : depth + 1;
      return firstProblem(filter.filters, (part) => problemBelow(part, below, isAnd, seen));
    }
    case 'not':
      return problemBelow(filter.filter, depth + 1, false, seen);
    default:
      seen.conditions += 1;
      if (seen.conditions > filterLimits.conditions) {
        return `A filter may have at most ${filterLimits.conditions} conditions`;
      }
      return conditionProblem(filter);
  }
}

function conditionProblem(condition: RunCondition): string | undefined {
  switch (condition.kind) {
    case 'isRoot':
      return undefined;
    case 'number':
      return Number.isFinite(condition.value) ? undefined : 'A number in a filter must be finite';
    case 'text':
      if (condition.operator === 'exists') return undefined;
      if (condition.operator !== 'in') return valueProblem(condition.value);
      if (condition.values.length > filterLimits.listValues) {
        return `A list in a filter may have at most ${filterLimits.listValues} values`;
      }
      return firstProblem(condition.values, valueProblem);
    case 'metadata':
      return valueProblem(condition.key) ?? valueProblem(condition.value ?? '');
    case 'search':
      return valueProblem(condition.text) ?? searchProblem(condition.text);
  }
}

function searchProblem(text: string): string | undefined {
  const words = searchWords(text).length;
  if (words === 0) return 'A search needs at least one word of letters or digits';
  if (words > filterLimits.searchWords) {
    return `A search may have at most ${filterLimits.searchWords} words`;
  }
  return undefined;
}

function valueProblem(value: string): string | undefined {
  if (value.length > filterLimits.valueLength) {
    return `A value in a filter may have at most ${filterLimits.valueLength} characters`;
  }
  // The store cannot hold half of a character, and refuses it as a parameter.
  return value.isWellFormed() ? undefined : 'A value in a filter must be well-formed Unicode';
}

function firstProblem<T>(
  list: readonly T[],
  check: (item: T) => string | undefined,
): string | undefined {
  for (const item of list) {
    const problem = check(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
