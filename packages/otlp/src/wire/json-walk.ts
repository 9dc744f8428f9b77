import type { Range } from './protobuf.ts';

// Finds where the spans of a JSON body stand, without decoding it: a parser would hold the whole body
// as objects, and a stranger could send a hundred megabytes of brackets. What is found is parsed span
// by span.

const quote = 0x22;
const backslash = 0x5c;

/** Position after the string that opens at `start`; the end of the body if it never closes. */
function afterString(bytes: Buffer, start: number): number {
  for (let from = start + 1; ;) {
    const end = bytes.indexOf(quote, from);
    if (end === -1) return bytes.length;
    let slashes = 0;
    while (bytes[end - slashes - 1] === backslash && end - slashes - 1 > start) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    from = end + 1;
  }
}

function afterBlanks(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at]! <= 0x20) at += 1;
  return at;
}

export interface JsonExtent {
  /** -1 when the value is cut off. */
  end: number;
  depth: number;
  /** Values within, about. */
  size: number;
}

/** How far the value at `start` reaches. Does not check that it is valid. */
export function measureJson(bytes: Buffer, start: number, limit: number): JsonExtent {
  let open = 0;
  let depth = 0;
  let size = 1;
  for (let at = start; at < limit; at += 1) {
    const code = bytes[at]!;
    if (code === quote) {
      at = afterString(bytes, at) - 1;
      if (open === 0) return { end: at + 1, depth, size };
    } else if (code === 0x7b || code === 0x5b) {
      open += 1;
      size += 1;
      if (open > depth) depth = open;
    } else if (code === 0x7d || code === 0x5d) {
      if (open === 0) return { end: at, depth, size };
      open -= 1;
      if (open === 0) return { end: at + 1, depth, size };
    } else if (code === 0x2c) {
      if (open === 0) return { end: at, depth, size };
      size += 1;
    }
  }
  return { end: -1, depth, size };
}

/** A member of an object (with its key), or an element of an array. */
export interface JsonMember extends Range {
  key: string;
}

/** Walks the object or array in `range`; undefined at the end of a sound one, throws for others. */
export function* jsonMembers(bytes: Buffer, { start, end: limit }: Range): Generator<JsonMember> {
  let at = afterBlanks(bytes, start);
  const isObject = bytes[at] === 0x7b;
  if (!isObject && bytes[at] !== 0x5b) throw new SyntaxError('not an object or array');
  const close = isObject ? 0x7d : 0x5d;
  at = afterBlanks(bytes, at + 1);
  while (bytes[at] !== close) {
    let key = '';
    if (isObject) {
      if (bytes[at] !== quote) throw new SyntaxError('no key');
      const end = afterString(bytes, at);
      key = bytes.toString('latin1', at + 1, Math.min(end - 1, at + 64));
      at = afterBlanks(bytes, end);
      if (bytes[at] !== 0x3a) throw new SyntaxError('no colon');
      at = afterBlanks(bytes, at + 1);
    }
    const { end } = measureJson(bytes, at, limit);
    if (end === -1) throw new SyntaxError('cut off');
    yield { key, start: at, end };
    at = afterBlanks(bytes, end);
    if (bytes[at] === close) break;
    if (bytes[at] !== 0x2c) throw new SyntaxError('no comma');
    at = afterBlanks(bytes, at + 1);
  }
  if (afterBlanks(bytes, at + 1) < limit) throw new SyntaxError('something follows');
}
