import { formatMediaReference } from '@runlight/run-model';
import type { WireOperation } from '@runlight/run-model';
import { limits } from '../limits.ts';
import type { BlobBatch } from './blob-batch.ts';
import { findMedia } from './media-scan.ts';

/**
 * Takes media out of an operation before it is read: its bytes become content of `blobs`, and a
 * reference stands where they were. What is read, stored and shown after that is text. Returns the
 * bytes that were lifted. Beyond a number that nobody sends it stays where it is, so that a request
 * ends in time.
 */
export function liftMedia(
  operation: WireOperation,
  blobs: Pick<BlobBatch, 'add' | 'size'>,
): number {
  let lifted = 0;
  const lift = (bytes: Buffer): Buffer => {
    const media = findMedia(bytes);
    if (media.length === 0 || blobs.size() + media.length > limits.mediaPerRequest) return bytes;
    const pieces: Buffer[] = [];
    let at = 0;
    for (const { start, end, mimeType, form, bytes: content } of media) {
      const { sha256, sizeBytes } = blobs.add(content, mimeType);
      lifted += sizeBytes;
      const reference = formatMediaReference({ sha256, mimeType, sizeBytes, form });
      pieces.push(bytes.subarray(at, start), Buffer.from(reference, 'latin1'));
      at = end;
    }
    pieces.push(bytes.subarray(at));
    return Buffer.concat(pieces);
  };
  operation.main = lift(operation.main);
  for (const part of operation.parts) part.bytes = lift(part.bytes);
  return lifted;
}
