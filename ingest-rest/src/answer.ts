import type { FastifyReply } from 'fastify';
import type { Rejection, RefusalCode } from '@runlight/run-model';
import type { Acceptance } from './accept.ts';

/** 202 with what became of each operation, or the status of a request in which nothing is valid. */
export function sendAcceptance(reply: FastifyReply, acceptance: Acceptance): FastifyReply {
  const { batchIds, acceptedIds, rejections } = acceptance;
  const rejected = rejections.map(describe);
  if (batchIds.length === 0 && rejected.length > 0) {
    const status = statusOfNothing(rejections);
    return reply.code(status).send({
      error: `${titles[status]}: nothing in the request could be accepted: ${firstReason(rejections)}`,
      accepted: [],
      rejected,
    });
  }
  return nameBatches(reply, acceptance)
    .code(202)
    .send({
      message: rejected.length === 0 ? 'Runs accepted' : 'Some operations were rejected',
      batch_id: batchIds[0] ?? null,
      batch_ids: batchIds,
      accepted: acceptedIds,
      rejected,
    });
}

/** By these ids a request is found in logs, queue, rows and dead letters (O3). */
export function nameBatches(reply: FastifyReply, { batchIds }: Acceptance): FastifyReply {
  if (batchIds.length > 0) reply.header('x-batch-id', batchIds.join(','));
  return reply;
}

const titles = {
  400: 'Bad request',
  413: 'Payload too large',
  422: 'Unprocessable entity',
} as const;

function statusOfNothing(rejections: Rejection[]): keyof typeof titles {
  const isAll = (code: RefusalCode) => rejections.every((rejection) => rejection.code === code);
  if (isAll('malformed_json')) return 400;
  return isAll('too_large') ? 413 : 422;
}

const describe = ({ runId, part, code, reason }: Rejection) => ({
  id: runId ?? null,
  part: part ?? null,
  code,
  reason,
});

/** SDKs log the body of a refusal; its beginning should say what to do. */
function firstReason(rejections: Rejection[]): string {
  const { part, reason } = rejections[0]!;
  return part === undefined ? reason : `${part}: ${reason}`;
}
