import { mediaReferencePrefix } from '../media-reference.ts';

// The second alternative is a reference whose end was cut off.
const anywhere = new RegExp(
  `${mediaReferencePrefix}[0-9a-f]{64};mime=([\\w.+/-]+);size=(\\d+);form=(?:data-uri|base64)` +
    `|${mediaReferencePrefix}[\\w;=.+/-]*$`,
  'g',
);

/** Text for people: references to media that was lifted out become `[image/png, 12 KB]`. */
export function describeMediaReferences(text: string): string {
  if (!text.includes(mediaReferencePrefix)) return text;
  return text.replaceAll(anywhere, (_match, mimeType?: string, size?: string) =>
    mimeType === undefined ? '[…]' : `[${mimeType}, ${readableSize(Number(size))}]`,
  );
}

function readableSize(sizeBytes: number): string {
  if (sizeBytes < 1_000_000) return `${Math.max(1, Math.round(sizeBytes / 1000))} KB`;
  return `${(sizeBytes / 1_000_000).toFixed(1)} MB`;
}
