import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffJson, isEqual, mostChanges } from './json-diff.ts';

const said = (before: unknown, after: unknown) =>
  diffJson(before, after).changes.map(({ kind, path }) => `${kind} ${path.join('.')}`);

const cases: [string, unknown, unknown, string[]][] = [
  ['equal values', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
  ['another order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  [
    'added, removed, changed',
    { a: 1, b: 2 },
    { a: 3, c: 4 },
    ['changed a', 'removed b', 'added c'],
  ],
  ['an entry in the middle of a list', [1, 2, 3], [1, 9, 2, 3], ['added 1']],
  ['an entry gone', [1, 2, 3], [2, 3], ['removed 0']],
  ['a list instead of an object', { a: [] }, { a: {} }, ['changed a']],
  ['null is a value', { a: null }, { a: 0 }, ['changed a']],
  ['deeper', { m: [{ c: 'x' }] }, { m: [{ c: 'y' }] }, ['changed m.0.c']],
  [
    'keys of Object.prototype',
    {},
    { constructor: 1, toString: 2 },
    ['added constructor', 'added toString'],
  ],
];

for (const [title, before, after, expected] of cases) {
  test(`tells ${title}`, () => assert.deepEqual(said(before, after), expected));
}

test('what arrives whole is told as added or removed', () => {
  assert.deepEqual(said(undefined, { a: 1 }), ['added ']);
  assert.deepEqual(said('x', undefined), ['removed ']);
});

test('says when there is more than it tells', () => {
  const list = (by: number) => Array.from({ length: 2000 }, (_, index) => index + by);
  const diff = diffJson(list(0), list(5000));
  assert.equal(diff.changes.length, mostChanges);
  assert.equal(diff.isCut, true);
});

test('depth is no limit', () => {
  const deep = (end: string) => {
    let value: unknown = end;
    for (let index = 0; index < 5000; index += 1) value = [value];
    return value;
  };
  assert.equal(isEqual(deep('a'), deep('a')), true);
  assert.equal(isEqual(deep('a'), deep('b')), false);
});
