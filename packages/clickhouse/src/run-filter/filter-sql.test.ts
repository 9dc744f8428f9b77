import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render, sql } from '../sql.ts';
import type { PartTest, RecordKind, RunFilter } from '@runlight/run-model';
import { compileFilter } from './filter-sql.ts';

const scope = { workspace: sql`tenant`, rows: sql`scope` };
const record = (of: RecordKind, ...tests: PartTest[]): RunFilter => ({ kind: 'record', of, tests });
const key = (wanted: string): PartTest => ({
  part: 'key',
  text: { operator: 'eq', value: wanted },
});
const value = (wanted: string): PartTest => ({
  part: 'value',
  text: { operator: 'eq', value: wanted },
});

describe('compileFilter', () => {
  const cases: [string, RunFilter, string, unknown[]][] = [
    ['and of nothing', { kind: 'and', filters: [] }, 'true', []],
    ['or of nothing', { kind: 'or', filters: [] }, 'false', []],
    ['isRoot', { kind: 'isRoot', value: true }, '(is_root = {p1:Bool})', [true]],
    [
      'equal text',
      { kind: 'text', field: 'threadId', operator: 'eq', value: "it's" },
      '(thread_id = {p1:String})',
      ["it's"],
    ],
    [
      'one of several texts',
      { kind: 'text', field: 'runType', operator: 'in', values: ['llm', 'tool'] },
      'has({p1:Array(String)}, run_type)',
      [['llm', 'tool']],
    ],
    [
      'a part of a text',
      { kind: 'text', field: 'name', operator: 'contains', value: 'GRÜ' },
      '(position(lowerUTF8(name), {p1:String}) > 0)',
      ['grü'],
    ],
    ['present text', { kind: 'text', field: 'error', operator: 'exists' }, `(error != '')`, []],
    [
      'a tag, for the text index',
      { kind: 'text', field: 'tag', operator: 'eq', value: 'prod' },
      'has(tags, {p1:String})',
      ['prod'],
    ],
    [
      'any of several tags, for the text index',
      { kind: 'text', field: 'tag', operator: 'in', values: ['a', 'b'] },
      'hasAny(tags, {p1:Array(String)})',
      [['a', 'b']],
    ],
    ['no tag', { kind: 'text', field: 'tag', operator: 'in', values: [] }, 'false', []],
    [
      'a part of a tag',
      { kind: 'text', field: 'tag', operator: 'contains', value: 'X' },
      'arrayExists(tag -> (position(lowerUTF8(tag), {p1:String}) > 0), tags)',
      ['x'],
    ],
    [
      'any tag',
      { kind: 'text', field: 'tag', operator: 'exists' },
      `arrayExists(tag -> (tag != ''), tags)`,
      [],
    ],
    [
      'a number that may be absent',
      { kind: 'number', field: 'totalTokens', operator: 'lte', value: 9.5 },
      '(has_usage = 1 AND toFloat64(total_tokens) <= {p1:Float64})',
      [9.5],
    ],
    [
      'latency of ended runs',
      { kind: 'number', field: 'latencyMs', operator: 'gt', value: 1000 },
      '(toUnixTimestamp64Micro(end_time) > 0 AND end_time >= start_time AND (toUnixTimestamp64Micro(end_time) - toUnixTimestamp64Micro(start_time)) / 1000 > {p1:Float64})',
      [1000],
    ],
    [
      'a metadata key',
      record('metadata', key('user')),
      '(mapContains(metadata, {p1:String}))',
      ['user'],
    ],
    [
      'a metadata value, in the expression of the text index',
      record('metadata', key('user'), value('7')),
      `(has(arrayMap((k, v) -> concat(k, '=', v), mapKeys(metadata), mapValues(metadata)), {p1:String}) AND mapContains(metadata, {p2:String}) AND ((metadata[{p3:String}] = {p4:String})))`,
      ['user=7', 'user', 'user', '7'],
    ],
    [
      'words',
      { kind: 'search', text: 'Hello hello W-1' },
      `((project_id, trace_start, trace_id, id) IN (
    SELECT project_id, trace_start, trace_id, id FROM run_payloads FINAL
    WHERE scope AND field IN ('inputs', 'outputs', 'error') AND hasAnyTokens(content, {p1:Array(String)}) AND hasAnyTokens(content, {p2:Array(String)}) AND hasAnyTokens(content, {p3:Array(String)}) AND hasAllTokens(lower(replaceRegexpAll(content, {p4:String}, ' ')), {p5:Array(String)})))`,
      [
        ['hello', 'nhello', 'rhello', 'thello', 'bhello', 'fhello'],
        ['w', 'nw', 'rw', 'tw', 'bw', 'fw'],
        ['1', 'n1', 'r1', 't1', 'b1', 'f1'],
        String.raw`\\[nrtbf]`,
        ['hello', 'w', '1'],
      ],
    ],
    [
      'trees',
      {
        kind: 'or',
        filters: [
          { kind: 'not', filter: { kind: 'isRoot', value: true } },
          {
            kind: 'and',
            filters: [
              { kind: 'isRoot', value: false },
              { kind: 'text', field: 'model', operator: 'exists' },
            ],
          },
        ],
      },
      `(NOT (is_root = {p1:Bool}) OR ((is_root = {p2:Bool}) AND (model != '')))`,
      [true, false],
    ],
  ];
  for (const [name, filter, text, parameters] of cases) {
    it(name, () => {
      const rendered = render(compileFilter(filter, scope));
      assert.equal(rendered.text, text);
      assert.deepEqual(Object.values(rendered.parameters), parameters);
    });
  }

  it('binds every value, whatever it says', () => {
    const hostile = `'; DROP TABLE runs --`;
    const { text } = render(
      compileFilter(
        {
          kind: 'and',
          filters: [
            { kind: 'text', field: 'name', operator: 'eq', value: hostile },
            { kind: 'text', field: 'tag', operator: 'in', values: [hostile] },
            record('metadata', key(hostile), value(hostile)),
            record('inputs', key(hostile), value(hostile)),
            record('feedback', key(hostile)),
            { kind: 'search', text: hostile },
          ],
        },
        scope,
      ),
    );
    assert.doesNotMatch(text, /DROP/i);
  });
});
