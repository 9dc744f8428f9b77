import { backslash, maxJsonDepth, quote } from './json-scan.ts';

// Checks JSON on bytes, for texts that are too large to be turned into strings and objects.

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const comma = 0x2c;
const minus = 0x2d;
const dot = 0x2e;
const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Whether the bytes are one JSON text, as JSON.parse would say, that nests at most 256 deep. */
export function isJson(bytes: Uint8Array): boolean {
  const closers: number[] = [];
  let at = afterBlanks(bytes, 0);
  for (;;) {
    // A value begins here.
    const opened = bytes[at];
    if (opened === openBrace || opened === openBracket) {
      if (closers.length === maxJsonDepth) return false;
      const closer = opened === openBrace ? closeBrace : closeBracket;
      at = afterBlanks(bytes, at + 1);
      if (bytes[at] !== closer) {
        closers.push(closer);
        if (closer === closeBrace) at = afterKey(bytes, at);
        if (at === -1) return false;
        continue;
      }
      at += 1;
    } else {
      at = afterScalar(bytes, at);
      if (at === -1) return false;
    }
    at = afterValue(bytes, at, closers);
    if (at < 0) return at === ended;
  }
}

const ended = -2;

/** Start of the next value; -1 for what may not follow a value, `ended` after the last one. */
function afterValue(bytes: Uint8Array, end: number, closers: number[]): number {
  let at = afterBlanks(bytes, end);
  for (;;) {
    const closer = closers.at(-1);
    if (closer === undefined) return at === bytes.length ? ended : -1;
    const code = bytes[at];
    if (code === comma) {
      at = afterBlanks(bytes, at + 1);
      return closer === closeBrace ? afterKey(bytes, at) : at;
    }
    if (code !== closer) return -1;
    closers.pop();
    at = afterBlanks(bytes, at + 1);
  }
}

function afterBlanks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (; ; at += 1) {
    const code = bytes[at];
    if (code !== blank && code !== lineFeed && code !== carriageReturn && code !== tab) return at;
  }
}

/** Start of the value that belongs to the key at `at`; -1 when there is none. */
function afterKey(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== quote) return -1;
  const end = afterString(bytes, at);
  if (end === -1) return -1;
  const colonAt = afterBlanks(bytes, end);
  return bytes[colonAt] === colon ? afterBlanks(bytes, colonAt + 1) : -1;
}

function afterScalar(bytes: Uint8Array, at: number): number {
  const code = bytes[at];
  if (code === quote) return afterString(bytes, at);
  if (code === minus || isDigit(code)) return afterNumber(bytes, at);
  for (const word of words) if (startsWith(bytes, at, word)) return at + word.length;
  return -1;
}

const words = ['true', 'false', 'null'].map((word) => Buffer.from(word));

function startsWith(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[at + index] !== word[index]) return false;
  }
  return true;
}

// What may follow a backslash, `u` aside: "\/bfnrt
const plainEscapes = new Set([0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74]);
const letterU = 0x75;

function afterString(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    const code = bytes[at]!;
    if (code === quote) return at + 1;
    if (code < blank) return -1;
    if (code !== backslash) continue;
    at += 1;
    const escaped = bytes[at];
    if (escaped === letterU) {
      for (let digit = 1; digit <= 4; digit += 1) if (!isHex(bytes[at + digit])) return -1;
      at += 4;
    } else if (escaped === undefined || !plainEscapes.has(escaped)) return -1;
  }
  return -1;
}

function afterNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === minus ? start + 1 : start;
  if (!isDigit(bytes[at])) return -1;
  at = bytes[at] === zero ? at + 1 : afterDigits(bytes, at);
  if (bytes[at] === dot) {
    if (!isDigit(bytes[at + 1])) return -1;
    at = afterDigits(bytes, at + 1);
  }
  if (bytes[at] !== 0x65 && bytes[at] !== 0x45) return at;
  at += bytes[at + 1] === minus || bytes[at + 1] === 0x2b ? 2 : 1;
  return isDigit(bytes[at]) ? afterDigits(bytes, at) : -1;
}

function afterDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at])) at += 1;
  return at;
}

const isDigit = (code: number | undefined): boolean =>
  code !== undefined && code >= zero && code <= nine;
const isHex = (code: number | undefined): boolean =>
  isDigit(code) || (code !== undefined && (code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
