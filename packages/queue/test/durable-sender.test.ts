import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { startFaultProxy } from '@runlight/testkit/faults';
import { closeRedis, createRedis, decodeBatch, ingestLanes, laneStream } from '../src/index.ts';
import { redisServerObstacle, startRedisServer } from './support/redis-server.ts';
import {
  hasMode,
  isAcquainted,
  isMissingNone,
  newBatch,
  openSender,
  quiet,
  readQueue,
  sendMany,
  until,
} from './support/sender-bench.ts';
import { smallDisk, unmount } from './support/small-disk.ts';

const needsServer = { skip: redisServerObstacle() ?? false };

describe('with a Redis that syncs every write', needsServer, () => {
  test('batches go to Redis and nothing to the journal', async (t) => {
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url);
    await hasMode(bench, 'redis');
    const ids = await sendMany(bench.sender, 20);
    assert.deepEqual(await bench.queued(), ids);
    assert.equal(bench.sender.status().journalRecords, 0);
    assert.equal(await bench.metric('runlight_ingest_sends_total{way="redis"'), 20);
    await bench.sender.check();
  });

  test('without Redis the journal takes over and is drained afterwards (D8, F6)', async (t) => {
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url, { segmentBytes: 20_000 });
    await hasMode(bench, 'redis');
    const before = await sendMany(bench.sender, 10);
    await server.kill();
    const during = await sendMany(bench.sender, 200, 1000);
    await bench.sender.check();
    assert.equal(bench.sender.status().journalRecords, 200);
    await server.start();
    await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
    assert.ok(await isMissingNone(bench, [...before, ...during]));
    await hasMode(bench, 'redis');
    assert.deepEqual(bench.alarms, []);
    assert.ok((await bench.metric('runlight_ingest_journal_replayed_total')) >= 200);
    assert.deepEqual(
      (await readdir(bench.journalDir)).filter((f) => /open|sealed/.test(f)),
      [],
    );
  });

  test('a frozen Redis costs the first ones a timeout and the others nothing (F7)', async (t) => {
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url);
    await hasMode(bench, 'redis');
    server.signal('SIGSTOP');
    t.after(() => server.signal('SIGCONT'));
    const first = await Promise.all([sendMany(bench.sender, 1), sendMany(bench.sender, 1)]);
    const startedAt = performance.now();
    const later = await sendMany(bench.sender, 20);
    assert.ok(performance.now() - startedAt < 1000, 'nobody waits for Redis any more');
    server.signal('SIGCONT');
    await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
    assert.ok(await isMissingNone(bench, [...first.flat(), ...later]));
    await until('Redis to be asked again', async () => {
      const before = await bench.metric('runlight_ingest_sends_total{way="redis"');
      await sendMany(bench.sender, 1);
      return (await bench.metric('runlight_ingest_sends_total{way="redis"')) > before;
    });
  });

  test('frozen for longer, it is found again when it wakes (F7, D10)', async (t) => {
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url);
    await hasMode(bench, 'redis');
    server.signal('SIGSTOP');
    const ids = (await Promise.all([1, 2, 3].map(() => sendMany(bench.sender, 1)))).flat();
    await pause(7000);
    ids.push(...(await sendMany(bench.sender, 3)));
    server.signal('SIGCONT');
    await hasMode(bench, 'redis');
    await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
    assert.ok(await isMissingNone(bench, ids));
  });

  test('a connection whose other side has vanished is given up for a new one (D10)', async (t) => {
    const server = await startRedisServer(t);
    const proxy = await startFaultProxy({ port: Number(new URL(server.url).port) });
    t.after(() => proxy.close());
    const bench = await openSender(t, proxy.via(server.url));
    await hasMode(bench, 'redis');
    await proxy.set({ kind: 'half-open' });
    const ids = (await Promise.all([1, 2, 3].map(() => sendMany(bench.sender, 1)))).flat();
    await proxy.set({ kind: 'pass' });
    await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
    await hasMode(bench, 'redis');
    const reader = createRedis({ url: server.url, log: quiet, name: 'r', offlineQueue: true });
    t.after(() => closeRedis(reader));
    const there = new Set(await readQueue(reader));
    assert.ok(ids.every((id) => there.has(id)));
  });

  test('a full Redis is spared until workers have made room (F8)', async (t) => {
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url);
    await hasMode(bench, 'redis');
    const filler = createRedis({ url: server.url, log: quiet, name: 'filler', offlineQueue: true });
    t.after(() => closeRedis(filler));
    await sendMany(bench.sender, 20, 100_000);
    await filler.config('SET', 'maxmemory', '3mb');
    const ids = await sendMany(bench.sender, 10, 100_000);
    assert.ok(bench.sender.status().journalRecords > 0);
    await bench.sender.check();
    const overfull = new Set(ids);
    await until('room to be used', async () => {
      // As the worker does: acknowledged entries leave the stream.
      for (const lane of ingestLanes) {
        const entries = await filler.xrangeBuffer(laneStream(lane), '-', '+');
        for (const [id, fields] of entries) {
          overfull.delete(decodeBatch(fields.at(-1)!).batchId);
          await filler.xdel(laneStream(lane), id.toString());
        }
      }
      return overfull.size === 0 && bench.sender.status().journalBytes === 0;
    });
  });

  test('a full disk kills Redis; what it and the journal took is there afterwards (F9)', async (t) => {
    const disk = await smallDisk(t, 24);
    if (!disk) return;
    const server = await startRedisServer(t, { dir: join(disk.dir, 'redis') });
    const bench = await openSender(t, server.url);
    await hasMode(bench, 'redis');
    await disk.fill(2 << 20);
    const ids = await sendMany(bench.sender, 10, 600_000);
    assert.ok(bench.sender.status().journalRecords > 0, 'Redis had no space for all');
    await disk.free();
    await server.kill();
    await server.start();
    await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
    assert.ok(await isMissingNone(bench, ids));
    await bench.close();
    await server.kill();
    await unmount(disk);
  });

  test('a Redis whose data was deleted raises an alarm, and the journal is sent (F11)', async (t) => {
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url);
    await hasMode(bench, 'redis');
    await isAcquainted(bench);
    await sendMany(bench.sender, 5);
    await server.kill();
    const ids = await sendMany(bench.sender, 5);
    await rm(join(server.dir, 'appendonlydir'), { recursive: true });
    await server.start();
    await until('the alarm', () => bench.alarms.some((text) => /lost its memory/.test(text)));
    await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
    assert.ok(await isMissingNone(bench, ids));
    assert.equal(await bench.metric('runlight_ingest_queue_lost_total'), 1);
  });

  test('everything deleted on a running server is noticed too, also by the next process (F11)', async (t) => {
    const server = await startRedisServer(t);
    const first = await openSender(t, server.url);
    await isAcquainted(first);
    await first.redis.flushall();
    await until('the alarm', () => first.alarms.length === 1);
    await first.redis.flushall();
    await first.close();
    const second = await openSender(t, server.url, { journalDir: first.journalDir });
    await until('the alarm', () => second.alarms.length === 1);
    await second.close();
    const third = await openSender(t, server.url, { journalDir: first.journalDir });
    await hasMode(third, 'redis');
    assert.deepEqual(third.alarms, []);
  });

  test('a changed setting changes the mode on the next connection, and back', async (t) => {
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url);
    await hasMode(bench, 'redis');
    await bench.redis.config('SET', 'appendfsync', 'everysec');
    bench.redis.disconnect(true);
    await hasMode(bench, 'journal');
    await until('the reason', () => /everysec/.test(bench.sender.status().reason ?? ''));
    const ids = await sendMany(bench.sender, 3);
    await until('the queue', () => isMissingNone(bench, ids));
    await bench.redis.config('SET', 'appendfsync', 'always');
    bench.redis.disconnect(true);
    await hasMode(bench, 'redis');
    assert.equal(bench.sender.status().journalRecords, 3, 'they are not stored yet');
    for (const id of ids) bench.ledger.add(id);
    await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
  });
});

describe('when there is no durable place', needsServer, () => {
  test('a full journal refuses and says so before, and comes back (D8, D9, A5)', async (t) => {
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url, {
      maxJournalBytes: 100_000,
      segmentBytes: 20_000,
    });
    await hasMode(bench, 'redis');
    await server.kill();
    const accepted: string[] = [];
    await assert.rejects(
      async () => {
        for (;;) {
          const batch = newBatch(5000);
          await bench.sender.send(batch);
          accepted.push(batch.batchId);
        }
      },
      { code: 'UNAVAILABLE' },
    );
    await assert.rejects(bench.sender.check(), /nearly full/);
    assert.ok(accepted.length > 15);
    await server.start();
    await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
    assert.ok(await isMissingNone(bench, accepted));
    await bench.sender.check();
    await sendMany(bench.sender, 1);
  });

  test('with the disk full the way to Redis goes on; without Redis nothing is accepted (F22, D9)', async (t) => {
    const disk = await smallDisk(t, 1);
    if (!disk) return;
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url, { journalDir: join(disk.dir, 'journal') });
    await hasMode(bench, 'redis');
    await disk.fill();
    const ids = await sendMany(bench.sender, 5, 5000);
    await bench.sender.check();
    await server.kill();
    await assert.rejects(bench.sender.send(newBatch(5000)), { code: 'UNAVAILABLE' });
    await assert.rejects(bench.sender.check(), { code: 'ENOSPC' });
    await disk.free();
    ids.push(...(await sendMany(bench.sender, 5, 5000)));
    await bench.sender.check();
    await server.start();
    await until('the queue', () => isMissingNone(bench, ids));
    await bench.close();
    await unmount(disk);
  });
});
