import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import { send } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest } from './support/service.ts';
import type { IngestService } from './support/service.ts';

let service: IngestService;
before(async () => {
  // Bursts of 30 and of 6 seconds: 30 runs, 300 KB, 120 requests.
  service = await startIngest({
    INGEST_RUNS_PER_SECOND: '1',
    INGEST_BYTES_PER_SECOND: '10000',
    INGEST_CALLS_PER_MINUTE: '1200',
  });
});
after(() => service?.close());

const refusals = async (quota: string): Promise<number> => {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  const match = new RegExp(`quota_refusals_total\\{quota="${quota}"[^}]*\\} (\\d+)`).exec(text);
  return Number(match?.[1] ?? 0);
};

test('A1: a workspace that sends too many runs is told when to come back; another is not', async () => {
  const [noisy, quiet] = [await service.tenant(), await service.tenant()];
  const body = { post: Array.from({ length: 29 }, () => rootRun()) };
  assert.equal((await send(service, noisy, '/runs/batch', { body })).status, 202);
  assert.equal((await send(service, noisy, '/runs/batch', { body })).status, 202);
  const refused = await send(service, noisy, '/runs', { body: rootRun() });
  assert.equal(refused.status, 429);
  assert.match(refused.body.error!, /^Too many requests: this workspace sends more runs/);
  const wait = Number(refused.headers.get('retry-after'));
  assert.ok(wait >= 20 && wait <= 30, String(wait));
  // Another key of the same workspace does not help.
  const other = { key: await noisy.keyOf('full') };
  assert.equal((await send(service, other, '/runs', { body: rootRun() })).status, 429);
  assert.equal((await send(service, quiet, '/runs', { body: rootRun() })).status, 202);
  assert.equal(await refusals('runs'), 2);
});

test('bytes count as they are after decompression', async () => {
  const tenant = await service.tenant();
  const body = rootRun({ inputs: { text: 'x'.repeat(310_000) } });
  assert.equal((await send(service, tenant, '/runs', { body })).status, 202);
  const refused = await send(service, tenant, '/runs', { body: rootRun() });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  // It is said before the body is read: nobody sends 100 MiB for nothing.
  const early = await fetch(`${service.url}/runs`, {
    method: 'POST',
    headers: { 'x-api-key': tenant.key },
    body: ReadableStream.from([new Uint8Array([0x7b])]),
    duplex: 'half',
  });
  assert.equal(early.status, 429);
  await waitFor(
    async () => (await send(service, tenant, '/runs', { body: rootRun() })).status === 202,
    { timeoutMs: 15_000, what: 'the workspace to be served again' },
  );
});

test('a key that makes too many requests waits, also with empty ones', async () => {
  const tenant = await service.tenant();
  const statuses = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const sending = { body: { post: [], patch: [] } };
      return (await send(service, tenant, '/runs/batch', sending)).status;
    }),
  );
  assert.deepEqual(new Set(statuses), new Set([202, 429]));
  assert.ok(statuses.filter((status) => status === 202).length >= 120);
});
