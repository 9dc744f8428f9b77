import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as check, constantFrom, json, property } from 'fast-check';
import { isJson } from './json-check.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('says what JSON.parse says', () => {
  const texts = [
    '', ' ', '{}', '[]', '[ ]', '{ }', '[1,]', '{"a":1,}', '{"a"}', '{"a":}', '{,}', '[,]', '"', '"a', '"\\', '"\\u12"',
    '"\\u12g4"', '"\\x"', '"\\/"', '"\t"', '01', '-', '-0', '1.', '.5', '1e', '1e+', '1E-7', '+1', 'NaN', 'nul', 'nulll',
    'true', 'truefalse', '[1 2]', '{"a" 1}', '{1:2}', '[}', '{]', '[]]', '\ufeff{}', '1 ', ' [ {"a" : [ -1.5e3 ] } ] ',
  ]; // prettier-ignore
  for (const text of texts) assert.equal(isJson(Buffer.from(text)), parses(text), text);
});

test('says what JSON.parse says of texts made by chance', () => {
  const tokens = constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\n"',
    '"',
    '\\',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    ' ',
    'true',
    'null',
    'x',
    '\n',
    '"é漢🙂"',
    '"\\ud83d"',
  );
  const text = array(tokens, { maxLength: 12 }).map((list) => list.join(''));
  check(
    property(text, (made) => assert.equal(isJson(Buffer.from(made)), parses(made))),
    { numRuns: 5000 },
  );
  check(
    property(json(), (made) => assert.ok(isJson(Buffer.from(made)))),
    { numRuns: 1000 },
  );
});

test('I9: refuses what nests deeper than 256', () => {
  const nested = (depth: number) => Buffer.from('['.repeat(depth) + ']'.repeat(depth));
  assert.ok(isJson(nested(256)));
  assert.equal(isJson(nested(257)), false);
  assert.equal(isJson(nested(100_000)), false);
});
