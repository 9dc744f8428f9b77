export { createObjectStore } from './create-object-store.ts';
export type { ObjectStoreOptions } from './create-object-store.ts';
export { blobKey, isKeyOf } from './keys.ts';
export type { ByteRange, ObjectStore, ObjectStream, PutOptions } from './object-store.ts';
export { createFileLinks } from './file-links.ts';
export type { FileLinks, LinkedFile } from './file-links.ts';
export { inlineMediaType, sniffMediaType, sniffedBytes } from './media-type.ts';
export type { SniffedMediaType } from './media-type.ts';
