// Finds the extent of JSON values in bytes, without decoding them. Nothing here validates: JSON.parse
// does, on what was found. On bytes that are not JSON every function ends and answers `undefined`, -1
// or a wrong extent, never throws.

/** Deeper JSON is refused before it is parsed. */
export const maxJsonDepth = 256;

export const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
export const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Strings up to this length are walked; longer ones are searched by native code. */
const shortString = 64;

/** Position after the closing quote of the string that opens at `start`; -1 if it never closes. */
function skipString(bytes: Buffer, start: number): number {
  let at = start + 1;
  const walkEnd = Math.min(bytes.length, start + shortString);
  while (at < walkEnd) {
    const code = bytes[at];
    if (code === quote) return at + 1;
    at += code === backslash ? 2 : 1;
  }
  // From here no escape has begun: a jump may have gone beyond `walkEnd`, but never into one.
  for (let from = at; ;) {
    const end = bytes.indexOf(quote, from);
    if (end === -1) return -1;
    let slashes = 0;
    while (end - slashes > at && bytes[end - slashes - 1] === backslash) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    from = end + 1;
  }
}

export function skipBlanks(bytes: Buffer, start: number): number {
  let at = start;
  for (; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return at;
}

function skipScalar(bytes: Buffer, start: number): number {
  let at = start;
  for (; at < bytes.length; at += 1) {
    const code = bytes[at]!;
    if (code === comma || code === closeBrace || code === closeBracket || code <= 0x20) break;
  }
  return at;
}

/** End of a value and how deep it nests; `end` is -1 when it is cut off. */
export interface ValueExtent {
  end: number;
  depth: number;
}

/** The value at `start`, which is not blank. */
export function measureValue(bytes: Buffer, start: number): ValueExtent {
  const first = bytes[start];
  if (first === quote) return { end: skipString(bytes, start), depth: 0 };
  if (first !== openBrace && first !== openBracket) {
    const end = skipScalar(bytes, start);
    return { end: end > start ? end : -1, depth: 0 };
  }
  let open = 0;
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === quote) {
      at = skipString(bytes, at) - 1;
      if (at < 0) break;
    } else if (code === openBrace || code === openBracket) {
      open += 1;
      if (open > depth) depth = open;
    } else if (code === closeBrace || code === closeBracket) {
      open -= 1;
      if (open === 0) return { end: at + 1, depth };
    }
  }
  return { end: -1, depth };
}

/** A member of an object or an element of an array, as a range of the bytes. */
export interface Member {
  /** The key between its quotes, escapes included; an empty range for elements. */
  keyStart: number;
  keyEnd: number;
  start: number;
  end: number;
  depth: number;
}

/** No list of members becomes longer: a member takes a hundred bytes, and in the text perhaps two. */
export const maxMembers = 100_000;

/** What `scanMembers` found; `isCut` when there are more members than it was to look for. */
export interface ScannedMembers {
  members: Member[];
  end: number;
  isCut: boolean;
}

/** The members of the object, or elements of the array, at `start`; undefined for anything else. */
export function scanMembers(
  bytes: Buffer,
  start: number,
  kind: 'object' | 'array',
  limit = maxMembers,
): ScannedMembers | undefined {
  const members: Member[] = [];
  let isCut = false;
  const end = visitMembers(bytes, start, kind, (member) => {
    if (members.length < limit) members.push(member);
    else isCut = true;
  });
  return end === -1 ? undefined : { members, end, isCut };
}

/** Visits each member of the object or array at `start`. Returns its end; -1 for anything else. */
export function visitMembers(
  bytes: Buffer,
  start: number,
  kind: 'object' | 'array',
  visit: (member: Member) => void,
): number {
  const isObject = kind === 'object';
  const close = isObject ? closeBrace : closeBracket;
  if (bytes[start] !== (isObject ? openBrace : openBracket)) return -1;
  let at = skipBlanks(bytes, start + 1);
  if (bytes[at] === close) return at + 1;
  for (;;) {
    const keyStart = at + 1;
    let keyEnd = keyStart;
    if (isObject) {
      if (bytes[at] !== quote) return -1;
      keyEnd = skipString(bytes, at) - 1;
      if (keyEnd < 0) return -1;
      at = skipBlanks(bytes, keyEnd + 1);
      if (bytes[at] !== colon) return -1;
      at = skipBlanks(bytes, at + 1);
    }
    const { end, depth } = measureValue(bytes, at);
    if (end === -1) return -1;
    visit({ keyStart, keyEnd, start: at, end, depth });
    at = skipBlanks(bytes, end);
    const code = bytes[at];
    if (code === close) return at + 1;
    if (code !== comma) return -1;
    at = skipBlanks(bytes, at + 1);
  }
}
