import { hash } from 'node:crypto';
import { blobKey } from '@runlight/objects';
import type { ObjectStore } from '@runlight/objects';
import { forEachBounded } from '../for-each-bounded.ts';

/** Writes to the object store at the same time, for one request. */
const parallelPuts = 8;

/** Content of one request on its way to the object store. */
export interface BlobBatch {
  /** Notes content, which nobody may change any more; the same content is stored once. */
  add: (bytes: Uint8Array, mimeType: string) => StoredBlob;
  /** Different contents so far. */
  size: () => number;
  sizeBytes: () => number;
  /** Returns when all of it is durable. Throws UNAVAILABLE when that cannot be. */
  store: () => Promise<void>;
}

export interface StoredBlob {
  sha256: string;
  key: string;
  sizeBytes: number;
}

interface Pending {
  blob: StoredBlob;
  bytes: Uint8Array;
  mimeType: string;
}

export function createBlobBatch(objects: Pick<ObjectStore, 'put'>, workspaceId: string): BlobBatch {
  const pending = new Map<string, Pending>();
  let totalBytes = 0;

  return {
    add(bytes, mimeType) {
      const sha256 = hash('sha256', bytes, 'hex');
      const known = pending.get(sha256);
      if (known) return known.blob;
      const key = blobKey(workspaceId, sha256);
      const blob: StoredBlob = { sha256, key, sizeBytes: bytes.byteLength };
      pending.set(sha256, { blob, bytes, mimeType });
      totalBytes += blob.sizeBytes;
      return blob;
    },
    size: () => pending.size,
    sizeBytes: () => totalBytes,
    store: () =>
      forEachBounded(pending.values(), parallelPuts, ({ blob, bytes, mimeType }) =>
        objects.put(blob.key, bytes, { contentType: mimeType }),
      ),
  };
}
