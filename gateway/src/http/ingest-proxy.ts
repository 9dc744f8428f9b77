import type { IncomingHttpHeaders } from 'node:http';
import { PassThrough } from 'node:stream';
import type { Logger } from '@runlight/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'undici';
import { requestIdHeader } from './request-id.ts';

/** What SDKs put before the paths, by the three forms of the endpoint that people configure. */
const prefixes = ['', '/api', '/api/v1'];
const paths = [
  '/info',
  '/runs',
  '/otel',
  '/feedback',
  '/feedback-configs',
  '/sessions',
  '/public',
  '/workspaces',
  '/v1/traces',
  '/v1/logs',
  '/v2',
];

/** A client's word for these would be believed by the services behind us. */
const internalHeader = /^(x-internal-|x-runlight-|x-forwarded-|x-real-ip$|forwarded$|via$)/;
/** Of one connection only, or of no use there: SDKs send keys, never a browser's session. */
const withheld = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'cookie',
]);
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'trailer', 'upgrade']);

/** Longer than ingest takes to give up on a slow sender. */
const upstreamTimeoutMs = 130_000;

/** Whether a path belongs to SDKs: unknown ones under it are answered with JSON, never with a page. */
export function isIngestPath(path: string): boolean {
  return prefixes.some((prefix) =>
    paths.some((own) => path === prefix + own || path.startsWith(`${prefix}${own}/`)),
  );
}

/**
 * Passes SDK requests on to ingest, both ways as streams: nothing is parsed or kept here. By hand, as
 * the proxy plugins cut the client's connection when ingest answers, or fails, before it has read the
 * whole body; an SDK must see that answer, since it decides whether to send again.
 */
export async function ingestProxy(
  app: FastifyInstance,
  { ingestUrl, log }: { ingestUrl: string; log: Logger },
): Promise<void> {
  // Ends idle connections before ingest does (72 s): a request on one that is closing would fail.
  const pool = new Pool(new URL(ingestUrl).origin, {
    connections: 128,
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 30_000,
    headersTimeout: upstreamTimeoutMs,
    bodyTimeout: upstreamTimeoutMs,
  });
  app.addHook('onClose', () => pool.destroy());
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));

  async function handler(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const gone = new AbortController();
    reply.raw.on('close', () => gone.abort());
    try {
      const { statusCode, headers, body } = await pool.request({
        method: request.method,
        path: request.url,
        headers: requestHeaders(request),
        body: bodyOf(request),
        signal: gone.signal,
      });
      return reply.code(statusCode).headers(responseHeaders(headers)).send(body);
    } catch (error) {
      if (!gone.signal.aborted) {
        log.warn({ err: error, requestId: request.id }, 'ingest did not answer');
      }
      return unavailable(reply);
    }
  }

  for (const prefix of prefixes) {
    for (const path of paths) {
      for (const url of [prefix + path, `${prefix}${path}/*`]) {
        app.route({ method: app.supportedMethods, url, handler });
      }
    }
  }
}

/**
 * The body as a stream that may be destroyed without the client's connection. What is still sent after
 * that is read and dropped, so that the client gets to reading the answer.
 */
function bodyOf({ raw }: FastifyRequest): PassThrough | null {
  const { 'content-length': length, 'transfer-encoding': encoding } = raw.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return null;
  const body = new PassThrough();
  raw.pipe(body);
  raw.once('error', (error) => body.destroy(error));
  raw.once('aborted', () => body.destroy());
  body.once('close', () => {
    raw.unpipe(body);
    raw.resume();
  });
  return body;
}

function requestHeaders(request: FastifyRequest): IncomingHttpHeaders {
  const headers: IncomingHttpHeaders = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (!internalHeader.test(name) && !withheld.has(name)) headers[name] = value;
  }
  headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  headers[requestIdHeader] = request.id;
  return headers;
}

function responseHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}

function unavailable(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .header('retry-after', '2')
    .type('application/json')
    .send({ error: 'Ingest is not available at the moment' });
}
