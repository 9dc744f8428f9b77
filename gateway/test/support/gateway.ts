import type { Principal } from '@runlight/auth';
import { createHealth, createLogger, createMetrics } from '@runlight/service';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { createGatewayServer } from '../../src/index.ts';
import type { GatewayServerOptions } from '../../src/index.ts';
import { createEventLog } from './event-log.ts';
import { createFakeGraph, reader } from './fake-graph.ts';

export const ownOrigin = 'https://runlight.example';

export interface TestGatewayOptions extends Partial<GatewayServerOptions> {
  /** Principals by key; a cookie is looked up as if it were a key. */
  principals?: Map<string, Principal>;
}

/** A gateway over the fake graph, listening on a port of its own. */
export async function startGateway({ principals, ...options }: TestGatewayOptions = {}) {
  const known = principals ?? new Map([['key', reader]]);
  const log = createEventLog();
  const projectLog = createEventLog();
  const graph = createFakeGraph(log, projectLog);
  const lines: string[] = [];
  const server = await createGatewayServer({
    ...graph,
    authenticate: async ({ headers, connectionParams }) => {
      const key = connectionParams?.['apiKey'] ?? headers['x-api-key'] ?? headers.cookie;
      return typeof key === 'string' ? known.get(key) : undefined;
    },
    publicUrl: ownOrigin,
    allowedOrigins: [ownOrigin],
    log: createLogger({
      service: 'gateway',
      level: 'debug',
      destination: { write: (line: string) => void lines.push(line) },
    }),
    health: createHealth([]),
    metrics: createMetrics('gateway'),
    ...options,
  });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${port}`;
  const clients: Client[] = [];

  return {
    url,
    wsUrl: `ws://127.0.0.1:${port}/graphql`,
    log,
    projectLog,
    graph,
    principals: known,
    logged: () => lines.join(''),
    server,
    /** One POST, as a client with a key sends it. */
    async post(body: unknown, headers: Record<string, string> = { 'x-api-key': 'key' }) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: parsed(text) };
    },
    /** A graphql-ws client that does not connect again. */
    client(apiKey = 'key'): Client {
      const client = createClient({
        url: `ws://127.0.0.1:${port}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { apiKey },
        retryAttempts: 0,
        lazy: true,
      });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) await client.dispose();
      await server.close();
    },
  };
}

export type TestGateway = Awaited<ReturnType<typeof startGateway>>;

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

function parsed(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
