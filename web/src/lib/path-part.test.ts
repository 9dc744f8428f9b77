import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameInPath, pathPartOf } from './path-part.ts';

test('every name survives its address, and no escaped slash is in it', () => {
  for (const name of ['default', 'a/b', '100 %', '%2F', 'a%2Fb/c\\d', 'ü ?#&', '%25']) {
    const address = encodeURIComponent(pathPartOf(name));
    assert.doesNotMatch(address, /%2f|%5c/i);
    assert.equal(nameInPath(decodeURIComponent(address)), name);
  }
});
