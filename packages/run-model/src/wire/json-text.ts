import { isAscii, isUtf8 } from 'node:buffer';
import { maxJsonDepth, measureValue, skipBlanks } from './json-scan.ts';
import { readLargeJson, repairUtf8, replaceLoneSurrogatesIn } from './large-json.ts';
import { Refusal } from './refusal.ts';

/** JSON bytes from the wire, made storable, with a view on them that costs no decoding. */
export interface JsonText {
  /** Exactly as received, but for what a store or a reader of UTF-8 could not take. */
  bytes: Buffer;
  /** One character per byte: a copy in memory, not a decoding. Absent when the text is large. */
  latin: string | undefined;
  isAscii: boolean;
  /** Whether there may be a `\u` escape: without one no text holds a NUL. */
  hasEscapes: boolean;
}

/** Larger texts are checked on bytes and never become one string or value. */
export const maxParsedJsonBytes = 4 * 1024 * 1024;

/** Takes the byte order mark off, and replaces invalid UTF-8 and lone surrogates by U+FFFD. */
export function openJson(received: Buffer, warnings: string[]): JsonText {
  if (received.length > maxParsedJsonBytes) return openLargeJson(received, warnings);
  let bytes = withoutByteOrderMark(received);
  const ascii = isAscii(bytes);
  if (!ascii && !isUtf8(bytes)) {
    bytes = Buffer.from(bytes.toString('utf8'));
    warnings.push('invalid_utf8');
  }
  let latin = bytes.toString('latin1');
  const hasEscapes = hasUnicodeEscape(latin);
  if (hasEscapes && surrogateEscape.test(latin)) {
    const repaired = replaceLoneSurrogates(latin);
    if (repaired !== latin) {
      latin = repaired;
      bytes = Buffer.from(latin, 'latin1');
      warnings.push('lone_surrogate');
    }
  }
  return { bytes, latin, isAscii: ascii, hasEscapes };
}

function openLargeJson(received: Buffer, warnings: string[]): JsonText {
  const plain = withoutByteOrderMark(received);
  const bytes = repairUtf8(plain);
  if (bytes !== plain) warnings.push('invalid_utf8');
  if (replaceLoneSurrogatesIn(bytes)) warnings.push('lone_surrogate');
  return { bytes, latin: undefined, isAscii: false, hasEscapes: true };
}

export function withoutByteOrderMark(bytes: Buffer): Buffer {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}

// Character classes, although one character would do: they keep the engine from searching for the
// backslash alone, which is slow where every line break of a prompt is an escape.
const unicodeEscape = /\\[u][0-9a-fA-F]/g;
const surrogateEscape = /\\u[dD][89a-fA-F]/;
// A backslash that is itself escaped does not start an escape: `\\ud800` is plain text.
const escapes =
  /\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)/gs;

function hasUnicodeEscape(latin: string): boolean {
  const first = latin.indexOf('\\');
  if (first === -1) return false;
  unicodeEscape.lastIndex = first;
  return unicodeEscape.test(latin);
}

/** The replacement is as long as what it replaces, so that offsets stay true. */
function replaceLoneSurrogates(latin: string): string {
  // Six characters are a lone one; a pair has twelve, any other escape two.
  return latin.replace(escapes, (match) => (match.length === 6 ? '\\ufffd' : match));
}

/**
 * The value; of a large text an outline. `loose` text of strings may be UTF-8 bytes read as Latin-1: three times as fast on text
 * that is not ASCII, for callers that look at little of it and decode that with `decodeLoose`.
 */
export function parseJson(json: JsonText, mode: 'exact' | 'loose' = 'exact'): unknown {
  const { latin, bytes } = json;
  if (latin === undefined) return readLargeJson(bytes);
  try {
    return JSON.parse(isLoose(json, mode) ? latin : bytes.toString('utf8'));
  } catch {
    throw malformed();
  }
}

export const malformed = (): Refusal => new Refusal('malformed_json', 'it is not valid JSON');

/** Escapes above ASCII could not be told from bytes, so that such text is read exactly. */
const isLoose = (json: JsonText, mode: 'exact' | 'loose'): boolean =>
  json.isAscii || (mode === 'loose' && !json.hasEscapes);

/** Text of a string out of a loose value, at most `maxLength` characters of it. */
export function decodeLoose(json: JsonText, text: string, maxLength: number): string {
  if (json.isAscii || json.hasEscapes) return text;
  // A character is at most four bytes long.
  return Buffer.from(text.slice(0, 4 * maxLength), 'latin1').toString('utf8');
}

/** Refuses JSON that nests too deep, before anything recursive sees it. */
export function requireShallow({ bytes }: JsonText): void {
  // Each level takes two characters.
  if (bytes.length < 2 * maxJsonDepth) return;
  requireDepth(measureValue(bytes, skipBlanks(bytes, 0)).depth);
}

export function requireDepth(depth: number): void {
  if (depth > maxJsonDepth) {
    throw new Refusal('invalid', `it nests deeper than ${maxJsonDepth} levels`);
  }
}
