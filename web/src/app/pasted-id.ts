import { isUuid } from '../lib/uuid.ts';

const uuidInside = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const bareUuid = /^[0-9a-f]{32}$/i;

/**
 * The id in what was pasted: a UUID with or without hyphens, or the last one inside an address, a log
 * line or a quoted string; or else a global id, which is one long word.
 */
export function idIn(text: string): string | undefined {
  const word = text.trim();
  if (isUuid(word)) return word.toLowerCase();
  if (bareUuid.test(word)) {
    return word.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  const inside = word.match(uuidInside)?.at(-1);
  if (inside !== undefined) return inside.toLowerCase();
  return /^[A-Za-z0-9_-]{40,}$/.test(word) ? word : undefined;
}
