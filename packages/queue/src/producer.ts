import type { Batch } from './batch.ts';
import { batchHead, encodeBatch } from './batch-codec.ts';
import { entryFields, laneStream } from './ingest-stream.ts';
import { batchCost, createLaneChooser } from './lane-chooser.ts';
import { redisUnavailable } from './redis.ts';
import type { Redis } from './redis.ts';

export interface IngestProducerOptions {
  /** Everything into this stream, for tests; default: the lane that the workspace belongs into. */
  stream?: string;
}

export interface IngestProducer {
  /**
   * Puts a batch into the queue as one entry. Only its return makes the batch accepted; when it throws
   * (UNAVAILABLE) the entry may be there all the same, which is harmless. The stream is never trimmed.
   */
  send: (batch: Batch) => Promise<void>;
  /** The same for the bytes of a batch, as `encodeBatch` made them. */
  sendEncoded: (encoded: Buffer) => Promise<void>;
}

export function createIngestProducer(
  redis: Redis,
  { stream }: IngestProducerOptions = {},
): IngestProducer {
  const lanes = createLaneChooser();

  function streamOf(encoded: Buffer): string {
    const { workspaceId, operations } = batchHead(encoded);
    return laneStream(lanes.choose(workspaceId, batchCost(encoded.length, operations)));
  }

  async function sendEncoded(encoded: Buffer): Promise<void> {
    try {
      await redis.xadd(stream ?? streamOf(encoded), '*', ...entryFields(encoded));
    } catch (error) {
      throw redisUnavailable(error);
    }
  }

  return { send: async (batch) => sendEncoded(encodeBatch(batch)), sendEncoded };
}
