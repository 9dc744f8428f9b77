export { operationCount } from './batch.ts';
export type { Batch, QueuedBatch, QueuedOperation } from './batch.ts';
export { batchFormatVersion, decodeBatch, encodeBatch } from './batch-codec.ts';
export { createIngestConsumer } from './consumer.ts';
export type { IngestConsumer, IngestConsumerOptions, IngestEntry } from './consumer.ts';
export { createDurableSender } from './durable/durable-sender.ts';
export type {
  DurableSender,
  DurableSenderOptions,
  SenderStatus,
} from './durable/durable-sender.ts';
export type { DurabilityMode } from './durable/redis-watch.ts';
export { ingestDurability } from './durability.ts';
export type { Durability } from './durability.ts';
export { ingestGroup, ingestLanes, laneStream } from './ingest-stream.ts';
export type { IngestLane } from './ingest-stream.ts';
export type { LiveGap } from './live-mailbox.ts';
export { createLivePublisher } from './live-publisher.ts';
export type { LiveProject, LivePublisher } from './live-publisher.ts';
export { createLiveReader } from './live-reader.ts';
export type { LiveReader, LiveSubscription } from './live-reader.ts';
export { createIngestProducer } from './producer.ts';
export type { IngestProducer, IngestProducerOptions } from './producer.ts';
export { closeRedis, createRedis, redisUnavailable } from './redis.ts';
export type { Redis, RedisOptions } from './redis.ts';
export { createAcceptSequence } from './sequence.ts';
export type { AcceptSequence } from './sequence.ts';
