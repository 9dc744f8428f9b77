import { constants, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { AppError } from '@runlight/service';
import { limits } from '../limits.ts';
import { translateDecoderError, zstdWindowLog } from './decoder.ts';

/**
 * Compressed bodies up to this size are decompressed in one call. That blocks the process for a
 * millisecond or two, but costs half the CPU of a stream: no trips through the thread pool, no fresh
 * memory on another thread. The ratio limit bounds the output to 25 MiB.
 */
export const wholeBodyBytes = 256 * 1024;

/** Text shrinks to about a quarter or less: one piece of this size is mostly enough. */
const expectedRatio = 8;
const believedRatio = 32;
const smallestChunk = 16 * 1024;

/**
 * The decompressed body; undefined when only a stream can decode it, because it has several frames.
 * Throws AppError for bombs and for what is not of this encoding.
 */
export function decodeWhole(encoding: 'gzip' | 'zstd', body: Buffer): Buffer | undefined {
  const maxOutputLength = Math.max(limits.ratioFreeBytes, body.length * limits.ratio);
  const chunkSize = chunkSizeFor(encoding, body);
  try {
    if (encoding === 'gzip') return gunzipSync(body, { chunkSize, maxOutputLength });
    const params = { [constants.ZSTD_d_windowLogMax]: zstdWindowLog };
    // `info` adds the engine, which knows how much of the input its one frame took.
    const { buffer, engine } = zstdDecompressSync(body, {
      chunkSize,
      maxOutputLength,
      params,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return engine.bytesWritten === body.length ? buffer : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw growsTooMuch();
    throw translateDecoderError(error as Error, encoding);
  }
}

/**
 * How much memory to take at once. Nearly all zstd frames announce what they hold; taking that much and
 * no more spares the garbage collector; what is announced beyond the usual is not believed.
 */
function chunkSizeFor(encoding: 'gzip' | 'zstd', body: Buffer): number {
  const announced = encoding === 'zstd' ? zstdContentSize(body) : undefined;
  // Output that fills its piece to the last byte would take another one.
  if (announced !== undefined && announced < body.length * believedRatio) return announced + 64;
  return Math.max(smallestChunk, body.length * expectedRatio);
}

/** The Frame_Content_Size of the first zstd frame (RFC 8878 §3.1.1), if it has one. */
export function zstdContentSize(body: Buffer): number | undefined {
  if (body.length < 18 || body.readUInt32LE(0) !== 0xfd2fb528) return undefined;
  const descriptor = body[4]!;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const at = 5 + (isSingleSegment ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!;
  switch (descriptor >> 6) {
    case 0:
      return isSingleSegment ? body[at] : undefined;
    case 1:
      return body.readUInt16LE(at) + 256;
    case 2:
      return body.readUInt32LE(at);
    default:
      return Number(body.readBigUInt64LE(at));
  }
}

export const growsTooMuch = (): AppError =>
  new AppError(
    'PAYLOAD_TOO_LARGE',
    `The body grows more than ${limits.ratio} times when decompressed`,
  );
