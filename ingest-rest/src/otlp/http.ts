import { encodeResponse } from '@runlight/otlp';
import type { OtlpEncoding, PartialSuccess } from '@runlight/otlp';
import { AppError } from '@runlight/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate } from '../authenticate.ts';
import type { ByteShare } from '../body/byte-budget.ts';
import { requireUtf8 } from '../body/content-type.ts';
import { readBody } from '../body/read-body.ts';
import type { IngestContext } from '../context.ts';
import { prefixes, recordRefusal } from '../routes/route.ts';
import { readSdk } from '../sdk.ts';
import { answerOtlpError, contentTypes, encodingOf } from './answer.ts';
import { receiveLogs, receiveTraces } from './receive.ts';
import type { Export } from './receive.ts';

/**
 * OTLP over HTTP: `/otel/v1/traces` and bare `/otel`, as LangSmith has them, and `/v1/traces` for
 * exporters whose endpoint is the host; under each prefix. Log records beside them.
 */
export function registerOtlp(app: FastifyInstance, context: IngestContext): void {
  const traces = otlpRoute(context, 'spans', receiveTraces);
  const logs = otlpRoute(context, 'logs', receiveLogs);
  const options = { errorHandler: answerOtlpError };
  for (const prefix of prefixes) {
    for (const path of ['/otel', '/otel/v1/traces', '/v1/traces']) {
      app.post(prefix + path, options, traces);
    }
    for (const path of ['/otel/v1/logs', '/v1/logs']) app.post(prefix + path, options, logs);
  }
}

type Receive = (context: IngestContext, request: Export) => Promise<PartialSuccess | undefined>;

function otlpRoute(context: IngestContext, kind: 'spans' | 'logs', receive: Receive) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const identity = await authenticate(request.raw, context.keys);
    context.quotas.admit(identity);
    const sdk = readSdk(request.headers);
    const share = context.budget.open();
    try {
      const encoding = requireEncoding(request.headers['content-type']);
      const body = await readWhole(request, share);
      context.metrics.bodyBytes.inc(body.length);
      const project = readProject(request.headers['langsmith-project']);
      const partial = await receive(context, { identity, sdk, body, encoding, project, share });
      if (partial) {
        const { workspaceId } = identity;
        request.log.info({ workspaceId, rejected: partial.rejectedCount }, 'spans were rejected');
      }
      return await reply
        .code(200)
        .type(contentTypes[encoding])
        .send(encodeResponse(encoding, kind, partial));
    } catch (error) {
      recordRefusal(context, identity, sdk, error);
      throw error;
    } finally {
      share.release();
    }
  };
}

function requireEncoding(contentType: string | undefined): OtlpEncoding {
  const encoding = encodingOf(contentType);
  if (encoding === undefined) {
    const message = 'Content-Type must be application/x-protobuf or application/json';
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', message);
  }
  if (encoding === 'json') requireUtf8(contentType);
  return encoding;
}

async function readWhole({ raw }: FastifyRequest, share: ByteShare): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await readBody(raw, share, (chunk) => chunks.push(chunk));
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/** The project of spans that name none; exporters set it as a header. */
export function readProject(header: unknown): string | undefined {
  const name = typeof header === 'string' ? header.trim() : '';
  return name === '' ? undefined : name;
}
