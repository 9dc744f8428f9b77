import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PartTest, RunFilter } from '@runlight/run-model';
import type { RunFilter as RunFilterInput } from '../../__generated__/resolvers.ts';
import { readRunFilter } from './filter-input.ts';

const text = (field: 'name' | 'tag', operator: 'eq' | 'contains', value: string): RunFilter => ({
  kind: 'text',
  field,
  operator,
  value,
});

const entry = (...tests: PartTest[]): RunFilter => ({ kind: 'record', of: 'metadata', tests });

describe('readRunFilter', () => {
  const cases: [string, RunFilterInput | null | undefined, RunFilter][] = [
    ['nothing restricts nothing', null, { kind: 'and', filters: [] }],
    ['neither do nulls', { name: null, isRoot: null, and: null }, { kind: 'and', filters: [] }],
    ['nor empty conditions', { name: {}, latencyMs: {} }, { kind: 'and', filters: [] }],
    ['false is a value', { isRoot: false }, { kind: 'isRoot', value: false }],
    ['so is the empty text', { name: { eq: '' } }, text('name', 'eq', '')],
    [
      'all operators of a field hold together',
      { tag: { eq: 'a', neq: 'b', contains: 'c', in: ['d'], exists: true } },
      {
        kind: 'and',
        filters: [
          text('tag', 'eq', 'a'),
          { kind: 'not', filter: text('tag', 'eq', 'b') },
          text('tag', 'contains', 'c'),
          { kind: 'text', field: 'tag', operator: 'in', values: ['d'] },
          { kind: 'text', field: 'tag', operator: 'exists' },
        ],
      },
    ],
    [
      'absence is the opposite of presence',
      { threadId: { exists: false } },
      { kind: 'not', filter: { kind: 'text', field: 'threadId', operator: 'exists' } },
    ],
    [
      'enums are lower case inside',
      { runType: { in: ['LLM', 'TOOL'] }, status: { eq: 'ERROR' } },
      {
        kind: 'and',
        filters: [
          { kind: 'text', field: 'status', operator: 'eq', value: 'error' },
          { kind: 'text', field: 'runType', operator: 'in', values: ['llm', 'tool'] },
        ],
      },
    ],
    [
      'a span of numbers, zero included',
      { latencyMs: { gte: 0, lt: 5 }, totalTokens: { eq: 0 } },
      {
        kind: 'and',
        filters: [
          { kind: 'number', field: 'latencyMs', operator: 'gte', value: 0 },
          { kind: 'number', field: 'latencyMs', operator: 'lt', value: 5 },
          { kind: 'number', field: 'totalTokens', operator: 'eq', value: 0 },
        ],
      },
    ],
    [
      'metadata by key and by value',
      { metadata: [{ key: 'user' }, { key: 'empty', eq: '' }] },
      {
        kind: 'and',
        filters: [
          entry({ part: 'key', text: { operator: 'eq', value: 'user' } }),
          entry(
            { part: 'key', text: { operator: 'eq', value: 'empty' } },
            { part: 'value', text: { operator: 'eq', value: '' } },
          ),
        ],
      },
    ],
    [
      'trees',
      { or: [{ isRoot: true }, { search: 'x' }], not: { isRoot: true }, and: [{ search: 'y' }] },
      {
        kind: 'and',
        filters: [
          { kind: 'search', text: 'y' },
          {
            kind: 'or',
            filters: [
              { kind: 'isRoot', value: true },
              { kind: 'search', text: 'x' },
            ],
          },
          { kind: 'not', filter: { kind: 'isRoot', value: true } },
        ],
      },
    ],
    ['or of nothing holds never', { or: [] }, { kind: 'or', filters: [] }],
  ];
  for (const [name, input, expected] of cases) {
    it(name, () => assert.deepEqual(readRunFilter(input), expected));
  }

  it('refuses what is beyond the limits, also in endless nesting', () => {
    const refused = (input: RunFilterInput) =>
      assert.throws(() => readRunFilter(input), { code: 'BAD_USER_INPUT' });
    refused({ search: '...' });
    refused({ latencyMs: { gt: Number.POSITIVE_INFINITY } });
    let nested: RunFilterInput = { isRoot: true };
    for (let depth = 0; depth < 50_000; depth += 1) nested = { and: [nested] };
    refused(nested);
    let negated: RunFilterInput = { isRoot: true };
    for (let depth = 0; depth < 5; depth += 1) negated = { not: negated };
    refused(negated);
  });
});
