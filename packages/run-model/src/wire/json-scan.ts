// Finds the extent of JSON values without decoding them. The text holds one character per byte, so
// that positions are byte offsets. Nothing here validates: JSON.parse does, on what was found. On
// text that is not JSON every function ends and answers `undefined` or a wrong extent, never throws.

/** Deeper JSON is refused before it is parsed. */
export const maxJsonDepth = 256;

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Strings up to this length are walked; longer ones are searched by the engine's native code. */
const shortString = 32;

/** Position after the closing quote of the string that opens at `start`; -1 if it never closes. */
function skipString(text: string, start: number): number {
  let at = start + 1;
  const walkEnd = Math.min(text.length, start + shortString);
  while (at < walkEnd) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    at += code === backslash ? 2 : 1;
  }
  // Not past the last jump: an escape may have taken us beyond `walkEnd`, never into its middle.
  let from = at;
  for (;;) {
    const end = text.indexOf('"', from);
    if (end === -1) return -1;
    let slashes = 0;
    while (end - slashes > at && text.charCodeAt(end - slashes - 1) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    from = end + 1;
  }
}

export function skipBlanks(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return at;
}

function skipScalar(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
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
export function measureValue(text: string, start: number): ValueExtent {
  const first = text.charCodeAt(start);
  if (first === quote) return { end: skipString(text, start), depth: 0 };
  if (first !== openBrace && first !== openBracket) {
    const end = skipScalar(text, start);
    return { end: end > start ? end : -1, depth: 0 };
  }
  let open = 0;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = skipString(text, at) - 1;
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

/** A member of an object or an element of an array, as a range of the text. */
export interface Member {
  /** As written between the quotes, escapes included; empty for elements. */
  key: string;
  start: number;
  end: number;
  depth: number;
}

function readKey(text: string, at: number): { key: string; valueAt: number } | undefined {
  if (text.charCodeAt(at) !== quote) return undefined;
  const end = skipString(text, at);
  if (end === -1) return undefined;
  const colonAt = skipBlanks(text, end);
  if (text.charCodeAt(colonAt) !== colon) return undefined;
  return { key: text.slice(at + 1, end - 1), valueAt: skipBlanks(text, colonAt + 1) };
}

/** The members of the object, or elements of the array, at `start`; undefined for anything else. */
export function scanMembers(
  text: string,
  start: number,
  kind: 'object' | 'array',
): { members: Member[]; end: number } | undefined {
  const [open, close] = kind === 'object' ? [openBrace, closeBrace] : [openBracket, closeBracket];
  if (text.charCodeAt(start) !== open) return undefined;
  const members: Member[] = [];
  let at = skipBlanks(text, start + 1);
  if (text.charCodeAt(at) === close) return { members, end: at + 1 };
  for (;;) {
    let key = '';
    if (kind === 'object') {
      const found = readKey(text, at);
      if (!found) return undefined;
      key = found.key;
      at = found.valueAt;
    }
    const { end, depth } = measureValue(text, at);
    if (end === -1) return undefined;
    members.push({ key, start: at, end, depth });
    at = skipBlanks(text, end);
    const code = text.charCodeAt(at);
    if (code === close) return { members, end: at + 1 };
    if (code !== comma) return undefined;
    at = skipBlanks(text, at + 1);
  }
}
