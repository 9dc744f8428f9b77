import type { IncomingMessage } from 'node:http';
import { AppError } from '@runlight/service';
import { limits } from '../limits.ts';
import type { ByteShare } from './byte-budget.ts';
import { decodeWhole, growsTooMuch, wholeBodyBytes } from './decode-whole.ts';
import { createDecoder, parseEncoding } from './decoder.ts';
import type { Decoder, Encoding } from './decoder.ts';

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
  const encoding = parseEncoding(request.headers['content-encoding']);
  requireAnnouncedSize(request, encoding ? limits.compressedBytes : limits.bodyBytes);
  const meter = createMeter(share);
  const deliver = (chunk: Buffer) => {
    meter.addBody(chunk.length);
    sink(chunk);
  };
  if (encoding) await readCompressed(request, encoding, meter, deliver);
  else for await (const chunk of chunksOf(request)) deliver(chunk);
  return meter.bodyBytes();
}

/** Waits for all of a small body and decodes it at once; a larger one is decoded as it arrives. */
async function readCompressed(
  request: IncomingMessage,
  encoding: Encoding,
  meter: Meter,
  deliver: (chunk: Buffer) => void,
): Promise<void> {
  const small: Buffer[] = [];
  let decoder: Decoder | undefined;
  try {
    for await (const chunk of chunksOf(request)) {
      const total = meter.addCompressed(chunk.length);
      if (decoder) await decoder.write(chunk);
      else small.push(chunk);
      if (decoder || total <= wholeBodyBytes) continue;
      decoder = createDecoder(encoding, deliver);
      for (const held of small.splice(0)) await decoder.write(held);
    }
    if (!decoder) {
      const body = small.length === 1 ? small[0]! : Buffer.concat(small);
      const whole = decodeWhole(encoding, body);
      if (whole) return deliver(whole);
      decoder = createDecoder(encoding, deliver);
      await decoder.write(body);
    }
    await decoder.finish();
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

type Meter = ReturnType<typeof createMeter>;

/** Counts what arrives, and what it becomes, against the limits of one request and of the process. */
function createMeter(share: ByteShare) {
  let compressed = 0;
  let body = 0;
  return {
    bodyBytes: () => body,
    addCompressed(bytes: number): number {
      compressed += bytes;
      if (compressed > limits.compressedBytes) throw tooLarge(limits.compressedBytes);
      return compressed;
    },
    addBody(bytes: number) {
      body += bytes;
      if (body > limits.bodyBytes) throw tooLarge(limits.bodyBytes);
      if (compressed > 0 && body > limits.ratioFreeBytes && body > compressed * limits.ratio) {
        throw growsTooMuch();
      }
      share.take(bytes);
    },
  };
}

/** Refuses by Content-Length, before a byte is read. */
function requireAnnouncedSize({ headers }: IncomingMessage, limit: number): void {
  const text = headers['content-length'];
  if (text !== undefined && Number(text) > limit) throw tooLarge(limit);
}

const tooLarge = (limit: number): AppError =>
  new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${limit} bytes`);
