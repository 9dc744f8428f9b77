import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterTokens, writtenAt } from './filter-tokens.ts';

const at = (text: string) => writtenAt(text, text.length);

test('fields, texts and words are told apart', () => {
  const text = 'status:error -metadata.user="7 or" OR latency>2s';
  assert.deepEqual(
    filterTokens(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    [
      ['field', 'status'],
      ['field', '-metadata.user'],
      ['text', '"7 or"'],
      ['word', 'OR'],
      ['field', 'latency'],
    ],
  );
});

test('what is written at the cursor', () => {
  assert.deepEqual(at(''), { kind: 'field', from: 0, text: '' });
  assert.deepEqual(at('status:error lat'), { kind: 'field', from: 13, text: 'lat' });
  assert.deepEqual(at('-(meta'), { kind: 'field', from: 2, text: 'meta' });
  assert.deepEqual(at('status:er'), { kind: 'value', field: 'status', from: 7, text: 'er' });
  assert.deepEqual(at('metadata.user="a'), {
    kind: 'value',
    field: 'metadata.user',
    from: 14,
    text: 'a',
  });
});

test('inside of a text nothing is offered', () => {
  assert.equal(at('"some wor'), undefined);
  assert.deepEqual(at('"some words" na'), { kind: 'field', from: 13, text: 'na' });
});
