import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Health } from './health.ts';
import type { Registry } from './metrics.ts';

export interface OperatorServer {
  port: number;
  close: () => Promise<void>;
}

/**
 * Answers `/live`, `/ready` and `/metrics` for processes without an HTTP server of their own
 * (the worker). Internal: binds to loopback unless told otherwise.
 */
export async function startOperatorServer(options: {
  health: Health;
  metrics: Registry;
  port: number;
  host?: string;
}): Promise<OperatorServer> {
  const server = createServer((request, response) => {
    void answerOperator(request.url ?? '/', options).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type });
      response.end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The answer of the three operator routes; servers with a framework mount it under these paths. */
export async function answerOperator(
  path: string,
  { health, metrics }: { health: Health; metrics: Registry },
): Promise<{ status: number; type: string; body: string }> {
  if (path === '/live') return { status: 200, type: 'text/plain', body: 'ok' };
  if (path === '/ready') {
    const report = await health.report();
    return {
      status: report.ready ? 200 : 503,
      type: 'application/json',
      body: JSON.stringify(report),
    };
  }
  if (path === '/metrics') {
    return { status: 200, type: metrics.contentType, body: await metrics.metrics() };
  }
  return { status: 404, type: 'text/plain', body: 'not found' };
}
