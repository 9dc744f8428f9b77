import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { jsonEntries, maxEntryDepth } from './entries.ts';
import { escapedLike, isLike, likeLiterals } from './values.ts';

describe('the filter modules', () => {
  it('need nothing that a browser has not', () => {
    const seen = new Set<string>();
    const visit = (url: URL): void => {
      if (seen.has(url.href)) return;
      seen.add(url.href);
      const source = readFileSync(url, 'utf8');
      assert.doesNotMatch(source, /\b(?:Buffer|process)\./, url.pathname);
      for (const [, kind, specifier] of source.matchAll(
        /^(?:import|export) (type )?[^;]*?from '([^']+)'/gms,
      )) {
        if (kind) continue;
        assert.match(specifier!, /^\.{1,2}\//, url.pathname);
        visit(new URL(specifier!, url));
      }
    };
    visit(new URL('index.ts', import.meta.url));
    assert.ok(seen.size > 15);
  });
});

describe('jsonEntries', () => {
  it('gives values with their paths, places in lists left out', () => {
    assert.deepEqual(jsonEntries('{"a":[{"b":"x"},[1,null]],"c":{"d.e":true},"f":{},"":{"g":2}}'), [
      { key: 'a.b', value: 'x' },
      { key: 'a', value: '1' },
      { key: 'a', value: 'null' },
      { key: 'c.d.e', value: 'true' },
      { key: 'g', value: '2' },
    ]);
    assert.deepEqual(jsonEntries('{"cut":'), []);
    assert.deepEqual(jsonEntries('"text"'), [{ key: '', value: 'text' }]);
  });

  it('looks no deeper than the store does, and survives any depth', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    assert.equal(jsonEntries(nested(maxEntryDepth)).length, 1);
    assert.equal(jsonEntries(nested(maxEntryDepth + 1)).length, 0);
    assert.equal(jsonEntries(nested(100_000)).length, 0);
  });
});

describe('patterns of SQL', () => {
  const cases: [string, string, boolean][] = [
    ['', '', true],
    ['', '%', true],
    ['abc', 'a%', true],
    ['abc', '%b%', true],
    ['abc', '_b_', true],
    ['abc', '_b', false],
    ['a%c', String.raw`a\%c`, true],
    ['abc', String.raw`a\%c`, false],
    [String.raw`a\c`, String.raw`a\\c`, true],
    [String.raw`a\c`, String.raw`a\c`, true],
    ['a\nc', 'a_c', true],
    ['🙂', '_', true],
    ['aXbXc', '%X%X%X%', false],
  ];
  for (const [text, pattern, expected] of cases) {
    it(`${JSON.stringify(text)} ${expected ? 'is' : 'is not'} like ${pattern}`, () => {
      assert.equal(isLike(text, pattern), expected);
      assert.equal(isLike(text, escapedLike(pattern)), expected);
    });
  }

  it('take no longer than text times pattern', () => {
    assert.equal(isLike('a'.repeat(4000), `${'%a'.repeat(2000)}%b`), false);
  });

  it('have literal stretches', () => {
    assert.deepEqual(likeLiterals(String.raw`%some\% words_x`), ['', 'some% words', 'x']);
  });
});
