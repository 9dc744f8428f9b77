import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findInJson,
  idsAbove,
  jsonRows,
  pathId,
  pathText,
  textLines,
  valueText,
} from './json-rows.ts';
import type { JsonExpansion, JsonPath, JsonRow } from './json-rows.ts';

const closed: JsonExpansion = { level: 0, toggled: new Map() };

function opened(...ids: string[]): JsonExpansion {
  return { level: 0, toggled: new Map(ids.map((id) => [id, true])) };
}

function line(row: JsonRow): string {
  const indent = '  '.repeat(row.depth);
  if (row.kind === 'range') return `${indent}${row.from}…${row.to - 1}`;
  if (row.kind === 'line') return `${indent}| ${row.text}`;
  return `${indent}${row.key === null ? '' : `${row.key}: `}${valueText(row.value)}`;
}

function hits(root: unknown, wanted: string): JsonPath[] {
  return [...findInJson(root, wanted)].flatMap((hit) => (hit ? [hit.path] : []));
}

test('only what is open has rows', () => {
  const value = { a: { b: [1, null] }, c: 'x', d: {}, e: [] };
  assert.deepEqual(jsonRows(value, closed).map(line), ['a: { 1 }', 'c: "x"', 'd: {}', 'e: []']);
  const open = opened(pathId(['a']), pathId(['a', 'b']));
  assert.deepEqual(jsonRows(value, open).map(line).slice(0, 4), [
    'a: { 1 }',
    '  b: [ 2 ]',
    '    0: 1',
    '    1: null',
  ]);
  assert.equal(jsonRows(value, { level: 9, toggled: new Map() }).length, 7);
});

test('a bare value is one row', () => {
  assert.deepEqual(jsonRows(12, closed).map(line), ['12']);
  assert.deepEqual(jsonRows('a\nb', closed).map(line), ['"a\\nb"', '  | a', '  | b']);
});

test('long lists open in ranges', () => {
  const list = Array.from({ length: 2500 }, (_, index) => index);
  assert.deepEqual(jsonRows(list, closed).map(line), ['0…999', '1000…1999', '2000…2499']);
  const ids = idsAbove({ list }, ['list', 1234]);
  const rows = jsonRows({ list }, opened(...ids));
  assert.ok(rows.some((row) => row.kind === 'value' && row.path.at(-1) === 1234));
  assert.equal(rows.length, 1 + 3 + 1000);
});

test('a 5 MB line and 100,000 newlines become rows, quickly', () => {
  const long = 'x'.repeat(5_000_000);
  assert.ok(valueText(long).length < 400);
  assert.equal(jsonRows({ long }, opened(pathId(['long']))).length, 1 + 31_250);
  assert.equal([...textLines('\n'.repeat(100_000))].length, 100_001);
  assert.deepEqual([...textLines('abcd\nef', 3)], ['abc', 'd', 'ef']);
  assert.deepEqual([...textLines('ab😀c', 3)], ['ab', '😀c']);
  assert.deepEqual([...textLines('')], ['']);
});

test('find looks at keys and values in reading order', () => {
  const value = { Name: 'x', list: ['y', { name: 'Z name' }], n: 120 };
  assert.deepEqual(hits(value, 'name'), [['Name'], ['list', 1, 'name']]);
  assert.deepEqual(hits(value, '12'), [['n']]);
  assert.deepEqual(hits('Some text', 'text'), [[]]);
});

test('1,000 levels deep is no problem', () => {
  let deep: unknown = 'end';
  for (let index = 0; index < 1000; index += 1) deep = [deep];
  assert.equal(jsonRows(deep, { level: 2000, toggled: new Map() }).length, 1000);
  assert.equal(hits(deep, 'end')[0]!.length, 1000);
});

test('paths are written as people write them', () => {
  assert.equal(pathText(['messages', 0, 'content']), 'messages[0].content');
  assert.equal(pathText(['a b', '0']), '["a b"]["0"]');
  assert.equal(pathText([]), '$');
});

test('bytes say how many they are', () => {
  const base64 = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 37) % 251)).toString(
    'base64',
  );
  assert.equal(valueText(base64), 'binary, 3 KB');
  assert.equal(valueText(`data:image/png;base64,${base64}`), 'image/png, 3 KB');
});
