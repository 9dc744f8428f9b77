import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import { send } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

let service: IngestService;
let tenant: Tenant;
before(async () => {
  service = await startIngest();
  tenant = await service.tenant();
});
after(() => service?.close());

const statusWith = async (headers: Record<string, string>) => {
  const response = await fetch(`${service.url}/runs`, {
    method: 'POST',
    headers,
    body: JSON.stringify(rootRun()),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

/** The status line of a request written by hand, for what HTTP clients refuse to send. */
async function rawStatus(...headers: string[]): Promise<string> {
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /runs HTTP/1.1\r\nhost: x\r\n${headers.join('\r\n')}\r\ncontent-length: 2\r\n\r\n{}`,
  );
  const [data] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return data.toString().slice(9, 12);
}

describe('a key', () => {
  test('comes in x-api-key or as a bearer token', async () => {
    assert.equal((await statusWith({ 'x-api-key': tenant.key })).status, 202);
    assert.equal((await statusWith({ 'X-API-Key': tenant.key })).status, 202);
    assert.equal((await statusWith({ authorization: `Bearer ${tenant.key}` })).status, 202);
  });

  test('in x-api-key wins over the token of a proxy', async () => {
    const headers = { 'x-api-key': tenant.key, authorization: 'Bearer something.of.a-proxy' };
    assert.equal((await statusWith(headers)).status, 202);
  });

  test('that is missing, unknown or of another form is refused', async () => {
    const refused = { status: 401, body: { detail: 'Invalid token' } };
    assert.deepEqual(await statusWith({}), refused);
    assert.deepEqual(await statusWith({ 'x-api-key': 'x' }), refused);
    assert.deepEqual(await statusWith({ 'x-api-key': 'x'.repeat(40) }), refused);
    assert.deepEqual(await statusWith({ authorization: `Basic ${tenant.key}` }), refused);
    const inQuery = await fetch(`${service.url}/runs?x-api-key=${tenant.key}`, { method: 'POST' });
    assert.equal(inQuery.status, 401);
  });

  test('that may only read is refused', async () => {
    const { status, body } = await statusWith({ 'x-api-key': await tenant.keyOf('read') });
    assert.equal(status, 403);
    assert.equal(body['error'], 'Forbidden');
    assert.equal((await statusWith({ 'x-api-key': await tenant.keyOf('full') })).status, 202);
  });

  test('that is revoked stops working within ten seconds', async () => {
    const key = await tenant.keyOf('ingest');
    assert.equal((await statusWith({ 'x-api-key': key })).status, 202);
    await tenant.revoke(key);
    await waitFor(async () => (await statusWith({ 'x-api-key': key })).status === 401, {
      timeoutMs: 11_000,
      what: 'the revoked key to be refused',
    });
  });

  test('is one (I35)', async () => {
    const header = `x-api-key: ${tenant.key}`;
    assert.equal(await rawStatus(header, header), '400');
    assert.equal(await rawStatus(header, `X-Api-Key: other`), '400');
    assert.equal(await rawStatus(`authorization: Bearer a`, `authorization: Bearer b`), '400');
    assert.equal(await rawStatus('x-api-key: a\nb'), '400');
  });

  test('says which workspace a run belongs to (I20)', async () => {
    const other = await service.tenant();
    const run = rootRun({ tenant_id: other.workspaceId });
    await send(service, tenant, '/runs', {
      body: run,
      headers: { 'x-tenant-id': other.workspaceId },
    });
    assert.equal((await service.batches(other.workspaceId)).length, 0);
    await send(service, other, '/runs', { body: run });
    const [mine, theirs] = [
      (await service.batches(tenant.workspaceId)).at(-1)!.operations[0]!,
      (await service.batches(other.workspaceId))[0]!.operations[0]!,
    ];
    assert.equal(mine.runId, theirs.runId);
    assert.notEqual(mine.projectId, theirs.projectId);
  });

  test('never shows up in the log', () => {
    assert.ok(!service.output().includes(tenant.key));
  });
});
