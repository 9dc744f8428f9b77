import { fieldCondition, partTest, pathCondition } from '../conditions.ts';
import type { Literal, Operator } from '../conditions.ts';
import { partsOf, specByName } from '../field-specs.ts';
import { allOf, anyOf, filterLimits, negated, recordKinds, scopes, withoutNot } from '../filter.ts';
import type { PartTest, RecordKind, RunFilter } from '../filter.ts';
import { filterProblem } from '../problem.ts';
import { FilterSyntaxError } from '../syntax-error.ts';
import type { Span } from '../syntax-error.ts';
import { createBarScanner } from './scan.ts';
import type { BarScanner, Word } from './scan.ts';

/**
 * The tree of a text of the filter bar: `status:error latency>2s tag:prod metadata.user="7" feedback.correctness<0.5
 * "some words"`. What stands side by side must all hold.
 *
 * - `field:value` or `field=value`, `!=`, `<`, `<=`, `>`, `>=`, `~` contains, `!~`, `~=` a pattern of SQL, `!~=`;
 *   `field:(a, b)` one of these; `field:*` present; `field:gpt*` begins so
 * - `-x` or `NOT x`, `x OR y`, parentheses
 * - `metadata.key`, `inputs.path`, `outputs.path`, `feedback.key` compare as fields do; several conditions on one
 *   record stand in braces: `feedback{key=correctness score<0.5 comment~wrong}`
 * - `trace(…)`, `tree(…)`, `thread(…)`: holds for the root, for any run of the trace, of the thread
 * - other words and quoted texts are searched for in inputs, outputs and errors; `*` alone is every run
 *
 * @throws {FilterSyntaxError} with the place
 */
export function parseFilterText(text: string): RunFilter {
  const scanner = createBarScanner(text);
  if (scanner.isAtEnd()) return allOf([]);
  const { start } = scanner.here();
  const filter = alternatives(scanner, 1);
  if (!scanner.isAtEnd()) {
    throw new FilterSyntaxError('This has no beginning', scanner.here());
  }
  const problem = filterProblem(filter);
  if (problem !== undefined) throw new FilterSyntaxError(problem, scanner.since(start));
  return filter;
}

/** Only ends the descent; the limits of the tree are lower. */
const maxDepth = 100;

function alternatives(scanner: BarScanner, depth: number): RunFilter {
  if (depth > maxDepth) throw new FilterSyntaxError('The filter nests too deeply', scanner.here());
  const filters = [sequence(scanner, depth)];
  while (scanner.take(orWord)) filters.push(sequence(scanner, depth));
  return anyOf(filters);
}

const orWord = /OR(?=[\s()"'-]|$)/y;

const isSequenceEnd = (scanner: BarScanner): boolean =>
  scanner.isAtEnd() || scanner.nextIs(/\)/y) || scanner.nextIs(orWord);

function sequence(scanner: BarScanner, depth: number): RunFilter {
  const filters: RunFilter[] = [];
  const words: { place: number; texts: string[]; span: Span }[] = [];
  while (!isSequenceEnd(scanner)) {
    if (filters.length > 0 && scanner.take(/AND(?=[\s()"'-])/y)) continue;
    const { start } = scanner.here();
    const term = negatable(scanner, depth);
    if (typeof term !== 'string') {
      filters.push(term);
      continue;
    }
    // Bare words that follow each other are one search.
    const last = words.at(-1);
    const span = scanner.since(start);
    if (last?.place === filters.length - 1) {
      last.texts.push(term);
      last.span.end = span.end;
      filters[last.place] = search(last.texts.join(' '), last.span);
    } else {
      words.push({ place: filters.length, texts: [term], span });
      filters.push(search(term, span));
    }
  }
  if (filters.length === 0) throw new FilterSyntaxError('Expected a condition', scanner.here());
  return allOf(filters);
}

function search(text: string, at: Span): RunFilter {
  return checked({ kind: 'search', text }, at);
}

/** Refuses a condition beyond the limits where it stands, not only the whole filter. */
function checked(filter: RunFilter, at: Span): RunFilter {
  const problem = filterProblem(filter);
  if (problem !== undefined) throw new FilterSyntaxError(problem, at);
  return filter;
}

/** A condition, or the text of a bare word. */
function negatable(scanner: BarScanner, depth: number): RunFilter | string {
  const { start } = scanner.here();
  if (!scanner.take(/-(?!\s|$)|NOT(?=[\s()"'-])/y)) return term(scanner, depth);
  if (depth > maxDepth) throw new FilterSyntaxError('The filter nests too deeply', scanner.here());
  if (scanner.isAtEnd()) throw new FilterSyntaxError('Expected a condition', scanner.here());
  if (scanner.take(everything)) return { kind: 'or', filters: [] };
  const inner = negatable(scanner, depth + 1);
  return negated(typeof inner === 'string' ? search(inner, scanner.since(start)) : inner);
}

const everything = /\*(?=[\s)]|$)/y;

function term(scanner: BarScanner, depth: number): RunFilter | string {
  if (scanner.take(everything)) return allOf([]);
  if (scanner.take(/\(/y)) return closed(scanner, depth);
  const { start } = scanner.here();
  for (const scope of scopes) {
    if (scanner.take(new RegExp(String.raw`${scope}\(`, 'y'))) {
      return { kind: 'scope', scope, filter: closed(scanner, depth) };
    }
  }
  for (const of of recordKinds) {
    if (scanner.take(new RegExp(String.raw`${of}\{`, 'y'))) {
      return checked(record(of, scanner), scanner.since(start));
    }
    if (scanner.take(new RegExp(String.raw`${of}\.`, 'y'))) {
      return checked(entry(of, scanner), scanner.since(start));
    }
  }
  const name = scanner.take(/[A-Za-z_][\w-]*(?=[:=<>~]|!=|!~)/y);
  if (name !== undefined) {
    return checked(field({ text: name, ...scanner.since(start) }, scanner), scanner.since(start));
  }
  return words(scanner);
}

function words(scanner: BarScanner): RunFilter | string {
  const word = scanner.wordHere(/[^\s(){}"']+/y);
  if (!word) throw new FilterSyntaxError('Expected a condition', scanner.here());
  return word.isQuoted ? search(word.text, word) : word.text;
}

function closed(scanner: BarScanner, depth: number): RunFilter {
  const { start } = scanner.here();
  const filter = alternatives(scanner, depth + 1);
  if (!scanner.take(/\)/y)) {
    throw new FilterSyntaxError('This parenthesis is never closed', scanner.since(start - 1));
  }
  return filter;
}

/** Longer ones first. */
const signs: readonly [string, Operator][] = [
  ['!~=', 'notlike'],
  ['~=', 'like'],
  ['!~', 'notcontains'],
  ['~', 'contains'],
  ['!=', 'neq'],
  ['>=', 'gte'],
  ['<=', 'lte'],
  ['>', 'gt'],
  ['<', 'lt'],
  [':', 'eq'],
  ['=', 'eq'],
];

/** What stands on the right of a field. */
interface Comparison {
  operator: Operator;
  literal: Literal;
  /** The value was `*`. */
  isPresence: boolean;
  /** Of the operator. */
  at: Span;
}

const bareValue = /[^\s(){}"',]+/y;

function comparison(scanner: BarScanner): Comparison {
  const { start } = scanner.here();
  const sign = scanner.takeHere(/!~=|~=|!~|!=|>=|<=|[~><:=]/y);
  const operator = signs.find(([one]) => one === sign)?.[1];
  if (!operator)
    throw new FilterSyntaxError('Expected a comparison such as : or >', scanner.here());
  const at = scanner.since(start);
  if (scanner.takeHere(/\(/y)) {
    if (operator !== 'eq' && operator !== 'neq') {
      throw new FilterSyntaxError('A list goes with : or != only', at);
    }
    const literal = list(scanner);
    return { operator: operator === 'eq' ? 'in' : 'notin', literal, isPresence: false, at };
  }
  const word = scanner.wordHere(bareValue);
  if (!word) throw new FilterSyntaxError('Expected a value', scanner.here());
  const isPresence = !word.isQuoted && word.text === '*';
  if (!word.isQuoted && !isPresence && word.text.includes('*') && sign === ':') {
    const pattern = word.text.replaceAll(/[\\%_]/g, String.raw`\$&`).replaceAll('*', '%');
    return {
      operator: 'like',
      literal: { ...literalOf(word), value: pattern, raw: pattern },
      isPresence,
      at,
    };
  }
  return { operator, literal: literalOf(word), isPresence, at };
}

function list(scanner: BarScanner): Literal {
  const { start } = scanner.here();
  const value: Literal[] = [];
  while (!scanner.take(/\)/y)) {
    if (value.length > 0) scanner.take(/,/y);
    scanner.here();
    const word = scanner.wordHere(bareValue);
    if (!word) throw new FilterSyntaxError('This list is never closed', scanner.since(start));
    if (value.length === filterLimits.listValues) {
      throw new FilterSyntaxError(
        `A list in a filter may have at most ${filterLimits.listValues} values`,
        word,
      );
    }
    value.push(literalOf(word));
  }
  return { value, ...scanner.since(start) };
}

const bareNumber = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d{1,3})?$/i;

/** Bare words may be numbers or truth values; texts take them as they were written. */
function literalOf({ text, isQuoted, start, end }: Word): Literal {
  if (isQuoted) return { value: text, start, end };
  if (bareNumber.test(text)) return { value: Number(text), raw: text, start, end };
  const isTruth = text === 'true' || text === 'false';
  return { value: isTruth ? text === 'true' : text, raw: text, start, end };
}

/** Presence is a comparison with nothing. */
function ofPresence({ operator, literal, isPresence, at }: Comparison): Comparison {
  if (!isPresence) return { operator, literal, isPresence, at };
  if (operator !== 'eq' && operator !== 'neq') {
    throw new FilterSyntaxError('* goes with : or != only', literal);
  }
  const { start, end } = literal;
  const opposite = operator === 'eq' ? 'neq' : 'eq';
  return { operator: opposite, literal: { value: null, start, end }, isPresence, at };
}

function field(name: Span & { text: string }, scanner: BarScanner): RunFilter {
  const spec = specByName.get(name.text);
  if (!spec) throw new FilterSyntaxError('There is no such field', name);
  const { operator, literal, at } = ofPresence(comparison(scanner));
  return fieldCondition(spec.target, operator, literal, at);
}

/** `metadata.key>5`, the name before the dot taken. */
function entry(of: RecordKind, scanner: BarScanner): RunFilter {
  const key = scanner.wordHere(/[^\s(){}"',:=<>~!]+/y);
  if (!key) throw new FilterSyntaxError('Expected a key', scanner.here());
  const { operator, literal, isPresence, at } = ofPresence(comparison(scanner));
  if (of !== 'feedback') return pathCondition(of, key.text, operator, literal, at);
  const keyTest: PartTest = { part: 'key', text: { operator: 'eq', value: key.text } };
  if (isPresence) {
    const isThere: RunFilter = { kind: 'record', of, tests: [keyTest] };
    return operator === 'neq' ? isThere : negated(isThere);
  }
  const test = partTest(isScore(literal) ? 'score' : 'value', operator, literal, at);
  const condition: RunFilter = { kind: 'record', of, tests: [keyTest, withoutNot(test)] };
  return test.isNot ? negated(condition) : condition;
}

/** Numbers are scores, texts are values. */
const isScore = ({ value }: Literal): boolean =>
  typeof value === 'number' ||
  (Array.isArray(value) && value.length > 0 && (value as Literal[]).every(isScore));

function record(of: RecordKind, scanner: BarScanner): RunFilter {
  const { start } = scanner.here();
  const tests: PartTest[] = [];
  while (!scanner.take(/\}/y)) {
    const place = scanner.here();
    if (scanner.isAtEnd())
      throw new FilterSyntaxError('This brace is never closed', scanner.since(start - 1));
    const name = scanner.take(/[a-z]+/y);
    const part = partsOf(of).find((one) => one === name);
    if (!part)
      throw new FilterSyntaxError('These records have no such part', {
        ...place,
        end: Math.max(place.end, scanner.since(start).end),
      });
    const { operator, literal, at } = ofPresence(comparison(scanner));
    tests.push(partTest(part, operator, literal, at));
  }
  return { kind: 'record', of, tests };
}
