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
const smallestChunk = 16 * 1024;

/**
 * The decompressed body; undefined when only a stream can decode it, because it has several frames.
 * Throws AppError for bombs and for what is not of this encoding.
 */
export function decodeWhole(encoding: 'gzip' | 'zstd', body: Buffer): Buffer | undefined {
  const maxOutputLength = Math.max(limits.ratioFreeBytes, body.length * limits.ratio);
  const chunkSize = Math.max(smallestChunk, body.length * expectedRatio);
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

export const growsTooMuch = (): AppError =>
  new AppError(
    'PAYLOAD_TOO_LARGE',
    `The body grows more than ${limits.ratio} times when decompressed`,
  );
