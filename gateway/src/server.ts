import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Subgraph } from '@runlight/graphql';
import type { FileLinks, ObjectStore } from '@runlight/objects';
import { Gauge, answerOperator } from '@runlight/service';
import type { Health, Logger, Registry } from '@runlight/service';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createGraphExecution } from './execution/graph-execution.ts';
import { authRoutes } from './http/auth-routes.ts';
import type { AuthHandler } from './http/auth-routes.ts';
import { fileRoutes } from './http/files.ts';
import { graphRoutes } from './http/graph-routes.ts';
import { createGraphServer } from './http/graph-server.ts';
import { ingestProxy } from './http/ingest-proxy.ts';
import { requestIdHeader, requestIdOf } from './http/request-id.ts';
import { securityHeaders } from './http/security-headers.ts';
import { webFiles } from './http/web-files.ts';
import { defaultLimits } from './limits/limits.ts';
import type { GatewayLimits } from './limits/limits.ts';
import { createLiveGroups } from './live/groups.ts';
import { createSocketOperations } from './live/operations.ts';
import type { Authenticate } from './live/principals.ts';
import { createSocketServer } from './live/socket-server.ts';
import { createOriginGuard } from './origins.ts';

export interface GatewayServerOptions {
  /** The subgraphs of the supergraph, run in this process. */
  subgraphs: Subgraph[];
  supergraphSdl: string;
  /** The public schema as text, served at `/schema.graphql`. */
  schemaSdl: string;
  authenticate: Authenticate;
  /** Answers `/api/auth/*`; without it there is no signing in. */
  authHandler?: AuthHandler;
  /** Where SDK requests go; without it these paths do not exist. */
  ingestUrl?: string;
  /** What signed links lead to; without it they do not exist. */
  files?: { objects: ObjectStore; links: FileLinks };
  /** The built web client. */
  webDir?: string;
  /** Where people reach us; decides security headers. */
  publicUrl: string;
  /** Origins whose pages may use the session cookie. */
  allowedOrigins: readonly string[];
  log: Logger;
  health: Health;
  metrics: Registry;
  limits?: Partial<GatewayLimits>;
}

export interface GatewayServer {
  listen: (address: { host: string; port: number }) => Promise<{ port: number }>;
  /** Finishes what is being answered and closes sockets so that clients connect elsewhere. */
  close: () => Promise<void>;
}

const graphPath = '/graphql';
const drainMs = 15_000;

/** The public endpoint of the graph and, in the default stack, the front door with everything else. */
export async function createGatewayServer(options: GatewayServerOptions): Promise<GatewayServer> {
  const { subgraphs, supergraphSdl, authenticate, log, metrics } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const origins = createOriginGuard(options.allowedOrigins);
  const execution = await createGraphExecution({ supergraphSdl, subgraphs, log });
  const graphServer = await createGraphServer({ execution, limits, log });
  const groups = createLiveGroups({ execution, limits, log });
  const { schema } = execution;
  const operations = createSocketOperations({ schema, graphServer, groups, limits, log });
  const sockets = createSocketServer({
    path: graphPath,
    operations,
    authenticate,
    origins,
    limits,
    log,
  });
  metrics.registerMetric(openSocketsGauge(() => sockets.openSockets()));

  const app = createApp(options);
  const graphOptions = { path: graphPath, graphServer, authenticate, origins, limits, log };
  await app.register(graphRoutes, graphOptions);
  await registerFront(app, options);
  app.server.on('upgrade', sockets.handleUpgrade);

  return {
    async listen({ host, port }) {
      await app.listen({ host, port });
      return { port: (app.server.address() as AddressInfo).port };
    },
    async close() {
      options.health.startDraining();
      await sockets.close();
      // What is still being answered by then is cut off, so that the process ends in time.
      const timer = setTimeout(() => app.server.closeAllConnections(), drainMs);
      await app.close();
      clearTimeout(timer);
      await graphServer.stop();
    },
  };
}

function openSocketsGauge(count: () => number): Gauge {
  return new Gauge({
    name: 'runlight_gateway_open_sockets',
    help: 'Sockets of live subscriptions',
    registers: [],
    collect() {
      this.set(count());
    },
  });
}

function createApp({ publicUrl, log }: GatewayServerOptions): FastifyInstance {
  const app = fastify({
    genReqId: requestIdOf,
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    // Above the longest that ingest allows an upload to take.
    requestTimeout: 130_000,
    keepAliveTimeout: 72_000,
    return503OnClosing: false,
    frameworkErrors: (_error, request, reply) => {
      const answer = { error: 'Bad request', requestId: request.id };
      void (reply as FastifyReply).code(400).send(answer);
    },
  });
  const headers = securityHeaders(publicUrl);
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers).header(requestIdHeader, request.id);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      log.error(
        { err: error, requestId: request.id },
        'unexpected error while answering a request',
      );
    }
    const words = status >= 500 ? 'Something went wrong on our side' : 'Bad request';
    return reply.code(status).send({ error: words, requestId: request.id });
  });
  return app;
}

async function registerFront(app: FastifyInstance, options: GatewayServerOptions): Promise<void> {
  const { schemaSdl, publicUrl, authHandler, ingestUrl, files, webDir, log, health, metrics } =
    options;
  const etag = `"${createHash('sha256').update(schemaSdl).digest('base64url').slice(0, 22)}"`;
  app.get('/schema.graphql', (request, reply) => {
    // Public knowledge: code generators and browsers of any origin may read it.
    void reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', 'public, max-age=60')
      .header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('text/plain; charset=utf-8').send(schemaSdl);
  });
  for (const path of ['/live', '/ready', '/metrics']) {
    app.get(path, async (request, reply) => {
      if (path === '/metrics' && !isLocal(request)) return reply.callNotFound();
      const { status, type, body } = await answerOperator(path, { health, metrics });
      return reply.code(status).type(type).send(body);
    });
  }
  if (authHandler) await app.register(authRoutes, { handler: authHandler, publicUrl });
  if (ingestUrl !== undefined) await app.register(ingestProxy, { ingestUrl, log });
  if (files) await app.register(fileRoutes, { ...files, log });
  await webFiles(app, { webDir });
}

/** From this machine and not through a proxy on it. */
function isLocal({
  socket,
  headers,
}: {
  socket: { remoteAddress?: string | undefined };
  headers: object;
}) {
  const address = socket.remoteAddress ?? '';
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(address);
  return isLoopback && !('x-forwarded-for' in headers) && !('forwarded' in headers);
}
