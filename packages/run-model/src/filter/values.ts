// Values as people write them, in both languages.

const unitsMs: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const durationPattern = /^\s*(-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d{1,3})?)\s*(ms|s|m|h)\s*$/i;

/** Milliseconds of `200ms`, `1.5s`, `2m`, `1h`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = durationPattern.exec(text);
  if (!match) return undefined;
  const [amount, unit] = [Number(match[1]), match[2]!.toLowerCase()];
  return unit === 'ms' ? amount : withoutNoise(amount * unitsMs[unit]!);
}

export const toMilliseconds = (seconds: number): number => withoutNoise(seconds * 1000);

/** 1.001 s are 1001 ms, not nearly so as binary fractions have it. */
const withoutNoise = (value: number): number => Number(value.toPrecision(15));

/**
 * Whether the whole text is like a pattern of SQL, by characters as Unicode counts them. A text and a
 * pattern of any length take at most the product of their lengths: patterns come from users.
 */
export function isLike(text: string, pattern: string): boolean {
  const wanted = likeParts(pattern);
  const given = Array.from(text);
  let at = 0;
  let index = 0;
  let resumeAt = -1;
  let resumeIndex = -1;
  while (index < given.length) {
    const part = wanted[at];
    if (part === anyText) {
      resumeAt = at;
      resumeIndex = index;
      at += 1;
    } else if (part !== undefined && (part === anyCharacter || part === given[index])) {
      at += 1;
      index += 1;
    } else if (resumeAt >= 0) {
      // The last `%` takes one character more; earlier ones need not be tried again.
      at = resumeAt + 1;
      resumeIndex += 1;
      index = resumeIndex;
    } else {
      return false;
    }
  }
  return wanted.slice(at).every((part) => part === anyText);
}

const anyText = Symbol('%');
const anyCharacter = Symbol('_');

/** A backslash before anything but `%`, `_` and itself is one, as in the store. */
function likeParts(pattern: string): (string | symbol)[] {
  const parts: (string | symbol)[] = [];
  const characters = Array.from(pattern);
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index]!;
    const next = characters[index + 1];
    if (character === '\\' && (next === '%' || next === '_' || next === '\\')) {
      parts.push(next);
      index += 1;
    } else if (character === '%') {
      parts.push(anyText);
    } else {
      parts.push(character === '_' ? anyCharacter : character);
    }
  }
  return parts;
}

/** Literal stretches of a pattern, between its wildcards. */
export function likeLiterals(pattern: string): string[] {
  const literals = [''];
  for (const part of likeParts(pattern)) {
    if (typeof part === 'string') literals[literals.length - 1] += part;
    else literals.push('');
  }
  return literals;
}

/** The pattern with backslashes only where they mean something, which is what the store insists on. */
export const escapedLike = (pattern: string): string =>
  likeParts(pattern)
    .map((part) => {
      if (part === anyText) return '%';
      return typeof part === 'string' ? part.replace(/[\\%_]/, '\\$&') : '_';
    })
    .join('');

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

/** JSON's escapes of a quoted text. Others stay as they are: `\\%` means something to a pattern. */
export function unescapeQuoted(body: string): string {
  return body.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|([^]))/g,
    (whole: string, code?: string, letter = '') => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return /["'\\/]/.test(letter) ? letter : (escapes[letter] ?? whole);
    },
  );
}
