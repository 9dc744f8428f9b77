import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { parseProjectName } from './project-name.ts';

describe('project names', () => {
  const cases: [string, string, string | undefined][] = [
    ['trims', '  chat \n', 'chat'],
    ['refuses nothing but blanks', ' \t ', undefined],
    ['accepts 256 characters', 'x'.repeat(256), 'x'.repeat(256)],
    ['refuses 257 characters', 'x'.repeat(257), undefined],
    ['counts characters, not UTF-16 units', '🦜'.repeat(256), '🦜'.repeat(256)],
    ['refuses 257 of two units each', '🦜'.repeat(257), undefined],
    ['replaces NUL', 'a\0b', 'a\ufffdb'],
    ['replaces control characters', 'a\u001bb', 'a\ufffdb'],
    ['replaces a lone surrogate', 'a\ud800b', 'a\ufffdb'],
    ['leaves path-like names alone', '../a/b', '../a/b'],
    ['leaves prototype names alone', '__proto__', '__proto__'],
  ];
  for (const [behaviour, text, expected] of cases) {
    test(behaviour, () => assert.equal(parseProjectName(text), expected));
  }

  test('what it gives, it gives again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = parseProjectName(text);
        if (name !== undefined) assert.equal(parseProjectName(name), name);
      }),
    );
  });
});
