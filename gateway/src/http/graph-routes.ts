import { HeaderMap } from '@apollo/server';
import type { Principal } from '@runlight/auth';
import { AppError, isAppError, unauthenticated } from '@runlight/service';
import type { Logger } from '@runlight/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toClientError } from '../errors.ts';
import type { GatewayLimits } from '../limits/limits.ts';
import type { Authenticate } from '../live/principals.ts';
import { reliesOnCookie } from '../origins.ts';
import type { OriginGuard } from '../origins.ts';
import type { GraphServer } from './graph-server.ts';

export interface GraphRoutesOptions {
  path: string;
  graphServer: GraphServer;
  authenticate: Authenticate;
  origins: OriginGuard;
  limits: GatewayLimits;
  log: Logger;
}

/** `POST /graphql`. Nothing is served to anonymous callers, introspection included. */
export async function graphRoutes(
  app: FastifyInstance,
  options: GraphRoutesOptions,
): Promise<void> {
  const { path, graphServer, limits, log } = options;
  const refuse = createRefusal(log);
  // Simple content types could be sent by a form of any page: only JSON is read, the rest is a 415.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    return refuse(request, reply, status, status < 500 ? requestProblem(status) : error);
  });

  app.route({
    method: 'POST',
    url: path,
    bodyLimit: limits.maxBodyBytes,
    // Before the body is read, so that strangers cannot make us read any.
    onRequest: createGate(options, refuse),
    handler: async (request, reply) => {
      const deadline = openDeadline(reply, limits.operationTimeoutMs);
      try {
        const { status, headers, body } = await graphServer.answerHttp(
          { method: 'POST', headers: headerMap(request), search: '', body: request.body },
          {
            principal: request.principal!,
            requestId: request.id,
            log: log.child({ requestId: request.id }),
            signal: deadline.signal,
          },
        );
        if (body.kind !== 'complete') throw new Error('No operation is answered in parts');
        void reply.code(status ?? 200).headers(Object.fromEntries(headers));
        return body.string;
      } finally {
        deadline.close();
      }
    },
  });

  app.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: path,
    handler: (request, reply) => {
      void reply.header('allow', 'POST');
      return refuse(request, reply, 405, new AppError('BAD_USER_INPUT', 'Send operations by POST'));
    },
  });
}

type Refuse = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  error: unknown,
) => FastifyReply;

/** Every refusal is a GraphQL answer, so that clients read one shape. */
function createRefusal(log: Logger): Refuse {
  return (request, reply, status, error) => {
    const shown = toClientError(error, { requestId: request.id, log });
    return reply
      .code(status)
      .type(responseType(request))
      .send(JSON.stringify({ errors: [shown] }));
  };
}

/** Lets in who may ask and puts the principal on the request; answers everybody else. */
function createGate({ authenticate, origins }: GraphRoutesOptions, refuse: Refuse) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> => {
    const { headers } = request;
    if (reliesOnCookie(headers) && !origins.allows(headers)) {
      const message = 'A cookie is accepted from our own pages only';
      return refuse(request, reply, 403, new AppError('FORBIDDEN', message));
    }
    try {
      const principal = await authenticate({ headers });
      if (principal) {
        request.principal = principal;
        return;
      }
    } catch (error) {
      const isTooOften = isAppError(error) && error.code === 'RATE_LIMITED';
      const retryAfter = (isAppError(error) && error.retryAfterSeconds) || 5;
      void reply.header('retry-after', String(retryAfter));
      return refuse(request, reply, isTooOften ? 429 : 503, error);
    }
    void reply.header('www-authenticate', 'Bearer');
    return refuse(request, reply, 401, unauthenticated());
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; set on the routes that need it. */
    principal?: Principal;
  }
}

/** Aborts when the time is over or the client has gone. */
function openDeadline(reply: FastifyReply, timeoutMs: number) {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new AppError('TIMEOUT', 'The operation took too long')),
    timeoutMs,
  );
  const onClose = () => {
    if (!reply.raw.writableFinished) controller.abort();
  };
  reply.raw.on('close', onClose);
  return {
    signal: controller.signal,
    close: () => {
      clearTimeout(timer);
      reply.raw.off('close', onClose);
    },
  };
}

function headerMap({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function responseType({ headers }: FastifyRequest): string {
  return headers.accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json; charset=utf-8'
    : 'application/json; charset=utf-8';
}

/** What the framework refused before our code saw it; its own messages may quote the request. */
function requestProblem(status: number): AppError {
  if (status === 413) return new AppError('PAYLOAD_TOO_LARGE', 'The request body is too large');
  if (status === 415) {
    return new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json');
  }
  return new AppError('BAD_USER_INPUT', 'The request body is not valid JSON');
}
