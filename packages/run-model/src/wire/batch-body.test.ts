import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assert as check, property, uint8Array } from 'fast-check';
import { splitBatchBody } from './batch-body.ts';

const split = (text: string) => splitBatchBody(Buffer.from(text), { maxOperations: 1000 });

describe('splitBatchBody', () => {
  it('finds the runs, byte for byte', () => {
    const body = split(' {"patch":[ {"id": 1.0} ],"other":{"post":[]},"post":[{"a":"]"},{}]} ');
    assert.ok('operations' in body);
    assert.deepEqual(
      body.operations.map(({ kind, part, main }) => [kind, part, main.toString()]),
      [
        ['update', 'patch[0]', '{"id": 1.0}'],
        ['create', 'post[0]', '{"a":"]"}'],
        ['create', 'post[1]', '{}'],
      ],
    );
  });

  it('takes empty and absent lists', () => {
    for (const text of ['{"post":[],"patch":[]}', '{"post":[]}', '{"patch":null}']) {
      assert.deepEqual(split(text), { operations: [] });
    }
  });

  const bad: [text: string, problem: 'malformed' | 'invalid'][] = [
    ['', 'malformed'],
    ['{"post":[', 'malformed'],
    ['{"post":[]} x', 'malformed'],
    ['nope', 'malformed'],
    ['null', 'invalid'],
    ['[]', 'invalid'],
    ['{}', 'invalid'],
    ['{"post":{}}', 'invalid'],
    ['{"post":[],"post":[]}', 'invalid'],
    ['['.repeat(100_000), 'invalid'],
  ];
  for (const [text, problem] of bad) {
    it(`says ${problem} of ${text.slice(0, 20) || 'nothing'}`, () => {
      const body = split(text);
      assert.equal('problem' in body && body.problem, problem);
    });
  }

  it('never throws', () => {
    check(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        splitBatchBody(Buffer.from(bytes), { maxOperations: 1000 });
      }),
      { numRuns: 2000 },
    );
  });
});
