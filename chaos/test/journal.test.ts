import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { smallDiskObstacle } from '@runlight/testkit/faults';
import {
  assertNothingLost,
  obstacle,
  resultsSince,
  untilAccepted,
  untilReady,
  untilStoring,
} from './support.ts';
import { useStack } from './use-stack.ts';

// The journal without room, and two engines away at once.

const noSmallDisk = await smallDiskObstacle();

describe('the journal', { skip: obstacle() || (noSmallDisk ?? false) }, () => {
  const stack = useStack({ disks: { journal: 20 } });

  test('F22, D9: its disk is full: Redis goes on; without both nothing is accepted, and what was is there', async () => {
    // Senders that never lose patience, so that something is always being asked.
    const traffic = stack.load({ maxAttempts: 100, maxWaitMs: 300 });
    await untilAccepted(traffic, 60);
    await stack.lab.disks.journal!.fill();
    const fullAtMs = performance.now();
    await untilAccepted(traffic, 100);
    assert.deepEqual([...resultsSince(traffic.sender.attempts, fullAtMs)], [202], 'Redis goes on');
    assert.equal((await stack.lab.ingest.readiness())?.ready, true);

    await stack.lab.engines.redis.process.kill();
    await untilReady(stack.lab.ingest, false);
    const nothingAtMs = performance.now();
    await pause(3000);
    assert.deepEqual([...resultsSince(traffic.sender.attempts, nothingAtMs)], [503]);
    assert.ok(
      traffic.sender.attempts.every(({ result, hasRetryAfter }) => result !== 503 || hasRetryAfter),
      'each refusal says when to come again',
    );

    await stack.lab.engines.redis.process.start();
    await untilReady(stack.lab.ingest, true);
    await untilAccepted(traffic, 60);
    await stack.lab.disks.journal!.free();
    await assertNothingLost(stack.lab, traffic);
  });

  for (const order of [
    ['redis', 'clickhouse'],
    ['clickhouse', 'redis'],
  ] as const) {
    test(`F33: ${order.join(' and ')} gone at once and back in that order`, async (t) => {
      const traffic = stack.load({ clients: 2, pauseMs: 100 });
      await untilAccepted(traffic, 60);
      await Promise.all(order.map((name) => stack.lab.engines[name].process.kill()));
      const sinceMs = performance.now();
      await untilAccepted(traffic, 100);
      assert.ok(!resultsSince(traffic.sender.attempts, sinceMs).has(503), 'the journal takes over');
      assert.equal((await stack.lab.ingest.readiness())?.ready, true);
      await untilReady(stack.lab.worker, false);
      for (const name of order) {
        await stack.lab.engines[name].process.start();
        await pause(1500);
      }
      t.diagnostic(
        `first batch done ${Math.round(await untilStoring(stack.lab, 30_000))} ms after (D10: 30 s)`,
      );
      await untilReady(stack.lab.worker, true);
      await assertNothingLost(stack.lab, traffic);
    });
  }
});
