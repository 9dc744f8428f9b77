import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { enginePort } from '@runlight/embedded';
import { createIntercepts } from './intercepts.ts';
import type { Action, Wanted } from './intercepts.ts';
import { openLink } from './proxy-link.ts';
import type { Link } from './proxy-link.ts';
import type { ProxyMode } from './proxy-mode.ts';

export interface FaultProxy {
  port: number;
  /** The same URL, by way of the proxy. */
  via: (url: string) => string;
  mode: () => ProxyMode;
  /** Takes effect at once, on open connections too. */
  set: (mode: ProxyMode) => Promise<void>;
  /**
   * Runs `action` once, when the bytes come by, before they are passed on: the moment for a fault
   * between two steps of a process.
   */
  intercept: (wanted: Wanted, action: Action) => void;
  /** Connections that clients have open. */
  connections: () => number;
  close: () => Promise<void>;
}

/** A way to one upstream on loopback that can be made to fail as networks do. */
export async function startFaultProxy(upstream: { port: number }): Promise<FaultProxy> {
  const port = await enginePort();
  const links = new Set<Link>();
  const intercepts = createIntercepts();
  let mode: ProxyMode = { kind: 'pass' };
  let server: Server | undefined = await listen(port, accept);

  function accept(client: Socket): void {
    const link = openLink({
      client,
      connectUpstream: () =>
        connect({ port: upstream.port, host: '127.0.0.1', allowHalfOpen: true }),
      mode,
      watcher: intercepts.watch(),
    });
    links.add(link);
    void link.closed.then(() => links.delete(link));
  }

  return {
    port,
    via(url) {
      const changed = new URL(url);
      changed.host = `127.0.0.1:${port}`;
      return changed.href;
    },
    mode: () => mode,
    async set(next) {
      mode = next;
      for (const link of links) link.set(next);
      if (next.kind === 'refuse') {
        const closing = server;
        server = undefined;
        if (closing) await closeServer(closing);
      } else {
        server ??= await listen(port, accept);
      }
    },
    intercept: intercepts.add,
    connections: () => links.size,
    async close() {
      for (const link of links) link.set({ kind: 'refuse' });
      if (server) await closeServer(server);
    },
  };
}

async function listen(port: number, accept: (client: Socket) => void): Promise<Server> {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, accept);
  server.listen({ port, host: '127.0.0.1' });
  await once(server, 'listening');
  return server;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()));
}
