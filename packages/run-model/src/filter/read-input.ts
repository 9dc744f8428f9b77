import { parseUuid } from '../uuid-text.ts';
import { parseTime } from '../wire/time.ts';
import {
  allOf,
  idFields,
  negated,
  numberFields,
  orderOperators,
  scopes,
  textFields,
  textParts,
  timeFields,
} from './filter.ts';
import type {
  IdTest,
  NumberOperator,
  NumberTest,
  PartTest,
  RecordKind,
  RunCondition,
  RunFilter,
  TextTest,
  TimeTest,
} from './filter.ts';
import type {
  DateTimeFilterInput,
  EntryFilterInput,
  EnumFilterInput,
  FeedbackFilterInput,
  FloatFilterInput,
  IdFilterInput,
  RunFilterInput,
  StringFilterInput,
} from './input-types.ts';

/** The input says something that no filter can mean; the message is for people, without its values. */
export class FilterInputError extends Error {
  override name = 'FilterInputError';
}

/**
 * The tree that a GraphQL input means. Beyond types it checks only what cannot be read (ids, instants,
 * endless nesting: FilterInputError); `filterProblem` then judges the limits.
 */
export function readFilterInput(input: RunFilterInput | null | undefined): RunFilter {
  return input ? readAll(input, 1) : allOf([]);
}

/** Only ends the descent; filterProblem then judges the depth of what was read. */
const maxNesting = 100;

function requireShallow(depth: number): void {
  if (depth > maxNesting) throw new FilterInputError('The filter nests too deeply');
}

function readAll(input: RunFilterInput, depth: number): RunFilter {
  requireShallow(depth);
  const { isRoot, and, or, not, search } = input;
  const below = (filter: RunFilterInput) => readAll(filter, depth + 1);
  const parts = readFields(input);
  if (typeof isRoot === 'boolean') parts.unshift({ kind: 'isRoot', value: isRoot });
  if (typeof search === 'string') parts.push({ kind: 'search', text: search });
  for (const scope of scopes) {
    const filter = input[scope];
    if (filter) parts.push({ kind: 'scope', scope, filter: below(filter) });
  }
  if (and) parts.push(...and.map(below));
  if (or) parts.push({ kind: 'or', filters: or.map(below) });
  if (not) parts.push({ kind: 'not', filter: below(not) });
  return allOf(parts);
}

/** The conditions of the fields that say something, in the order of the tree's field lists. */
function readFields(input: RunFilterInput): RunFilter[] {
  const parts: RunFilter[] = [];
  for (const field of textFields) {
    const tests =
      field === 'status' || field === 'runType'
        ? enumTests(input[field])
        : textTests(input[field] ?? {});
    // The tests of enums are those that enums can have.
    parts.push(
      ...tests.map((test) => not(test, { kind: 'text', field, ...test.text } as RunCondition)),
    );
  }
  for (const field of numberFields) {
    const tests = numberTests(input[field] ?? {});
    parts.push(...tests.map((test) => not(test, { kind: 'number', field, ...test.number })));
  }
  for (const field of timeFields) {
    const tests = timeTests(input[field] ?? {});
    parts.push(...tests.map((test) => not(test, { kind: 'time', field, ...test.time })));
  }
  for (const field of idFields) {
    const tests = idTests(input[field] ?? {});
    parts.push(...tests.map((test) => not(test, { kind: 'id', field, ...test.id })));
  }
  for (const field of ['metadata', 'inputs', 'outputs'] as const) {
    parts.push(...(input[field] ?? []).flatMap((entry) => readEntry(field, entry)));
  }
  parts.push(...(input.feedback ?? []).map(readFeedback));
  return parts;
}

type Negatable = { isNot?: true };
const not = ({ isNot }: Negatable, condition: RunFilter): RunFilter =>
  isNot ? negated(condition) : condition;

type NegatableText = Negatable & { text: TextTest };

function textTests(input: StringFilterInput): NegatableText[] {
  const tests: NegatableText[] = [];
  const pairs = [
    ['eq', 'neq'],
    ['contains', 'notContains'],
    ['like', 'notLike'],
  ] as const;
  for (const [operator, opposite] of pairs) {
    const [value, unwanted] = [input[operator], input[opposite]];
    if (typeof value === 'string') tests.push({ text: { operator, value } });
    if (typeof unwanted === 'string') {
      tests.push({ isNot: true, text: { operator, value: unwanted } });
    }
  }
  if (input.in) tests.push({ text: { operator: 'in', values: input.in } });
  if (input.notIn) tests.push({ isNot: true, text: { operator: 'in', values: input.notIn } });
  if (typeof input.exists === 'boolean') tests.push({ ...presence(input.exists, 'text') });
  return tests;
}

/** Presence is a test, absence its opposite. */
function presence<Name extends string>(exists: boolean, name: Name) {
  const test = { [name]: { operator: 'exists' } } as { [K in Name]: { operator: 'exists' } };
  return exists ? test : { ...test, isNot: true as const };
}

/** Enum values are upper case in the graph only. */
function enumTests<T extends string>(input: EnumFilterInput<T> | null | undefined) {
  return textTests({
    eq: input?.eq?.toLowerCase(),
    in: input?.in?.map((one) => one.toLowerCase()),
  });
}

type NegatableNumber = Negatable & { number: NumberTest };
const numberOperators: readonly NumberOperator[] = ['eq', ...orderOperators];

function numberTests(input: FloatFilterInput): NegatableNumber[] {
  const tests: NegatableNumber[] = [];
  for (const operator of numberOperators) {
    const value = input[operator];
    if (typeof value === 'number') tests.push({ number: { operator, value } });
  }
  if (typeof input.neq === 'number') {
    tests.push({ isNot: true, number: { operator: 'eq', value: input.neq } });
  }
  if (input.in) tests.push({ number: { operator: 'in', values: input.in } });
  if (input.notIn) tests.push({ isNot: true, number: { operator: 'in', values: input.notIn } });
  if (typeof input.exists === 'boolean') tests.push(presence(input.exists, 'number'));
  return tests;
}

function timeTests(input: DateTimeFilterInput): (Negatable & { time: TimeTest })[] {
  const tests: (Negatable & { time: TimeTest })[] = [];
  for (const operator of numberOperators) {
    const value = input[operator];
    if (value === null || value === undefined) continue;
    // The server's scalar has read the text already.
    const valueUs = typeof value === 'number' ? value : parseTime(value);
    if (valueUs === undefined) throw new FilterInputError('An instant in the filter is none');
    tests.push({ time: { operator, valueUs } });
  }
  if (typeof input.exists === 'boolean') tests.push(presence(input.exists, 'time'));
  return tests;
}

function idTests(input: IdFilterInput): (Negatable & { id: IdTest })[] {
  const tests: (Negatable & { id: IdTest })[] = [];
  if (typeof input.eq === 'string') {
    tests.push({ id: { operator: 'in', values: [readId(input.eq)] } });
  }
  if (input.in) tests.push({ id: { operator: 'in', values: input.in.map(readId) } });
  if (typeof input.exists === 'boolean') tests.push(presence(input.exists, 'id'));
  return tests;
}

function readId(text: string): string {
  const id = parseUuid(text);
  if (id === undefined) throw new FilterInputError('An id in the filter is not a UUID');
  return id;
}

function readEntry(of: RecordKind, input: EntryFilterInput): RunFilter[] {
  const tests = entryTests(input, 1);
  if (input.exists !== false) return [{ kind: 'record', of, tests }];
  const keys = tests.filter(({ part }) => part === 'key');
  const isThere: RunFilter = { kind: 'record', of, tests: keys };
  return tests.length > keys.length
    ? [negated(isThere), { kind: 'record', of, tests }]
    : [negated(isThere)];
}

function entryTests(input: EntryFilterInput, depth: number): PartTest[] {
  const { key, keys, also, exists: _, ...value } = input;
  const tests: PartTest[] = [];
  if (typeof key === 'string') tests.push({ part: 'key', text: { operator: 'eq', value: key } });
  tests.push(
    ...textTests(keys ?? {}).map((test) => ({ part: 'key' as const, ...test })),
    ...textTests(value).map((test) => ({ part: 'value' as const, ...test })),
  );
  for (const operator of orderOperators) {
    const bound = value[operator];
    if (typeof bound !== 'number') continue;
    tests.push({ part: 'value', number: { operator, value: bound } });
  }
  if (!also) return tests;
  requireShallow(depth);
  return [...tests, ...entryTests(also, depth + 1)];
}

function readFeedback(input: FeedbackFilterInput): RunFilter {
  return { kind: 'record', of: 'feedback', tests: feedbackTests(input, 1) };
}

function feedbackTests(input: FeedbackFilterInput, depth: number): PartTest[] {
  const tests: PartTest[] = textParts.flatMap((part) =>
    textTests(input[part] ?? {}).map((test) => ({ part, ...test })),
  );
  for (const test of numberTests(input.score ?? {})) tests.push({ part: 'score', ...test });
  if (!input.also) return tests;
  requireShallow(depth);
  return [...tests, ...feedbackTests(input.also, depth + 1)];
}
