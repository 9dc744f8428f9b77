import { batchHead } from './batch-codec.ts';

/** The consumer group of each ingest stream. */
export const ingestGroup = 'workers';

/**
 * Two streams of accepted batches, read side by side, each with half of the workers' time when both have
 * work: a workspace that sends far more than its share is put into `bulk` (`lane-chooser.ts`).
 */
export const ingestLanes = ['ordinary', 'bulk'] as const;
export type IngestLane = (typeof ingestLanes)[number];

const streams: Record<IngestLane, string> = {
  ordinary: 'runlight:ingest',
  bulk: 'runlight:ingest:bulk',
};

export const laneStream = (lane: IngestLane): string => streams[lane];

/**
 * Fields of an entry. Besides the bytes, which carry codec and checksum (`z` and `h` of the design),
 * it says in plain text what is needed when they cannot be read: whose batch is lost.
 */
export function entryFields(encoded: Buffer): (string | Buffer | number)[] {
  const { version, batchId, workspaceId, keyId, acceptedAtMs, operations } = batchHead(encoded);
  return [
    'v',
    version,
    'b',
    batchId,
    'ws',
    workspaceId,
    'key',
    keyId,
    't',
    acceptedAtMs,
    'n',
    operations,
    'd',
    encoded,
  ];
}
