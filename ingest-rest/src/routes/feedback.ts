import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FeedbackOperation } from '@runlight/run-model';
import type { Acceptance } from '../accept.ts';
import { nameBatches, sendAcceptance } from '../answer.ts';
import { readJsonBody } from '../body/json-body.ts';
import type { IngestContext } from '../context.ts';
import { ingestRoute, prefixes } from './route.ts';
import type { Taken } from './route.ts';

type OneFeedback = FastifyRequest<{ Params: { feedbackId: string } }>;

/**
 * `POST /feedback`, `PATCH` and `DELETE /feedback/{id}` (langsmith-protocol §7): operations like those
 * on runs, accepted whether or not what they are about has been seen.
 */
export function registerFeedback(app: FastifyInstance, context: IngestContext): void {
  const create = ingestRoute(
    context,
    async ({ raw }, share) => {
      const main = await readJsonBody(raw, share);
      return take({ kind: 'create', part: 'feedback', main });
    },
    sendFeedback,
  );
  const update = ingestRoute<OneFeedback>(context, async ({ raw, params }, share) => {
    const main = await readJsonBody(raw, share);
    return take({ kind: 'update', part: 'feedback', idHint: params.feedbackId, main });
  });
  const remove = ingestRoute<OneFeedback>(context, async ({ params }) =>
    take({ kind: 'delete', part: 'feedback', idHint: params.feedbackId }),
  );
  for (const prefix of prefixes) {
    app.post(`${prefix}/feedback`, create);
    app.patch(`${prefix}/feedback/:feedbackId`, update);
    app.delete(`${prefix}/feedback/:feedbackId`, remove);
  }
}

const take = (feedback: NonNullable<Taken['feedback']>[number]): Taken => ({
  operations: [],
  feedback: [feedback],
  rejections: [],
  bodyBytes: feedback.main?.length ?? 0,
});

/** The object as a later read would give it. */
function sendFeedback(reply: FastifyReply, acceptance: Acceptance): FastifyReply {
  const [feedback] = acceptance.feedback;
  if (!feedback) return sendAcceptance(reply, acceptance);
  return nameBatches(reply, acceptance).code(202).send(describeFeedback(feedback));
}

function describeFeedback({ feedbackId, target, envelope }: FeedbackOperation): object {
  const { createdAtUs = Date.now() * 1000, modifiedAtUs = createdAtUs } = envelope;
  return {
    id: feedbackId,
    created_at: iso(createdAtUs),
    modified_at: iso(modifiedAtUs),
    run_id: target?.runId ?? null,
    trace_id: target?.traceId ?? null,
    session_id: target?.projectId ?? null,
    key: envelope.key,
    score: envelope.score ?? null,
    value: parsed(envelope.value),
    comment: envelope.comment ?? null,
    correction: parsed(envelope.correction),
    feedback_source: {
      type: envelope.sourceType ?? 'api',
      metadata: parsed(envelope.sourceMetadata),
    },
    feedback_config: parsed(envelope.config),
    comparative_experiment_id: envelope.comparativeExperimentId ?? null,
    feedback_group_id: envelope.groupId ?? null,
    extra: parsed(envelope.extra),
  };
}

const iso = (us: number): string => new Date(Math.floor(us / 1000)).toISOString();
const parsed = (json: string | undefined): unknown =>
  json === undefined ? null : (JSON.parse(json) as unknown);
