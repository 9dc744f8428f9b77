import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainSystemError } from './failure.ts';

const cases: [said: string, understood: RegExp | undefined][] = [
  ['FATAL: could not write lock file: No space left on device', /disk is full/],
  ["ENOSPC: no space left on device, mkdir '/x'", /disk is full/],
  [
    'postgres: error while loading shared libraries: libxml2.so.2: cannot open shared object file',
    /system library libxml2\.so\.2 is missing/,
  ],
  ["/lib/libc.so.6: version `GLIBC_2.38' not found", /C library .* too old/],
  ["EACCES: permission denied, mkdir '/x'", /may not be accessed/],
  ['something else', undefined],
];

for (const [said, understood] of cases) {
  test(`explains: ${said}`, () => {
    const explained = explainSystemError(said);
    if (understood === undefined) assert.equal(explained, undefined);
    else assert.match(explained ?? '', understood);
  });
}
