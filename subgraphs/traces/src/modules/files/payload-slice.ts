import { invalidInput, notFound } from '@runlight/service';
import type { PayloadField, RunKey } from '@runlight/run-model';
import type { Reads } from '../runs/reads.ts';

/** Bytes of a text, between characters. */
export interface Slice {
  text: string;
  startByte: number;
  endByte: number;
  sizeBytes: number;
}

const maxLengthBytes = 1024 * 1024;
/** A character has at most so many bytes behind its first. */
const maxContinuation = 3;

/**
 * A part of a payload's text; undefined when it never arrived. Reads no more than that of what lies in the object store.
 * Throws BAD_USER_INPUT beyond the limits, NOT_FOUND when the file has gone.
 */
export async function readSlice(
  reads: Reads,
  run: RunKey,
  field: PayloadField,
  { startByte, lengthBytes }: { startByte: number; lengthBytes: number },
): Promise<Slice | undefined> {
  if (startByte < 0) throw invalidInput('startByte is at least 0');
  if (lengthBytes < 1 || lengthBytes > maxLengthBytes) {
    throw invalidInput(`lengthBytes is 1 to ${maxLengthBytes}`);
  }
  const range = { start: startByte, end: startByte + lengthBytes + maxContinuation };
  const part = await reads.runs.payloadPart({ run, field }, range);
  if (!part) return undefined;
  const { sizeBytes, blobKey } = part;
  const bytes = blobKey === undefined ? part.bytes : await reads.files.readRange(blobKey, range);
  if (!bytes) throw notFound('Payload');
  const { from, to } = betweenCharacters(bytes, lengthBytes);
  const start = Math.min(startByte, sizeBytes);
  return {
    text: bytes.toString('utf8', from, to),
    startByte: start + from,
    endByte: start + to,
    sizeBytes,
  };
}

/**
 * The part of `bytes` that is whole characters: from the first that begins in it, `length` bytes or less; at least one
 * character when there is one.
 */
export function betweenCharacters(bytes: Uint8Array, length: number): { from: number; to: number } {
  const nextStart = (at: number) => {
    let next = at;
    while (next < bytes.length && next - at < maxContinuation && isContinuation(bytes[next]!)) {
      next += 1;
    }
    return next;
  };
  const from = nextStart(0);
  const end = Math.min(length, bytes.length);
  let to = end;
  while (
    to > from &&
    end - to < maxContinuation &&
    to < bytes.length &&
    isContinuation(bytes[to]!)
  ) {
    to -= 1;
  }
  if (to > from) return { from, to };
  return { from, to: from < bytes.length ? nextStart(from + 1) : from };
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
