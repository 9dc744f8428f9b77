import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { connection } from './connection.ts';

export interface SocketOptions {
  url: string;
  tenant: () => string | undefined;
  /** The server refused us: the session has ended or the right to look was taken. */
  onRefused: () => void;
}

const refused = 4403;
const longestWaitMs = 10_000;

/** One socket for all subscriptions of the tab; opened when the first one starts, tried again for ever. */
export function createSocket({ url, tenant, onRefused }: SocketOptions): Client {
  return createClient({
    url,
    lazyCloseTimeout: 3000,
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => waitForNetwork(Math.min(longestWaitMs, 400 * 2 ** retries)),
    connectionParams: () => {
      const uuid = tenant();
      return uuid === undefined ? {} : { workspaceId: uuid };
    },
    on: {
      connecting: (isRetry) => connection.setState({ state: isRetry ? 'offline' : 'connecting' }),
      connected: () => connection.setState({ state: 'live' }),
      closed: (event) => {
        const { code, wasClean } = event as CloseEvent;
        const isDone = wasClean && code === 1000;
        connection.setState({ state: isDone ? 'idle' : 'offline' });
        if (code === refused) onRefused();
      },
    },
  });
}

/** Waits with some spread, but no longer than until the network is back. */
function waitForNetwork(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, delayMs * (0.7 + Math.random() * 0.6));
    window.addEventListener('online', done);
  });
}
