import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { redisCommand, waitFor } from '@runlight/testkit';
import { smallDiskObstacle } from '@runlight/testkit/faults';
import { backlogOf } from '../src/oracle/quiet.ts';
import {
  acceptTimes,
  assertNothingLost,
  longestRefusalMs,
  obstacle,
  percentile,
  untilAccepted,
  untilReady,
  untilStoring,
} from './support.ts';
import { useStack } from './use-stack.ts';

// Redis dies, freezes, is full or forgets: the journal takes over, and gives back.

const noSmallDisk = await smallDiskObstacle();

describe('the queue', { skip: obstacle() }, () => {
  const stack = useStack({ disks: noSmallDisk ? {} : { redis: 48 } });

  const redis = () => stack.lab.engines.redis;
  const journaled = async () =>
    (await stack.lab.ingest.metric('runlight_ingest_sends_total', 'way="journal"')) ?? 0;

  /** The journal has to be empty within a minute (D8). */
  async function untilDrained(): Promise<number> {
    const startedAtMs = performance.now();
    await waitFor(async () => (await backlogOf(stack.lab)).journaled === 0, {
      timeoutMs: 60_000,
      what: 'the journal to be empty (D8)',
    });
    return performance.now() - startedAtMs;
  }

  test('F6, D8: killed under load, the journal takes over at once and is drained after', async (t) => {
    const traffic = stack.load();
    for (let round = 0; round < 2; round += 1) {
      await untilAccepted(traffic, 100);
      const before = await journaled();
      const sinceMs = performance.now();
      await redis().process.kill();
      await pause(3000);
      assert.ok((await journaled()) > before, 'the journal took over');
      assert.equal(
        (await stack.lab.ingest.readiness())?.ready,
        true,
        'A5: it can keep its promises',
      );
      const longest = longestRefusalMs(traffic.sender.attempts, sinceMs);
      assert.ok(longest <= 2000, `no answer but 5xx for ${longest} ms`);
      await redis().process.start();
      t.diagnostic(`drained ${Math.round(await untilDrained())} ms after it was back`);
    }
    assert.equal(traffic.book.givenUp, 0);
    await assertNothingLost(stack.lab, traffic);
  });

  test('F7: frozen, commands time out and the journal takes over: p99 of accepting ≤ 2.5 s', async (t) => {
    const traffic = stack.load();
    await untilAccepted(traffic, 100);
    const sinceMs = performance.now();
    await redis().process.freeze();
    await pause(10_000);
    redis().process.thaw();
    const times = acceptTimes(traffic.sender.attempts, sinceMs);
    const p99 = percentile(times, 0.99);
    t.diagnostic(
      `${times.length} accepted meanwhile, p50 ${Math.round(percentile(times, 0.5))} ms, p99 ${Math.round(p99)} ms`,
    );
    assert.ok(times.length > 20, 'it went on accepting');
    assert.ok(p99 <= 2500, `${p99} ms`);
    assert.equal(traffic.book.givenUp, 0);
    await untilDrained();
    await assertNothingLost(stack.lab, traffic);
  });

  test('F8: at maxmemory new batches go to the journal, workers free memory, and it recovers', async () => {
    const traffic = stack.load();
    await untilAccepted(traffic, 100);
    const before = await journaled();
    await redisCommand(redis().url, ['CONFIG', 'SET', 'maxmemory', '1']);
    try {
      await waitFor(async () => (await journaled()) > before, {
        timeoutMs: 10_000,
        what: 'the journal to take over',
      });
      // What was in the queue is done all the same.
      await waitFor(async () => (await backlogOf(stack.lab)).queued === 0, {
        timeoutMs: 20_000,
        what: 'the queue to be empty',
      });
      assert.equal((await stack.lab.ingest.readiness())?.ready, true);
    } finally {
      await redisCommand(redis().url, ['CONFIG', 'SET', 'maxmemory', String(256 << 20)]);
    }
    await untilDrained();
    assert.equal(traffic.book.givenUp, 0);
    await assertNothingLost(stack.lab, traffic);
  });

  test(
    'F9: its disk is full: it ends, the journal takes over, and only the torn tail is cut',
    { skip: noSmallDisk ?? false },
    async (t) => {
      const traffic = stack.load({ paddingBytes: 4000 });
      await untilAccepted(traffic, 100);
      await stack.lab.disks.redis!.fill();
      await redis().process.ended();
      await pause(1500);
      assert.equal((await stack.lab.ingest.readiness())?.ready, true, 'A5: the journal has room');
      await stack.lab.disks.redis!.free();
      await redis().process.start();
      await untilStoring(stack.lab, 30_000);
      t.diagnostic(`drained ${Math.round(await untilDrained())} ms after it was back`);
      assert.equal(traffic.book.givenUp, 0);
      await assertNothingLost(stack.lab, traffic);
    },
  );

  test('F11: wiped, the loss is noticed within 10 s, the group is made anew and life goes on', async () => {
    const traffic = stack.load();
    await untilAccepted(traffic, 100);
    // With everything done, nothing can be lost by it but what ingest still has.
    await stack.lab.ingest.freeze();
    await waitFor(
      async () => (await redisCommand(redis().url, ['XLEN', 'runlight:ingest'])) === 0,
      {
        timeoutMs: 20_000,
        what: 'the queue to be empty',
      },
    );
    await waitFor(
      async () => (await redisCommand(redis().url, ['XLEN', 'runlight:ingest:bulk'])) === 0,
      {
        timeoutMs: 20_000,
        what: 'the bulk queue to be empty',
      },
    );
    await redis().process.kill();
    await rm(join(redis().dir, 'data', 'appendonlydir'), { recursive: true });
    stack.lab.ingest.thaw();
    await untilAccepted(traffic, 60);
    await redis().process.start();
    await waitFor(
      async () => ((await stack.lab.ingest.metric('runlight_ingest_queue_lost_total')) ?? 0) > 0,
      {
        timeoutMs: 10_000,
        what: 'the alarm',
      },
    );
    assert.match(await stack.lab.ingest.log(), /"level":"error"[^\n]*lost/);
    await untilStoring(stack.lab, 30_000);
    await untilDrained();
    await untilReady(stack.lab.ingest, true);
    await assertNothingLost(stack.lab, traffic);
  });
});
