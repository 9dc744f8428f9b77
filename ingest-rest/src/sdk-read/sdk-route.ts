import { isJson } from '@runlight/run-model';
import { AppError, invalidInput, isAppError, notFound } from '@runlight/service';
import type { AppErrorCode } from '@runlight/service';
import type { IncomingHttpHeaders } from 'node:http';
import type { ApiKeyIdentity } from '@runlight/auth';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { identify } from '../authenticate.ts';
import { readJsonBody } from '../body/json-body.ts';
import { SenderGone } from '../body/read-body.ts';
import type { IngestContext } from '../context.ts';
import { prefixes } from '../routes/route.ts';
import type { GraphCaller } from './graph-client.ts';
import { printJson } from './json-text.ts';
import { requestProblem } from './request-problem.ts';

/** What a route of the SDKs' read side works with. */
export interface SdkRequest {
  params: Record<string, string>;
  /** Repeated keys are lists (langsmith-protocol §1.3). */
  query: Record<string, string | string[] | undefined>;
  /** The JSON body; an empty object without one, `{ items }` for a list where the route takes lists. */
  body: Record<string, unknown>;
  /** Undefined on public routes. */
  identity: ApiKeyIdentity | undefined;
  graph: GraphCaller;
  reply: FastifyReply;
}

export type SdkHandler = (request: SdkRequest, context: IngestContext) => Promise<unknown>;

/** Which generation of the API a route belongs to: it decides the shape of errors (protocol §1.5). */
export type Generation = 'v1' | 'v2';

export interface SdkRoute {
  method: HTTPMethods;
  path: string;
  handler: SdkHandler;
  generation?: Generation;
  /** Whoever holds the token in the path may ask, without a key. */
  isPublic?: boolean;
  /** Whether the body may be a list. */
  takesList?: boolean;
}

const v2Prefixes = ['/api/v2', '/v2'];

/**
 * Registers a route under every prefix that endpoints are configured with. Only the caller's identity is
 * looked at here; the graph decides what it may see.
 */
export function registerSdkRoute(
  app: FastifyInstance,
  context: IngestContext,
  { method, path, handler, generation = 'v1', isPublic = false, takesList = false }: SdkRoute,
): void {
  const mounts = generation === 'v2' ? v2Prefixes : prefixes;
  for (const prefix of mounts) {
    app.route({
      method,
      url: prefix + path,
      handler: async (request, reply) => {
        try {
          const answer = await handler(
            await readRequest(request, reply, context, { isPublic, takesList }),
            context,
          );
          if (reply.sent) return reply;
          if (reply.statusCode === 204) return await reply.send();
          return await reply
            .type('application/json; charset=utf-8')
            .send(printJson(answer ?? null));
        } catch (error) {
          return answerProblem(isPublic ? withoutLink(error) : error, generation, request, reply);
        }
      },
    });
  }
}

async function readRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  context: IngestContext,
  { isPublic, takesList }: { isPublic: boolean; takesList: boolean },
): Promise<SdkRequest> {
  const identity = isPublic ? undefined : await identify(request.raw, context.keys);
  if (identity) context.quotas.admit(identity);
  return {
    params: request.params as Record<string, string>,
    query: request.query as SdkRequest['query'],
    body: await readObject(request, context, takesList),
    identity,
    graph: context.graph(isPublic ? shareHeaders(request) : request.headers, request.id),
    reply,
  };
}

/** The token in the path is all that a public link needs; a key beside it does not count. */
const shareHeaders = ({ params }: FastifyRequest): IncomingHttpHeaders => ({
  'x-share-token': (params as { token?: string }).token,
});

const maxBodyBytes = 1024 * 1024;

/** JSON whatever the content type says: `shareRun` of the npm client sends it as text. */
async function readObject(
  { raw }: FastifyRequest,
  { budget }: IngestContext,
  takesList: boolean,
): Promise<Record<string, unknown>> {
  const { 'content-length': length, 'transfer-encoding': encoding } = raw.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return {};
  if (Number(length ?? 0) > maxBodyBytes) throw tooLarge();
  const share = budget.open();
  try {
    const bytes = await readJsonBody(raw, share);
    if (bytes.length > maxBodyBytes) throw tooLarge();
    return parseObject(bytes, takesList);
  } finally {
    share.release();
  }
}

const tooLarge = () =>
  new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${maxBodyBytes} bytes`);

function parseObject(bytes: Buffer, takesList: boolean): Record<string, unknown> {
  // Also whether it can be printed again for the graph: what nests by the thousands cannot.
  if (!isJson(bytes)) throw invalidInput('The body is not valid JSON, or nests too deep');
  const value: unknown = JSON.parse(bytes.toString());
  if (takesList && Array.isArray(value)) return { items: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidInput('The body is not an object');
  }
  return value as Record<string, unknown>;
}

const statuses: Partial<Record<AppErrorCode, [status: number, title: string]>> = {
  BAD_USER_INPUT: [400, 'Bad Request'],
  BAD_CURSOR: [400, 'Bad Request'],
  UNAUTHENTICATED: [401, 'Unauthorized'],
  FORBIDDEN: [403, 'Forbidden'],
  NOT_FOUND: [404, 'Not Found'],
  CONFLICT: [409, 'Conflict'],
  PAYLOAD_TOO_LARGE: [413, 'Payload Too Large'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Unsupported Media Type'],
  UNPROCESSABLE: [422, 'Unprocessable Entity'],
  RATE_LIMITED: [429, 'Too Many Requests'],
  UNAVAILABLE: [503, 'Service Unavailable'],
  TIMEOUT: [503, 'Service Unavailable'],
};

/** A link that is none, or none any more, is not found; asking for a key would be no help. */
function withoutLink(error: unknown): unknown {
  return isAppError(error) && error.code === 'UNAUTHENTICATED' ? notFound('Link') : error;
}

function answerProblem(
  raised: unknown,
  generation: Generation,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  // Nobody reads this; the status is for our own metrics.
  if (raised instanceof SenderGone) return reply.code(400).send({ detail: 'The body ended early' });
  const error = requestProblem(raised);
  request.raw.resume();
  const known = isAppError(error) ? statuses[error.code] : undefined;
  if (!known) {
    request.log.error({ err: error, requestId: request.id }, 'request failed');
    return reply.code(500).send({ detail: 'Internal server error', request_id: request.id });
  }
  const [status, title] = known;
  const { message: detail, retryAfterSeconds = 5 } = error as AppError;
  if (status === 503 || status === 429) reply.header('retry-after', String(retryAfterSeconds));
  if (generation === 'v1') return reply.code(status).send({ detail });
  const instance = request.url.split('?', 1)[0];
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail, instance }));
}
