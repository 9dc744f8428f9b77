import type { Readable } from 'node:stream';

/** Bytes from `start` up to, not including, `end`. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface PutOptions {
  /** Kept by S3 for people who look into the bucket; downloads never trust it. */
  contentType?: string;
}

export interface ObjectStream {
  body: Readable;
  /** Size of the whole object, also when only a range of it is streamed. */
  sizeBytes: number;
}

/**
 * Whoever removes what no row refers to may take objects that are much older than this, and no others: a younger one may
 * have been put a moment ago by an operation whose row is not stored yet.
 */
export const refreshAfterMs = 7 * 24 * 60 * 60_000;

/**
 * Where bytes too big for a row live. Keys are content-addressed (`blobKey`): the same key is the same bytes for ever.
 * Every call throws UNAVAILABLE (retryable) when the store cannot be reached, is full or refuses.
 */
export interface ObjectStore {
  /**
   * Returns when the bytes survive a power cut. A key that is there already costs one look and writes nothing, unless it is
   * older than `refreshAfterMs`: then it is made young again.
   */
  put: (key: string, bytes: Uint8Array, options?: PutOptions) => Promise<void>;
  /** Undefined when there is none. A range beyond the end gives the bytes there are. */
  get: (key: string, range?: ByteRange) => Promise<Buffer | undefined>;
  /** For downloads: holds no more than a chunk in memory. Undefined when there is none. */
  stream: (key: string, range?: ByteRange) => Promise<ObjectStream | undefined>;
  /** Size in bytes; undefined when there is none. */
  size: (key: string) => Promise<number | undefined>;
  /** Keys that are not there are no error. */
  remove: (keys: string[]) => Promise<void>;
  /** For the health check: can this store be used right now? */
  ping: () => Promise<void>;
  close: () => Promise<void>;
}
