import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAppError } from '@runlight/service';
import {
  array,
  assert as check,
  boolean,
  constantFrom,
  integer,
  property,
  record,
  uint8Array,
} from 'fast-check';
import { createMultipartSplitter } from './splitter.ts';

interface Part {
  name: string;
  bytes: Buffer;
}

/** How the SDKs write the headers of a part. */
type Style = 'js' | 'python' | 'bare';

function headers(name: string, length: number, style: Style): string {
  const disposition = `Content-Disposition: form-data; name="${name}"\r\n`;
  if (style === 'js') return `${disposition}Content-Type: application/json; length=${length}\r\n`;
  if (style === 'python') {
    return `${disposition}Content-Type: application/json\r\nContent-Length: ${length}\r\n`;
  }
  return disposition;
}

function encode(
  parts: Part[],
  boundary: string,
  style: (index: number) => Style = () => 'js',
): Buffer {
  const pieces = parts.flatMap(({ name, bytes }, index) => [
    Buffer.from(`--${boundary}\r\n${headers(name, bytes.length, style(index))}\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

function split(body: Buffer, boundary: string, cuts: number[] = []): Part[] {
  const parts: Part[] = [];
  const splitter = createMultipartSplitter({
    boundary,
    onPart: ({ name, bytes }) => parts.push({ name, bytes }),
  });
  let start = 0;
  for (const end of [...cuts.toSorted((a, b) => a - b), body.length]) {
    splitter.push(body.subarray(start, Math.max(start, end)));
    start = Math.max(start, end);
  }
  splitter.end();
  return parts;
}

const textOf = (parts: Part[]) => parts.map(({ name, bytes }) => [name, bytes.toString()]);
const boundary = '----LangSmithFormBoundaryabc';
const parts: Part[] = [
  { name: 'post.01900000-0000-7000-8000-000000000001', bytes: Buffer.from('{"id":1}') },
  { name: 'post.01900000-0000-7000-8000-000000000001.inputs', bytes: Buffer.from('{"a":"ü"}') },
  { name: 'attachment.x.photo', bytes: Buffer.from([0, 13, 10, 45, 45, 13, 10]) },
  { name: 'empty', bytes: Buffer.alloc(0) },
];

describe('multipart splitter', () => {
  for (const style of ['js', 'python', 'bare'] as const) {
    it(`reads what an SDK writes (${style}), cut anywhere`, () => {
      const body = encode(parts, boundary, () => style);
      for (let cut = 0; cut <= body.length; cut += 1) {
        assert.deepEqual(textOf(split(body, boundary, [cut])), textOf(parts));
      }
      assert.deepEqual(
        textOf(
          split(
            body,
            boundary,
            Array.from({ length: body.length }, (_, index) => index),
          ),
        ),
        textOf(parts),
      );
    });
  }

  it('reads any bytes in any chunking', () => {
    // Boundaries and contents out of few bytes, so that they look alike.
    const bytes = array(constantFrom(13, 10, 45, 97, 98), { maxLength: 60 });
    check(
      property(
        array(record({ bytes, style: constantFrom<Style>('js', 'python', 'bare') }), {
          maxLength: 6,
        }),
        constantFrom('a', 'ab', '--', 'a-b'),
        array(integer({ min: 0, max: 800 }), { maxLength: 20 }),
        (drawn, boundary, cuts) => {
          // Without a length the boundary must not be in the content.
          const usable = drawn.filter(
            ({ bytes, style }) =>
              style !== 'bare' ||
              !`\r\n${Buffer.from(bytes).toString()}\r\n`.includes(`\r\n--${boundary}`),
          );
          const wanted = usable.map(({ bytes }, index) => ({
            name: `p${index}`,
            bytes: Buffer.from(bytes),
          }));
          const body = encode(wanted, boundary, (index) => usable[index]!.style);
          assert.deepEqual(textOf(split(body, boundary, cuts)), textOf(wanted));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('copies a long part a constant number of times', () => {
    const long = [{ name: 'long', bytes: Buffer.alloc(8 << 20, 'x') }];
    for (const style of ['js', 'bare'] as const) {
      const body = encode(long, boundary, () => style);
      const cuts = Array.from({ length: body.length >> 14 }, (_, index) => index << 14);
      assert.equal(split(body, boundary, cuts)[0]?.bytes.length, 8 << 20);
    }
  });

  it('ignores what stands before the first and after the last boundary', () => {
    const body = Buffer.concat([
      Buffer.from('preamble\r\n'),
      encode(parts, boundary),
      Buffer.from('\r\nepilogue'),
    ]);
    assert.deepEqual(textOf(split(body, boundary)), textOf(parts));
  });

  it('takes text that begins like a boundary for text', () => {
    const body = Buffer.from(
      '--ab\r\nContent-Disposition: form-data; name=x\r\n\r\n1\r\n--abc\r\n2\r\n--ab--',
    );
    assert.deepEqual(textOf(split(body, 'ab')), [['x', '1\r\n--abc\r\n2']]);
  });

  const form = (headers: string, content = '{}', rest = '\r\n--b--\r\n') =>
    `--b\r\n${headers}\r\n\r\n${content}${rest}`;
  const named = 'Content-Disposition: form-data; name="p"';
  const bad: [name: string, body: string, code: string][] = [
    ['nothing', '', 'BAD_USER_INPUT'],
    ['no boundary', 'x'.repeat(5000), 'BAD_USER_INPUT'],
    ['another boundary', form(named).replaceAll('--b', '--c'), 'BAD_USER_INPUT'],
    ['no closing boundary', form(named, '{}', ''), 'BAD_USER_INPUT'],
    ['a cut closing boundary', form(named, '{}', '\r\n--b'), 'BAD_USER_INPUT'],
    ['no name', form('Content-Type: text/plain'), 'BAD_USER_INPUT'],
    ['no headers', '--b\r\n\r\n{}\r\n--b--', 'BAD_USER_INPUT'],
    ['a malformed header', form(`${named}\r\nnonsense`), 'BAD_USER_INPUT'],
    [
      'a length that is too small',
      form(`${named}\r\nContent-Type: application/json; length=1`),
      'BAD_USER_INPUT',
    ],
    [
      'a length that is too large',
      form(`${named}\r\nContent-Type: application/json; length=3`),
      'BAD_USER_INPUT',
    ],
    ['a negative length', form(`${named}\r\nContent-Length: -2`), 'BAD_USER_INPUT'],
    ['a length in hex', form(`${named}\r\nContent-Type: a/b; length=0x2`), 'BAD_USER_INPUT'],
    [
      'two lengths',
      form(`${named}\r\nContent-Type: a/b; length=2\r\nContent-Length: 3`),
      'BAD_USER_INPUT',
    ],
    ['an enormous length', form(`${named}\r\nContent-Length: 999999999`), 'PAYLOAD_TOO_LARGE'],
    ['a header of 64 KB', form(`${named}\r\nX: ${'x'.repeat(65_536)}`), 'BAD_USER_INPUT'],
    ['5000 headers', form(`${named}${'\r\nX: y'.repeat(5000)}`), 'BAD_USER_INPUT'],
    [
      'another charset',
      form(`${named}\r\nContent-Type: application/json; charset=utf-16`),
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['base64', form(`${named}\r\nContent-Transfer-Encoding: base64`), 'UNSUPPORTED_MEDIA_TYPE'],
    ['10 000 parts', form(named).replace('--b--\r\n', '').repeat(10_000), 'PAYLOAD_TOO_LARGE'],
  ];
  for (const [name, body, code] of bad) {
    it(`refuses ${name}`, () => {
      assert.throws(
        () => split(Buffer.from(body), 'b'),
        (error) => isAppError(error) && error.code === code,
      );
    });
  }

  it('throws nothing but AppError, whatever the bytes are', () => {
    const whole = encode(parts, 'b');
    check(
      property(
        uint8Array({ maxLength: 100 }),
        integer({ min: 0, max: whole.length }),
        integer({ min: 0, max: whole.length }),
        boolean(),
        (noise, from, to, isPrefixed) => {
          const body = Buffer.concat([
            whole.subarray(0, from),
            noise,
            whole.subarray(isPrefixed ? to : from),
          ]);
          try {
            split(body, 'b', [from, to]);
          } catch (error) {
            assert.ok(isAppError(error), String(error));
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
