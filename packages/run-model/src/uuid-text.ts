const canonical = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const anyCase = /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i;
const nilUuid = '00000000-0000-0000-0000-000000000000';

/** Canonical lower-case form of a dashed or dashless UUID; undefined for anything else and for nil. */
export function parseUuid(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  // Nearly all of them: nothing to copy.
  if (canonical.test(text)) return text === nilUuid ? undefined : text;
  if (!anyCase.test(text)) return undefined;
  const digits = text.toLowerCase().replaceAll('-', '');
  const ends = [0, 8, 12, 16, 20, 32];
  const id = ends
    .slice(1)
    .map((end, index) => digits.slice(ends[index], end))
    .join('-');
  return id === nilUuid ? undefined : id;
}
