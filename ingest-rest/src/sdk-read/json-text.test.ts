import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { RawJson, printJson } from './json-text.ts';

test('values print as JSON.stringify prints them', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.equal(printJson(value), JSON.stringify(value));
    }),
  );
  assert.equal(printJson({ a: undefined, b: [undefined] }), '{"b":[null]}');
});

test('raw text keeps its digits', () => {
  const raw = new RawJson('{"n": 12345678901234567890}');
  assert.equal(
    printJson({ runs: [{ inputs: raw }] }),
    '{"runs":[{"inputs":{"n": 12345678901234567890}}]}',
  );
});
