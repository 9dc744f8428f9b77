import type { Batch } from './batch.ts';
import { encodeBatch } from './batch-codec.ts';
import { entryFields, ingestStream } from './ingest-stream.ts';
import { redisUnavailable } from './redis.ts';
import type { Redis } from './redis.ts';

export interface IngestProducerOptions {
  /** Name of the stream, for tests. */
  stream?: string;
}

export interface IngestProducer {
  /**
   * Puts a batch into the queue as one entry. Only its return makes the batch accepted; when it throws
   * (UNAVAILABLE) the entry may be there all the same, which is harmless. The stream is never trimmed.
   */
  send: (batch: Batch) => Promise<void>;
}

export function createIngestProducer(
  redis: Redis,
  { stream = ingestStream }: IngestProducerOptions = {},
): IngestProducer {
  return {
    async send(batch) {
      const bytes = encodeBatch(batch);
      try {
        await redis.xadd(stream, '*', ...entryFields(batch, bytes));
      } catch (error) {
        throw redisUnavailable(error);
      }
    },
  };
}
