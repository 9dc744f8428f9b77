import { wirePrefixes, specByField } from '../field-specs.ts';
import type {
  NumberTest,
  PartTest,
  RecordCondition,
  RunCondition,
  RunFilter,
  TextTest,
  TimeTest,
} from '../filter.ts';
import { formatInstant } from '../../wire/time.ts';

/**
 * The filter in the language of the LangSmith SDKs, so that `parseLangsmithFilter` reads the same tree.
 * Documented functions where they can say it; the filter that restricts nothing is the empty text.
 */
export function printLangsmithFilter(filter: RunFilter): string {
  return filter.kind === 'and' && filter.filters.length === 0 ? '' : print(filter);
}

function print(filter: RunFilter): string {
  switch (filter.kind) {
    case 'and':
      // Side by side, conditions on records would pair.
      return call('and', filter.filters.map(printApart));
    case 'or':
      return call('or', filter.filters.map(print));
    case 'not':
      return printNot(filter.filter);
    case 'scope':
      return call(filter.scope, [print(filter.filter)]);
    default:
      return printCondition(filter, false);
  }
}

const call = (name: string, given: readonly string[]): string => `${name}(${given.join(', ')})`;

function printApart(filter: RunFilter): string {
  const printed = print(filter);
  const isBare =
    filter.kind === 'record' || (filter.kind === 'not' && filter.filter.kind === 'record');
  return isBare && !printed.startsWith('and(') ? call('and', [printed]) : printed;
}

/** Conditions with an opposite say it themselves. */
function printNot(filter: RunFilter): string {
  const isField = filter.kind === 'text' || filter.kind === 'number' || filter.kind === 'time';
  return (isField && hasOpposite(filter)) || filter.kind === 'id'
    ? printCondition(filter, true)
    : call('not', [print(filter)]);
}

const hasOpposite = ({ operator }: { operator: string }): boolean =>
  ['eq', 'like', 'contains', 'exists'].includes(operator);

const opposites: Readonly<Record<string, string>> = {
  eq: 'neq',
  like: 'notlike',
  contains: 'notcontains',
};

function printCondition(condition: RunCondition, isNot: boolean): string {
  switch (condition.kind) {
    case 'isRoot':
      return `eq(is_root, ${condition.value})`;
    case 'search':
      return call('search', [quote(condition.text)]);
    case 'record':
      return printRecord(condition);
    case 'text':
      if (condition.field === 'tag' && condition.operator === 'eq' && !isNot) {
        return call('has', ['tags', quote(condition.value)]);
      }
      return printTest(specByField.get(condition.field)!.wireName, textTest(condition), isNot);
    case 'number': {
      const { wireName, target } = specByField.get(condition.field)!;
      return printTest(wireName, numberTest(condition, target.type === 'duration'), isNot);
    }
    case 'time':
      return printTest(specByField.get(condition.field)!.wireName, timeTest(condition), isNot);
    case 'id': {
      const name = specByField.get(condition.field)!.wireName;
      if (condition.operator === 'exists') return printTest(name, { operator: 'exists' }, isNot);
      const [first, second] = condition.values;
      const isOne = first !== undefined && second === undefined;
      const printed = isOne
        ? printTest(name, { operator: 'eq', value: quote(first) }, isNot)
        : printTest(name, { operator: 'in', value: list(condition.values.map(quote)) }, false);
      return isNot && !isOne ? call('not', [printed]) : printed;
    }
  }
}

/** A test with its value printed. */
interface Printed {
  operator: string;
  /** Without one, the test is for presence. */
  value?: string;
}

function printTest(field: string, test: Printed, isNot = false): string {
  if (test.value === undefined) return call(isNot ? 'eq' : 'neq', [field, 'null']);
  const operator = isNot ? opposites[test.operator]! : test.operator;
  return call(operator, [field, test.value]);
}

const textTest = (test: TextTest): Printed =>
  test.operator === 'exists'
    ? test
    : {
        operator: test.operator,
        value: test.operator === 'in' ? list(test.values.map(quote)) : quote(test.value),
      };

function numberTest(test: NumberTest, isDuration = false): Printed {
  if (test.operator === 'exists') return { operator: 'exists' };
  const value = (one: number) => (isDuration ? quote(`${plain(one)}ms`) : plain(one));
  return test.operator === 'in'
    ? { operator: 'in', value: list(test.values.map(value)) }
    : { operator: test.operator, value: value(test.value) };
}

const timeTest = (test: TimeTest): Printed =>
  test.operator === 'exists'
    ? { operator: 'exists' }
    : { operator: test.operator, value: quote(formatInstant(test.valueUs)) };

const plain = (value: number): string => (Object.is(value, -0) ? '0' : String(value));
const list = (values: readonly string[]): string => `[${values.join(', ')}]`;

/** As the language reads it, a backslash too: JSON escapes all of them. */
const quote = (value: string): string => JSON.stringify(value);

/** By the pairing rule where it says the same, else spelled out. */
function printRecord({ of, tests }: RecordCondition): string {
  const prefix = wirePrefixes[of];
  if (!isPairing(tests)) {
    return call('some', [of, ...tests.map((test) => printPart(test.part, test))]);
  }
  const parts = tests.map((test) => printPart(`${prefix}_${test.part}`, test));
  return parts.length === 1 ? parts[0]! : call('and', parts);
}

/** One key that is named, or none and nothing denied. */
function isPairing(tests: readonly PartTest[]): boolean {
  const keys = tests.filter(({ part }) => part === 'key');
  if (keys.length === 0) return !tests.some(({ isNot }) => isNot);
  return keys.length === 1 && !keys[0]!.isNot;
}

function printPart(name: string, test: PartTest): string {
  const printed = 'text' in test ? textTest(test.text) : numberTest(test.number);
  const { isNot } = test;
  if (!isNot || printed.operator in opposites || printed.operator === 'exists') {
    return printTest(name, printed, isNot);
  }
  return printTest(name, { ...printed, operator: `not${printed.operator}` });
}
