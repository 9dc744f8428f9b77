import { isAppError } from '@runlight/service';
import type { AppError, AppErrorCode } from '@runlight/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SenderGone } from './body/read-body.ts';

const statuses: Partial<Record<AppErrorCode, [status: number, title: string]>> = {
  BAD_USER_INPUT: [400, 'Bad request'],
  UNPROCESSABLE: [422, 'Unprocessable entity'],
  PAYLOAD_TOO_LARGE: [413, 'Payload too large'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Unsupported media type'],
  RATE_LIMITED: [429, 'Too many requests'],
  UNAVAILABLE: [503, 'Service unavailable'],
  TIMEOUT: [503, 'Service unavailable'],
};

/** Seconds that a sender waits when the error names none. */
const defaultRetryAfterSeconds = 5;

/** The one place that turns an error into an answer, in the shapes of langsmith-protocol §1.5. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof SenderGone) {
    // Nobody reads this; the status is for our own metrics.
    void reply.code(400).send({ error: 'Bad request: the body ended early' });
    return;
  }
  // The rest of the body is read and dropped, within the request's timeout: closing a connection with
  // bytes unread resets it, and the sender may lose the answer.
  request.raw.resume();
  if (isAppError(error) && answerAppError(error, request, reply)) return;
  request.log.error({ err: error, requestId: request.id }, 'request failed');
  void reply.code(500).send({ error: 'Internal server error', request_id: request.id });
}

function answerAppError(error: AppError, request: FastifyRequest, reply: FastifyReply): boolean {
  if (error.code === 'UNAUTHENTICATED') {
    void reply.code(401).send({ detail: error.message });
    return true;
  }
  if (error.code === 'FORBIDDEN') {
    void reply.code(403).send({ error: 'Forbidden', detail: error.message });
    return true;
  }
  const known = statuses[error.code];
  if (!known) return false;
  const [status, title] = known;
  if (status === 503 || status === 429) {
    reply.header('retry-after', String(error.retryAfterSeconds ?? defaultRetryAfterSeconds));
    request.log.warn({ err: error.cause, code: error.code, status }, 'request was put off');
  }
  void reply.code(status).send({ error: `${title}: ${error.message}` });
  return true;
}
