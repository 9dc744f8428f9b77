import replyFrom from '@fastify/reply-from';
import type { Logger } from '@runlight/service';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { requestIdHeader } from './request-id.ts';

/** What SDKs put before the paths, by the three forms of the endpoint that people configure. */
const prefixes = ['', '/api', '/api/v1'];
const paths = ['/info', '/runs', '/otel', '/feedback', '/v1/traces'];

/** A client's word for these would be believed by the services behind us. */
const internalHeader = /^(x-internal-|x-runlight-|x-forwarded-|x-real-ip$|forwarded$|via$)/;
/** SDKs send keys; a browser's session has no business there. */
const withheld = ['cookie', 'expect', 'te', 'trailer', 'upgrade', 'proxy-authorization'];

/** Whether a path belongs to SDKs: unknown ones under it are answered with JSON, never with a page. */
export function isIngestPath(path: string): boolean {
  return prefixes.some((prefix) =>
    paths.some((own) => path === prefix + own || path.startsWith(`${prefix}${own}/`)),
  );
}

/** Passes SDK requests on to ingest, both ways as streams: nothing is read, parsed or kept here. */
export async function ingestProxy(
  app: FastifyInstance,
  { ingestUrl, log }: { ingestUrl: string; log: Logger },
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  await app.register(replyFrom, {
    base: ingestUrl,
    // SDKs retry by themselves; the same request is never sent twice from here.
    retryMethods: [],
    disableRequestLogging: true,
    undici: {
      connections: 128,
      // Ingest closes idle connections after longer; reusing one that is just closing is an error.
      keepAliveTimeout: 4000,
      headersTimeout: 130_000,
      bodyTimeout: 130_000,
    },
  });

  const unavailable = (reply: FastifyReply) =>
    reply
      .code(503)
      .header('retry-after', '2')
      .type('application/json')
      .send({ error: 'Ingest is not available at the moment' });

  const handler = (request: { id: string; url: string }, reply: FastifyReply) =>
    reply.from(request.url, {
      retryDelay: () => null,
      rewriteRequestHeaders: (original, headers) => {
        const passed: Record<string, string | string[] | undefined> = {};
        for (const [name, value] of Object.entries(headers)) {
          if (!internalHeader.test(name) && !withheld.includes(name)) passed[name] = value;
        }
        passed['x-forwarded-for'] = original.raw.socket.remoteAddress ?? '';
        passed[requestIdHeader] = request.id;
        return passed;
      },
      rewriteHeaders: (headers) => {
        const { 'keep-alive': _, ...passed } = headers;
        return passed;
      },
      onError: (reply, { error }) => {
        log.warn({ err: error.cause ?? error, requestId: request.id }, 'ingest did not answer');
        unavailable(reply as FastifyReply);
      },
    });

  for (const prefix of prefixes) {
    for (const path of paths) {
      app.all(prefix + path, handler);
      app.all(`${prefix}${path}/*`, handler);
    }
  }
}
