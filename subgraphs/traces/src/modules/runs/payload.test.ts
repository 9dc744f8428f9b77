import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { errorText, parsePayload } from './payload.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('parsePayload', () => {
  it('gives any JSON value as it is', () => {
    assert.equal(parsePayload(undefined), null);
    fc.assert(
      fc.property(fc.json(), (json) => assert.deepEqual(parsePayload(json), JSON.parse(json))),
    );
  });

  it('refuses what nests too deeply, but not brackets in texts', () => {
    assert.ok(parsePayload(nested(512)));
    assert.throws(() => parsePayload(nested(513)), /deeper/);
    assert.throws(() => parsePayload(nested(1_000_000)), /deeper/);
    const text = JSON.stringify({ a: `\\"${'['.repeat(1000)}`, b: '\\' });
    assert.deepEqual(parsePayload(text), JSON.parse(text));
    assert.ok(parsePayload(`[${'[],'.repeat(1000)}[]]`));
  });

  it('never quotes what it cannot read', () => {
    assert.throws(
      () => parsePayload('secret'),
      (error: Error) => !error.message.includes('secret') && error.cause === undefined,
    );
  });
});

describe('errorText', () => {
  it('unwraps JSON text and keeps everything else', () => {
    assert.equal(errorText('"a\\nb"'), 'a\nb');
    assert.equal(errorText('{"a":1}'), '{"a":1}');
    assert.equal(errorText('plain'), 'plain');
  });
});
