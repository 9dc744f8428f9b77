import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import { createLogger } from '@runlight/service';
import { testStores } from '@runlight/testkit';
import type { TestStores } from '@runlight/testkit';
import {
  batchFormatVersion,
  closeRedis,
  createIngestConsumer,
  createIngestProducer,
  createRedis,
  ingestDurability,
} from '../src/index.ts';
import type { Batch, Redis } from '../src/index.ts';

const log = createLogger({ service: 'test', level: 'silent' });
let stores: TestStores<{ redis: true }>;
let redis: Redis;
let waitingRedis: Redis;

before(async () => {
  stores = await testStores({ redis: true });
  const options = { url: stores.redisUrl, log, offlineQueue: true };
  redis = createRedis({ ...options, name: 'test' });
  waitingRedis = createRedis({ ...options, name: 'test-reader', commandTimeoutMs: 5000 });
});
after(async () => {
  await Promise.all([closeRedis(redis), closeRedis(waitingRedis)]);
  await stores.close();
});

const newBatch = (): Batch => ({
  batchId: uuidv7(),
  workspaceId: uuidv7(),
  keyId: uuidv7(),
  acceptedAtMs: Date.now(),
  firstSequence: 256n,
  operations: [{ kind: 'create', runId: uuidv7(), envelope: { name: 'a' }, payloads: [] }],
});

const consumerOf = (stream: string, consumer: string, leaseMs = 60_000) =>
  createIngestConsumer({ redis, waitingRedis, consumer, stream, log, leaseMs });

test('a batch is read once, stays pending until it is acknowledged, and is gone then', async () => {
  const stream = uuidv7();
  const [one, two] = [consumerOf(stream, 'one'), consumerOf(stream, 'two')];
  const batch = newBatch();
  await createIngestProducer(redis, { stream }).send(batch);
  const [entry] = await one.readNew(10, 100);
  assert.ok(entry?.kind === 'batch');
  assert.equal(entry.batch.batchId, batch.batchId);
  assert.deepEqual(await two.readNew(10, 20), []);
  assert.deepEqual(await two.readPending('0', 10), []);
  assert.deepEqual(
    (await one.readPending('0', 10)).map(({ id }) => id),
    [entry.id],
  );
  assert.deepEqual(await one.readPending(entry.id, 10), []);
  const { length, pending } = await one.backlog();
  assert.deepEqual([length, pending], [1, 1]);

  await one.acknowledge([entry.id]);
  assert.deepEqual(await one.readPending('0', 10), []);
  assert.deepEqual(await one.backlog(), { length: 0, pending: 0, oldestAgeMs: 0 });
});

test('an entry is taken over after the lease, but not while its holder renews it', async () => {
  const stream = uuidv7();
  const [one, two] = [consumerOf(stream, 'one', 300), consumerOf(stream, 'two', 300)];
  await createIngestProducer(redis, { stream }).send(newBatch());
  const [entry] = await one.readNew(10, 100);
  await new Promise((resolve) => setTimeout(resolve, 350));
  await one.renew([entry!.id]);
  assert.deepEqual(await two.claimIdle(10), []);
  await new Promise((resolve) => setTimeout(resolve, 350));
  const [claimed] = await two.claimIdle(10);
  assert.equal(claimed!.id, entry!.id);
  assert.equal((await two.deliveries([entry!.id])).get(entry!.id), 2);
});

test('an entry that was deleted while it was pending is dropped', async () => {
  const stream = uuidv7();
  const consumer = consumerOf(stream, 'one');
  await createIngestProducer(redis, { stream }).send(newBatch());
  const [entry] = await consumer.readNew(10, 100);
  await redis.xdel(stream, entry!.id);
  assert.deepEqual(await consumer.readPending('0', 10), []);
  assert.equal((await consumer.backlog()).pending, 0);
});

test('an entry of a newer version stays pending, whoever reads it, and hurts no other (F34)', async () => {
  const stream = uuidv7();
  const [one, two] = [consumerOf(stream, 'one', 1), consumerOf(stream, 'two', 1)];
  const newer = String(batchFormatVersion + 1);
  await redis.xadd(stream, '*', 'v', newer, 'b', uuidv7(), 'd', 'of the future');
  await createIngestProducer(redis, { stream }).send(newBatch());
  const entries = await one.readNew(10, 100);
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['newer', 'batch'],
  );
  await one.acknowledge([entries[1]!.id]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const [claimed] = await two.claimIdle(10);
  assert.equal(claimed!.kind, 'newer');
  assert.deepEqual((await two.backlog()).pending, 1);
});

test('after the stream was deleted the group is made anew (F11)', async () => {
  const stream = uuidv7();
  const consumer = consumerOf(stream, 'one');
  await consumer.readNew(10, 10);
  await redis.del(stream);
  const { send } = createIngestProducer(redis, { stream });
  await send(newBatch());
  await assert.rejects(consumer.readNew(10, 10), { code: 'UNAVAILABLE', retryable: true });
  assert.equal((await consumer.readNew(10, 100)).length, 1);
});

test('sending to a Redis that is away, or silent, fails in time and may be tried again', async () => {
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const lost = createRedis({
    url: `redis://127.0.0.1:${port}`,
    log,
    name: 'lost',
    commandTimeoutMs: 200,
  });
  const startedAt = performance.now();
  const refused = { code: 'UNAVAILABLE', retryable: true };
  await assert.rejects(createIngestProducer(lost).send(newBatch()), refused);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
  await assert.rejects(createIngestProducer(lost).send(newBatch()), refused);
  assert.ok(performance.now() - startedAt < 1500);
  await closeRedis(lost);
});

test('tells whether an accepted batch is on disk, and what is missing if not', async () => {
  const answer = await ingestDurability(redis);
  if (!answer.durable) assert.match(answer.reason, /^Redis (has|does not tell)/);
});
