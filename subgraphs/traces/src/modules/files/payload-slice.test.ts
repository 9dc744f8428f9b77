import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { betweenCharacters } from './payload-slice.ts';

/** Walks a text in parts of `length` bytes, as a client does. */
function parts(text: string, length: number, startByte = 0): string[] {
  const whole = Buffer.from(text);
  const found: string[] = [];
  for (let start = startByte; start < whole.length;) {
    // What a store gives: three bytes more than asked for.
    const bytes = whole.subarray(start, start + length + 3);
    const { from, to } = betweenCharacters(bytes, length);
    assert.ok(to > from || from === bytes.length, 'the walk moves on');
    found.push(bytes.toString('utf8', from, to));
    start += to;
  }
  return found;
}

describe('betweenCharacters', () => {
  it('gives parts that are whole characters and together the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (text, length) => {
          const found = parts(text, length);
          assert.equal(found.join(''), text);
          for (const part of found) {
            const size = Buffer.byteLength(part);
            assert.ok(size <= length || Array.from(part).length === 1);
          }
        },
      ),
    );
  });

  it('begins at the next character when asked to begin within one', () => {
    for (const [start, expected] of [
      [0, 'a🦊b'],
      [1, '🦊b'],
      [2, 'b'],
      [3, 'b'],
      [4, 'b'],
      [5, 'b'],
      [6, ''],
    ] as const) {
      assert.equal(parts('a🦊b', 100, start).join(''), expected);
    }
  });

  it('moves on in bytes that are no text', () => {
    const bytes = Buffer.alloc(20, 0x80);
    for (let at = 0, rounds = 0; at < bytes.length; rounds += 1) {
      const { to } = betweenCharacters(bytes.subarray(at, at + 5), 2);
      assert.ok(to > 0 && rounds < 20);
      at += to;
    }
  });
});
