import type { IncomingMessage } from 'node:http';
import { AppError, invalidInput } from '@runlight/service';
import { limits } from '../limits.ts';
import type { ByteShare } from './byte-budget.ts';
import { createDecoder } from './decoder.ts';

/** The sender went away; there is nobody left to answer. */
export class SenderGone extends Error {}

/**
 * Streams the body of a request, decompressed, into `sink`; resolves with its length after the last
 * byte. Throws when a limit is passed, `sink` throws, or the sender goes away: then the caller must
 * forget what it has received.
 */
export async function readBody(
  request: IncomingMessage,
  share: ByteShare,
  sink: (chunk: Buffer) => void,
): Promise<number> {
  const announced = announcedBytes(request);
  const meter = createMeter(share);
  const deliver = (chunk: Buffer) => {
    meter.addBody(chunk.length);
    sink(chunk);
  };
  const decoder = createDecoder(request.headers['content-encoding'], announced, deliver);
  const wireLimit = decoder ? limits.compressedBytes : limits.bodyBytes;
  if (announced !== undefined && announced > wireLimit) throw tooLarge(wireLimit);
  try {
    for await (const chunk of chunksOf(request)) {
      if (decoder) {
        meter.addCompressed(chunk.length);
        await decoder.write(chunk);
      } else deliver(chunk);
    }
    await decoder?.finish();
    return meter.bodyBytes();
  } finally {
    decoder?.destroy();
  }
}

/** The request as it arrives. It outlives an early end, because it still has to be answered. */
async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch {
    throw new SenderGone();
  }
}

function createMeter(share: ByteShare) {
  let compressed = 0;
  let body = 0;
  return {
    bodyBytes: () => body,
    addCompressed(bytes: number) {
      compressed += bytes;
      if (compressed > limits.compressedBytes) throw tooLarge(limits.compressedBytes);
    },
    addBody(bytes: number) {
      body += bytes;
      if (body > limits.bodyBytes) throw tooLarge(limits.bodyBytes);
      if (compressed > 0 && body > limits.ratioFreeBytes && body > compressed * limits.ratio) {
        throw new AppError(
          'PAYLOAD_TOO_LARGE',
          `The body grows more than ${limits.ratio} times when decompressed`,
        );
      }
      share.take(bytes);
    },
  };
}

/** Content-Length, which may be absent. */
function announcedBytes({ headers }: IncomingMessage): number | undefined {
  const text = headers['content-length'];
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw invalidInput('Content-Length is not a number');
  return Number(text);
}

const tooLarge = (limit: number): AppError =>
  new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${limit} bytes`);
