import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { allOf, conjuncts, filterLimits } from './filter.ts';
import type { FilterSubject, RunFilter } from './filter.ts';
import { matchesFilter } from './matches.ts';
import { filterProblem } from './problem.ts';
import { searchWords } from './words.ts';

const run: FilterSubject = {
  id: '11111111-1111-4111-8111-111111111111',
  traceId: '11111111-1111-4111-8111-111111111111',
  parentId: undefined,
  projectId: '22222222-2222-4222-8222-222222222222',
  referenceExampleId: undefined,
  isRoot: true,
  runType: 'llm',
  status: 'error',
  name: 'Chat Model',
  error: 'boom',
  model: 'gpt-4o',
  threadId: '',
  tags: ['prod', 'Café'],
  metadata: { user: '7', empty: '', userId: 'ada', nested: '{"deep":{"n":[1,"x"]}}' },
  startedAtUs: 1_000_000,
  endedAtUs: 1_001_500,
  latencyMs: 1500,
  firstTokenMs: undefined,
  totalTokens: undefined,
  promptTokens: 0,
  completionTokens: 3,
  totalCostUsd: 0.25,
  promptCostUsd: undefined,
  completionCostUsd: undefined,
  payloads: {
    inputs: '{"q":"Hello\\nWorld_2 naïve","messages":[{"role":"user"},{"role":"ai","n":2.5}]}',
    outputs: '',
    error: '',
  },
  feedback: [
    { key: 'helpful', score: 1, value: '"yes"', comment: 'Fine', source: 'api' },
    { key: 'correct', score: 0, value: '{"a":1}', comment: '', source: 'model' },
  ],
};
const text = (
  field: 'name' | 'threadId' | 'tag' | 'userId',
  operator: 'eq' | 'contains',
  value: string,
): RunFilter => ({ kind: 'text', field, operator, value });
const entry = (of: 'metadata' | 'inputs', key: string, value?: string): RunFilter => ({
  kind: 'record',
  of,
  tests: [
    { part: 'key', text: { operator: 'eq', value: key } },
    ...(value === undefined
      ? []
      : [{ part: 'value' as const, text: { operator: 'eq' as const, value } }]),
  ],
});
const judged = (key: string, score: number): RunFilter => ({
  kind: 'record',
  of: 'feedback',
  tests: [
    { part: 'key', text: { operator: 'eq', value: key } },
    { part: 'score', number: { operator: 'eq', value: score } },
  ],
});
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
    ['metadata value', entry('metadata', 'user', '7'), true],
    ['metadata empty value', entry('metadata', 'empty', ''), true],
    ['metadata missing key', entry('metadata', 'nope', ''), false],
    ['metadata prototype key', entry('metadata', 'constructor'), false],
    ['metadata inside a value', entry('metadata', 'nested.deep.n', 'x'), true],
    ['the user, as metadata name it', text('userId', 'eq', 'ada'), true],
    ['a value inside inputs, whatever its place', entry('inputs', 'messages.role', 'ai'), true],
    ['a number inside inputs, as text', entry('inputs', 'messages.n', '2.5'), true],
    ['no value of another path', entry('inputs', 'role', 'ai'), false],
    ['one feedback passes all', judged('helpful', 1), true],
    ['two feedbacks do not', judged('helpful', 0), false],
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
          { ...run, payloads: { inputs: content, outputs: '', error: '' } },
        );
      }),
    );
  });
});
