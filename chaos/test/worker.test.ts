import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { ingestGroup, laneStream } from '@runlight/queue';
import { sql } from 'kysely';
import { redisCommand, waitFor } from '@runlight/testkit';
import type { FaultProxy, Wanted } from '@runlight/testkit/faults';
import type { Lab } from '../src/lab/lab.ts';
import { createSender } from '../src/load/sender.ts';
import { backlogOf } from '../src/oracle/quiet.ts';
import { readStored } from '../src/oracle/stored.ts';
import {
  acceptTimes,
  assertNothingLost,
  obstacle,
  percentile,
  rowsOf,
  sendRun,
  untilAccepted,
  untilReady,
  untilStored,
} from './support.ts';
import { useStack } from './use-stack.ts';

// Workers that die, freeze, are blocked, have wrong clocks or are of another version.

const leaseMs = 4000;

describe('workers', { skip: obstacle() }, () => {
  const stack = useStack({ workers: 2, leaseMs });

  const claimed = async () =>
    (
      await Promise.all(
        stack.lab.workers.map((one) => one.metric('runlight_worker_claimed_entries_total')),
      )
    ).reduce<number>((sum, value) => sum + (value ?? 0), 0);

  const moments: [name: string, proxy: () => FaultProxy, wanted: Wanted][] = [
    [
      'before insert',
      () => stack.lab.engines.clickhouse.ofWorkers,
      { on: 'request', text: 'INSERT+INTO+run_events' },
    ],
    [
      'after insert, before verify',
      () => stack.lab.engines.clickhouse.ofWorkers,
      { on: 'reply', text: 'INSERT+INTO+runs+' },
    ],
    [
      'after verify, before ack',
      () => stack.lab.engines.postgres.ofWorkers,
      { on: 'reply', text: 'INSERT INTO ingest_ledger' },
    ],
  ];
  for (const [moment, proxy, wanted] of moments) {
    test(`F3: a worker killed ${moment} is replaced within the lease + 10 s`, async (t) => {
      const [first, second] = stack.lab.workers as [Lab['worker'], Lab['worker']];
      await second.kill();
      let killedAtMs: number | undefined;
      proxy().intercept(wanted, async () => {
        await first.kill();
        killedAtMs = performance.now();
      });
      const sender = createSender({ url: () => stack.lab.ingest.url });
      const tenant = stack.tenants[0]!;
      const runId = await sendRun(sender, tenant);
      await first.ended();
      await second.start();
      await untilReady(second, true);
      await waitFor(async () => (await backlogOf(stack.lab)).queued === 0, {
        timeoutMs: leaseMs + 10_000,
        what: 'the entry to be done',
      });
      t.diagnostic(`done ${Math.round(performance.now() - killedAtMs!)} ms after the kill`);
      assert.equal(first.isRunning(), false, 'the other one did it');
      assert.equal((await rowsOf(stack.lab, tenant, runId)).length, 1);
      const { ledger, usage } = await readStored(stack.lab, tenant.workspaceId);
      assert.deepEqual([ledger.operations, usage], [2, 2], 'counted once');
      await sender.close();
    });
  }

  test('F4: a worker frozen longer than its lease is replaced, and harmless when it wakes', async () => {
    const traffic = stack.load();
    await untilAccepted(traffic, 100);
    const before = await claimed();
    const frozen = Promise.withResolvers<void>();
    // In the middle of an insert, so that it has entries in hand.
    stack.lab.engines.clickhouse.ofWorkers.intercept(
      { on: 'request', text: 'INSERT+INTO+runs+' },
      () => stack.lab.worker.freeze().then(frozen.resolve),
    );
    await frozen.promise;
    assert.equal(await stack.lab.worker.isLive(), false);
    await pause(leaseMs + 3000);
    assert.ok(
      (await claimed()) > before ||
        (await stack.lab.workers[1]!.metric('runlight_worker_claimed_entries_total'))! > 0,
      'the other one took over',
    );
    stack.lab.worker.thaw();
    await untilReady(stack.lab.worker, true);
    await untilAccepted(traffic, 100);
    await assertNothingLost(stack.lab, traffic);
  });

  test('F5: with both workers gone ingest is unaffected, and the queue drains at 3 × the rate', async (t) => {
    const traffic = stack.load({ clients: 2, pauseMs: 500 });
    await untilAccepted(traffic, 100);
    await Promise.all(stack.lab.workers.map((one) => one.kill()));
    const goneAtMs = performance.now();
    const acceptedBefore = traffic.book.operations;
    await pause(8000);
    const rate =
      (traffic.book.operations - acceptedBefore) / ((performance.now() - goneAtMs) / 1000);
    assert.equal(
      (await stack.lab.ingest.readiness())?.ready,
      true,
      'A5: ingest keeps its promises',
    );
    const times = acceptTimes(traffic.sender.attempts, goneAtMs);
    assert.equal(traffic.book.givenUp, 0);
    const { queued } = await backlogOf(stack.lab);
    assert.ok(queued >= 10, `${queued} entries wait`);

    await Promise.all(stack.lab.workers.map((one) => one.start()));
    const backAtMs = performance.now();
    const backlog = traffic.book.operations - acceptedBefore;
    // Some are always on their way while traffic flows.
    await waitFor(async () => (await backlogOf(stack.lab)).queued < Math.max(queued / 5, 4), {
      timeoutMs: 30_000,
      what: 'the backlog to go',
    });
    const drained = backlog / ((performance.now() - backAtMs) / 1000);
    t.diagnostic(
      `${Math.round(rate)} operations/s came, the backlog went at ${Math.round(drained)}/s on top; accept p99 ${Math.round(percentile(times, 0.99))} ms`,
    );
    assert.ok(drained + rate >= 3 * rate, `${drained} + ${rate} a second`);
    await assertNothingLost(stack.lab, traffic);
  });

  test('F26: clocks that jump an hour reorder nothing and end no lease', async () => {
    const traffic = stack.load();
    await untilAccepted(traffic, 60);
    const before = await claimed();
    for (const ms of [-3_600_000, 3_600_000, 0]) {
      await stack.lab.ingest.order({ kind: 'shift-clock', ms });
      await stack.lab.workers[0]!.order({ kind: 'shift-clock', ms: -ms });
      await untilAccepted(traffic, 100);
    }
    assert.equal(await claimed(), before, 'nobody took anything over');
    assert.equal((await stack.lab.worker.readiness())?.ready, true);
    await assertNothingLost(stack.lab, traffic);
  });

  test('F28: a blocked event loop has no effects twice, and liveness outlives it', async () => {
    const traffic = stack.load();
    await untilAccepted(traffic, 60);
    const before = await claimed();
    const blocks = [stack.lab.worker, stack.lab.ingest].map((one) =>
      one.order({ kind: 'block', ms: 3000 }),
    );
    const alive = await Promise.all(
      [stack.lab.worker, stack.lab.ingest].map((one) => one.isLive(10_000)),
    );
    await Promise.all(blocks);
    assert.deepEqual(alive, [true, true]);
    await untilAccepted(traffic, 60);
    assert.equal(await claimed(), before, 'the lease is longer than that');
    await assertNothingLost(stack.lab, traffic);
  });

  test('F19: a worker newer than the schema refuses to start and says why; entries stay queued', async () => {
    await Promise.all(stack.lab.workers.map((one) => one.kill()));
    const { db } = stack.lab.database;
    // As if the newest migrations had not been run.
    const missing = await sql<{ name: string; timestamp: string }>`
      DELETE FROM kysely_migration WHERE name IN
        (SELECT name FROM kysely_migration ORDER BY name DESC LIMIT 3)
      RETURNING name, timestamp`.execute(db);
    const traffic = stack.load();
    await untilAccepted(traffic, 60);
    try {
      // It may show life before it has looked.
      await stack.lab.worker.start({ timeoutMs: 4000 }).catch(() => undefined);
      await stack.lab.worker.ended();
      assert.match(await stack.lab.worker.log(), /"level":"fatal"[^\n]*lacks the migration [\w-]+/);
      assert.ok((await backlogOf(stack.lab)).queued > 0);
      assert.equal((await stack.lab.ingest.readiness())?.ready, true);
    } finally {
      for (const { name, timestamp } of missing.rows) {
        await sql`INSERT INTO kysely_migration (name, timestamp) VALUES (${name}, ${timestamp})`.execute(
          db,
        );
      }
    }
    await assertNothingLost(stack.lab, traffic);
  });

  test('F34: entries of a newer format are left to a newer worker, those around them are stored', async () => {
    const redis = stack.lab.engines.redis.url;
    const stream = laneStream('ordinary');
    const id = (await redisCommand(redis, [
      'XADD',
      stream,
      '*',
      'v',
      '99',
      'b',
      crypto.randomUUID(),
      'd',
      'from the future',
    ])) as string;
    const sender = createSender({ url: () => stack.lab.ingest.url });
    const tenant = stack.tenants[1]!;
    const runId = await sendRun(sender, tenant);
    await untilStored(stack.lab, tenant, runId, 10_000);
    await pause(leaseMs + 1000);
    const [pending] = (await redisCommand(redis, [
      'XPENDING',
      stream,
      ingestGroup,
      id,
      id,
      '1',
    ])) as unknown[][];
    assert.equal(pending?.[0], id, 'it is still there for somebody who can read it');
    const letters = await stack.lab.database.db
      .selectFrom('ingest_dead_letter')
      .select('id')
      .execute();
    assert.deepEqual(letters, []);
    assert.equal((await stack.lab.worker.readiness())?.ready, true);
    // What a newer worker would do.
    await redisCommand(redis, ['XACK', stream, ingestGroup, id]);
    await redisCommand(redis, ['XDEL', stream, id]);
    await sender.close();
  });
});
