import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { waitFor } from '../wait-for.ts';
import { startFaultProxy } from './fault-proxy.ts';
import type { FaultProxy } from './fault-proxy.ts';

// The upstream says back what it hears, in capitals, and keeps what it heard.
let heard = '';
let upstreamSockets: Socket[] = [];
let upstream: Server;
let proxy: FaultProxy;
let clients: Client[] = [];

interface Client {
  socket: Socket;
  /** Everything answered so far. */
  said: () => string;
  /** Reset or ended by the other side; undefined while it is open. */
  end: () => string | undefined;
  /** Sends and waits for the same number of bytes back. */
  ask: (text: string) => Promise<string>;
}

beforeEach(async () => {
  heard = '';
  upstreamSockets = [];
  clients = [];
  upstream = createServer({ noDelay: true }, (socket) => {
    upstreamSockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      socket.write(chunk.toString().toUpperCase());
    });
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  proxy = await startFaultProxy({ port: (upstream.address() as AddressInfo).port });
});
afterEach(async () => {
  for (const { socket } of clients) socket.destroy();
  await proxy.close();
  for (const socket of upstreamSockets) socket.destroy();
  upstream.close();
});

async function open(): Promise<Client> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', noDelay: true });
  let said = '';
  let end: string | undefined;
  socket.on('data', (chunk) => (said += chunk.toString('latin1')));
  socket.on('end', () => (end ??= 'ended'));
  socket.on('error', (error: NodeJS.ErrnoException) => (end ??= error.code));
  const client: Client = {
    socket,
    said: () => said,
    end: () => end,
    async ask(text) {
      const before = said.length;
      socket.write(text);
      await until(() => said.length >= before + text.length, `an answer to ${text}`);
      return said.slice(before);
    },
  };
  clients.push(client);
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined);
  return client;
}

const until = (check: () => boolean, what: string) => waitFor(check, { timeoutMs: 5000, what });

test('passes both ways, large answers included, and the end of a side', async () => {
  const client = await open();
  assert.equal(await client.ask('hello'), 'HELLO');
  const large = 'x'.repeat(3 << 20);
  assert.equal(await client.ask(large), large.toUpperCase());
  assert.equal(proxy.connections(), 1);
  client.socket.end();
  await until(() => upstreamSockets[0]!.readableEnded, 'the end to arrive');
  await until(() => proxy.connections() === 0, 'the connection to be gone');
});

test('changes the host and port of a URL only', () => {
  assert.equal(
    proxy.via('postgres://user:pass@127.0.0.1:1/name?x=1'),
    `postgres://user:pass@127.0.0.1:${proxy.port}/name?x=1`,
  );
});

test('an upstream that is not there is a reset', async () => {
  upstream.close();
  const client = await open();
  await until(() => client.end() !== undefined, 'the reset');
  assert.equal(client.end(), 'ECONNRESET');
});

test('refuse: new connections are refused, open ones reset, and then it listens again', async () => {
  const client = await open();
  await client.ask('one');
  await proxy.set({ kind: 'refuse' });
  await until(() => client.end() !== undefined, 'the reset');
  assert.equal(client.end(), 'ECONNRESET');
  assert.equal((await open()).end(), 'ECONNREFUSED');
  await proxy.set({ kind: 'pass' });
  assert.equal(await (await open()).ask('two'), 'TWO');
});

test('blackhole: nothing arrives on open and new connections, and all of it late', async () => {
  const old = await open();
  await old.ask('one ');
  await proxy.set({ kind: 'blackhole' });
  const fresh = await open();
  old.socket.write('two ');
  fresh.socket.write('three ');
  await pause(100);
  assert.equal(heard, 'one ');
  assert.deepEqual([old.end(), fresh.end()], [undefined, undefined], 'both are open');
  await proxy.set({ kind: 'pass' });
  await until(() => old.said() === 'ONE TWO ' && fresh.said() === 'THREE ', 'the late answers');
});

test('blackhole: a request arrives late even when its sender has given up', async () => {
  const client = await open();
  await client.ask('one ');
  await proxy.set({ kind: 'blackhole' });
  client.socket.write('two ');
  await pause(50);
  client.socket.destroy();
  await pause(50);
  assert.equal(heard, 'one ');
  await proxy.set({ kind: 'pass' });
  await until(() => heard === 'one two ', 'the request');
});

test('slow: each packet takes its time', async () => {
  const client = await open();
  await proxy.set({ kind: 'slow', delayMs: 120 });
  const startedAt = performance.now();
  await client.ask('one');
  assert.ok(performance.now() - startedAt >= 235, 'there and back');
});

test('cut-reply: the request arrives, its answer never', async () => {
  const client = await open();
  await proxy.set({ kind: 'cut-reply' });
  client.socket.write('one');
  await until(() => client.end() !== undefined, 'the reset');
  assert.deepEqual([heard, client.said(), client.end()], ['one', '', 'ECONNRESET']);
});

test('cut-after: so many bytes arrive, counted from the moment it is set', async () => {
  const client = await open();
  await client.ask('before ');
  await proxy.set({ kind: 'cut-after', bytes: 6 });
  await client.ask('1234');
  client.socket.write('56789');
  await until(() => client.end() !== undefined, 'the reset');
  await until(() => heard.length >= 13, 'the last bytes');
  assert.equal(heard, 'before 123456');
});

test('half-open: the upstream is gone and the client is not told, not even after it heals', async () => {
  const client = await open();
  await client.ask('one');
  await proxy.set({ kind: 'half-open' });
  const fresh = await open();
  await until(() => upstreamSockets[0]!.destroyed, 'the upstream to lose its connection');
  await proxy.set({ kind: 'pass' });
  client.socket.write('two');
  fresh.socket.write('three');
  await pause(100);
  assert.deepEqual([heard, client.end(), fresh.end()], ['one', undefined, undefined]);
  assert.equal(await (await open()).ask('four'), 'FOUR');
});

test('garbage: answers of the right length with the wrong bytes', async () => {
  const client = await open();
  await proxy.set({ kind: 'garbage' });
  const answer = await client.ask('a request of some length');
  assert.equal(heard, 'a request of some length');
  assert.notEqual(answer, heard.toUpperCase());
});

describe('intercept', () => {
  test('runs before a request with the text goes on, once', async () => {
    const client = await open();
    const seen: string[] = [];
    proxy.intercept({ on: 'request', text: 'now' }, () => void seen.push(heard));
    await client.ask('not yet ');
    await client.ask('now ');
    await client.ask('now ');
    assert.deepEqual(seen, ['not yet ']);
  });

  test('runs before the answer to such a request goes on', async () => {
    const client = await open();
    const seen: [string, string][] = [];
    proxy.intercept({ on: 'reply', text: 'now' }, () => void seen.push([heard, client.said()]));
    await client.ask('not yet ');
    await client.ask('now ');
    assert.deepEqual(seen, [['not yet now ', 'NOT YET ']]);
  });

  test('finds a text that two packets share', async () => {
    const client = await open();
    let found = false;
    proxy.intercept({ on: 'request', text: 'INSERT' }, () => void (found = true));
    await client.ask('xxINS');
    await client.ask('ERTxx');
    assert.ok(found);
  });

  test('holds the bytes while it works', async () => {
    const client = await open();
    let go: (() => void) | undefined;
    proxy.intercept(
      { on: 'request', text: 'one' },
      () => new Promise<void>((resolve) => (go = resolve)),
    );
    client.socket.write('one');
    await until(() => go !== undefined, 'the interception');
    await pause(50);
    assert.equal(heard, '');
    go!();
    await until(() => client.said() === 'ONE', 'the answer');
  });
});
