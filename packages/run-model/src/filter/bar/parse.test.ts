import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { filterFields } from '../field-catalogue.ts';
import type { RunFilter } from '../filter.ts';
import { printLangsmithFilter } from '../langsmith/print.ts';
import { FilterSyntaxError } from '../syntax-error.ts';
import { parseFilterText } from './parse.ts';
import { printFilterText } from './print.ts';

/** Each text with the same filter in the language of the SDKs, which has a test of its own. */
const meanings: [string, string][] = [
  ['  ', ''],
  ['*', ''],
  ['-*', 'or()'],
  ['status:error', 'eq(status, "error")'],
  ['status=ERROR type:(llm,tool)', 'and(eq(status, "error"), in(run_type, ["llm", "tool"]))'],
  [
    'latency>2s latency<=2 first_token>=10ms',
    'and(gt(latency, "2000ms"), lte(latency, "2000ms"), gte(first_token_latency, "10ms"))',
  ],
  ['tokens>1e3 cost:0.5', 'and(gt(total_tokens, 1000), eq(total_cost, 0.5))'],
  ['tag:prod', 'has(tags, "prod")'],
  ['name:007', 'eq(name, "007")'],
  ['name:gpt-4* name:"gpt*"', 'and(like(name, "gpt-4%"), eq(name, "gpt*"))'],
  [
    'name~Chat name!~"a b" name~="%x" name!~=y',
    'and(contains(name, "Chat"), notcontains(name, "a b"), like(name, "%x"), notlike(name, "y"))',
  ],
  ['error:* -thread:* user!=*', 'and(neq(error, null), eq(thread_id, null), eq(user_id, null))'],
  ['root:true -root:true', 'and(eq(is_root, true), not(eq(is_root, true)))'],
  ['started>=2026-01-02T03:04:05Z', 'gte(start_time, "2026-01-02T03:04:05.000000Z")'],
  ['metadata.user="7"', 'and(eq(metadata_key, "user"), eq(metadata_value, "7"))'],
  ['metadata."user name":x', 'and(eq(metadata_key, "user name"), eq(metadata_value, "x"))'],
  [
    'metadata.n>5 metadata.k:*',
    'and(and(eq(metadata_key, "n"), gt(metadata_value, 5)), and(eq(metadata_key, "k")))',
  ],
  ['inputs.messages.role:user', 'and(eq(input_key, "messages.role"), eq(input_value, "user"))'],
  ['inputs~hello', 'contains(inputs, "hello")'],
  ['feedback.correctness<0.5', 'and(eq(feedback_key, "correctness"), lt(feedback_score, 0.5))'],
  ['feedback.color:red', 'and(eq(feedback_key, "color"), eq(feedback_value, "red"))'],
  ['feedback.color:"1"', 'and(eq(feedback_key, "color"), eq(feedback_value, "1"))'],
  [
    'feedback{key=k score:* comment:"bad"}',
    'and(eq(feedback_key, "k"), neq(feedback_score, null), eq(feedback_comment, "bad"))',
  ],
  ['"some words"', 'search("some words")'],
  ['refund policy error:*  now', 'and(search("refund policy"), neq(error, null), search("now"))'],
  ['a OR b c', 'or(search("a"), search("b c"))'],
  ['(a OR b) AND c', 'and(or(search("a"), search("b")), search("c"))'],
  ['NOT (a b) -c -"d e"', 'and(not(search("a b")), not(search("c")), not(search("d e")))'],
  [
    'trace(name:a status:error) tree(-tag:x)',
    'and(trace(and(eq(name, "a"), eq(status, "error"))), tree(neq(tags, "x")))',
  ],
  ['thread:x thread(name:a)', 'and(eq(thread_id, "x"), thread(eq(name, "a")))'],
  ['ORDER ANDES NOTE', 'search("ORDER ANDES NOTE")'],
];

const refused: [string, string][] = [
  ['nonsense:1', 'nonsense'],
  ['status:error bogus>1', 'bogus'],
  ['toString:1', 'toString'],
  ['latency>soon', 'soon'],
  ['tokens~5', '~'],
  ['name>5', '>'],
  ['name:', ''],
  ['name: a', 'a'],
  ['name:"a', '"a'],
  ['"a', '"a'],
  ['(name:a', '(name:a'],
  ['name:a)', ')'],
  ['name:(a', 'a'],
  ['name>(a)', '>'],
  ['a OR', ''],
  ['OR a', 'O'],
  ['metadata.', ''],
  ['metadata.k', ''],
  ['feedback{bogus=1}', 'bogus'],
  ['feedback{key=a', '{key=a'],
  ['feedback{}', 'feedback{}'],
  ['metadata{score>1}', 'score'],
  ['started>5', '5'],
  ['id:abc', 'abc'],
  ['root:maybe', 'maybe'],
  ['latency>*', '*'],
  ['!!!', '!!!'],
  ['"!!!"', '"!!!"'],
];

describe('parseFilterText', () => {
  for (const [text, meaning] of meanings) {
    it(text, () => assert.equal(printLangsmithFilter(parseFilterText(text)), meaning));
  }

  for (const [text, part] of refused) {
    it(`refuses ${text}`, () => {
      const { start, end } = problemOf(text);
      assert.equal(text.slice(start, end), part);
    });
  }

  it('refuses what is too deep or too long', () => {
    problemOf('('.repeat(5000));
    problemOf('-'.repeat(5000) + 'a');
    problemOf('trace('.repeat(5000));
    problemOf(`name:(${'a,'.repeat(300)}b)`);
    problemOf('a'.repeat(300_000));
    problemOf(Array.from({ length: 200 }, () => 'name:a').join(' '));
  });

  it('ends with a filter or a FilterSyntaxError, whatever the text', () => {
    const piece = fc.constantFrom(
      'name',
      'status',
      ':',
      '=',
      '>',
      '~',
      '!',
      '-',
      ' ',
      '(',
      ')',
      '{',
      '}',
      '"',
      "'",
      '\\',
      ',',
      '*',
      '.',
      'metadata.',
      'feedback{',
      'trace(',
      'OR',
      'AND',
      'NOT',
      '1',
      'é',
      'a',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let filter: RunFilter;
        try {
          filter = parseFilterText(text);
        } catch (error) {
          assert.ok(error instanceof FilterSyntaxError, String(error));
          assert.ok(error.start >= 0 && error.start <= error.end && error.end <= text.length);
          return;
        }
        assert.deepEqual(parseFilterText(printFilterText(filter)), filter, printFilterText(filter));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('filterFields', () => {
  const sample: Partial<Record<string, string>> = {
    number: '5',
    duration: '5s',
    time: '2026-01-02',
    id: '00000001-0000-4000-8000-000000000000',
  };

  it('offers only what the bar understands, and each of it', () => {
    for (const { name, type, operators, values } of filterFields) {
      for (const operator of operators) {
        const given = values?.[0] ?? sample[type] ?? (/[<>]/.test(operator) ? '5' : 'x');
        const text =
          type === 'scope'
            ? `${name}(name:x)`
            : `${name}${name.endsWith('.') ? 'key' : ''}${operator}${given}`;
        assert.doesNotThrow(() => parseFilterText(text), text);
      }
    }
  });
});

function problemOf(text: string): FilterSyntaxError {
  try {
    parseFilterText(text);
  } catch (error) {
    assert.ok(error instanceof FilterSyntaxError, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: `accepts ${text.slice(0, 80)}` });
}
