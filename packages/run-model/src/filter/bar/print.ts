import { specByField } from '../field-specs.ts';
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
 * The filter as a text of the filter bar, which `parseFilterText` reads as the same tree. Empty for the
 * filter that restricts nothing.
 */
export function printFilterText(filter: RunFilter): string {
  return filter.kind === 'and' ? filter.filters.map(printInAnd).join(' ') : print(filter);
}

function print(filter: RunFilter): string {
  switch (filter.kind) {
    case 'and':
      return filter.filters.length === 0 ? '*' : filter.filters.map(printInAnd).join(' ');
    case 'or':
      return filter.filters.length === 0 ? '-*' : filter.filters.map(printInOr).join(' OR ');
    case 'not':
      return `-${printAtom(filter.filter)}`;
    case 'scope':
      return `${filter.scope}(${print(filter.filter)})`;
    default:
      return printCondition(filter);
  }
}

const parenthesized = (filter: RunFilter): string => `(${print(filter)})`;

const printInAnd = (filter: RunFilter): string =>
  filter.kind === 'or' && filter.filters.length > 0 ? parenthesized(filter) : print(filter);

/** `and` binds closer. */
const printInOr = (filter: RunFilter): string =>
  filter.kind === 'or' && filter.filters.length > 0 ? parenthesized(filter) : print(filter);

const printAtom = (filter: RunFilter): string =>
  filter.kind === 'and' || filter.kind === 'or' ? parenthesized(filter) : print(filter);

function printCondition(condition: RunCondition): string {
  switch (condition.kind) {
    case 'isRoot':
      return `root:${condition.value}`;
    case 'search':
      return quote(condition.text);
    case 'record':
      return printRecord(condition);
    case 'text':
      return nameOf(condition.field) + printText(condition);
    case 'number': {
      const isDuration = specByField.get(condition.field)!.target.type === 'duration';
      return nameOf(condition.field) + printNumber(condition, isDuration ? 'ms' : '');
    }
    case 'time':
      return nameOf(condition.field) + printTime(condition);
    case 'id':
      return nameOf(condition.field) + printId(condition);
  }
}

const nameOf = (field: string): string => specByField.get(field)!.name;

const signs = {
  eq: '=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  contains: '~',
  like: '~=',
} as const;
const opposites = { contains: '!~', like: '!~=' } as const;

function printText(
  test: TextTest,
  isNot = false,
  printed: (text: string) => string = value,
): string {
  switch (test.operator) {
    case 'exists':
      return isNot ? '!=*' : ':*';
    case 'in':
      return list(test.values.map(printed), isNot);
    case 'eq':
      return isNot ? `!=${printed(test.value)}` : `:${printed(test.value)}`;
    default:
      return (isNot ? opposites : signs)[test.operator] + printed(test.value);
  }
}

function printNumber(test: NumberTest, unit: string, isNot?: boolean): string {
  const printed = (one: number) => `${Object.is(one, -0) ? 0 : one}${unit}`;
  if (test.operator === 'exists') return isNot ? '!=*' : ':*';
  if (test.operator === 'in') return list(test.values.map(printed), isNot ?? false);
  return (isNot && test.operator === 'eq' ? '!=' : signs[test.operator]) + printed(test.value);
}

const printTime = (test: TimeTest): string =>
  test.operator === 'exists' ? ':*' : signs[test.operator] + formatInstant(test.valueUs);

function printId(condition: Extract<RunCondition, { kind: 'id' }>): string {
  if (condition.operator === 'exists') return ':*';
  const [first, second] = condition.values;
  return first !== undefined && second === undefined ? `:${first}` : list(condition.values, false);
}

const list = (values: readonly string[], isNot: boolean): string =>
  `${isNot ? '!=' : ':'}(${values.join(', ')})`;

/** Plain words stand without quotes. */
const value = (text: string): string => (/^[\p{L}\p{N}_./@+-]+$/u.test(text) ? text : quote(text));
const quote = (text: string): string => JSON.stringify(text);

function printRecord({ of, tests }: RecordCondition): string {
  const key = onlyKey(of, tests);
  if (key === undefined) return `${of}{${tests.map(printPart).join(' ')}}`;
  const name = `${of}.${/^[\w./@$-]+$/.test(key) ? key : quote(key)}`;
  return name + (tests[1] ? printShort(of === 'feedback', tests[1]) : ':*');
}

/** The key, when the record has the short form: that key, and at most one more test that it can say. */
function onlyKey(
  of: RecordCondition['of'],
  [key, test, more]: readonly PartTest[],
): string | undefined {
  if (more || !key || !('text' in key) || key.part !== 'key' || key.isNot) return undefined;
  if (test && !isShortTest(of === 'feedback', test)) return undefined;
  return key.text.operator === 'eq' ? key.text.value : undefined;
}

/** What the short form reads as the same test: of feedback, numbers are scores and texts are values. */
function isShortTest(isFeedback: boolean, test: PartTest): boolean {
  if (test.isNot) return false;
  if (!('text' in test)) {
    if (test.number.operator === 'exists') return false;
    if (test.number.operator === 'in' && test.number.values.length === 0) return false;
    return test.part === (isFeedback ? 'score' : 'value');
  }
  return test.part === 'value' && test.text.operator !== 'exists';
}

function printShort(isFeedback: boolean, test: PartTest): string {
  if (!('text' in test)) return printNumber(test.number, '');
  // Of feedback, only what is quoted is surely a text.
  return printText(test.text, false, isFeedback ? quote : value);
}

function printPart(test: PartTest): string {
  if ('text' in test) return test.part + printText(test.text, test.isNot);
  return test.part + printNumber(test.number, '', test.isNot);
}
