import type { Server } from 'node:http';
import { LogController, fastify } from 'fastify';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { answerOperator } from '@runlight/service';
import type { Health, Registry } from '@runlight/service';
import { uuidv7 } from '@runlight/run-model';
import type { IngestContext } from './context.ts';
import { answerError } from './error-answer.ts';
import { registerOtlp } from './otlp/http.ts';
import { registerFeedback } from './routes/feedback.ts';
import { registerFeedbackTokens } from './routes/feedback-tokens.ts';
import { registerInfo } from './routes/info.ts';
import { registerRunsBatch } from './routes/runs-batch.ts';
import { registerRunsCreate } from './routes/runs-create.ts';
import { registerRunsMultipart } from './routes/runs-multipart.ts';
import { registerRunsUpdate } from './routes/runs-update.ts';
import { registerSdkReads } from './sdk-read/index.ts';

export interface IngestServerOptions {
  context: IngestContext;
  health: Health;
  metrics: Registry;
  /** Shorter ones for tests. */
  patience?: Patience;
}

/** A sender that is silent for `idleMs`, or takes longer than `requestMs` in all, is cut off (I31). */
export interface Patience {
  idleMs: number;
  requestMs: number;
  /** How often the latter is looked at. */
  checkMs: number;
}

const usualPatience: Patience = { idleMs: 30_000, requestMs: 120_000, checkMs: 5000 };

export interface IngestServer {
  /** Starts to listen; the address that clients can use. */
  listen: (options: { host: string; port: number }) => Promise<string>;
  /** Stops listening and waits for requests that are being answered. */
  close: () => Promise<void>;
}

export function createIngestServer(options: IngestServerOptions): IngestServer {
  const { context, patience = usualPatience } = options;
  const app = fastify(serverOptions(context, patience));
  app.server.headersTimeout = patience.idleMs;
  // Bodies are read by the routes: as streams, with their own limits, whatever the type says.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ detail: 'Not Found' }));
  let closing = false;
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  countRequests(app, context);
  registerOperator(app, options);
  registerInfo(app);
  registerRunsMultipart(app, context);
  registerRunsBatch(app, context);
  registerRunsCreate(app, context);
  registerRunsUpdate(app, context);
  registerFeedback(app, context);
  registerFeedbackTokens(app, context);
  registerOtlp(app, context);
  registerSdkReads(app, context);
  return {
    listen: (address) => app.listen(address),
    close: () => {
      closing = true;
      return app.close();
    },
  };
}

function serverOptions({ log }: IngestContext, patience: Patience): FastifyHttpOptions<Server> {
  return {
    http: { connectionsCheckingInterval: patience.checkMs },
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => uuidv7(),
    connectionTimeout: patience.idleMs,
    requestTimeout: patience.requestMs,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    // Requests that come while we drain are answered as ever, with `Connection: close`.
    return503OnClosing: false,
    // A 408 would make SDKs send a dozen times: a connection that is too slow is just closed.
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' || !socket.writable) socket.destroy();
      else socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    },
  };
}

function countRequests(app: FastifyInstance, { metrics }: IngestContext): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requests.inc({ route, status: reply.statusCode });
    metrics.seconds.observe({ route }, reply.elapsedTime / 1000);
  });
}

function registerOperator(app: FastifyInstance, { health, metrics }: IngestServerOptions): void {
  for (const path of ['/live', '/ready', '/metrics']) {
    app.get(path, async (_request, reply) => {
      const { status, type, body } = await answerOperator(path, { health, metrics });
      return reply.code(status).type(type).send(body);
    });
  }
}
