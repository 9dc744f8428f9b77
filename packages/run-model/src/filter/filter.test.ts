import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { allOf, conjuncts, filterLimits } from './filter.ts';
import type { FilterSubject, RunFilter } from './filter.ts';
import { matchesFilter } from './matches.ts';
import { filterProblem } from './problem.ts';
import { searchWords } from './words.ts';

const run: FilterSubject = {
  isRoot: true,
  runType: 'llm',
  status: 'error',
  name: 'Chat Model',
  error: 'boom',
  model: 'gpt-4o',
  threadId: '',
  tags: ['prod', 'Café'],
  metadata: { user: '7', empty: '' },
  latencyMs: 1500,
  totalTokens: undefined,
  texts: ['{"q":"Hello\\nWorld_2 naïve"}'],
};
const text = (
  field: 'name' | 'threadId' | 'tag',
  operator: 'eq' | 'contains',
  value: string,
): RunFilter => ({ kind: 'text', field, operator, value });
const exists = (field: 'name' | 'threadId' | 'tag'): RunFilter => ({
  kind: 'text',
  field,
  operator: 'exists',
});
const not = (filter: RunFilter): RunFilter => ({ kind: 'not', filter });

describe('matchesFilter', () => {
  const cases: [string, RunFilter, boolean][] = [
    ['and of nothing', { kind: 'and', filters: [] }, true],
    ['or of nothing', { kind: 'or', filters: [] }, false],
    ['isRoot', { kind: 'isRoot', value: false }, false],
    ['eq is exact', text('name', 'eq', 'chat model'), false],
    ['contains ignores case', text('name', 'contains', 'MODEL'), true],
    ['contains beyond ASCII', text('tag', 'contains', 'FÉ'), true],
    ['tag eq', text('tag', 'eq', 'prod'), true],
    ['absent text does not exist', exists('threadId'), false],
    ['present text exists', exists('name'), true],
    ['in', { kind: 'text', field: 'status', operator: 'in', values: ['error'] }, true],
    ['in nothing', { kind: 'text', field: 'status', operator: 'in', values: [] }, false],
    ['latency', { kind: 'number', field: 'latencyMs', operator: 'gt', value: 1499.5 }, true],
    ['absent number', { kind: 'number', field: 'totalTokens', operator: 'lte', value: 9 }, false],
    [
      'not of an absent number',
      not({ kind: 'number', field: 'totalTokens', operator: 'lte', value: 9 }),
      true,
    ],
    ['metadata value', { kind: 'metadata', key: 'user', value: '7' }, true],
    ['metadata empty value', { kind: 'metadata', key: 'empty', value: '' }, true],
    ['metadata missing key', { kind: 'metadata', key: 'nope', value: '' }, false],
    ['metadata prototype key', { kind: 'metadata', key: 'constructor' }, false],
    ['search over an escaped line break', { kind: 'search', text: 'world HELLO' }, true],
    ['search wants whole words', { kind: 'search', text: 'worl' }, false],
  ];
  for (const [name, filter, expected] of cases) {
    it(name, () => assert.equal(matchesFilter(filter, run), expected));
  }
});

describe('filterProblem', () => {
  const leaf: RunFilter = { kind: 'isRoot', value: true };
  const nested = (levels: number): RunFilter =>
    levels === 1 ? leaf : { kind: 'or', filters: [nested(levels - 1), leaf] };
  const many = (count: number): RunFilter => allOf(Array.from({ length: count }, () => leaf));
  const list = (length: number): RunFilter => ({
    kind: 'text',
    field: 'name',
    operator: 'in',
    values: Array.from({ length }, String),
  });

  it('accepts each limit and refuses one more', () => {
    assert.equal(filterProblem(nested(filterLimits.depth)), undefined);
    assert.match(filterProblem(nested(filterLimits.depth + 1))!, /levels deep/);
    assert.equal(filterProblem(many(filterLimits.conditions)), undefined);
    assert.match(filterProblem(many(filterLimits.conditions + 1))!, /conditions/);
    assert.equal(filterProblem(list(filterLimits.listValues)), undefined);
    assert.match(filterProblem(list(filterLimits.listValues + 1))!, /values/);
  });

  it('ends on endless nesting of and', () => {
    let filter: RunFilter = leaf;
    for (let level = 0; level < 50_000; level += 1) filter = { kind: 'and', filters: [filter] };
    assert.match(filterProblem(filter)!, /levels deep/);
  });

  it('refuses searches without words and halves of characters', () => {
    assert.match(filterProblem({ kind: 'search', text: '--- !!' })!, /word/);
    assert.match(filterProblem(text('name', 'eq', '\ud800'))!, /Unicode/);
  });
});

describe('filter tree', () => {
  it('allOf flattens and conjuncts gives the parts back', () => {
    const a: RunFilter = { kind: 'isRoot', value: true };
    const b = text('name', 'eq', 'x');
    assert.deepEqual(conjuncts(allOf([allOf([a, b]), b])), [a, b, b]);
    assert.deepEqual(allOf([a]), a);
  });

  it('every word of a text is found in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (content) => {
        const words = searchWords(content);
        fc.pre(words.length > 0);
        return matchesFilter(
          { kind: 'search', text: words.join(' ') },
          { ...run, texts: [content] },
        );
      }),
    );
  });
});
