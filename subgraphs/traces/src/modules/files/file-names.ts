import type { MediaReference, PayloadField, RunKey } from '@runlight/run-model';

/** Only of types that nothing runs when they are opened from a folder. */
const extensions: Record<string, string> = {
  'application/json': 'json',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

function withExtension(name: string, mimeType: string): string {
  const known = Object.hasOwn(extensions, mimeType) ? extensions[mimeType] : undefined;
  return known === undefined ? name : `${name}.${known}`;
}

/** What a download of the attachment is called. The SDKs allow no periods in names, so an extension is added. */
export function attachmentFileName(name: string, mimeType: string): string {
  return name.includes('.') ? name : withExtension(name, mimeType);
}

/** Such as `image-0a1b2c3d.png`. */
export function mediaFileName({ sha256, mimeType }: MediaReference): string {
  const [family = 'file'] = mimeType.split('/');
  return withExtension(`${family}-${sha256.slice(0, 8)}`, mimeType);
}

export function payloadFileName({ runId }: RunKey, field: PayloadField): string {
  return withExtension(`${field}-${runId}`, 'application/json');
}
