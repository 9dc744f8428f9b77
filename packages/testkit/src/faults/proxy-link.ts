import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Watcher } from './intercepts.ts';
import type { ProxyMode } from './proxy-mode.ts';

/** One client's connection through the proxy. */
export interface Link {
  set: (mode: ProxyMode) => void;
  /** Resolves when both sides are closed. */
  closed: Promise<void>;
}

export interface LinkOptions {
  client: Socket;
  connectUpstream: () => Socket;
  mode: ProxyMode;
  watcher: Watcher;
}

/** Connects a client with the upstream and treats what they say as the mode wants it. */
export function openLink({ client, connectUpstream, mode: first, watcher }: LinkOptions): Link {
  let mode = first;
  let upstream: Socket | undefined;
  let requestBytes = 0;
  /** The client is never told of the end of the other side. */
  let isHalfOpen = false;
  /** Where those wait that are in a black hole. */
  let waiting: (() => void)[] = [];
  // Resets are what we are here for.
  client.on('error', () => undefined);

  function set(next: ProxyMode): void {
    mode = next;
    requestBytes = 0;
    if (next.kind === 'refuse') reset();
    if (next.kind === 'half-open') {
      isHalfOpen = true;
      upstream?.resetAndDestroy();
    }
    const released = next.kind === 'blackhole' ? [] : waiting.splice(0);
    for (const go of released) go();
  }

  function reset(): void {
    client.resetAndDestroy();
    upstream?.resetAndDestroy();
    for (const go of waiting.splice(0)) go();
  }

  async function outOfTheHole(): Promise<void> {
    while (mode.kind === 'blackhole') {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  async function passRequest(chunk: Buffer, to: Socket): Promise<void> {
    await outOfTheHole();
    await watcher.request(chunk);
    if (mode.kind === 'slow') await pause(mode.delayMs);
    const left = mode.kind === 'cut-after' ? Math.max(0, mode.bytes - requestBytes) : chunk.length;
    requestBytes += chunk.length;
    await write(to, chunk.subarray(0, left));
    if (left < chunk.length) {
      // What was let through should get there before the end does.
      to.end();
      client.resetAndDestroy();
    }
  }

  async function passReply(chunk: Buffer): Promise<void> {
    await outOfTheHole();
    await watcher.reply();
    if (mode.kind === 'cut-reply') reset();
    else if (mode.kind === 'slow') await pause(mode.delayMs);
    await write(client, mode.kind === 'garbage' ? randomBytes(chunk.length) : chunk);
  }

  async function serve(): Promise<void> {
    await outOfTheHole();
    // Nobody reads what a client says into a half-open connection, but it must not get stuck.
    if (mode.kind === 'half-open') return void client.resume();
    if (client.destroyed) return;
    upstream = connectUpstream();
    const to = upstream;
    to.on('error', () => void (isHalfOpen || client.resetAndDestroy()));
    const requests = pump(client, (chunk) => passRequest(chunk, to)).then(() => void to.end());
    const replies = pump(to, passReply).then(() => void (isHalfOpen || client.end()));
    await requests;
    await replies;
  }

  client.on('close', () => {
    // What is in the black hole is on its way all the same, even when its sender has given up.
    if (mode.kind !== 'blackhole') upstream?.destroy();
  });
  const closed = closeOf(client).then(() => upstream && closeOf(upstream));
  void serve();
  if (mode.kind === 'refuse') reset();
  return { set, closed };
}

function closeOf(socket: Socket): Promise<void> {
  if (socket.closed) return Promise.resolve();
  return new Promise((resolve) => void socket.once('close', () => resolve()));
}

/** Hands on chunk by chunk, the next one only after the last; ends with the socket, however that ends. */
async function pump(from: Socket, pass: (chunk: Buffer) => Promise<void>): Promise<void> {
  try {
    for await (const chunk of from.iterator({ destroyOnReturn: false }))
      await pass(chunk as Buffer);
  } catch {
    // It was reset, by us or by a side: its `close` has done what there was to do.
  }
}

async function write(to: Socket, chunk: Buffer): Promise<void> {
  if (chunk.length === 0 || !to.writable || to.write(chunk)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      to.off('drain', done).off('close', done);
      resolve();
    };
    to.on('drain', done).on('close', done);
  });
}
