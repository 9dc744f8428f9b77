import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constants, createZstdCompress, zstdCompressSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { decodeWhole, zstdContentSize } from './decode-whole.ts';

const text = (bytes: number) => Buffer.from('prompt '.repeat(bytes / 7 + 1).slice(0, bytes));

test('finds what a zstd frame says that it holds, whatever the width of the field', () => {
  for (const bytes of [20, 255, 256, 257, 65_791, 65_792, 1_000_000]) {
    assert.equal(zstdContentSize(zstdCompressSync(text(bytes))), bytes, `${bytes} bytes`);
  }
});

test('a frame that says nothing has no content size', async () => {
  const stream = createZstdCompress();
  stream.end(text(1000));
  assert.equal(zstdContentSize(await buffer(stream)), undefined);
  assert.equal(zstdContentSize(Buffer.from('no zstd at all, but long enough')), undefined);
});

test('decodes bodies whose frame tells their length or nothing', async () => {
  const params = { [constants.ZSTD_c_checksumFlag]: 1 };
  for (const bytes of [1, 300, 70_000]) {
    const body = zstdCompressSync(text(bytes), { params });
    assert.deepEqual(decodeWhole('zstd', body), text(bytes), `${bytes} bytes`);
  }
  const stream = createZstdCompress();
  stream.end(text(100_000));
  assert.deepEqual(decodeWhole('zstd', await buffer(stream)), text(100_000));
});
