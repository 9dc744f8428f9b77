import type { ApiKeyIdentity } from '@runlight/auth';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accept } from '../accept.ts';
import type { Submission } from '../accept.ts';
import { sendAcceptance } from '../answer.ts';
import { authenticate } from '../authenticate.ts';
import type { ByteShare } from '../body/byte-budget.ts';
import type { IngestContext } from '../context.ts';

/** Mount points of every route: SDKs append paths to whatever endpoint people configure. */
export const prefixes = ['', '/api', '/api/v1'] as const;

/** Memory that a small operation takes beside its bytes, while it is read and on its way to the queue. */
const bytesPerOperation = 8 * 1024;

/**
 * A route that takes runs: authenticates, lets `take` read the body, accepts, answers. The memory
 * that the request takes is given back when it is answered.
 */
export function ingestRoute<R extends FastifyRequest>(
  context: IngestContext,
  take: (request: R, share: ByteShare) => Promise<Omit<Submission, 'identity'>>,
) {
  return async (request: R, reply: FastifyReply): Promise<FastifyReply> => {
    const identity: ApiKeyIdentity = await authenticate(request.raw, context.keys);
    const share = context.budget.open();
    try {
      const submission = await take(request, share);
      share.take(submission.operations.length * bytesPerOperation);
      const acceptance = await accept(context, { identity, ...submission });
      if (acceptance.rejections.length > 0) {
        request.log.info(
          {
            batchId: acceptance.batchId,
            workspaceId: identity.workspaceId,
            accepted: acceptance.acceptedIds.length,
            rejected: acceptance.rejections.length,
          },
          'operations were rejected',
        );
      } else {
        request.log.debug({ batchId: acceptance.batchId }, 'batch accepted');
      }
      return sendAcceptance(reply, acceptance);
    } finally {
      share.release();
    }
  };
}
