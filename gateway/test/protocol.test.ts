import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { ownOrigin, startGateway } from './support/gateway.ts';
import type { TestGateway } from './support/gateway.ts';
import { openAcknowledged, openSocket, subscribeMessage } from './support/raw-socket.ts';

let gateway: TestGateway;
before(async () => {
  gateway = await startGateway({
    limits: {
      connectionInitTimeoutMs: 300,
      recheckIntervalMs: 50,
      maxSubscriptionsPerSocket: 3,
      maxSocketsPerPrincipal: 5,
      maxQueuedEvents: 20,
    },
  });
});
after(() => gateway.close());

const live = 'subscription { runEvents(projectId: "p1") { __typename eventId run { name } } }';

test('answers a ping with its payload, before and after the init', async () => {
  const socket = await openSocket(gateway.wsUrl);
  socket.send({ type: 'ping', payload: { a: 1 } });
  assert.deepEqual(await socket.next(), { type: 'pong', payload: { a: 1 } });
  socket.send({ type: 'connection_init', payload: { apiKey: 'key' } });
  assert.deepEqual(await socket.next(), { type: 'connection_ack' });
  socket.send({ type: 'ping' });
  assert.deepEqual(await socket.next(), { type: 'pong' });
  socket.send({ type: 'pong' });
  socket.close();
});

for (const [name, message] of [
  ['text that is not JSON', 'hello'],
  ['a message without a type', { id: '1' }],
  ['a type of the server', { type: 'connection_ack' }],
  ['a subscribe without an id', { type: 'subscribe', payload: { query: '{ a }' } }],
  ['a subscribe without a query', { type: 'subscribe', id: '1', payload: {} }],
] as const) {
  test(`closes with 4400 upon ${name}`, async () => {
    const socket = await openAcknowledged(gateway.wsUrl);
    socket.send(message);
    assert.equal((await socket.closed).code, 4400);
  });
}

test('closes with 4401 upon a subscribe before the ack', async () => {
  const socket = await openSocket(gateway.wsUrl);
  socket.send(subscribeMessage('1', live));
  assert.equal((await socket.closed).code, 4401);
});

test('closes with 4403 when nobody or an unknown key asks', async () => {
  for (const payload of [undefined, {}, { apiKey: 'unknown' }]) {
    const socket = await openSocket(gateway.wsUrl);
    socket.send({ type: 'connection_init', ...(payload ? { payload } : {}) });
    assert.equal((await socket.closed).code, 4403);
  }
});

test('closes with 4406 upon another subprotocol', async () => {
  const socket = new WebSocket(gateway.wsUrl);
  const [code] = (await once(socket, 'close')) as [number];
  assert.equal(code, 4406);
});

test('closes with 4408 when no init comes', async () => {
  const socket = await openSocket(gateway.wsUrl);
  assert.equal((await socket.closed).code, 4408);
});

test('closes with 4409 upon an id in use, and takes it again when it is free', async () => {
  const socket = await openAcknowledged(gateway.wsUrl);
  socket.send(subscribeMessage('1', live));
  socket.send({ type: 'complete', id: '1' });
  socket.send(subscribeMessage('1', live));
  socket.send(subscribeMessage('1', live));
  assert.equal((await socket.closed).code, 4409);
});

test('closes with 4429 upon a second init', async () => {
  const socket = await openAcknowledged(gateway.wsUrl);
  socket.send({ type: 'connection_init', payload: { apiKey: 'key' } });
  assert.equal((await socket.closed).code, 4429);
});

test('closes upon a message beyond the size limit', async () => {
  const socket = await openAcknowledged(gateway.wsUrl);
  socket.send(subscribeMessage('1', `{ a(b: "${'x'.repeat(10_000_000)}") }`));
  assert.equal((await socket.closed).code, 1009);
});

test('a bad document ends its operation and keeps the socket', async () => {
  const socket = await openAcknowledged(gateway.wsUrl);
  const bad = [
    'subscription {',
    'subscription { unknown }',
    'subscription { runEvents(projectId: "p1") { eventId } other: runEvents(projectId: "p1") { eventId } }',
    'subscription ($no: Boolean!) { runEvents(projectId: "p1") @skip(if: $no) { eventId } }',
    'subscription ($id: ID!) { runEvents(projectId: $id) { eventId } }',
    'subscription { __typename }',
    `subscription { runEvents(projectId: "p1") { run ${'{ parent '.repeat(20)}{ id }${'}'.repeat(20)} } }`,
    'query A { viewer { id } } query B { viewer { id } }',
    '{ unknown }',
  ];
  for (const [index, query] of bad.entries()) {
    socket.send(subscribeMessage(`bad ${index}`, query));
    const { type, id, payload } = await socket.next();
    assert.deepEqual([type, id], ['error', `bad ${index}`], query);
    assert.match(JSON.stringify(payload), /BAD_USER_INPUT/, query);
  }
  socket.send(subscribeMessage('good', '{ viewer { id } }'));
  assert.equal((await socket.next()).type, 'next');
  assert.deepEqual(await socket.next(), { type: 'complete', id: 'good' });
  socket.close();
});

test('bounds the subscriptions of a socket', async () => {
  const socket = await openAcknowledged(gateway.wsUrl);
  for (const id of ['1', '2', '3', '4']) socket.send(subscribeMessage(id, live));
  const { type, id, payload } = await socket.next();
  assert.deepEqual([type, id], ['error', '4']);
  assert.match(JSON.stringify(payload), /RATE_LIMITED/);
  for (let index = 0; index < 1000; index += 1) socket.send(subscribeMessage(`n${index}`, live));
  assert.equal((await socket.closed).code, 4400);
});

test('bounds the sockets of a principal, and gives places back', async () => {
  const many = { ...gateway.principals.get('key')!, id: 'many' };
  gateway.principals.set('many', many);
  const open = await Promise.all(
    Array.from({ length: 5 }, () => openAcknowledged(gateway.wsUrl, 'many')),
  );
  const tooMany = await openSocket(gateway.wsUrl);
  tooMany.send({ type: 'connection_init', payload: { apiKey: 'many' } });
  assert.equal((await tooMany.closed).code, 4429);
  open[0]!.close();
  await open[0]!.closed;
  for (let tries = 0; ; tries += 1) {
    const again = await openAcknowledged(gateway.wsUrl, 'many').catch(() => undefined);
    if (again) {
      again.close();
      break;
    }
    assert.ok(tries < 50);
    await pause(10);
  }
  for (const socket of open) socket.close();
});

test('closes the sockets of a revoked key with 4403', async () => {
  gateway.principals.set('revoked soon', { ...gateway.principals.get('key')!, id: 'soon' });
  const socket = await openAcknowledged(gateway.wsUrl, 'revoked soon');
  socket.send(subscribeMessage('1', live));
  gateway.principals.delete('revoked soon');
  assert.equal((await socket.closed).code, 4403);
});

test('lets a cookie in from our own pages only', async () => {
  gateway.principals.set('session=1', { ...gateway.principals.get('key')!, id: 'person' });
  for (const headers of [{}, { origin: 'https://evil.example' }] as Record<string, string>[]) {
    const refused = new WebSocket(gateway.wsUrl, 'graphql-transport-ws', {
      headers: { cookie: 'session=1', ...headers },
    });
    const [error] = (await once(refused, 'error')) as [Error];
    assert.match(error.message, /403/);
  }
  const socket = await openSocket(gateway.wsUrl, {
    headers: { cookie: 'session=1', origin: ownOrigin },
  });
  socket.send({ type: 'connection_init' });
  assert.deepEqual(await socket.next(), { type: 'connection_ack' });
  socket.close();
});

test('refuses sockets on other paths', async () => {
  const socket = new WebSocket(gateway.wsUrl.replace('/graphql', '/other'), 'graphql-transport-ws');
  const [error] = (await once(socket, 'error')) as [Error];
  assert.match(error.message, /404/);
});

test('a slow reader gets a gap for what it missed, and goes on', async () => {
  const socket = await openAcknowledged(gateway.wsUrl);
  const large = 'subscription { runEvents(projectId: "p1") { __typename eventId run { name } } }';
  socket.send(subscribeMessage('1', large));
  socket.send(subscribeMessage('2', '{ viewer { id } }'));
  await socket.next();
  await socket.next();
  socket.socket.pause();
  let published = 0;
  // Fills the buffers of the kernel, then the queue, and overflows that once.
  const padding = 'x'.repeat(200_000);
  for (; published < 60; published += 1) {
    gateway.log.publish(`${published} ${padding}`);
    await pause(2);
  }
  socket.socket.resume();
  const names: string[] = [];
  const ids: string[] = [];
  for (;;) {
    const { payload } = await socket.next();
    const event = (payload as { data: { runEvents: Record<string, unknown> } }).data.runEvents;
    ids.push(event['eventId'] as string);
    if (event['__typename'] === 'RunEventsGap') {
      assert.equal(event['run'], null);
      break;
    }
    names.push((event['run'] as { name: string }).name);
  }
  assert.ok(names.length < published, 'some were missed');
  assert.deepEqual(ids, [...ids].sort(), 'in order');
  gateway.log.publish('after the gap');
  for (;;) {
    const text = JSON.stringify(await socket.next());
    if (text.includes('after the gap')) break;
  }
  socket.close();
});

test('a reader that never reads is given up', async () => {
  const socket = await openAcknowledged(gateway.wsUrl);
  socket.send(subscribeMessage('1', live));
  socket.send(subscribeMessage('2', '{ viewer { id } }'));
  await socket.next();
  await socket.next();
  socket.socket.pause();
  const padding = 'x'.repeat(200_000);
  for (let round = 0; round < 120; round += 1) {
    gateway.log.publish(padding);
    await pause(2);
  }
  socket.socket.resume();
  assert.ok([1006, 1013].includes((await socket.closed).code));
});

test('closes with 1012 when the server stops', async () => {
  const stopping = await startGateway();
  const socket = await openAcknowledged(stopping.wsUrl);
  socket.send(subscribeMessage('1', live));
  const stopped = stopping.close();
  assert.equal((await socket.closed).code, 1012);
  await stopped;
});
