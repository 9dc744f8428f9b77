import type {
  EnumTest,
  IdTest,
  NumberTest,
  PartTest,
  RunFilter,
  TextTest,
  TimeTest,
} from './filter.ts';
import type {
  DateTimeFilterInput,
  EntryFilterInput,
  FeedbackFilterInput,
  FloatFilterInput,
  IdFilterInput,
  RunFilterInput,
  StringFilterInput,
} from './input-types.ts';
import { formatInstant } from '../wire/time.ts';

/** The GraphQL input, as JSON, that reads as this tree. */
export function toFilterInput(filter: RunFilter): RunFilterInput {
  switch (filter.kind) {
    case 'and':
      return filter.filters.length === 0 ? {} : { and: filter.filters.map(toFilterInput) };
    case 'or':
      return { or: filter.filters.map(toFilterInput) };
    case 'not':
      return { not: toFilterInput(filter.filter) };
    case 'scope':
      return { [filter.scope]: toFilterInput(filter.filter) };
    case 'isRoot':
      return { isRoot: filter.value };
    case 'search':
      return { search: filter.text };
    case 'record':
      return filter.of === 'feedback'
        ? { feedback: [inInput(filter.tests, feedbackTest)] }
        : { [filter.of]: [inInput(filter.tests, entryTest)] };
    case 'text':
      return {
        [filter.field]:
          filter.field === 'status' || filter.field === 'runType'
            ? enumInput(filter)
            : textInput(filter),
      };
    case 'number':
      return { [filter.field]: numberInput(filter) };
    case 'time':
      return { [filter.field]: timeInput(filter) };
    case 'id':
      return { [filter.field]: idInput(filter) };
  }
}

/** Enum values are upper case in the graph only. */
const enumInput = (test: EnumTest): { eq: string } | { in: string[] } =>
  test.operator === 'in'
    ? { in: test.values.map((value) => value.toUpperCase()) }
    : { eq: test.value.toUpperCase() };

const opposites = {
  eq: 'neq',
  contains: 'notContains',
  like: 'notLike',
  in: 'notIn',
} as const;

function textInput(test: TextTest, isNot?: true): StringFilterInput {
  if (test.operator === 'exists') return { exists: !isNot };
  const operator = isNot ? opposites[test.operator] : test.operator;
  return { [operator]: test.operator === 'in' ? test.values : test.value };
}

function numberInput(test: NumberTest, isNot?: true): FloatFilterInput {
  if (test.operator === 'exists') return { exists: !isNot };
  if (test.operator === 'in') return { [isNot ? 'notIn' : 'in']: test.values };
  return { [isNot ? 'neq' : test.operator]: test.value };
}

const timeInput = (test: TimeTest): DateTimeFilterInput =>
  test.operator === 'exists' ? { exists: true } : { [test.operator]: formatInstant(test.valueUs) };

function idInput(test: IdTest): IdFilterInput {
  if (test.operator === 'exists') return { exists: true };
  const [first] = test.values;
  return test.values.length === 1 ? { eq: first } : { in: test.values };
}

/** What cannot share one input with what stands in it already (a second `contains`) goes to `also`. */
function inInput<T extends { readonly also?: T | null | undefined }>(
  tests: readonly PartTest[],
  toInput: (test: PartTest) => T,
): T {
  const input: Record<string, unknown> = {};
  const rest: PartTest[] = [];
  for (const test of tests) {
    if (!takeAll(input, toInput(test))) rest.push(test);
  }
  return (rest.length === 0 ? input : { ...input, also: inInput(rest, toInput) }) as T;
}

/** Adds what the addition says, one level of objects deep; false when a place is taken. */
function takeAll(input: Record<string, unknown>, addition: object): boolean {
  const [[name, value]] = Object.entries(addition) as [[string, unknown]];
  if (!Object.hasOwn(input, name)) {
    input[name] = value;
    return true;
  }
  const known = input[name];
  if (!isTests(known) || !isTests(value)) return false;
  return takeAll(known, value);
}

const isTests = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function entryTest(test: PartTest): EntryFilterInput {
  if (!('text' in test)) {
    return test.part === 'value' ? { [test.number.operator]: test.number.value } : {};
  }
  if (test.part !== 'key') return textInput(test.text, test.isNot);
  return test.text.operator === 'eq' && !test.isNot
    ? { key: test.text.value }
    : { keys: textInput(test.text, test.isNot) };
}

const feedbackTest = (test: PartTest): FeedbackFilterInput =>
  'text' in test
    ? { [test.part]: textInput(test.text, test.isNot) }
    : { score: numberInput(test.number, test.isNot) };
