import { runTypes } from '../run.ts';
import { parseUuid } from '../uuid-text.ts';
import { parseTime } from '../wire/time.ts';
import type { FieldTarget } from './field-specs.ts';
import { allOf, anyOf, negated, withoutNot } from './filter.ts';
import type {
  EnumField,
  IdField,
  NumberOperator,
  NumberTest,
  PartTest,
  RecordKind,
  RunFilter,
  TextTest,
  TimeField,
} from './filter.ts';
import { FilterSyntaxError } from './syntax-error.ts';
import type { Span } from './syntax-error.ts';
import { isLike, parseDuration, toMilliseconds } from './values.ts';

// A name, an operator and a value of either language as a condition of the tree.

/** A value as it was written. */
export interface Literal extends Span {
  value: string | number | boolean | null | readonly Literal[];
  /** The spelling, where `value` has lost it (`007`). */
  raw?: string;
}

export type Operator =
  NumberOperator | 'neq' | 'in' | 'notin' | 'like' | 'notlike' | 'contains' | 'notcontains';

const opposites = { neq: 'eq', notin: 'in', notlike: 'like', notcontains: 'contains' } as const;

const oppositeOf = (operator: Operator): (typeof opposites)[keyof typeof opposites] | undefined =>
  operator in opposites ? opposites[operator as keyof typeof opposites] : undefined;

/** @throws {FilterSyntaxError} the value, or the operator (`at`), does not suit the field */
export function fieldCondition(
  target: FieldTarget,
  operator: Operator,
  literal: Literal,
  at: Span,
): RunFilter {
  const opposite = oppositeOf(operator);
  if (opposite) return negated(fieldCondition(target, opposite, literal, at));
  switch (target.type) {
    case 'text': {
      const { test, isNot } = textTest(operator, literal, at);
      const condition: RunFilter = { kind: 'text', field: target.field, ...test };
      return isNot ? negated(condition) : condition;
    }
    case 'enum':
      return enumCondition(target.field, textTest(operator, literal, at));
    case 'number':
    case 'duration': {
      const read = target.type === 'duration' ? readDuration : readNumber;
      const { test, isNot } = numberTest(operator, literal, at, read);
      const condition: RunFilter = { kind: 'number', field: target.field, ...test };
      return isNot ? negated(condition) : condition;
    }
    case 'time':
      return timeCondition(target.field, operator, literal, at);
    case 'id':
      return idCondition(target.field, operator, literal, at);
    case 'boolean':
      if (operator !== 'eq') throw unsuitable(at);
      if (typeof literal.value !== 'boolean') throw wrongValue('true or false', literal);
      return { kind: 'isRoot', value: literal.value };
  }
}

interface Negatable<T> {
  test: T;
  isNot?: true;
}

function textTest(operator: Operator, literal: Literal, at: Span): Negatable<TextTest> {
  switch (operator) {
    case 'eq':
      return literal.value === null
        ? { isNot: true, test: { operator: 'exists' } }
        : { test: { operator, value: readText(literal) } };
    case 'contains':
    case 'like':
      return { test: { operator, value: readText(literal) } };
    case 'in':
      return { test: { operator, values: items(literal).map(readText) } };
    default:
      throw unsuitable(at);
  }
}

function readText(literal: Literal): string {
  const { value, raw } = literal;
  if (value === null || typeof value === 'object') throw wrongValue('a text', literal);
  return raw ?? String(value);
}

const enumValues: Record<EnumField, readonly string[]> = {
  status: ['pending', 'success', 'error'],
  runType: runTypes,
};

export const valuesOfEnum = (field: EnumField): readonly string[] => enumValues[field];

/** Values are few: whatever the test, it is a list of those that pass; upper case is the wire's v2. */
function enumCondition(field: EnumField, { test, isNot }: Negatable<TextTest>): RunFilter {
  const passing = enumValues[field].filter((value) => passesEnum(test, value) !== (isNot ?? false));
  const [only] = passing;
  return test.operator === 'eq' && only !== undefined
    ? { kind: 'text', field, operator: 'eq', value: only }
    : { kind: 'text', field, operator: 'in', values: passing };
}

function passesEnum(test: TextTest, value: string): boolean {
  switch (test.operator) {
    case 'exists':
      return true;
    case 'eq':
      return test.value.toLowerCase() === value;
    case 'in':
      return test.values.some((one) => one.toLowerCase() === value);
    case 'contains':
      return value.includes(test.value.toLowerCase());
    case 'like':
      return isLike(value, test.value.toLowerCase());
  }
}

function numberTest(
  operator: Operator,
  literal: Literal,
  at: Span,
  read: (literal: Literal) => number,
): Negatable<NumberTest> {
  if (operator === 'in') return { test: { operator, values: items(literal).map(read) } };
  if (!isNumberOperator(operator)) throw unsuitable(at);
  if (operator === 'eq' && literal.value === null) {
    return { isNot: true, test: { operator: 'exists' } };
  }
  return { test: { operator, value: read(literal) } };
}

function readNumber(literal: Literal): number {
  const { value } = literal;
  if (typeof value === 'number') return value;
  const number = typeof value === 'string' && /^[-+.\d]/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) throw wrongValue('a number', literal);
  return number;
}

/** Numbers are seconds. */
function readDuration(literal: Literal): number {
  const { value } = literal;
  const ms = typeof value === 'string' ? parseDuration(value) : undefined;
  if (ms !== undefined) return ms;
  if (typeof value === 'number') return toMilliseconds(value);
  throw wrongValue('a number of seconds or a duration such as "1.5s" or "200ms"', literal);
}

function timeCondition(
  field: TimeField,
  operator: Operator,
  literal: Literal,
  at: Span,
): RunFilter {
  if (operator === 'in') {
    return anyOf(items(literal).map((item) => timeCondition(field, 'eq', item, at)));
  }
  if (!isNumberOperator(operator)) throw unsuitable(at);
  if (operator === 'eq' && literal.value === null) {
    return negated({ kind: 'time', field, operator: 'exists' });
  }
  const { value } = literal;
  const valueUs = typeof value === 'string' ? parseTime(value) : undefined;
  if (valueUs === undefined) throw wrongValue('a time such as "2026-01-02T03:04:05Z"', literal);
  return { kind: 'time', field, operator, valueUs };
}

function idCondition(field: IdField, operator: Operator, literal: Literal, at: Span): RunFilter {
  if (operator === 'eq' && literal.value === null) {
    return negated({ kind: 'id', field, operator: 'exists' });
  }
  if (operator !== 'eq' && operator !== 'in') throw unsuitable(at);
  const given = operator === 'in' ? items(literal) : [literal];
  const values = given.map((item) => {
    const id = parseUuid(item.value);
    if (id === undefined) throw wrongValue('a UUID', item);
    return id;
  });
  return { kind: 'id', field, operator: 'in', values };
}

/** A condition on a part of a record, which others may join. */
export function partTest(
  part: PartTest['part'],
  operator: Operator,
  literal: Literal,
  at: Span,
): PartTest {
  const opposite = oppositeOf(operator);
  const plain = opposite ?? operator;
  const negation = (isNot = false) =>
    isNot !== (opposite !== undefined) ? { isNot: true as const } : {};
  if (part === 'score') {
    const { test, isNot } = numberTest(plain, literal, at, readNumber);
    return { part, ...negation(isNot), number: test };
  }
  if (part === 'value' && isNumberOperator(plain) && plain !== 'eq') {
    return { part, number: { operator: plain, value: readNumber(literal) } };
  }
  const { test, isNot } = textTest(plain, literal, at);
  return { part, ...negation(isNot), text: test };
}

/** Conditions on records of one kind that stand side by side, by the pairing rule of the SDKs. */
export function pairTests(of: RecordKind, tests: readonly PartTest[]): RunFilter[] {
  const groups: PartTest[][] = [[]];
  const absent: RunFilter[] = [];
  for (const test of tests) {
    if (test.part !== 'key') groups.at(-1)!.push(test);
    else if (test.isNot) absent.push(negated({ kind: 'record', of, tests: [withoutNot(test)] }));
    else if (groups.at(-1)!.some(({ part }) => part === 'key')) groups.push([test]);
    else groups.at(-1)!.push(test);
  }
  return [...absent, ...groups.flatMap((group) => groupCondition(of, group))];
}

/** With a key, negations are about its records; without one, about all records there are. */
function groupCondition(of: RecordKind, group: PartTest[]): RunFilter[] {
  if (group.length === 0) return [];
  if (group.some(({ part }) => part === 'key')) return [{ kind: 'record', of, tests: group }];
  const wanted = group.filter(({ isNot }) => !isNot);
  const unwanted = group.filter(({ isNot }) => isNot);
  return [
    ...(wanted.length > 0 ? [{ kind: 'record' as const, of, tests: wanted }] : []),
    ...unwanted.map((test) => negated({ kind: 'record', of, tests: [withoutNot(test)] })),
  ];
}

/** The entry that a path such as `metadata.user` names, compared; plain negation, as with fields. */
export function pathCondition(
  of: Exclude<RecordKind, 'feedback'>,
  path: string,
  operator: Operator,
  literal: Literal,
  at: Span,
): RunFilter {
  const key: PartTest = { part: 'key', text: { operator: 'eq', value: path } };
  const isThere: RunFilter = { kind: 'record', of, tests: [key] };
  if (literal.value === null && (operator === 'eq' || operator === 'neq')) {
    return operator === 'eq' ? negated(isThere) : isThere;
  }
  const test = partTest('value', operator, literal, at);
  const condition: RunFilter = { kind: 'record', of, tests: [key, withoutNot(test)] };
  return test.isNot ? negated(condition) : condition;
}

/** JSON containment: every value inside the object is there under its path. */
export function contained(of: Exclude<RecordKind, 'feedback'>, literal: Literal): RunFilter {
  let object: unknown;
  try {
    object = JSON.parse(readText(literal));
  } catch {
    throw wrongValue('the JSON text of an object', literal);
  }
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    throw wrongValue('the JSON text of an object', literal);
  }
  // Metadata keep a list as one value.
  const entries = containedIn(object, '', of !== 'metadata');
  return allOf(
    entries.map(([path, value]) => pathCondition(of, path, 'eq', { ...literal, value }, literal)),
  );
}

function containedIn(value: unknown, path: string, opensLists: boolean): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [[path, JSON.stringify(value)]];
  if (!Array.isArray(value)) {
    const prefix = path === '' ? '' : `${path}.`;
    return Object.entries(value).flatMap(([name, inner]) =>
      containedIn(inner, prefix + name, opensLists),
    );
  }
  return opensLists
    ? value.flatMap((inner) => containedIn(inner, path, opensLists))
    : [[path, JSON.stringify(value)]];
}

const numberOperators: ReadonlySet<string> = new Set(['eq', 'gt', 'gte', 'lt', 'lte']);
const isNumberOperator = (operator: Operator): operator is NumberOperator =>
  numberOperators.has(operator);

function items(literal: Literal): readonly Literal[] {
  return typeof literal.value === 'object' && literal.value !== null ? literal.value : [literal];
}

const unsuitable = (at: Span): FilterSyntaxError =>
  new FilterSyntaxError('This field does not take this operator', at);

const wrongValue = (expected: string, at: Span): FilterSyntaxError =>
  new FilterSyntaxError(`This must be ${expected}`, at);
