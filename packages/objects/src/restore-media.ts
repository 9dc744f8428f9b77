import { findMediaReferences, mediaText } from '@runlight/run-model';
import type { MediaReference } from '@runlight/run-model';
import { blobKey } from './keys.ts';
import type { ObjectStore } from './object-store.ts';

export interface RestoreMediaOptions {
  objects: Pick<ObjectStore, 'get'>;
  workspaceId: string;
  /** Bytes of media to put back at most, counted as often as they stand there; what is beyond stays a reference. */
  maxBytes: number;
}

/**
 * The JSON text exactly as it was sent, with the media that ingest had lifted out put back; for readers by the protocol of
 * the SDKs. A reference whose bytes are gone, or that somebody wrote by hand, stays as it is. Throws UNAVAILABLE.
 */
export async function restoreMedia(
  json: string,
  { objects, workspaceId, maxBytes }: RestoreMediaOptions,
): Promise<string> {
  const texts = new Map<string, string | undefined>();
  const parts: string[] = [];
  let position = 0;
  let bytesLeft = maxBytes;

  async function base64Of({ sha256, sizeBytes }: MediaReference): Promise<string | undefined> {
    if (texts.has(sha256)) return texts.get(sha256);
    const bytes = await objects.get(blobKey(workspaceId, sha256));
    // A written reference may name an object and lie about it.
    const text = bytes?.byteLength === sizeBytes ? bytes.toString('base64') : undefined;
    texts.set(sha256, text);
    return text;
  }

  for (const reference of findMediaReferences(json)) {
    if (reference.sizeBytes > bytesLeft) continue;
    const base64 = await base64Of(reference);
    if (base64 === undefined) continue;
    bytesLeft -= reference.sizeBytes;
    parts.push(json.slice(position, reference.start), `"${mediaText(reference, base64)}"`);
    position = reference.end;
  }
  return position === 0 ? json : parts.join('') + json.slice(position);
}
