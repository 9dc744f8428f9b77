import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import { smallDiskObstacle } from '@runlight/testkit/faults';
import { backlogOf } from '../src/oracle/quiet.ts';
import { assertNothingLost, obstacle, untilAccepted, untilReady, untilStoring } from './support.ts';
import { useStack } from './use-stack.ts';

// A trace store that dies, is silent, slow or full: it costs time, never a run.

const noSmallDisk = await smallDiskObstacle();

describe('the trace store', { skip: obstacle() }, () => {
  const stack = useStack({ disks: noSmallDisk ? {} : { clickhouse: 400 } });

  const deadLetters = async () =>
    (await stack.lab.database.db.selectFrom('ingest_dead_letter').select('id').execute()).length;

  test('F13: killed in the middle of inserts, nothing is lost and nothing is there twice', async () => {
    const traffic = stack.load();
    for (const text of [
      'INSERT+INTO+run_events',
      'INSERT+INTO+runs+',
      'INSERT+INTO+run_payloads',
    ]) {
      await untilAccepted(traffic, 100);
      stack.lab.engines.clickhouse.ofWorkers.intercept({ on: 'request', text }, () =>
        stack.lab.engines.clickhouse.process.kill(),
      );
      await stack.lab.engines.clickhouse.process.ended();
      await untilReady(stack.lab.worker, false);
      assert.equal((await stack.lab.ingest.readiness())?.ready, true, 'A5: ingest does without it');
      await stack.lab.engines.clickhouse.process.start();
      await untilReady(stack.lab.worker, true);
    }
    await assertNothingLost(stack.lab, traffic);
  });

  test('F14: it does what it is told, but the answers are lost: the same rows again, totals exact', async (t) => {
    const traffic = stack.load();
    await untilAccepted(traffic, 100);
    const retriesBefore = (await stack.lab.worker.metric('runlight_worker_retries_total')) ?? 0;
    await stack.lab.engines.clickhouse.ofWorkers.set({ kind: 'cut-reply' });
    await pause(4000);
    await stack.lab.engines.clickhouse.ofWorkers.set({ kind: 'pass' });
    const retries =
      (await stack.lab.worker.metric('runlight_worker_retries_total'))! - retriesBefore;
    assert.ok(retries > 0, 'calls were repeated');
    t.diagnostic(`${retries} calls repeated`);
    await assertNothingLost(stack.lab, traffic);
  });

  test('F15: silent, then slow: inserts time out, the breaker opens, memory stays bounded', async (t) => {
    const traffic = stack.load({ clients: 2, pauseMs: 100 });
    await untilAccepted(traffic, 60);
    await stack.lab.engines.clickhouse.ofWorkers.set({ kind: 'blackhole' });
    await untilReady(stack.lab.worker, false);
    await waitFor(
      async () => (await stack.lab.worker.metric('runlight_worker_breaker_open')) === 1,
      {
        // An insert gets 30 s.
        timeoutMs: 40_000,
        what: 'the breaker to open',
      },
    );
    assert.equal((await stack.lab.ingest.readiness())?.ready, true);
    await stack.lab.engines.clickhouse.ofWorkers.set({ kind: 'slow', delayMs: 800 });
    const slowMs = await untilStoring(stack.lab, 45_000);
    t.diagnostic(`a batch was done after ${Math.round(slowMs)} ms of a slow network`);
    const [workerMib, ingestMib] = await Promise.all(
      [stack.lab.worker, stack.lab.ingest].map(async (one) =>
        Math.round((await one.peakBytes()) / 2 ** 20),
      ),
    );
    t.diagnostic(`worker had at most ${workerMib} MiB, ingest ${ingestMib}`);
    assert.ok(workerMib! <= 512 && ingestMib! <= 512);
    assert.equal(await deadLetters(), 0, 'an outage is not poison');
    await assertNothingLost(stack.lab, traffic);
  });

  test('F16, D7: away for a while, everything is accepted, and the backlog clears at 3 × the rate', async (t) => {
    const traffic = stack.load({ clients: 2, pauseMs: 500 });
    await untilAccepted(traffic, 60);
    const before = traffic.book.operations;
    const goneAtMs = performance.now();
    await stack.lab.engines.clickhouse.process.kill();
    await pause(10_000);
    const backlog = traffic.book.operations - before;
    const rate = backlog / ((performance.now() - goneAtMs) / 1000);
    assert.equal(traffic.book.givenUp, 0, 'everything was accepted');
    assert.equal((await stack.lab.ingest.readiness())?.ready, true);
    assert.equal((await stack.lab.worker.readiness())?.ready, false);

    await stack.lab.engines.clickhouse.process.start();
    const backAtMs = performance.now();
    const { queued } = await backlogOf(stack.lab);
    const firstMs = await untilStoring(stack.lab, 30_000);
    t.diagnostic(`first batch done ${Math.round(firstMs)} ms after it was back (D10: 30 s)`);
    await waitFor(async () => (await backlogOf(stack.lab)).queued < Math.max(queued / 5, 4), {
      timeoutMs: 60_000,
      what: 'the backlog to go',
    });
    const drained = backlog / ((performance.now() - backAtMs) / 1000);
    t.diagnostic(
      `${Math.round(rate)} operations/s came, the backlog went at ${Math.round(drained)}/s on top`,
    );
    assert.ok(drained + rate >= 3 * rate, `${drained} + ${rate} a second`);
    assert.equal(await deadLetters(), 0);
    await assertNothingLost(stack.lab, traffic);
  });

  test(
    'F17: with its disk full the worker waits for ever and buries nothing',
    { skip: noSmallDisk ?? false },
    async () => {
      const traffic = stack.load({ clients: 2, pauseMs: 100, paddingBytes: 4000 });
      await untilAccepted(traffic, 60);
      await stack.lab.disks.clickhouse!.fill();
      await waitFor(
        async () => (await stack.lab.worker.metric('runlight_worker_breaker_open')) === 1,
        {
          timeoutMs: 30_000,
          what: 'an insert to fail',
        },
      );
      await pause(4000);
      assert.equal((await stack.lab.ingest.readiness())?.ready, true);
      assert.equal(await deadLetters(), 0);
      assert.equal(traffic.book.givenUp, 0);
      // It may have ended by it; whoever looks after it starts it again.
      await stack.lab.heal();
      await untilStoring(stack.lab, 30_000);
      await assertNothingLost(stack.lab, traffic);
      assert.equal(await deadLetters(), 0);
    },
  );
});
