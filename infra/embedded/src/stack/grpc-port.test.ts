import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { chooseGrpcPort } from './grpc-port.ts';

test('a port that is taken turns gRPC off, in one line that says what to do', async () => {
  const taken = createServer();
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const chosen = await chooseGrpcPort(port);
  assert.equal(chosen.port, 'off');
  assert.equal(chosen.notices.length, 1);
  assert.match(chosen.notices[0]!, new RegExp(`port ${port} is in use.*INGEST_OTLP_GRPC_PORT`));
  taken.close();
  await once(taken, 'close');
  assert.deepEqual(await chooseGrpcPort(port), { port, notices: [] });
});

test('0 is any free port, off is off', async () => {
  const { port } = await chooseGrpcPort(0);
  assert.ok(typeof port === 'number' && port > 0);
  assert.deepEqual(await chooseGrpcPort('off'), { port: 'off', notices: [] });
});
