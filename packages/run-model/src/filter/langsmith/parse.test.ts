import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { printFilterText } from '../bar/print.ts';
import { FilterSyntaxError } from '../syntax-error.ts';
import { parseLangsmithFilter } from './parse.ts';

/** Each text with the same filter as the bar says it, which is short and has a test of its own. */
const meanings: [string, string][] = [
  ['', ''],
  [' eq(name, "a") ', 'name:a'],
  ["eq(name, 'it\\'s')", 'name:"it\'s"'],
  ['neq(name, "a")', '-name:a'],
  ['eq(error, null)', '-error:*'],
  ['neq(error, null)', 'error:*'],
  ['eq(is_root, true)', 'root:true'],
  ['eq("is_root", false)', 'root:false'],
  ['eq(execution_order, 1)', 'root:true'],
  ['gt(execution_order, 1)', 'root:false'],
  ['eq(run_type, "LLM")', 'type:llm'],
  ['like(run_type, "%r")', 'type:(retriever, parser)'],
  ['eq(status, "none such")', 'status:()'],
  ['neq(status, "success")', '-status:success'],
  ['in(status, ["error", "pending"])', 'status:(pending, error)'],
  ['gt(latency, 5)', 'latency>5000ms'],
  ['gt(latency, "5s")', 'latency>5000ms'],
  ['gte(latency, "1.5s")', 'latency>=1500ms'],
  ['lt(latency, "200ms")', 'latency<200ms'],
  ['lte(latency, "2m")', 'latency<=120000ms'],
  ['gt(total_tokens, 1e3)', 'tokens>1000'],
  ['lt(prompt_tokens, 5)', 'prompt_tokens<5'],
  ['eq(completion_tokens, 0)', 'completion_tokens=0'],
  ['gte(total_cost, 0.25)', 'cost>=0.25'],
  ['gt(start_time, "2026-01-02T03:04:05")', 'started>2026-01-02T03:04:05.000000Z'],
  ['lte(end_time, "2026-01-02")', 'ended<=2026-01-02T00:00:00.000000Z'],
  ['eq(id, "0000000100004000800000000000000A")', 'id:00000001-0000-4000-8000-00000000000a'],
  ['eq(parent_run_id, null)', '-parent_id:*'],
  [
    'in(trace_id, ["00000001-0000-4000-8000-000000000000","00000002-0000-4000-8000-000000000000"])',
    'trace_id:(00000001-0000-4000-8000-000000000000, 00000002-0000-4000-8000-000000000000)',
  ],
  ['eq(thread_id, "a\\u0041\\n")', 'thread:"aA\\n"'],
  ['has(tags, "x")', 'tag:x'],
  ['eq(tags, "x")', 'tag:x'],
  ['in(tags, ["x", "y"])', 'tag:(x, y)'],
  ['like(inputs, "%x\\%y%")', 'inputs~="%x\\\\%y%"'],
  ['notlike(outputs, "x")', '-outputs~=x'],
  ['search("two words")', '"two words"'],
  ['not(eq(is_root, true))', '-root:true'],
  ['or(eq(name, "a"), eq(name, "b"))', 'name:a OR name:b'],
  ['and(eq(name, "a"))', 'name:a'],
  ['and(eq(name,"a"),or(eq(model,"b"),eq(model,"c")))', 'name:a (model:b OR model:c)'],
  ['has(metadata, \'{"k":"v","n":{"deep":1}}\')', 'metadata.k:v metadata.n.deep:1'],
  ['has("metadata", "{\\"k\\":true}")', 'metadata.k:true'],
  ['has(metadata, \'{"k":["a"]}\')', 'metadata.k:"[\\"a\\"]"'],
  [
    'has(inputs, \'{"messages":[{"role":"user"},{"n":1}]}\')',
    'inputs.messages.role:user inputs.messages.n:1',
  ],
  ['exists(metadata, "k")', 'metadata.k:*'],
  ['eq(metadata.user, "7")', 'metadata.user:7'],
  ['neq(metadata."user name", "7")', '-metadata."user name":7'],
  ['gt(metadata.score, 0.5)', 'metadata.score>0.5'],
  ['eq(metadata_key, "k")', 'metadata.k:*'],
  ['neq(metadata_key, "k")', '-metadata.k:*'],
  ['in(metadata_key, ["a", "b"])', 'metadata{key:(a, b)}'],
  ['eq(metadata_value, "v")', 'metadata{value:v}'],
  ['neq(metadata_value, "v")', '-metadata{value:v}'],
  ['and(eq(metadata_key, "k"), eq(metadata_value, "v"))', 'metadata.k:v'],
  ['and(eq(metadata_key, "k"), neq(metadata_value, "v"))', 'metadata{key:k value!=v}'],
  ['and(neq(metadata_key, "k"), neq(metadata_value, "v"))', '-metadata.k:* -metadata{value:v}'],
  ['and(neq(metadata_key, "k"), eq(metadata_value, "v"))', '-metadata.k:* metadata{value:v}'],
  [
    'and(eq(metadata_key, "a"), eq(metadata_value, "1"), eq(metadata_key, "b"), eq(metadata_value, "2"))',
    'metadata.a:1 metadata.b:2',
  ],
  [
    'and(and(eq(metadata_key, "a"), eq(metadata_value, "1")), eq(metadata_value, "2"))',
    'metadata.a:1 metadata{value:2}',
  ],
  ['or(eq(metadata_key, "a"), eq(metadata_value, "1"))', 'metadata.a:* OR metadata{value:1}'],
  [
    'and(eq(input_key, "generations.message.kwargs.tool_calls.name"), like(input_value, "%plan%"))',
    'inputs.generations.message.kwargs.tool_calls.name~="%plan%"',
  ],
  ['and(eq(output_key, "q"), eq(output_value, 7))', 'outputs.q:7'],
  [
    'and(eq(feedback_key, "correct"), gt(feedback_score, 0.1), lt(feedback_score, 0.9))',
    'feedback{key:correct score>0.1 score<0.9}',
  ],
  ['and(lt(feedback_score, 0.9), eq(feedback_key, "correct"))', 'feedback{score<0.9 key:correct}'],
  ['and(eq(feedback_key, "correct"), neq(feedback_score, 1))', 'feedback{key:correct score!=1}'],
  ['eq(feedback_source, "api")', 'feedback{source:api}'],
  ['and(eq(feedback_key, "k"), eq(feedback_value, "yes"))', 'feedback.k:"yes"'],
  ['like(feedback_comment, "%bad%")', 'feedback{comment~="%bad%"}'],
  ['trace(eq(name, "a"))', 'trace(name:a)'],
  ['some(feedback, neq(key, "a"), notin(source, ["api"]))', 'feedback{key!=a source!=(api)}'],
  ['and(exists(model), exists(metadata.k))', 'model:* metadata.k:*'],
  // Of no meaning to SQL: what it says is what is compared.
  [`eq(name, "a' OR 1=1 --")`, `name:"a' OR 1=1 --"`],
  ['eq(name, "\\\\")', 'name:"\\\\"'],
  ['has(tags, "%")', 'tag:"%"'],
  [`eq(metadata_key, "a'] = 1 OR ['")`, `metadata."a'] = 1 OR ['":*`],
];

/** Texts that are none, and where it shows: the offending part of the text. */
const refused: [string, string][] = [
  ['eq(foo); DROP TABLE runs', ')'],
  ['eq(foo, 1); DROP TABLE runs', 'foo'],
  ['eq(name, "a"); DROP', ';'],
  ['equals(name, "a")', 'equals'],
  ['toString(name, "a")', 'toString'],
  ['eq(constructor, "a")', 'constructor'],
  ['eq(name, "a', '"a'],
  ["eq(name, 'a\\')", "'a\\')"],
  ['eq(name, a)', 'a'],
  ['eq(name)', ')'],
  ['eq(name, "a"', ''],
  ['eq name', 'n'],
  ['', ''],
  ['and(', ''],
  ['and(eq(name,"a"),)', ')'],
  ['in(name, ["a" "b"])', '"'],
  ['in(name, ["a", ["b"]])', '["b"]'],
  ['gt(start_time, 5)', '5'],
  ['gt(start_time, "yesterday")', '"yesterday"'],
  ['gt(name, "a")', 'gt'],
  ['like(total_tokens, "1%")', 'like'],
  ['gt(total_tokens, "many")', '"many"'],
  ['gt(latency, "5 parsecs")', '"5 parsecs"'],
  ['eq(id, "zzz")', '"zzz"'],
  ['eq(is_root, 1)', '1'],
  ['has(metadata, "[1]")', '"[1]"'],
  ['has(metadata, "{")', '"{"'],
  [`has(metadata, '${'{"a":'.repeat(300)}1${'}'.repeat(300)}'`, ''],
  ['has(name, "x")', 'name'],
  ['exists(name, "x")', 'name'],
  ['search(name, "x")', 'n'],
  ['search("--")', 'search("--")'],
  ['eq(execution_order, 7)', 'eq'],
  ['gt(total_tokens, 1e999)', '1e999'],
  ['gt(metadata_value, "x")', '"x"'],
];

describe('parseLangsmithFilter', () => {
  for (const [text, meaning] of meanings) {
    it(text, () => assert.equal(printFilterText(parseLangsmithFilter(text)), meaning));
  }

  for (const [text, part] of refused.filter(([one]) => one !== '')) {
    it(`refuses ${text}`, () => {
      const { start, end } = problemOf(text);
      assert.equal(text.slice(start, end), part);
    });
  }

  it('refuses what is too deep, too long or too much, with the place', () => {
    const deep = problemOf(`${'and('.repeat(5000)}eq(name, "a")${')'.repeat(5000)}`);
    assert.equal(deep.start, 400);
    const ids = Array.from({ length: 100_000 }, () => '"00000001-0000-4000-8000-000000000000"');
    problemOf(`in(id, [${ids.join(',')}])`);
    const list = problemOf(`in(name, [${'"a",'.repeat(250)}"b"])`);
    assert.equal(list.start, 'in(name, ['.length + 250 * 4);
    const long = problemOf(`and(eq(name, "b"), eq(name, "${'a'.repeat(5000)}"))`);
    assert.equal(long.start, 'and(eq(name, "b"), eq(name, '.length);
    problemOf(`or(${Array.from({ length: 101 }, () => 'eq(name, "a")').join(',')})`);
    problemOf('"'.repeat(5001));
    problemOf('('.repeat(100_000));
    problemOf(`${'not('.repeat(6)}eq(is_root, true)${')'.repeat(6)}`.replaceAll('not(', 'not(or('));
  });

  it('ends with a filter or a FilterSyntaxError, whatever the text', () => {
    const piece = fc.constantFrom(
      'and(',
      'or(',
      'not(',
      'eq(',
      'in(',
      'has(',
      'search(',
      ')',
      ',',
      ' ',
      '[',
      ']',
      '"',
      "'",
      '\\',
      '"a"',
      'name',
      'metadata_key',
      'metadata.',
      'feedback_score',
      'tags',
      '1',
      '-',
      'null',
      'é',
      '{',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        try {
          parseLangsmithFilter(text);
        } catch (error) {
          assert.ok(error instanceof FilterSyntaxError, String(error));
          assert.ok(error.start >= 0 && error.start <= error.end && error.end <= text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function problemOf(text: string): FilterSyntaxError {
  try {
    parseLangsmithFilter(text);
  } catch (error) {
    assert.ok(error instanceof FilterSyntaxError, String(error));
    assert.ok(!error.message.includes('foo'));
    return error;
  }
  throw new assert.AssertionError({ message: `accepts ${text.slice(0, 80)}` });
}
