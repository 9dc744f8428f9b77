import assert from 'node:assert/strict';
import dns from 'node:dns';
import net from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startGateway } from './support/gateway.ts';

// The gateway's packages would call home: at start (cloud metadata), hourly and at shutdown. Nothing
// may leave, whatever the environment says.
test('opens no connection to the outside at start, in use and at stop', async (t) => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'false';
  process.env['APOLLO_KEY'] = 'service:x:y';
  process.env['APOLLO_GRAPH_REF'] = 'x@current';
  const connect = t.mock.method(net.Socket.prototype, 'connect');
  const lookup = t.mock.method(dns, 'lookup');

  const gateway = await startGateway();
  const own = Number(new URL(gateway.url).port);
  const { status } = await gateway.post({ query: '{ viewer { id } }' });
  assert.equal(status, 200);
  // The probe of the metadata addresses begins some time after the start.
  await pause(1500);
  await gateway.close();

  const targets = connect.mock.calls.map(({ arguments: args }) => {
    const [options] = args.flat() as { host?: string; port?: number | string }[];
    return `${options?.host}:${options?.port}`;
  });
  assert.deepEqual(
    targets.filter((target) => target !== `127.0.0.1:${own}`),
    [],
  );
  assert.deepEqual(
    lookup.mock.calls.map(({ arguments: args }) => args[0]).filter((name) => name !== '127.0.0.1'),
    [],
  );
  assert.equal(process.env['APOLLO_KEY'], undefined);
});
