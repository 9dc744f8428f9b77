import { status as rpcCodes } from '@grpc/grpc-js';
import { encodeStatus } from '@runlight/otlp';
import type { OtlpEncoding } from '@runlight/otlp';
import { isAppError } from '@runlight/service';
import type { AppErrorCode } from '@runlight/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SenderGone } from '../body/read-body.ts';

/** An error as OTLP tells it; only with `retryAfterSeconds` may the request be sent again. */
export interface OtlpFailure {
  httpStatus: number;
  /** Of google.rpc.Status. */
  rpcCode: rpcCodes;
  message: string;
  retryAfterSeconds?: number;
}

const failures: Partial<Record<AppErrorCode, [httpStatus: number, rpcCode: rpcCodes]>> = {
  BAD_USER_INPUT: [400, rpcCodes.INVALID_ARGUMENT],
  UNPROCESSABLE: [400, rpcCodes.INVALID_ARGUMENT],
  PAYLOAD_TOO_LARGE: [413, rpcCodes.INVALID_ARGUMENT],
  UNSUPPORTED_MEDIA_TYPE: [415, rpcCodes.INVALID_ARGUMENT],
  UNAUTHENTICATED: [401, rpcCodes.UNAUTHENTICATED],
  FORBIDDEN: [403, rpcCodes.PERMISSION_DENIED],
  RATE_LIMITED: [429, rpcCodes.RESOURCE_EXHAUSTED],
  UNAVAILABLE: [503, rpcCodes.UNAVAILABLE],
  TIMEOUT: [503, rpcCodes.UNAVAILABLE],
};

const defaultRetryAfterSeconds = 5;

/** Undefined for errors that nobody meant: they are ours, and final (§2.4). */
export function failureOf(error: unknown): OtlpFailure | undefined {
  const known = isAppError(error) ? failures[error.code] : undefined;
  if (!isAppError(error) || !known) return undefined;
  const [httpStatus, rpcCode] = known;
  const failure: OtlpFailure = { httpStatus, rpcCode, message: error.message };
  if (httpStatus === 429 || httpStatus === 503) {
    failure.retryAfterSeconds = error.retryAfterSeconds ?? defaultRetryAfterSeconds;
  }
  return failure;
}

const internal: OtlpFailure = {
  httpStatus: 500,
  rpcCode: rpcCodes.INTERNAL,
  message: 'Internal server error',
};

/** Answers a request of OTLP over HTTP that failed: `google.rpc.Status` in the request's encoding. */
export function answerOtlpError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  // The rest of the body is read and dropped; see `answerError`.
  request.raw.resume();
  const isGone = error instanceof SenderGone;
  const failure: OtlpFailure = isGone
    ? { ...internal, httpStatus: 400, message: 'The body ended early' }
    : (failureOf(error) ?? internal);
  if (failure === internal) {
    request.log.error({ err: error, requestId: request.id }, 'request failed');
  }
  const { httpStatus, rpcCode, message, retryAfterSeconds } = failure;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  const encoding = encodingOf(request.headers['content-type']) ?? 'json';
  void reply
    .code(httpStatus)
    .type(contentTypes[encoding])
    .send(encodeStatus(encoding, { code: rpcCode, message, retryAfterSeconds }));
}

export const contentTypes: Record<OtlpEncoding, string> = {
  protobuf: 'application/x-protobuf',
  json: 'application/json',
};

/** How a body is written, by its content type. */
export function encodingOf(contentType: string | undefined): OtlpEncoding | undefined {
  switch (contentType?.split(';', 1)[0]?.trim().toLowerCase()) {
    case 'application/x-protobuf':
    case 'application/protobuf':
      return 'protobuf';
    case 'application/json':
      return 'json';
    default:
      return undefined;
  }
}
