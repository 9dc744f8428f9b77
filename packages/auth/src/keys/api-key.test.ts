import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { displayPrefix, generateApiKey, hashApiKey, isApiKey } from './api-key.ts';

describe('API keys', () => {
  test('a generated key is accepted, URL-safe and never the same twice', () => {
    const keys = Array.from({ length: 200 }, generateApiKey);
    for (const key of keys) {
      assert.match(key, /^rl_[0-9A-Za-z]{8}_[0-9A-Za-z]{49}$/);
      assert.ok(isApiKey(key));
    }
    assert.equal(new Set(keys).size, keys.length);
  });

  test('a mistyped key of ours is refused by its checksum', () => {
    fc.assert(
      fc.property(fc.nat(59), fc.constantFrom('0', 'a', 'Z'), (position, character) => {
        const key = generateApiKey();
        const at = position < 8 ? 3 + position : Math.min(12 + position - 8, key.length - 1);
        const mistyped = key.slice(0, at) + character + key.slice(at + 1);
        assert.equal(isApiKey(mistyped), mistyped === key);
      }),
    );
  });

  const preset: [string, boolean][] = [
    ['a'.repeat(15), false],
    ['a'.repeat(16), true],
    ['a'.repeat(128), true],
    ['a'.repeat(129), false],
    ['lsv2_pt_-.~0123456789', true],
    ['has a space in the middle', false],
    ['0123456789abcdef\n', false],
    ['0123456789abcdef/', false],
    ['0123456789abcdéf', false],
    ['', false],
  ];
  for (const [key, accepted] of preset) {
    test(`${accepted ? 'accepts' : 'refuses'} the preset key ${JSON.stringify(key).slice(0, 30)} of ${key.length}`, () => {
      assert.equal(isApiKey(key), accepted);
    });
  }

  test('the display prefix names a key without giving its secret', () => {
    const key = generateApiKey();
    assert.equal(displayPrefix(key), key.slice(0, 11));
    assert.equal(displayPrefix('0123456789abcdef'), '012345');
  });

  test('what is stored is the SHA-256', () => {
    assert.equal(
      hashApiKey('abc').toString('hex'),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
