import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { argumentsHash, decodeCursor, encodeCursor, pageSize } from './cursor.ts';

const key = fc.oneof(fc.string(), fc.maxSafeInteger());
const cursor = fc.record(
  { keys: fc.array(key, { maxLength: 4 }), asOfUs: fc.maxSafeNat() },
  { requiredKeys: ['keys'] },
);

describe('cursors', () => {
  test('decode to what they were made of', () => {
    fc.assert(
      fc.property(cursor, fc.string(), (value, argument) => {
        const hash = argumentsHash({ argument });
        assert.deepEqual(decodeCursor(encodeCursor(value, hash), hash), { ...value });
      }),
    );
  });

  test('belong to their arguments', () => {
    fc.assert(
      fc.property(cursor, fc.string(), fc.string(), (value, one, two) => {
        fc.pre(one !== two);
        const text = encodeCursor(value, argumentsHash({ search: one }));
        assert.throws(() => decodeCursor(text, argumentsHash({ search: two })), {
          code: 'BAD_CURSOR',
        });
      }),
    );
  });

  test('any other text is BAD_CURSOR', () => {
    const hash = argumentsHash({});
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
        assert.throws(() => decodeCursor(text, hash), { code: 'BAD_CURSOR' });
      }),
    );
  });

  const forged: [string, unknown][] = [
    ['null', null],
    ['a list', []],
    ['another version', { v: 2, k: [], q: 'h' }],
    ['no keys', { v: 1, q: 'h' }],
    ['keys of objects', { v: 1, k: [{}], q: 'h' }],
    ['keys of null', { v: 1, k: [null], q: 'h' }],
    ['a time that is text', { v: 1, k: [], q: 'h', a: '1' }],
    ['a time that is not whole', { v: 1, k: [], q: 'h', a: 1.5 }],
    ['a time beyond exact numbers', { v: 1, k: [], q: 'h', a: 2 ** 53 }],
    ['too much', { v: 1, k: ['x'.repeat(1024)], q: 'h' }],
  ];
  for (const [what, value] of forged) {
    test(`${what} is BAD_CURSOR`, () => {
      const text = Buffer.from(JSON.stringify(value)).toString('base64url');
      assert.throws(() => decodeCursor(text, 'h'), { code: 'BAD_CURSOR' });
    });
  }
});

describe('first', () => {
  test('defaults when absent', () => {
    assert.equal(pageSize(undefined), 25);
    assert.equal(pageSize(null), 25);
  });

  test('is taken within its bounds and refused outside', () => {
    assert.equal(pageSize(1), 1);
    assert.equal(pageSize(100), 100);
    for (const first of [0, -1, 101]) {
      assert.throws(() => pageSize(first), { code: 'BAD_USER_INPUT' });
    }
  });
});
