import { operationCount } from './batch.ts';
import type { Batch } from './batch.ts';
import { batchFormatVersion } from './batch-codec.ts';

/** The stream of accepted batches and its one consumer group. */
export const ingestStream = 'runlight:ingest';
export const ingestGroup = 'workers';

/**
 * Fields of an entry. Besides the bytes, which carry codec and checksum (`z` and `h` of the design),
 * it says in plain text what is needed when they cannot be read: whose batch is lost.
 */
export function entryFields(batch: Batch, bytes: Buffer): (string | Buffer | number)[] {
  return [
    'v',
    batchFormatVersion,
    'b',
    batch.batchId,
    'ws',
    batch.workspaceId,
    'key',
    batch.keyId,
    't',
    batch.acceptedAtMs,
    'n',
    operationCount(batch),
    'd',
    bytes,
  ];
}
