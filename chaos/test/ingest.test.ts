import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { openFileLimit, openFiles, limitOpenFiles } from '@runlight/testkit/faults';
import { waitFor } from '@runlight/testkit';
import { createSender } from '../src/load/sender.ts';
import { readStored } from '../src/oracle/stored.ts';
import { queuedEntries } from '../src/oracle/quiet.ts';
import {
  assertNothingLost,
  obstacle,
  resultsSince,
  rowsOf,
  sendRun,
  untilAccepted,
  untilReady,
  untilStored,
} from './support.ts';
import { useStack } from './use-stack.ts';

// Ingest that dies, runs out of files, or is sent more than it can take.

describe('ingest', { skip: obstacle() }, () => {
  const stack = useStack({ platform: true });

  test('F1: killed in the middle of requests, senders repeat them and nothing is there twice', async (t) => {
    // There is one ingest only, so that they must wait for its restart.
    const traffic = stack.load({ clients: 6, pauseMs: 20, maxAttempts: 12 });
    const results = new Set<unknown>();
    for (let round = 0; round < 4; round += 1) {
      await untilAccepted(traffic, 200);
      const sinceMs = performance.now();
      await stack.lab.ingest.kill();
      assert.equal(await stack.lab.ingest.readiness(), undefined);
      await pause(300);
      await stack.lab.ingest.start();
      await untilReady(stack.lab.ingest, true);
      for (const result of resultsSince(traffic.sender.attempts, sinceMs - 100))
        results.add(result);
    }
    assert.ok(results.has('reset'), 'requests were cut');
    assert.equal(traffic.book.givenUp, 0);
    const { runs } = await assertNothingLost(stack.lab, traffic);
    t.diagnostic(`${runs} runs, ${traffic.sender.attempts.length} requests`);
  });

  test('F2: killed after the queue has it and before the answer, the repeated request is the same run', async () => {
    await stack.lab.worker.kill();
    stack.lab.engines.redis.ofIngest.intercept({ on: 'reply', text: 'xadd' }, () =>
      stack.lab.ingest.kill(),
    );
    const sender = createSender({
      url: () => stack.lab.ingest.url,
      maxAttempts: 20,
      maxWaitMs: 500,
    });
    const tenant = stack.tenants[0]!;
    const sending = sendRun(sender, tenant);
    await stack.lab.ingest.ended();
    assert.equal(await queuedEntries(stack.lab), 1, 'the queue has it');
    await stack.lab.ingest.start();
    const runId = await sending;
    assert.ok(sender.attempts.some(({ result }) => result === 'reset'));
    assert.equal(await queuedEntries(stack.lab), 2, 'and has it again');

    await stack.lab.worker.start();
    await untilStored(stack.lab, tenant, runId, 15_000);
    await waitFor(async () => (await queuedEntries(stack.lab)) === 0, {
      timeoutMs: 10_000,
      what: 'the second entry to be done',
    });
    const rows = await rowsOf(stack.lab, tenant, runId);
    assert.equal(rows.length, 1);
    const { ledger, usage, events, runs } = await readStored(stack.lab, tenant.workspaceId);
    assert.equal(runs.length, 1);
    // Two batches were accepted, whatever their sender knows; each is counted once.
    assert.deepEqual([ledger.operations, usage, events], [4, 4, 4]);
    await sender.close();
  });

  test('F27: without file descriptors ingest refuses with 503, stays alive and recovers', async () => {
    const pid = stack.lab.ingest.pid();
    const normal = await openFileLimit(pid);
    // Through the front door, as in the default stack.
    const traffic = stack.load({
      tenants: stack.tenants.slice(0, 1),
      url: () => stack.lab.platform!.url,
    });
    await untilAccepted(traffic, 100);
    await limitOpenFiles(pid, (await openFiles(pid)) - 2);
    const sinceMs = performance.now();
    const crowd = stack.load({
      tenants: stack.tenants.slice(1),
      clients: 40,
      maxAttempts: 1,
      url: () => stack.lab.platform!.url,
    });
    await pause(3000);
    await limitOpenFiles(pid, normal);
    await crowd.stop();
    const results = resultsSince(crowd.sender.attempts, sinceMs);
    assert.ok(results.has(503), `the crowd was refused: ${[...results].join(', ')}`);
    for (const result of results) assert.ok(result === 202 || result === 503, String(result));
    assert.equal(stack.lab.ingest.pid(), pid, 'it is the same process');
    await untilReady(stack.lab.ingest, true);
    await untilAccepted(traffic, 100);
    await assertNothingLost(stack.lab, traffic);
    await assertNothingLost(stack.lab, crowd);
  });

  test('A1: ten times what it can take is answered with 202, 429 or 503, in bounded memory', async (t) => {
    const normal = stack.load({ clients: 2, tenants: stack.tenants.slice(0, 1) });
    const sinceMs = performance.now();
    // 1 MiB each, one hundred at a time: more than the bytes it will hold.
    const flood = stack.load({
      tenants: stack.tenants.slice(1),
      clients: 100,
      batchSize: 50,
      paddingBytes: 20_000,
      pauseMs: 0,
      maxAttempts: 3,
      timeoutMs: 30_000,
    });
    await pause(6000);
    await flood.stop();
    const attempts = flood.sender.attempts;
    const counts = Map.groupBy(attempts, ({ result }) => result);
    t.diagnostic([...counts].map(([result, some]) => `${result}: ${some.length}`).join(', '));
    for (const { result, hasRetryAfter } of attempts) {
      assert.ok([202, 429, 503].includes(result as number), String(result));
      assert.ok(result === 202 || hasRetryAfter, 'says when to come again');
    }
    assert.ok(!resultsSince(normal.sender.attempts, sinceMs).has('reset'));
    const peakMib = (await stack.lab.ingest.peakBytes()) / 1024 / 1024;
    t.diagnostic(`ingest had at most ${Math.round(peakMib)} MiB`);
    assert.ok(peakMib <= 512, `${peakMib} MiB`);
    await assertNothingLost(stack.lab, normal, { quietMs: 120_000 });
    await assertNothingLost(stack.lab, flood);
  });
});
