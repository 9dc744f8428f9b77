import { AppError, invalidInput } from '@runlight/service';
import { limits } from '../limits.ts';
import { parsePartHeaders, parseUsualHeaders, showName } from './part-headers.ts';
import type { PartHeaders } from './part-headers.ts';
import { createByteWindow } from './window.ts';

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
/** Longer than the headers that SDKs write for a field of a run. */
const usualHeaderBytes = 192;

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
  const window = createByteWindow();
  let phase: Phase = 'preamble';
  let part: PartHeaders | undefined;
  let parts = 0;

  /** Finds the first boundary, which needs no line before it. */
  function readPreamble(): boolean {
    if (window.length() < firstBoundary.length) return false;
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
    const next = window.uint16(window.position());
    // The line end stays: it is the first half of the blank line of a part without headers.
    if (next === crlf) phase = 'headers';
    else if (next === dashes) phase = 'closed';
    else throw invalidInput('A boundary is not followed by a line end');
    return true;
  }

  function readHeaders(): boolean {
    const start = window.position();
    const usual = parseUsualHeaders(window.latin1(start + 2, start + 2 + usualHeaderBytes));
    if (usual) return beginBody(usual, start + 2 + usual.headerBytes);
    const at = window.find(blankLine);
    if ((at === -1 ? window.length() : at - start) > limits.partHeaderBytes) {
      throw invalidInput('The headers of a part are too long');
    }
    if (at === -1) return false;
    const block = window.latin1(Math.min(start + 2, at), at);
    return beginBody(parsePartHeaders(block), at + blankLine.length);
  }

  function beginBody(headers: PartHeaders, bodyAt: number): boolean {
    parts += 1;
    if (parts > limits.parts) {
      throw new AppError('PAYLOAD_TOO_LARGE', `The body has more than ${limits.parts} parts`);
    }
    part = headers;
    window.skipTo(bodyAt);
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

  const holds = (position: number) => position <= window.position() + window.length();

  function searchEnd(): number {
    for (;;) {
      const at = window.find(delimiter);
      // Two more bytes decide whether this is the boundary or text that begins like it.
      if (at === -1 || !holds(at + delimiter.length + 2)) return -1;
      const next = window.uint16(at + delimiter.length);
      if (next === crlf || next === dashes) return at;
      window.searchFrom(at + 1);
    }
  }

  function announcedEnd({ name }: PartHeaders, length: number): number {
    if (length > limits.bodyBytes) throw tooLong(name);
    const end = window.position() + length;
    if (!holds(end + delimiter.length + 2)) {
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
      do while (step());
      while (window.refill());
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
