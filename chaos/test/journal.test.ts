import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { smallDiskObstacle } from '@runlight/testkit/faults';
import { startLab } from '../src/lab/lab.ts';
import type { Lab } from '../src/lab/lab.ts';
import type { LabTenant } from '../src/lab/tenants.ts';
import { startLoad } from '../src/load/load.ts';
import type { Load, LoadOptions } from '../src/load/load.ts';
import {
  assertNothingLost,
  obstacle,
  resultsSince,
  untilAccepted,
  untilReady,
  untilStoring,
} from './support.ts';

// The journal without room, and two engines away at once.

const noSmallDisk = await smallDiskObstacle();

describe('the journal', { skip: obstacle() || (noSmallDisk ?? false) }, () => {
  let lab: Lab;
  let tenants: LabTenant[];
  const loads: Load[] = [];
  before(async () => {
    lab = await startLab({ disks: { journal: 20 } });
  });
  beforeEach(async () => {
    tenants = [await lab.tenant(), await lab.tenant()];
  });
  afterEach(async () => {
    await lab?.heal();
    await Promise.all(loads.splice(0).map((one) => one.stop()));
  });
  after(() => lab?.stop());

  function load(options: Partial<LoadOptions> = {}): Load {
    const started = startLoad({ tenants, seed: 19, url: () => lab.ingest.url, ...options });
    loads.push(started);
    return started;
  }

  test('F22, D9: its disk is full: Redis goes on; without both nothing is accepted, and what was is there', async () => {
    // Senders that never lose patience, so that something is always being asked.
    const traffic = load({ maxAttempts: 100, maxWaitMs: 300 });
    await untilAccepted(traffic, 60);
    await lab.disks.journal!.fill();
    const fullAtMs = performance.now();
    await untilAccepted(traffic, 100);
    assert.deepEqual([...resultsSince(traffic.sender.attempts, fullAtMs)], [202], 'Redis goes on');
    assert.equal((await lab.ingest.readiness())?.ready, true);

    await lab.engines.redis.process.kill();
    await untilReady(lab.ingest, false);
    const nothingAtMs = performance.now();
    await pause(3000);
    assert.deepEqual([...resultsSince(traffic.sender.attempts, nothingAtMs)], [503]);
    assert.ok(
      traffic.sender.attempts.every(({ result, hasRetryAfter }) => result !== 503 || hasRetryAfter),
      'each refusal says when to come again',
    );

    await lab.engines.redis.process.start();
    await untilReady(lab.ingest, true);
    await untilAccepted(traffic, 60);
    await lab.disks.journal!.free();
    await assertNothingLost(lab, traffic);
  });

  for (const order of [
    ['redis', 'clickhouse'],
    ['clickhouse', 'redis'],
  ] as const) {
    test(`F33: ${order.join(' and ')} gone at once and back in that order`, async (t) => {
      const traffic = load({ clients: 2, pauseMs: 100 });
      await untilAccepted(traffic, 60);
      await Promise.all(order.map((name) => lab.engines[name].process.kill()));
      const sinceMs = performance.now();
      await untilAccepted(traffic, 100);
      assert.ok(!resultsSince(traffic.sender.attempts, sinceMs).has(503), 'the journal takes over');
      assert.equal((await lab.ingest.readiness())?.ready, true);
      await untilReady(lab.worker, false);
      for (const name of order) {
        await lab.engines[name].process.start();
        await pause(1500);
      }
      t.diagnostic(
        `first batch done ${Math.round(await untilStoring(lab, 30_000))} ms after (D10: 30 s)`,
      );
      await untilReady(lab.worker, true);
      await assertNothingLost(lab, traffic);
    });
  }
});
