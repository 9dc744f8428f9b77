import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFilterText } from '@runlight/run-model/filter';
import { valueFilterText } from './value-filter.ts';

test('a value becomes a filter that the bar reads', () => {
  assert.equal(
    valueFilterText('inputs', ['messages', 0, 'role'], 'user'),
    'inputs.messages.role:user',
  );
  for (const value of ['two words', 'a"b', 'x:y OR z', 12, false, '-1', '(']) {
    const text = valueFilterText('outputs', ['a b', 'c'], value);
    assert.deepEqual(parseFilterText(text!), {
      kind: 'record',
      of: 'outputs',
      tests: [
        { part: 'key', text: { operator: 'eq', value: 'a b.c' } },
        { part: 'value', text: { operator: 'eq', value: String(value) } },
      ],
    });
  }
});

test('objects, nothing, long texts and the whole payload are no filters', () => {
  for (const value of [{}, [], null, undefined, '', 'x'.repeat(201)]) {
    assert.equal(valueFilterText('inputs', ['a'], value), undefined);
  }
  assert.equal(valueFilterText('inputs', [], 'x'), undefined);
  assert.equal(valueFilterText('inputs', [0], 'x'), undefined);
});
