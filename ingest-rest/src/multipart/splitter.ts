import { AppError, invalidInput } from '@runlight/service';
import { limits } from '../limits.ts';
import { parsePartHeaders, showName } from './part-headers.ts';
import type { PartHeaders } from './part-headers.ts';

export interface MultipartPart {
  name: string;
  contentType: string;
  /** A view on the bytes that were pushed; not copied unless the part came in several pieces. */
  bytes: Buffer;
}

export interface MultipartSplitter {
  /** Takes the next piece of the body. Throws AppError for what is not multipart. */
  push: (chunk: Buffer) => void;
  /** Throws when the closing boundary has not been seen. */
  end: () => void;
}

const crlf = 0x0d0a;
const dashes = 0x2d2d;
const blankLine = Buffer.from('\r\n\r\n');

type Phase = 'preamble' | 'delimiter' | 'headers' | 'body' | 'closed';

/**
 * Splits multipart/form-data on bytes, as they arrive. A length that a part announces spares the
 * search for its end, but is believed only when the boundary stands where it says.
 */
export function createMultipartSplitter({
  boundary,
  onPart,
}: {
  boundary: string;
  onPart: (part: MultipartPart) => void;
}): MultipartSplitter {
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  const firstBoundary = delimiter.subarray(2);
  const window = createWindow();
  let phase: Phase = 'preamble';
  let part: PartHeaders | undefined;
  let parts = 0;

  /** Finds the first boundary, which needs no line before it. */
  function readPreamble(): boolean {
    if (!window.holds(window.position() + firstBoundary.length)) return false;
    if (window.matches(firstBoundary, window.position())) {
      window.skipTo(window.position() + firstBoundary.length);
      phase = 'delimiter';
      return true;
    }
    const at = window.find(delimiter);
    if (at === -1) {
      if (window.length() > limits.preambleBytes) throw invalidInput('The body has no boundary');
      return false;
    }
    window.skipTo(at + delimiter.length);
    phase = 'delimiter';
    return true;
  }

  /** After a boundary: the end of the body, or the line end before the next part. */
  function readDelimiter(): boolean {
    if (window.length() < 2) return false;
    const next = window.uint16();
    // The line end stays: it is the first half of the blank line of a part without headers.
    if (next === crlf) phase = 'headers';
    else if (next === dashes) phase = 'closed';
    else throw invalidInput('A boundary is not followed by a line end');
    return true;
  }

  function readHeaders(): boolean {
    const at = window.find(blankLine);
    if ((at === -1 ? window.length() : at - window.position()) > limits.partHeaderBytes) {
      throw invalidInput('The headers of a part are too long');
    }
    if (at === -1) return false;
    parts += 1;
    if (parts > limits.parts) {
      throw new AppError('PAYLOAD_TOO_LARGE', `The body has more than ${limits.parts} parts`);
    }
    part = parsePartHeaders(window.latin1(Math.min(window.position() + 2, at), at));
    window.skipTo(at + blankLine.length);
    phase = 'body';
    return true;
  }

  function readBody(headers: PartHeaders): boolean {
    const end = headers.length === undefined ? searchEnd() : announcedEnd(headers, headers.length);
    if (end === -1) return false;
    onPart({
      name: headers.name,
      contentType: headers.contentType,
      bytes: window.view(window.position(), end),
    });
    window.skipTo(end + delimiter.length);
    phase = 'delimiter';
    return true;
  }

  function searchEnd(): number {
    for (;;) {
      const at = window.find(delimiter);
      // Two more bytes decide whether this is the boundary or text that begins like it.
      if (at === -1 || !window.holds(at + delimiter.length + 2)) return -1;
      const next = window.uint16(at + delimiter.length);
      if (next === crlf || next === dashes) return at;
      window.searchFrom(at + 1);
    }
  }

  function announcedEnd({ name }: PartHeaders, length: number): number {
    if (length > limits.bodyBytes) throw tooLong(name);
    const end = window.position() + length;
    if (!window.holds(end + delimiter.length + 2)) {
      window.expect(length + delimiter.length + 2);
      return -1;
    }
    const next = window.uint16(end + delimiter.length);
    if (!window.matches(delimiter, end) || (next !== crlf && next !== dashes)) {
      throw invalidInput(`The length of part ${showName(name)} is wrong`);
    }
    return end;
  }

  function step(): boolean {
    switch (phase) {
      case 'preamble':
        return readPreamble();
      case 'delimiter':
        return readDelimiter();
      case 'headers':
        return readHeaders();
      case 'body':
        return readBody(part!);
      case 'closed':
        return false;
      default:
        return phase satisfies never;
    }
  }

  return {
    push(chunk) {
      // Whatever follows the closing boundary is not part of the message.
      if (phase === 'closed') return;
      window.append(chunk);
      while (step());
    },
    end() {
      if (phase === 'closed') return;
      throw invalidInput(
        part
          ? `The body ends within or after part ${showName(part.name)}, without a closing boundary`
          : 'The body has no closing boundary',
      );
    },
  };
}

const tooLong = (name: string): AppError =>
  new AppError('PAYLOAD_TOO_LARGE', `Part ${showName(name)} is too large`);

/** The bytes that are not consumed yet, as one piece; positions are absolute within `bytes`. */
function createWindow() {
  let bytes: Buffer = Buffer.alloc(0);
  let start = 0;
  let end = 0;
  /** Where the next search begins: what came before was searched already. */
  let searched = 0;
  /** Unconsumed bytes that are needed before anything can happen; sizes the next copy. */
  let expected = 0;

  function grow(chunk: Buffer): void {
    const unread = end - start;
    const needed = unread + chunk.length;
    if (bytes.length - end < chunk.length) {
      // Twice as much as is held, so that a part in many pieces is copied a constant number of times.
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, expected, unread * 2));
      bytes.copy(larger, 0, start, end);
      bytes = larger;
      searched -= start;
      start = 0;
      end = unread;
    }
    chunk.copy(bytes, end);
    end += chunk.length;
  }

  return {
    append(chunk: Buffer): void {
      if (start === end) {
        bytes = chunk;
        start = 0;
        searched = 0;
        end = chunk.length;
      } else grow(chunk);
    },
    position: () => start,
    length: () => end - start,
    holds: (position: number) => position <= end,
    expect: (count: number) => (expected = count),
    skipTo: (position: number) => {
      start = position;
      searched = position;
      expected = 0;
    },
    searchFrom: (position: number) => (searched = position),
    /** Absolute position of the needle in what was not searched yet; -1 remembers how far it looked. */
    find(needle: Buffer): number {
      const from = Math.max(start, searched);
      // `bytes` may have room beyond the end, with whatever stood there before.
      const at = (end === bytes.length ? bytes : bytes.subarray(0, end)).indexOf(needle, from);
      searched = at === -1 ? Math.max(start, end - needle.length + 1) : at;
      return at;
    },
    matches: (expectedBytes: Buffer, position: number) =>
      bytes.compare(
        expectedBytes,
        0,
        expectedBytes.length,
        position,
        position + expectedBytes.length,
      ) === 0,
    uint16: (position = start) => bytes.readUInt16BE(position),
    latin1: (from: number, to: number) => bytes.toString('latin1', from, to),
    view: (from: number, to: number) => bytes.subarray(from, to),
  };
}
