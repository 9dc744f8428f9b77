import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import { createLogger, createMetrics } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import { startFaultProxy } from '@runlight/testkit/faults';
import {
  closeRedis,
  createDurableSender,
  createRedis,
  decodeBatch,
  ingestLanes,
  laneStream,
} from '../src/index.ts';
import type { Batch, DurableSender, DurableSenderOptions, Redis } from '../src/index.ts';
import { redisServerObstacle, startRedisServer } from './support/redis-server.ts';
import { smallDisk, unmount } from './support/small-disk.ts';

const quiet = createLogger({ service: 'test', level: 'silent' });

interface Bench {
  sender: DurableSender;
  redis: Redis;
  /** Looks at the queue by a connection of its own. */
  queued: () => Promise<string[]>;
  /** What the ledger has. */
  ledger: Set<string>;
  journalDir: string;
  /** Messages at error level. */
  alarms: string[];
  metric: (name: string) => Promise<number>;
  close: () => Promise<void>;
}

type Options = Partial<DurableSenderOptions>;

async function openSender(t: TestContext, url: string, options: Options = {}): Promise<Bench> {
  const journalDir = options.journalDir ?? (await newDir(t));
  const alarms: string[] = [];
  const log = { ...quiet, warn: () => undefined, info: () => undefined, debug: () => undefined };
  log.error = ((_fields: unknown, text: string) => void alarms.push(text)) as never;
  const ledger = new Set<string>();
  const metrics = createMetrics('test');
  const redis = createRedis({ url, log: quiet, name: 'sender' });
  const sender = await createDurableSender({
    redis,
    journalDir,
    mode: 'auto',
    maxJournalBytes: 64 << 20,
    isStored: async (ids) => new Set(ids.filter((id) => ledger.has(id))),
    log: log as never,
    metrics,
    ...options,
  });
  const reader = createRedis({
    url,
    log: quiet,
    name: 'reader',
    offlineQueue: true,
    commandTimeoutMs: 10_000,
  });
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await sender.close();
    await Promise.all([closeRedis(redis), closeRedis(reader)]);
  };
  t.after(close);
  return {
    sender,
    redis,
    ledger,
    journalDir,
    alarms,
    queued: () => readQueue(reader),
    metric: async (name) => {
      const text = await metrics.metrics();
      return Number(new RegExp(`^${name.replace(/[{}]/g, '\\$&')}.* (\\S+)$`, 'm').exec(text)?.[1]);
    },
    close,
  };
}

async function newDir(t: TestContext): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'runlight-sender-'));
  t.after(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function readQueue(redis: Redis): Promise<string[]> {
  const ids: string[] = [];
  for (const lane of ingestLanes) {
    for (const [, fields] of await redis.xrangeBuffer(laneStream(lane), '-', '+')) {
      ids.push(decodeBatch(fields.at(-1)!).batchId);
    }
  }
  return ids;
}

const newBatch = (sizeBytes = 100): Batch => ({
  batchId: uuidv7(),
  workspaceId: uuidv7(),
  keyId: uuidv7(),
  acceptedAtMs: Date.now(),
  firstSequence: 256n,
  operations: [
    {
      kind: 'create',
      runId: uuidv7(),
      envelope: { name: 'a' },
      payloads: [{ field: 'inputs', bytes: Buffer.alloc(sizeBytes, 'x') }],
    },
  ],
});

/** Sends one after another and gives the ids of what was accepted. */
async function sendMany(
  sender: DurableSender,
  count: number,
  sizeBytes?: number,
): Promise<string[]> {
  const accepted: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const batch = newBatch(sizeBytes);
    await sender.send(batch);
    accepted.push(batch.batchId);
  }
  return accepted;
}

const until = (what: string, check: () => boolean | Promise<boolean>, timeoutMs = 10_000) =>
  waitFor(check, { timeoutMs, what });

const hasMode = (bench: Bench, mode: string) =>
  until(`mode ${mode}`, () => bench.sender.status().mode === mode);

const isMissingNone = async ({ queued }: Bench, ids: string[]) => {
  const there = new Set(await queued());
  return ids.every((id) => there.has(id));
};

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
    await hasMode(first, 'redis');
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

describe('with a Redis that may forget', () => {
  test('a batch leaves the journal when the ledger has it, and not before (F12)', async (t) => {
    const server = await startRedisServer(t, { server: 'bundled' });
    const bench = await openSender(t, server.url, { segmentBytes: 5000 });
    await until('a reason', () => /appendonly/.test(bench.sender.status().reason ?? ''));
    const ids = await sendMany(bench.sender, 30, 500);
    await until('the queue', () => isMissingNone(bench, ids));
    await pause(1500);
    assert.equal(bench.sender.status().journalRecords, 30);
    for (const id of ids.slice(0, 20)) bench.ledger.add(id);
    await until('some to go', () => bench.sender.status().journalRecords < 20);
    assert.ok(bench.sender.status().journalRecords >= 10);
    for (const id of ids) bench.ledger.add(id);
    await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
  });

  test('after Redis was killed, what is not stored is sent again (F12)', async (t) => {
    const server = await startRedisServer(t, { server: 'bundled' });
    const bench = await openSender(t, server.url, { segmentBytes: 5000 });
    const ids = await sendMany(bench.sender, 40, 500);
    await until('the queue', () => isMissingNone(bench, ids));
    for (const id of ids.slice(0, 25)) bench.ledger.add(id);
    await server.kill();
    const during = await sendMany(bench.sender, 5);
    await server.start();
    await until('the alarm', () => bench.alarms.some((text) => /lost its memory/.test(text)));
    await until('the queue', () => isMissingNone(bench, [...ids.slice(25), ...during]));
    const again = await bench.queued();
    assert.ok(!again.some((id) => bench.ledger.has(id)), 'what is stored is not sent again');
  });

  test('what an earlier process left is sent by the next one, unless it is stored (F6, F12)', async (t) => {
    const server = await startRedisServer(t, { server: 'bundled' });
    const first = await openSender(t, server.url, { segmentBytes: 5000 });
    await server.kill();
    const ids = await sendMany(first.sender, 30, 500);
    await first.close();
    await server.start();
    const second = await openSender(t, server.url, {
      journalDir: first.journalDir,
      isStored: async (asked) => new Set(asked.filter((id) => ids.indexOf(id) < 10)),
    });
    await until('the queue', () => isMissingNone(second, ids.slice(10)));
    assert.deepEqual((await second.queued()).toSorted(), ids.slice(10).toSorted());
  });

  const noServer = { skip: redisServerObstacle() ?? false };
  test('what a restarted Redis lost of its end is sent again (F10)', noServer, async (t) => {
    const server = await startRedisServer(t);
    const bench = await openSender(t, server.url, { mode: 'journal' });
    const ids = await sendMany(bench.sender, 20, 500);
    await until('the queue', () => isMissingNone(bench, ids));
    await server.kill();
    const folder = join(server.dir, 'appendonlydir');
    const [aof] = (await readdir(folder)).filter((file) => file.endsWith('.incr.aof'));
    const { size } = await stat(join(folder, aof!));
    await truncate(join(folder, aof!), size - 2000);
    await server.start();
    await until('the queue', () => isMissingNone(bench, ids));
    assert.deepEqual(bench.alarms, []);
  });

  test(
    'one that tells nothing about itself is not trusted, and used all the same',
    noServer,
    async (t) => {
      const server = await startRedisServer(t);
      const admin = createRedis({ url: server.url, log: quiet, name: 'admin', offlineQueue: true });
      t.after(() => closeRedis(admin));
      await admin.call(
        'ACL',
        'SETUSER',
        'guest',
        'on',
        '>guest',
        '~*',
        '&*',
        '+@all',
        '-config',
        '-info',
      );
      const url = new URL(server.url);
      url.username = 'guest';
      url.password = 'guest';
      const bench = await openSender(t, url.href);
      await until('a reason', () => /does not tell/.test(bench.sender.status().reason ?? ''));
      const ids = await sendMany(bench.sender, 5);
      await until('the queue', () => isMissingNone(bench, ids));
      for (const id of ids) bench.ledger.add(id);
      await until('the journal to be empty', () => bench.sender.status().journalBytes === 0);
    },
  );

  test('batches that vanished from the queue are sent again', async (t) => {
    const server = await startRedisServer(t, { server: 'bundled' });
    const bench = await openSender(t, server.url);
    // As old as if they had been waiting for a minute.
    const old = { ...newBatch(), batchId: uuidv7(Date.now() - 60_000) };
    await bench.sender.send(old);
    await until('the queue', () => isMissingNone(bench, [old.batchId]));
    for (const lane of ingestLanes) await bench.redis.del(laneStream(lane));
    await until('the queue again', () => isMissingNone(bench, [old.batchId]));
    assert.match(bench.alarms.join(' '), /left the queue without being stored/);
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
