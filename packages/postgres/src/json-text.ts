/**
 * A JSON value as text that a `jsonb` column takes: NUL and halves of characters, which it refuses, are
 * replaced by U+FFFD, in keys as well.
 */
export function toJsonbText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'string') return storable(part);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const keys = Object.keys(part);
    if (keys.every((key) => storable(key) === key)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [storable(key), inner]));
  });
}

const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');
