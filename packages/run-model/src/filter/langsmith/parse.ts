import { contained, fieldCondition, pairTests, partTest, pathCondition } from '../conditions.ts';
import type { Literal, Operator } from '../conditions.ts';
import { partsOf, specByWireName, wirePrefixes } from '../field-specs.ts';
import { allOf, anyOf, negated, recordKinds } from '../filter.ts';
import type { PartTest, RecordKind, RunFilter, Scope } from '../filter.ts';
import { filterProblem } from '../problem.ts';
import { FilterSyntaxError } from '../syntax-error.ts';
import type { Span } from '../syntax-error.ts';
import { createScanner, expected } from './scan.ts';
import type { Scanner } from './scan.ts';

/**
 * The tree of a filter in the language of the LangSmith SDKs: `and(eq(is_root, true), gt(latency, "5s"))`. A
 * blank text is the filter that restricts nothing.
 *
 * Inside one `and(…)` the conditions on `metadata_key` and `metadata_value` (`input_…`, `output_…`,
 * `feedback_…`) are about the same record; one that names a second key begins a second record.
 *
 * Beyond the documented functions: `contains(field, "x")` whatever the case; `trace(…)`, `tree(…)`, `thread(…)` for
 * the root, any run of the trace, any of the thread; `some(metadata, eq(key, "k"), …)` for one record, spelled out.
 *
 * @throws {FilterSyntaxError} with the place
 */
export function parseLangsmithFilter(text: string): RunFilter {
  const scanner = createScanner(text);
  if (scanner.isAtEnd()) return allOf([]);
  const { start } = scanner.here();
  const filter = settled(expression(scanner, 1));
  if (!scanner.isAtEnd()) throw expected('the end', scanner.here());
  const problem = filterProblem(filter);
  if (problem !== undefined) throw new FilterSyntaxError(problem, scanner.since(start));
  return filter;
}

/** A condition on a part of a record waits for its neighbours. */
type Expression = { filter: RunFilter } | { of: RecordKind; test: PartTest };

/** Calls in calls; what the limits of the tree allow needs far fewer. */
const maxDepth = 100;

function expression(scanner: Scanner, depth: number): Expression {
  const name = scanner.name();
  if (!name) throw expected('a function', scanner.here());
  if (depth > maxDepth) throw new FilterSyntaxError('The filter nests too deeply', name);
  scanner.expect('(');
  const result = call(name, scanner, depth);
  scanner.expect(')');
  return limited(result, scanner.since(name.start));
}

/** Refuses a condition beyond the limits where it stands, not only the whole filter. */
function limited(result: Expression, at: Span): Expression {
  const filter = settled(result);
  const isTree = filter.kind === 'and' || filter.kind === 'or' || filter.kind === 'not';
  const problem = isTree || filter.kind === 'scope' ? undefined : filterProblem(filter);
  if (problem !== undefined) throw new FilterSyntaxError(problem, at);
  return result;
}

function call(name: Span & { text: string }, scanner: Scanner, depth: number): Expression {
  switch (name.text) {
    case 'and':
      return { filter: together(expressions(scanner, depth)) };
    case 'or':
      return { filter: anyOf(expressions(scanner, depth).map(settled)) };
    case 'not':
      return { filter: negated(settled(expression(scanner, depth + 1))) };
    case 'search':
      return { filter: { kind: 'search', text: stringOf(scanner.literal()) } };
    case 'trace':
    case 'tree':
    case 'thread':
      return { filter: scoped(name.text, settled(expression(scanner, depth + 1))) };
    case 'some':
      return { filter: oneRecord(scanner) };
    case 'has':
      return { filter: has(scanner) };
    case 'exists':
      return { filter: exists(scanner) };
    default:
      return comparison(name, scanner);
  }
}

const scoped = (scope: Scope, filter: RunFilter): RunFilter => ({ kind: 'scope', scope, filter });

/** Arguments up to the closing parenthesis. */
function expressions(scanner: Scanner, depth: number): Expression[] {
  const list: Expression[] = [];
  if (scanner.nextIs(')')) return list;
  do list.push(expression(scanner, depth + 1));
  while (scanner.take(','));
  return list;
}

const settled = (one: Expression): RunFilter =>
  'filter' in one ? one.filter : allOf(pairTests(one.of, [one.test]));

function together(list: readonly Expression[]): RunFilter {
  const filters = list.flatMap((one) => ('filter' in one ? [one.filter] : []));
  for (const of of recordKinds) {
    const tests = list.flatMap((one) => ('of' in one && one.of === of ? [one.test] : []));
    filters.push(...pairTests(of, tests));
  }
  return allOf(filters);
}

const operators: Readonly<Record<string, Operator>> = {
  eq: 'eq',
  neq: 'neq',
  gt: 'gt',
  gte: 'gte',
  lt: 'lt',
  lte: 'lte',
  in: 'in',
  notin: 'notin',
  like: 'like',
  notlike: 'notlike',
  contains: 'contains',
  notcontains: 'notcontains',
};

function operatorOf({ text, start, end }: Span & { text: string }): Operator {
  if (!Object.hasOwn(operators, text)) {
    throw new FilterSyntaxError('There is no such function', { start, end });
  }
  return operators[text]!;
}

function comparison(name: Span & { text: string }, scanner: Scanner): Expression {
  const operator = operatorOf(name);
  const field = fieldName(scanner);
  const part = partNames.get(field.text);
  scanner.expect(',');
  const literal = scanner.literal();
  if (part) return { of: part.of, test: partTest(part.part, operator, literal, name) };
  const path = pathOf(field.text);
  if (path) return { filter: pathCondition(path.of, path.path, operator, literal, name) };
  if (field.text === 'execution_order') return { filter: executionOrder(operator, literal, name) };
  const spec = specByWireName.get(field.text);
  if (!spec) throw new FilterSyntaxError('There is no such field', field);
  return { filter: fieldCondition(spec.target, operator, literal, name) };
}

function fieldName(scanner: Scanner): Span & { text: string } {
  const field = scanner.name();
  if (!field) throw expected('a field', scanner.here());
  return field;
}

const partNames = new Map<string, { of: RecordKind; part: PartTest['part'] }>(
  recordKinds.flatMap((of) =>
    partsOf(of).map((part) => [`${wirePrefixes[of]}_${part}`, { of, part }]),
  ),
);

type Entries = Exclude<RecordKind, 'feedback'>;

function pathOf(name: string): { of: Entries; path: string } | undefined {
  const dot = name.indexOf('.');
  const of = entriesOf(name.slice(0, Math.max(dot, 0)));
  return of && dot + 1 < name.length ? { of, path: name.slice(dot + 1) } : undefined;
}

const entriesOf = (name: string): Entries | undefined =>
  (['metadata', 'inputs', 'outputs'] as const).find((of) => of === name);

/** The first run of a trace had the order 1; what others had is known to nobody. */
function executionOrder(operator: Operator, literal: Literal, at: Span): RunFilter {
  const isRoot: RunFilter = { kind: 'isRoot', value: true };
  if (literal.value === 1) {
    if (operator === 'eq' || operator === 'lte') return isRoot;
    if (operator === 'neq' || operator === 'gt') return { kind: 'isRoot', value: false };
  }
  throw new FilterSyntaxError('execution_order can only be compared with 1, the root', at);
}

function has(scanner: Scanner): RunFilter {
  const field = fieldName(scanner);
  scanner.expect(',');
  const literal = scanner.literal();
  if (field.text === 'tags') {
    return fieldCondition({ type: 'text', field: 'tag' }, 'eq', literal, field);
  }
  const of = entriesOf(field.text);
  if (!of) throw new FilterSyntaxError('has takes tags, metadata, inputs or outputs', field);
  return contained(of, literal);
}

/** With a key for metadata, inputs and outputs; without one for any field. */
function exists(scanner: Scanner): RunFilter {
  const field = fieldName(scanner);
  const of = entriesOf(field.text);
  if (scanner.take(',')) {
    if (!of) throw new FilterSyntaxError('Only metadata, inputs and outputs have keys', field);
    const value = stringOf(scanner.literal());
    return { kind: 'record', of, tests: [{ part: 'key', text: { operator: 'eq', value } }] };
  }
  const nothing: Literal = { value: null, ...field };
  const path = pathOf(field.text);
  if (path) return pathCondition(path.of, path.path, 'neq', nothing, field);
  const spec = specByWireName.get(field.text);
  if (!spec) throw new FilterSyntaxError('There is no such field', field);
  return fieldCondition(spec.target, 'neq', nothing, field);
}

function oneRecord(scanner: Scanner): RunFilter {
  const kind = fieldName(scanner);
  const of = recordKinds.find((one) => one === kind.text);
  if (!of) throw expected('metadata, inputs, outputs or feedback', kind);
  const tests: PartTest[] = [];
  while (scanner.take(',')) {
    const operator = fieldName(scanner);
    scanner.expect('(');
    const name = fieldName(scanner);
    const part = partsOf(of).find((one) => one === name.text);
    if (!part) throw new FilterSyntaxError('These records have no such part', name);
    scanner.expect(',');
    tests.push(partTest(part, operatorOf(operator), scanner.literal(), operator));
    scanner.expect(')');
  }
  return { kind: 'record', of, tests };
}

function stringOf(literal: Literal): string {
  if (typeof literal.value !== 'string') throw expected('a quoted text', literal);
  return literal.value;
}
