import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import { send } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest, stop } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

/** Begins a request and leaves its body open. */
function beginRequest(service: IngestService, tenant: Tenant, contentLength: number): Socket {
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    `POST /runs HTTP/1.1\r\nhost: x\r\nx-api-key: ${tenant.key}\r\ncontent-length: ${contentLength}\r\n\r\n`,
  );
  return socket;
}

describe('the process', () => {
  let service: IngestService;
  let tenant: Tenant;
  before(async () => {
    service = await startIngest({ INGEST_MEMORY_MIB: '16' });
    tenant = await service.tenant();
  });
  after(() => service?.close());

  test('says on start what an accepted run is worth', () => {
    assert.match(service.output(), /"durability":"(redis|journal)"/);
  });

  test('tells that it lives and is ready, and counts', async () => {
    assert.equal((await fetch(`${service.url}/live`)).status, 200);
    const { ready, checks, details } = (await (await fetch(`${service.url}/ready`)).json()) as {
      ready: boolean;
      checks: Record<string, string>;
      details: { durability: Record<string, unknown> };
    };
    assert.deepEqual(
      { ready, checks },
      {
        ready: true,
        checks: { durability: 'ok', database: 'ok' },
      },
    );
    assert.match(String(details.durability['mode']), /^(redis|journal)$/);
    assert.equal(details.durability['journalBytes'], 0);
    await send(service, tenant, '/runs', { body: rootRun() });
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    assert.match(metrics, /runlight_ingest_operations_total\{outcome="accepted"[^}]*\} [1-9]/);
    assert.match(
      metrics,
      /runlight_ingest_requests_total\{route="\/runs",status="202"[^}]*\} [1-9]/,
    );
  });

  test('refuses what it cannot hold with 503, and recovers (A1)', async () => {
    const body = JSON.stringify(rootRun({ inputs: { text: 'x'.repeat(7 << 20) } }));
    const held = Array.from({ length: 2 }, () => {
      const socket = beginRequest(service, tenant, body.length);
      socket.write(body.slice(0, -1));
      return socket;
    });
    const inFlight = async () =>
      Number(
        /in_flight_bytes\{[^}]*\} (\d+)/.exec(
          await (await fetch(`${service.url}/metrics`)).text(),
        )?.[1],
      );
    await waitFor(async () => (await inFlight()) > 13 << 20, {
      timeoutMs: 5000,
      what: 'two bodies',
    });
    const answer = await send(service, tenant, '/runs', { body });
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '1');
    for (const socket of held) socket.write(body.slice(-1));
    await Promise.all(
      held.map(async (socket) => {
        const [data] = (await once(socket, 'data')) as [Buffer];
        assert.match(data.toString(), /^HTTP\/1\.1 202 /);
        socket.destroy();
      }),
    );
    assert.equal((await send(service, tenant, '/runs', { body })).status, 202);
    assert.equal(await inFlight(), 0);
  });

  test('stores nothing of a body that ends early (I31)', async () => {
    const before = (await service.batches(tenant.workspaceId)).length;
    const body = JSON.stringify(rootRun());
    const socket = beginRequest(service, tenant, body.length + 1);
    socket.write(body);
    await pause(100);
    socket.destroy();
    await pause(100);
    assert.equal((await service.batches(tenant.workspaceId)).length, before);
    assert.equal((await send(service, tenant, '/runs', { body })).status, 202);
  });

  test('answers what it is reading when it is told to stop, then ends (A4)', async () => {
    const body = JSON.stringify(rootRun());
    const socket = beginRequest(service, tenant, body.length);
    await pause(50);
    const ended = stop(service.process);
    await pause(300);
    const refused = await fetch(`${service.url}/live`).catch(() => 'refused');
    assert.equal(refused, 'refused');
    socket.write(body);
    const [data] = (await once(socket, 'data')) as [Buffer];
    assert.match(data.toString(), /^HTTP\/1\.1 202 /);
    assert.match(data.toString(), /connection: close/i);
    assert.equal(await ended, 0);
    assert.equal((await service.batches(tenant.workspaceId)).length > 0, true);
  });
});
