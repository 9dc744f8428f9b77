import type { ApiKeyIdentity } from '@runlight/auth';
import { isAppError } from '@runlight/service';
import type { AppErrorCode } from '@runlight/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accept } from '../accept.ts';
import type { Acceptance, Submission } from '../accept.ts';
import { sendAcceptance } from '../answer.ts';
import { authenticate } from '../authenticate.ts';
import type { ByteShare } from '../body/byte-budget.ts';
import type { IngestContext } from '../context.ts';
import { readSdk } from '../sdk.ts';

/** Mount points of every route: SDKs append paths to whatever endpoint people configure. */
export const prefixes = ['', '/api', '/api/v1'] as const;

/** Memory that a small operation takes beside its bytes, while it is read and on its way to the queue. */
const bytesPerOperation = 8 * 1024;

/** What a route finds in a body. */
export type Taken = Pick<Submission, 'operations' | 'feedback' | 'attachments' | 'rejections'> &
  Pick<Submission, 'mayMakeId'> & { bodyBytes: number };

/**
 * A route that takes runs or feedback: authenticates, checks the quotas, lets `take` read the body,
 * accepts, answers. The memory that the request takes is given back when it is answered.
 */
export function ingestRoute<R extends FastifyRequest>(
  context: IngestContext,
  take: (request: R, share: ByteShare) => Promise<Taken>,
  answer: (reply: FastifyReply, acceptance: Acceptance) => FastifyReply = sendAcceptance,
) {
  return async (request: R, reply: FastifyReply): Promise<FastifyReply> => {
    const identity = await authenticate(request.raw, context.keys);
    context.quotas.admit(identity);
    const sdk = readSdk(request.headers);
    const share = context.budget.open();
    try {
      const taken = await take(request, share);
      context.metrics.bodyBytes.inc(taken.bodyBytes);
      const operations = taken.operations.length + (taken.feedback?.length ?? 0);
      share.take(operations * bytesPerOperation);
      const acceptance = await accept(context, { identity, sdk, share, ...taken });
      logAcceptance(request, identity, acceptance);
      return answer(reply, acceptance);
    } catch (error) {
      recordRefusal(context, identity, sdk, error);
      throw error;
    } finally {
      share.release();
    }
  };
}

function logAcceptance(
  request: FastifyRequest,
  { workspaceId }: ApiKeyIdentity,
  { batchIds, acceptedIds, rejections }: Acceptance,
): void {
  if (rejections.length === 0) {
    request.log.debug({ batchIds }, 'batch accepted');
    return;
  }
  request.log.info(
    { batchIds, workspaceId, accepted: acceptedIds.length, rejected: rejections.length },
    'operations were rejected',
  );
}

/** Requests that are refused as a whole, for what they are and not for when they came. */
const finalCodes: Partial<Record<AppErrorCode, string>> = {
  BAD_USER_INPUT: 'invalid',
  UNPROCESSABLE: 'invalid',
  PAYLOAD_TOO_LARGE: 'too_large',
  UNSUPPORTED_MEDIA_TYPE: 'not_supported',
};

/** People should see in the inbox what their SDK drops without a word. */
export function recordRefusal(
  { rejections }: IngestContext,
  { workspaceId, keyId }: ApiKeyIdentity,
  sdk: string | undefined,
  error: unknown,
): void {
  const code = isAppError(error) ? finalCodes[error.code] : undefined;
  if (code === undefined) return;
  const reason = (error as Error).message;
  rejections.record({
    workspaceId,
    keyId,
    sdk,
    rejections: [{ code, reason, part: 'request', sample: new Uint8Array() }],
  });
}
