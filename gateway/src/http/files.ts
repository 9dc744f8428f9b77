import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { inlineMediaType, sniffedBytes } from '@runlight/objects';
import type { ByteRange, FileLinks, LinkedFile, ObjectStore } from '@runlight/objects';
import { isAppError } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readRange } from './files-range.ts';

export interface FileRoutesOptions {
  objects: ObjectStore;
  links: FileLinks;
  log: Logger;
}

/**
 * `GET /files/<token>`: what a signed link names, and nothing without one. The link alone gives the right, as pages load
 * pictures without a key; whoever made it has checked. What senders stored is dangerous: only media that a browser cannot
 * run is shown in place, by its content, the rest is a download (reliability-and-security.md §5.6.2).
 */
export async function fileRoutes(
  app: FastifyInstance,
  { objects, links, log }: FileRoutesOptions,
): Promise<void> {
  app.get('/files/*', async (request, reply) => {
    const token = (request.params as { '*': string })['*'];
    const file = links.verify(token);
    if (!file) return notFound(request, reply);
    try {
      const [head, sizeBytes] = await Promise.all([
        objects.get(file.key, { start: 0, end: sniffedBytes }),
        objects.size(file.key),
      ]);
      if (!head || sizeBytes === undefined) return notFound(request, reply);
      void reply.headers(headersOf(file, head));
      if (request.headers['if-none-match'] === reply.getHeader('etag')) {
        return reply.code(304).send();
      }
      return await sendFile({ request, reply, objects, key: file.key, sizeBytes });
    } catch (error) {
      log.warn({ err: error, requestId: request.id }, 'a file cannot be read');
      if (!isAppError(error)) throw error;
      return unavailable(request, reply);
    }
  });
}

function headersOf(
  file: LinkedFile & { expiresAtMs: number },
  head: Uint8Array,
): Record<string, string> {
  const inlineType = inlineMediaType(head, file.mimeType);
  const secondsLeft = Math.max(0, Math.floor((file.expiresAtMs - Date.now()) / 1000));
  return {
    'content-type': inlineType ?? 'application/octet-stream',
    'content-disposition': contentDisposition(fileName(file.name), {
      type: inlineType === undefined ? 'attachment' : 'inline',
    }),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': `private, max-age=${secondsLeft}, immutable`,
    'accept-ranges': 'bytes',
    etag: `"${createHash('sha256').update(file.key).digest('base64url').slice(0, 22)}"`,
  };
}

/** A label of a sender's as the name of a file: no path, no control characters, none that turn the reading direction. */
function fileName(label: string): string {
  const name = label
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '_')
    .replace(/^[. ]+/, '')
    .slice(0, 200)
    .toWellFormed();
  return name === '' ? 'file' : name;
}

interface Sending {
  request: FastifyRequest;
  reply: FastifyReply;
  objects: ObjectStore;
  key: string;
  sizeBytes: number;
}

async function sendFile(sending: Sending): Promise<FastifyReply> {
  const { request, reply, objects, key, sizeBytes } = sending;
  const range = wantedRange(request, reply, sizeBytes);
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${sizeBytes}`).send();
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes };
  if (range) void reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${sizeBytes}`);
  void reply.header('content-length', end - start);
  // A stream, as the framework corrects the length of anything else.
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  const found = await objects.stream(key, range);
  return found ? reply.send(found.body) : notFound(request, reply);
}

/** `If-Range` with another tag means that the client has a part of something else. */
function wantedRange(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | undefined {
  const condition = headers['if-range'];
  if (condition !== undefined && condition !== reply.getHeader('etag')) return undefined;
  return readRange(headers.range, sizeBytes);
}

/** The same for a link that is broken, over, or leads to nothing: nobody learns which. */
function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refuse(request, reply, 404, 'Not found');
}

function unavailable(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refuse(request, reply.header('retry-after', '5'), 503, 'Files are not available just now');
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  error: string,
): FastifyReply {
  for (const name of ['content-disposition', 'content-range', 'content-length', 'etag']) {
    void reply.removeHeader(name);
  }
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({ error, requestId: request.id });
}
