import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assert as check, dictionary, jsonValue, property, string, uint8Array } from 'fast-check';
import { measureValue, scanMembers, skipBlanks } from './json-scan.ts';

const membersOf = (text: string) => {
  const bytes = Buffer.from(text);
  const scanned = scanMembers(bytes, skipBlanks(bytes, 0), 'object');
  return scanned?.members.map(({ keyStart, keyEnd, start, end }) => [
    bytes.toString('utf8', keyStart, keyEnd),
    bytes.toString('utf8', start, end),
  ]);
};

describe('scanMembers', () => {
  it('finds values with quotes, brackets and backslashes in strings', () => {
    const long = 'x'.repeat(100);
    assert.deepEqual(
      membersOf(` { "a" : "}\\"]\\\\" , "b":[{"c":"${long}\\\\\\"${long}"}],"d":-1e5,"e":null } `),
      [
        ['a', '"}\\"]\\\\"'],
        ['b', `[{"c":"${long}\\\\\\"${long}"}]`],
        ['d', '-1e5'],
        ['e', 'null'],
      ],
    );
  });

  for (const text of [
    '',
    '[',
    '{',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":"',
    '{"a":1,}',
    '{,}',
    '{1:2}',
  ]) {
    it(`finds nothing in ${text}`, () => assert.equal(membersOf(text), undefined));
  }

  it('cuts every JSON object where JSON.parse would', () => {
    check(
      property(dictionary(string(), jsonValue()), (object) => {
        const members = membersOf(JSON.stringify(object));
        const again = members?.map(([key, value]) => `"${key}":${value}`).join(',');
        assert.deepEqual(JSON.parse(`{${again}}`), JSON.parse(JSON.stringify(object)));
      }),
      { numRuns: 1000 },
    );
  });

  it('ends on any bytes', () => {
    check(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        scanMembers(Buffer.from([0x7b, ...bytes]), 0, 'object');
        measureValue(Buffer.from(bytes), 0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('measureValue', () => {
  it('counts levels without going down into them', () => {
    const deep = Buffer.from('['.repeat(100_000) + ']'.repeat(100_000));
    assert.deepEqual(measureValue(deep, 0), { end: 200_000, depth: 100_000 });
  });
});
