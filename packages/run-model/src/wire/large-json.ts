import { isUtf8 } from 'node:buffer';
import { isJson } from './json-check.ts';
import { backslash, measureValue, quote, skipBlanks, visitMembers } from './json-scan.ts';
import { Refusal } from './refusal.ts';

// JSON texts of many megabytes: checked and looked at without becoming strings or objects as a whole,
// since `[{},{},…]` as objects takes twenty times its size.

/** Values up to this size appear in an outline as they are. */
const wholeBytes = 64 * 1024;
/** What an outline may take of a text in all. */
const outlineBytes = 2 * 1024 * 1024;
/** Usage stands at most this deep: `generations[][].message.kwargs.usage_metadata`. */
const outlineLevels = 8;
const firstElements = 500;
const lastElements = 50;
const stringBytes = 4096;

/**
 * An outline of the value: its small parts, the beginning of long texts, the first and last elements
 * of long lists. Throws Refusal for what is not JSON. Bytes are valid UTF-8.
 */
export function readLargeJson(bytes: Buffer): unknown {
  if (!isJson(bytes)) throw new Refusal('malformed_json', 'it is not valid JSON');
  const start = skipBlanks(bytes, 0);
  const { end } = measureValue(bytes, start);
  return outline(bytes, start, end, { levels: outlineLevels, budget: { bytes: outlineBytes } });
}

interface Depth {
  levels: number;
  /** Shared by the whole outline. */
  budget: { bytes: number };
}

/** Undefined for what has no room in the outline. */
function outline(bytes: Buffer, start: number, end: number, depth: Depth): unknown {
  const { levels, budget } = depth;
  const size = end - start;
  if (size <= wholeBytes) {
    if (size > budget.bytes) return undefined;
    budget.bytes -= size;
    return JSON.parse(bytes.toString('utf8', start, end)) as unknown;
  }
  if (bytes[start] === quote) return beginningOf(bytes, start);
  const inner = { levels: levels - 1, budget };
  if (levels === 0) return undefined;
  return bytes[start] === openBrace
    ? outlineObject(bytes, start, inner)
    : outlineList(bytes, start, inner);
}

const openBrace = 0x7b;

function outlineObject(bytes: Buffer, start: number, depth: Depth): Record<string, unknown> {
  const object = Object.create(null) as Record<string, unknown>;
  visitMembers(bytes, start, 'object', (member) => {
    const keySize = member.keyEnd - member.keyStart;
    if (keySize > stringBytes || keySize > depth.budget.bytes) return;
    depth.budget.bytes -= keySize;
    const key = JSON.parse(
      bytes.toString('utf8', member.keyStart - 1, member.keyEnd + 1),
    ) as string;
    const value = outline(bytes, member.start, member.end, depth);
    if (value !== undefined) object[key] = value;
  });
  return object;
}

function outlineList(bytes: Buffer, start: number, depth: Depth): unknown[] {
  const list: unknown[] = [];
  const last: { start: number; end: number }[] = [];
  let seen = 0;
  const add = (from: number, to: number) => {
    const value = outline(bytes, from, to, depth);
    if (value !== undefined) list.push(value);
  };
  visitMembers(bytes, start, 'array', (member) => {
    seen += 1;
    if (seen <= firstElements) add(member.start, member.end);
    else last[seen % lastElements] = { start: member.start, end: member.end };
  });
  for (const element of last.toSorted((a, b) => a.start - b.start)) add(element.start, element.end);
  return list;
}

/** The first characters of a string. */
function beginningOf(bytes: Buffer, start: number): string {
  const head = bytes.toString('latin1', start, start + stringBytes);
  // Neither an escape nor a character may be cut.
  const whole = /^"(?:[^"\\]|\\(?:u[0-9a-fA-F]{4}|[^u]))*/.exec(head)![0];
  return JSON.parse(`${Buffer.from(whole, 'latin1').toString('utf8')}"`) as string;
}

/** Invalid UTF-8 becomes U+FFFD, piece by piece. */
export function repairUtf8(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    const stream = at + pieceBytes < bytes.length;
    pieces.push(Buffer.from(decoder.decode(piece, { stream })));
  }
  return Buffer.concat(pieces);
}

const pieceBytes = 1024 * 1024;

/** Writes `\ufffd` over escapes of lone surrogates, in place; whether there was one. */
export function replaceLoneSurrogatesIn(bytes: Buffer): boolean {
  let found = false;
  let at = 0;
  for (;;) {
    // Escapes often stand close together, where a search for the next one costs more than a look.
    if (bytes[at] !== backslash) at = bytes.indexOf(backslash, at);
    if (at === -1 || at >= bytes.length) return found;
    const unit = unitAt(bytes, at);
    const isSurrogate = unit !== undefined && unit >= 0xd800 && unit <= 0xdfff;
    const low = isSurrogate && unit < 0xdc00 ? unitAt(bytes, at + 6) : undefined;
    if (low !== undefined && low >= 0xdc00 && low <= 0xdfff) at += 12;
    else if (isSurrogate) {
      bytes.set(replacement, at);
      found = true;
      at += replacement.length;
    } else at += 2;
  }
}

const replacement = Buffer.from('\\ufffd');

/** The UTF-16 unit that the escape at `at` stands for. On bytes: a text may have millions of them. */
function unitAt(bytes: Buffer, at: number): number | undefined {
  if (bytes[at] !== backslash || bytes[at + 1] !== letterU) return undefined;
  let unit = 0;
  for (let digit = at + 2; digit < at + 6; digit += 1) {
    const value = hexValue(bytes[digit]);
    if (value === undefined) return undefined;
    unit = unit * 16 + value;
  }
  return unit;
}

const letterU = 0x75;

function hexValue(code: number | undefined): number | undefined {
  if (code === undefined) return undefined;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  // Lower case: one bit tells the letters' cases apart.
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}
