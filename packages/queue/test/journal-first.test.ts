import assert from 'node:assert/strict';
import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import { closeRedis, createRedis, ingestLanes, laneStream } from '../src/index.ts';
import { redisServerObstacle, startRedisServer } from './support/redis-server.ts';
import {
  isMissingNone,
  newBatch,
  openSender,
  quiet,
  sendMany,
  until,
} from './support/sender-bench.ts';

const needsServer = { skip: redisServerObstacle() ?? false };

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

  test('what a restarted Redis lost of its end is sent again (F10)', needsServer, async (t) => {
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
    needsServer,
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
