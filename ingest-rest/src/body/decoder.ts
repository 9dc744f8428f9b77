import { once } from 'node:events';
import { constants, createGunzip, createZstdDecompress } from 'node:zlib';
import type { Gunzip, ZstdDecompress } from 'node:zlib';
import { AppError, invalidInput, isAppError } from '@runlight/service';

/** Undoes a Content-Encoding, piece by piece. */
export interface Decoder {
  /** Resolves when the piece is worked off, which may be before its last output is delivered. */
  write: (chunk: Buffer) => Promise<void>;
  /** Resolves when all output is delivered; throws when the body is cut off. */
  finish: () => Promise<void>;
  destroy: () => void;
}

type Stream = Gunzip | ZstdDecompress;

/** Output comes in pieces of this size, each of which costs a trip through the thread pool. */
const chunkSize = 256 * 1024;
/** 8 MiB: more would let a sender choose how much memory we use. */
export const zstdWindowLog = 23;
/** Frames that one body may consist of; senders write one. */
const maxFrames = 64;

export type Encoding = 'gzip' | 'zstd';

/** The encoding of a body, or undefined when there is none. */
export function parseEncoding(contentEncoding: string | undefined): Encoding | undefined {
  switch (contentEncoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return 'gzip';
    case 'zstd':
      return 'zstd';
    default:
      throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Content-Encoding must be zstd or gzip');
  }
}

/** Decodes a body that is large or has several frames. Errors are AppErrors, or `deliver`'s. */
export function createDecoder(encoding: Encoding, deliver: (chunk: Buffer) => void): Decoder {
  if (encoding === 'gzip') {
    return createFrameDecoder('gzip', () => createGunzip({ chunkSize }), deliver);
  }
  const params = { [constants.ZSTD_d_windowLogMax]: zstdWindowLog };
  return createFrameDecoder('zstd', () => createZstdDecompress({ chunkSize, params }), deliver);
}

/** Node's zstd stream stops after one frame; what follows takes a stream of its own. */
function createFrameDecoder(
  encoding: string,
  open: () => Stream,
  deliver: (chunk: Buffer) => void,
): Decoder {
  let frames = 0;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  let stream = openFrame();

  function openFrame(): Stream {
    frames += 1;
    if (frames > maxFrames) throw invalidInput(`The body has more than ${maxFrames} frames`);
    const opened = open();
    opened.on('data', (chunk: Buffer) => {
      if (failure) return;
      try {
        deliver(chunk);
      } catch (error) {
        failure = error as Error;
        opened.destroy(failure);
      }
    });
    opened.on('error', (error) => (failure ??= translateDecoderError(error, encoding)));
    opened.on('close', () => wake?.());
    return opened;
  }

  async function write(chunk: Buffer): Promise<void> {
    if (stream.readableEnded) stream = openFrame();
    const before = stream.bytesWritten;
    await settled((done) => stream.write(chunk, done));
    const used = stream.bytesWritten - before;
    if (used === chunk.length) return;
    // The frame ended within the piece.
    await ended();
    await write(chunk.subarray(used));
  }

  /** Waits for `work`, and throws what went wrong in the stream meanwhile. */
  async function settled(work: (done: () => void) => void): Promise<void> {
    await new Promise<void>((resolve) => {
      // A stream that fails is closed without a word to those who write to it.
      wake = resolve;
      work(resolve);
    });
    if (failure) throw failure;
  }

  async function ended(): Promise<void> {
    if (!stream.readableEnded && !failure) await once(stream, 'end').catch(() => undefined);
    if (failure) throw failure;
  }

  return {
    write,
    finish: async () => {
      if (!stream.writableEnded) stream.end();
      await ended();
    },
    destroy: () => void stream.destroy(),
  };
}

export function translateDecoderError(error: NodeJS.ErrnoException, encoding: string): AppError {
  if (isAppError(error)) return error;
  if (error.code === 'ZSTD_error_frameParameter_windowTooLarge') {
    return new AppError('PAYLOAD_TOO_LARGE', 'The window of the zstd body is larger than 8 MiB', {
      cause: error,
    });
  }
  return invalidInput(`The body is not valid ${encoding}`);
}
