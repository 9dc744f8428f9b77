import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { assert as check, base64String, constantFrom, property, string, tuple } from 'fast-check';
import { mediaText } from '@runlight/run-model';
import { findMedia } from './media-scan.ts';

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(4000)]);
const base64 = png.toString('base64');
const uri = `data:image/png;base64,${base64}`;

const find = (json: string | object) =>
  findMedia(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)));

describe('media in a payload', () => {
  test('is found in a data URI and bare, wherever it stands', () => {
    for (const value of [
      JSON.stringify(uri),
      [uri],
      { a: uri },
      { pre: 'x'.repeat(9000), a: [{ b: uri }], z: 1 },
    ]) {
      const [found, ...others] = find(value);
      assert.equal(others.length, 0);
      assert.equal(found?.mimeType, 'image/png');
      assert.equal(found.form, 'data-uri');
      assert.ok(found.bytes.equals(png));
    }
    const [bare] = find({ source: { data: base64 } });
    assert.equal(bare?.form, 'base64');
    assert.equal(bare.mimeType, 'image/png');
  });

  test('is found as often as it stands there, between text of any length', () => {
    for (let length = 0; length < 4200; length += 97) {
      const text = 'word and '.repeat(length).slice(0, length);
      const json = Buffer.from(JSON.stringify([text, uri, text, base64, { text, uri }]));
      const found = findMedia(json);
      assert.equal(found.length, 3, String(length));
      for (const { start, end, bytes, mimeType, form } of found) {
        const reference = { sha256: '', sizeBytes: bytes.length, mimeType, form };
        assert.equal(
          json.toString('latin1', start, end),
          mediaText(reference, bytes.toString('base64')),
        );
        assert.equal(json[start - 1], 0x22);
        assert.equal(json[end], 0x22);
      }
    }
  });

  test('of every type that is known by its beginning', () => {
    const heads: [string, string][] = [
      ['image/jpeg', '\xff\xd8\xff\xe0'],
      ['image/gif', 'GIF89a'],
      ['image/webp', 'RIFF....WEBPVP8 '],
      ['audio/wav', 'RIFF....WAVEfmt '],
      ['audio/mpeg', 'ID3\x04\x00'],
      ['audio/mpeg', '\xff\xfb\x90\x64'],
      ['audio/ogg', 'OggS\0'],
      ['audio/flac', 'fLaC'],
      ['video/mp4', '\0\0\0\x20ftypisom'],
      ['video/webm', '\x1aE\xdf\xa3....webm'],
      ['application/pdf', '%PDF-1.7'],
    ];
    for (const [mimeType, head] of heads) {
      const content = Buffer.concat([Buffer.from(head, 'latin1'), randomBytes(4000)]);
      assert.equal(find([content.toString('base64')])[0]?.mimeType, mimeType);
    }
  });

  test('of any type when a data URI names it', () => {
    const svg = Buffer.from(`<svg>${'x'.repeat(5000)}</svg>`).toString('base64');
    assert.equal(find([`data:image/svg+xml;base64,${svg}`])[0]?.mimeType, 'image/svg+xml');
  });

  test('of many megabytes', () => {
    const large = Buffer.concat([png, randomBytes((5 << 20) + 1)]);
    assert.ok(find([large.toString('base64')])[0]?.bytes.equals(large));
  });
});

describe('what is no media stays', () => {
  const others: [name: string, json: unknown][] = [
    ['a short one', [`data:image/png;base64,${base64.slice(0, 4000)}`]],
    ['base64 of no known type', [randomBytes(9000).fill(1).toString('base64')]],
    ['hexadecimal text', ['ab'.repeat(9000)]],
    ['one character', ['x'.repeat(100_000)]],
    ['a key', { [base64]: 1 }],
    ['a part of a longer text', [`![](${uri})`]],
    ['a text within JSON within a string', [JSON.stringify({ image: base64 })]],
    ['another alphabet', [`${base64.slice(0, -8)}_-__-___`]],
    ['padding that is missing', [Buffer.concat([png, png, Buffer.of(1)]).toString('base64').replace(/=+$/, '')]],
    ['bits beyond the end', [`data:image/png;base64,${'A'.repeat(5000)}AB==`]],
    ['line breaks', [base64.replaceAll(/(.{76})/g, '$1\n')]],
    ['parameters', [`data:image/png;charset=utf-8;base64,${base64}`]],
    ['a type that is none', [`data:image;base64,${base64}`]],
  ]; // prettier-ignore
  for (const [name, json] of others) {
    test(name, () => assert.deepEqual(find(json as object), []));
  }

  test('slashes that are escaped', () => {
    assert.deepEqual(find(`["${base64.replaceAll('/', '\\/')}"]`), []);
  });

  test('whatever the bytes are', () => {
    const piece = constantFrom('"', '\\', ':', ',', '[', '{', ' ', uri, base64, 'A'.repeat(5000));
    check(
      property(tuple(piece, piece, piece, piece, string(), base64String()), (pieces) => {
        for (const { start, end, bytes } of find(pieces.join(''))) {
          assert.ok(end - start >= 4096 && bytes.length > 0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
