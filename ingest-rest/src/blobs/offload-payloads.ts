import type { Payload, RunOperation } from '@runlight/run-model';
import { limits } from '../limits.ts';
import type { BlobBatch } from './blob-batch.ts';

/**
 * Moves payload fields that are too large for the trace store into `blobs`; their beginning stays, for
 * search and a first look. An operation of many fields that is still too large gives its largest ones.
 */
export function offloadPayloads({ payloads }: RunOperation, blobs: Pick<BlobBatch, 'add'>): void {
  let inline = 0;
  for (const payload of payloads) {
    if (payload.bytes.length > limits.inlinePayloadBytes) offload(payload, blobs);
    inline += payload.bytes.length;
  }
  while (inline > limits.inlineOperationBytes) {
    const largest = payloads.reduce((a, b) => (b.bytes.length > a.bytes.length ? b : a));
    inline -= largest.bytes.length;
    offload(largest, blobs);
    inline += largest.bytes.length;
  }
}

function offload(payload: Payload, blobs: Pick<BlobBatch, 'add'>): void {
  const { key, sizeBytes } = blobs.add(payload.bytes, 'application/json');
  payload.blob = { key, sizeBytes };
  payload.bytes = payload.bytes.subarray(0, characterEnd(payload.bytes, limits.payloadHeadBytes));
}

/** The last end of a character of UTF-8 at or before `at`. */
function characterEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end -= 1;
  return end;
}
