import { parseMediaReference } from '@runlight/run-model/media-reference';
import type { Media } from './chat.ts';

/** Shown inline only when the bytes themselves say they are one of these; SVG never. */
const imageHeads: [string, string][] = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
];

/** The image type that base64 text starts with; undefined for anything we do not draw. */
export function imageTypeOf(base64: string): string | undefined {
  return imageHeads.find(([head]) => base64.startsWith(head))?.[1];
}

const dataUrl = /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=.-]+)*;base64,/i;

/** Media that was lifted out of the payload, by the text that stands in its place. */
export function storedMediaOf(text: string): Media | undefined {
  const reference = parseMediaReference(text);
  if (!reference) return undefined;
  const { mimeType, sha256, sizeBytes } = reference;
  return { mimeType, stored: { sha256, sizeBytes } };
}

/** A `data:` address or what was lifted out, an ordinary address as media to open; undefined for neither. */
export function mediaOfUrl(url: string, mimeType = ''): Media | undefined {
  const stored = storedMediaOf(url);
  if (stored) return stored;
  const head = dataUrl.exec(url.slice(0, 200));
  if (head) return { mimeType: head[1] ?? mimeType, base64: url.slice(head[0].length) };
  return /^(https?|gs|s3):\/\//i.test(url) ? { mimeType, url } : undefined;
}

const shortestBase64 = 200;

/** Long text without spaces in the alphabet of base64; looks at samples, so it is cheap for megabytes. */
export function isBase64(text: string): boolean {
  if (text.length < shortestBase64) return false;
  const isAlphabet = (part: string) => /^[\w+/-]+={0,2}\s*$/.test(part);
  const middle = text.length >> 1;
  if (!isAlphabet(text.slice(0, 400))) return false;
  if (!isAlphabet(text.slice(middle, middle + 400)) || !isAlphabet(text.slice(-400))) return false;
  // A long word or a run of one letter is not binary.
  const sample = text.slice(0, 400);
  return /\d/.test(sample) && /[a-z]/.test(sample) && /[A-Z]/.test(sample);
}

/** Media in any string of a payload: a `data:` address, what was lifted out, or bare base64. */
export function mediaOfText(text: string): Media | undefined {
  const stored = storedMediaOf(text);
  if (stored) return stored;
  if (text.startsWith('data:')) return mediaOfUrl(text);
  if (!isBase64(text)) return undefined;
  return { mimeType: imageTypeOf(text) ?? '', base64: text };
}

export function base64Bytes(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return Math.floor((base64.length * 3) / 4) - padding;
}
