import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { before, describe, test } from 'node:test';
import { startNginx } from '../src/lab/nginx.ts';
import type { Nginx } from '../src/lab/nginx.ts';
import type { LabService } from '../src/lab/services.ts';
import type { Load } from '../src/load/load.ts';
import {
  assertNothingLost,
  nginxObstacle,
  obstacle,
  untilAccepted,
  untilReady,
} from './support.ts';
import { useStack } from './use-stack.ts';

// A new version is rolled out while everybody goes on sending.

describe('a deployment', { skip: obstacle() || nginxObstacle() }, () => {
  const stack = useStack({ ingests: 2, workers: 2, ingestEnv: { INGEST_DRAIN_DELAY_MS: '500' } });
  let nginx: Nginx;
  before(async () => {
    nginx = await startNginx(stack.lab);
  });
  const load = () => stack.load({ clients: 6, pauseMs: 30, url: () => nginx.url });

  async function restart(service: LabService): Promise<number> {
    const startedAtMs = performance.now();
    assert.equal(await service.stop(), 0, `${service.name} ends by itself`);
    const tookMs = performance.now() - startedAtMs;
    assert.ok(tookMs <= 25_000, `${service.name} drained for ${tookMs} ms`);
    await service.start();
    await untilReady(service, true);
    return tookMs;
  }

  function assertNoneFailed({ book }: Load): void {
    assert.equal(book.givenUp, 0, 'no sender ran out of patience');
    assert.deepEqual([...book.refused], []);
  }

  test('A4: a rolling restart of ingest and workers under load fails no request and loses nothing', async (t) => {
    const traffic = load();
    await untilAccepted(traffic, 100);
    const drains: string[] = [];
    for (const service of [...stack.lab.ingests, ...stack.lab.workers]) {
      drains.push(`${service.name} ${Math.round(await restart(service))} ms`);
      await untilAccepted(traffic, 60);
    }
    t.diagnostic(`drained: ${drains.join(', ')}`);
    const again = traffic.sender.attempts.filter(({ result }) => result !== 202).length;
    t.diagnostic(`${again} of ${traffic.sender.attempts.length} requests were sent again`);
    await assertNothingLost(stack.lab, traffic);
    assertNoneFailed(traffic);
  });

  test('F29: nginx reloads while its upstreams restart: no request fails', async () => {
    const traffic = load();
    await untilAccepted(traffic, 100);
    const reloading = new AbortController();
    const reloads = (async () => {
      while (!reloading.signal.aborted) {
        nginx.reload();
        await pause(400);
      }
    })();
    for (const ingest of stack.lab.ingests) {
      await restart(ingest);
      await untilAccepted(traffic, 60);
    }
    reloading.abort();
    await reloads;
    await assertNothingLost(stack.lab, traffic);
    assertNoneFailed(traffic);
  });
});
