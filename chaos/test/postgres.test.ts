import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { generateApiKey } from '@runlight/auth';
import { createDatabase } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import { sql } from 'kysely';
import {
  assertNothingLost,
  obstacle,
  resultsSince,
  untilAccepted,
  untilReady,
  untilStoring,
} from './support.ts';
import { useStack } from './use-stack.ts';

// Postgres holds keys and the ledger: without it, known senders go on and bookkeeping waits.

describe('Postgres', { skip: obstacle() }, () => {
  const stack = useStack();

  /** One request, with the key of somebody nobody knows. */
  async function statusOfStranger(): Promise<{
    status: number;
    retryAfter: string | null;
    ms: number;
  }> {
    const startedAtMs = performance.now();
    const response = await fetch(`${stack.lab.ingest.url}/runs/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': generateApiKey() },
      body: '{"post":[],"patch":[]}',
    });
    await response.arrayBuffer();
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      ms: performance.now() - startedAtMs,
    };
  }

  test('F20: away, known keys go on, unknown ones get 503 and never 401, the ledger catches up', async (t) => {
    const traffic = stack.load({ clients: 3, pauseMs: 100 });
    await untilAccepted(traffic, 100);
    assert.equal((await statusOfStranger()).status, 401);
    const sinceMs = performance.now();
    await stack.lab.engines.postgres.process.kill();
    await untilReady(stack.lab.worker, false);
    await pause(12_000);
    const results = () => resultsSince(traffic.sender.attempts, sinceMs);
    await waitFor(() => results().size > 0, { timeoutMs: 10_000, what: 'known keys to go on' });
    assert.deepEqual([...results()], [202], 'known keys go on');
    const stranger = await statusOfStranger();
    assert.equal(stranger.status, 503);
    assert.ok(Number(stranger.retryAfter) > 0);
    // Within the minute for which keys are known, ingest can do what it says (A5).
    assert.equal((await stack.lab.ingest.readiness())?.ready, true);

    await stack.lab.engines.postgres.process.start();
    const firstMs = await untilStoring(stack.lab, 30_000);
    t.diagnostic(`the ledger goes on ${Math.round(firstMs)} ms after it was back`);
    await untilReady(stack.lab.worker, true);
    assert.equal((await statusOfStranger()).status, 401);
    await assertNothingLost(stack.lab, traffic);
  });

  test('F21: without a free connection, requests wait 2 s at most and get 503; nothing crashes', async () => {
    const traffic = stack.load({ clients: 3, pauseMs: 100 });
    await untilAccepted(traffic, 60);
    const pids = [stack.lab.ingest.pid(), stack.lab.worker.pid()];
    // Ingest's own connections go, and a storm takes all places before they can be made again.
    const storm = createDatabase({
      url: stack.lab.engines.postgres.url,
      log: createLogger({ service: 'storm', level: 'silent' }),
      applicationName: 'storm',
      maxConnections: 200,
    });
    const takePlaces = () =>
      Array.from({ length: 200 }, () =>
        sql`SELECT pg_sleep(10)`.execute(storm.db).catch(() => undefined),
      );
    const sleepers = takePlaces();
    await pause(500);
    await stack.lab.engines.postgres.ofIngest.set({ kind: 'refuse' });
    // The places that ingest left; those that found none before were turned away.
    sleepers.push(...takePlaces());
    await pause(500);
    await stack.lab.engines.postgres.ofIngest.set({ kind: 'pass' });
    const sinceMs = performance.now();
    await untilAccepted(traffic, 60);
    const strangers = await Promise.all(Array.from({ length: 10 }, statusOfStranger));
    for (const { status, ms } of strangers) {
      assert.equal(status, 503);
      assert.ok(ms < 4000, `${ms} ms`);
    }
    const results = () => resultsSince(traffic.sender.attempts, sinceMs);
    await waitFor(() => results().size > 0, { timeoutMs: 10_000, what: 'known keys to go on' });
    assert.deepEqual([...results()], [202], 'known keys go on');
    await Promise.all(sleepers);
    await storm.close();
    assert.deepEqual([stack.lab.ingest.pid(), stack.lab.worker.pid()], pids);
    await untilReady(stack.lab.ingest, true);
    assert.equal((await statusOfStranger()).status, 401);
    await assertNothingLost(stack.lab, traffic);
  });
});
