import { isReferableMimeType } from '@runlight/run-model';
import type { MediaReference } from '@runlight/run-model';
import { sniffMediaType, sniffedBytes } from '@runlight/objects';

/** A base64 text of media: all that stands between the quotes of a string of JSON. */
export interface MediaText {
  /** Range of the string's content. */
  start: number;
  end: number;
  mimeType: string;
  form: MediaReference['form'];
  /** Decoded. */
  bytes: Buffer;
}

/** Shorter texts stay where they are. */
export const minMediaTextBytes = 4096;

// A text of base64 has no other character for its whole length: it is found by looking at a few bytes
// every now and then. Prose fails after the first word, so that a payload without media costs nothing.
const probeStep = minMediaTextBytes / 2;
const probeBytes = 48;

const quote = 0x22;
const backslash = 0x5c;

const isBase64 = new Uint8Array(256);
for (const code of Buffer.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
)) {
  isBase64[code] = 1;
}

/**
 * Media in JSON, in the order of their places. Only what can be written again to the very same text,
 * and only whole strings. The bytes need not be valid JSON: then what is found may be anything.
 */
export function findMedia(bytes: Buffer): MediaText[] {
  const found: MediaText[] = [];
  if (bytes.length < minMediaTextBytes) return found;
  for (let probe = probeStep; probe + probeBytes < bytes.length; probe += probeStep) {
    if (!isBase64Run(bytes, probe)) continue;
    const start = bytes.lastIndexOf(quote, probe) + 1;
    const end = bytes.indexOf(quote, probe);
    if (end === -1) break;
    const media = isWholeString(bytes, start, end) ? readMedia(bytes, start, end) : undefined;
    if (media) found.push(media);
    // The next probe is in the next string.
    probe = Math.max(probe, end - probeStep + 1);
  }
  return found;
}

function isBase64Run(bytes: Buffer, start: number): boolean {
  for (let at = start; at < start + probeBytes; at += 1) {
    if (isBase64[bytes[at]!] === 0) return false;
  }
  return true;
}

/** Whether the quotes around the range are those of a string that is a value; an escaped one is none. */
function isWholeString(bytes: Buffer, start: number, end: number): boolean {
  if (start === 0 || end - start < minMediaTextBytes || bytes[end - 1] === backslash) return false;
  let before = start - 2;
  while (isBlank(bytes[before])) before -= 1;
  // Nothing, a colon, a comma or a bracket stands before a value.
  if (before >= 0 && !':,['.includes(String.fromCharCode(bytes[before]!))) return false;
  let after = end + 1;
  while (isBlank(bytes[after])) after += 1;
  return after >= bytes.length || ',]}'.includes(String.fromCharCode(bytes[after]!));
}

const isBlank = (code: number | undefined): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const dataUri = /^data:([^;,]+);base64,/;
const longestHead = 160;

function readMedia(bytes: Buffer, start: number, end: number): MediaText | undefined {
  const head = bytes.toString('latin1', start, Math.min(end, start + longestHead));
  const written = dataUri.exec(head);
  if (written) {
    const mimeType = written[1]!;
    const decoded = isReferableMimeType(mimeType)
      ? decodeExactly(bytes, start + written[0].length, end)
      : undefined;
    return decoded && { start, end, mimeType, form: 'data-uri', bytes: decoded };
  }
  const sniffed = sniffMediaType(Buffer.from(head, 'base64').subarray(0, sniffedBytes));
  const decoded = sniffed && decodeExactly(bytes, start, end);
  return decoded && { start, end, mimeType: sniffed, form: 'base64', bytes: decoded };
}

/** Decoded in pieces, so that the text is never in memory once more as a whole. */
const pieceBytes = 1024 * 1024;

/** What the base64 text stands for; undefined when encoding that again gives another text. */
function decodeExactly(bytes: Buffer, start: number, end: number): Buffer | undefined {
  if ((end - start) % 4 !== 0) return undefined;
  const padding = Number(bytes[end - 1] === equals) + Number(bytes[end - 2] === equals);
  const decoded = Buffer.allocUnsafeSlow(((end - start) / 4) * 3 - padding);
  let size = 0;
  for (let at = start; at < end; at += pieceBytes) {
    const text = bytes.toString('latin1', at, Math.min(end, at + pieceBytes));
    const written = decoded.write(text, size, 'base64');
    if (decoded.toString('base64', size, size + written) !== text) return undefined;
    size += written;
  }
  return decoded;
}

const equals = 0x3d;
