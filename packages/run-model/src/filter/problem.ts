import { filterLimits } from './filter.ts';
import type {
  NumberTest,
  PartTest,
  RecordCondition,
  RunCondition,
  RunFilter,
  TextTest,
} from './filter.ts';
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
    case 'scope':
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
      return numberProblem(condition);
    case 'time':
      return condition.operator === 'exists' || Number.isFinite(condition.valueUs)
        ? undefined
        : 'An instant in a filter must be finite';
    case 'text':
      return textProblem(condition);
    case 'id':
      return condition.operator === 'in' ? listProblem(condition.values) : undefined;
    case 'record':
      return recordProblem(condition);
    case 'search':
      return valueProblem(condition.text) ?? searchProblem(condition.text);
  }
}

function recordProblem({ tests }: RecordCondition): string | undefined {
  if (tests.length === 0) return 'A condition on entries or feedback must say which';
  if (tests.length > filterLimits.recordTests) {
    return `One entry or feedback may have at most ${filterLimits.recordTests} conditions`;
  }
  return firstProblem(tests, partProblem);
}

const partProblem = (test: PartTest): string | undefined =>
  'text' in test ? textProblem(test.text) : numberProblem(test.number);

function textProblem(test: TextTest): string | undefined {
  if (test.operator === 'exists') return undefined;
  return test.operator === 'in'
    ? (listProblem(test.values) ?? firstProblem(test.values, valueProblem))
    : valueProblem(test.value);
}

function numberProblem(test: NumberTest): string | undefined {
  if (test.operator === 'exists') return undefined;
  const values = test.operator === 'in' ? test.values : [test.value];
  if (!values.every(Number.isFinite)) return 'A number in a filter must be finite';
  return listProblem(values);
}

const listProblem = (values: readonly unknown[]): string | undefined =>
  values.length > filterLimits.listValues
    ? `A list in a filter may have at most ${filterLimits.listValues} values`
    : undefined;

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
