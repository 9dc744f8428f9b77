import { fileURLToPath } from 'node:url';
import type { Logger } from '@runlight/service';
import { createFolderStore } from './folder-store.ts';
import { withCheckedKeys } from './checked-keys.ts';
import type { ObjectStore } from './object-store.ts';
import { readS3Location } from './s3-location.ts';
import { createS3Store } from './s3-store.ts';

export interface ObjectStoreOptions {
  /** `file:///folder` or `s3://bucket/prefix?region=…&endpoint=…&pathStyle=true`. */
  url: string;
  log: Logger;
}

/** Opens the store a URL names. Nothing is connected yet; `ping` says whether it works. Throws on another scheme. */
export function createObjectStore({ url, log }: ObjectStoreOptions): ObjectStore {
  return withCheckedKeys(openStore(new URL(url), log));
}

function openStore(url: URL, log: Logger): ObjectStore {
  if (url.protocol === 'file:') return createFolderStore(fileURLToPath(url));
  if (url.protocol === 's3:') return createS3Store(readS3Location(url), { log });
  throw new Error('OBJECT_STORE_URL must begin with file:// or s3://');
}
