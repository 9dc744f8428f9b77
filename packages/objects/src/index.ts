export { createObjectStore } from './create-object-store.ts';
export type { ObjectStoreOptions } from './create-object-store.ts';
export { blobKey, isKeyOf } from './keys.ts';
export type { ByteRange, ObjectStore, ObjectStream, PutOptions } from './object-store.ts';
