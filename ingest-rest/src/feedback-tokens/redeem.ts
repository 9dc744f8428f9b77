import type { RedeemableToken } from '@runlight/auth';
import { readFeedback, scaleProblem } from '@runlight/run-model';
import type { WireFeedback } from '@runlight/run-model';
import { AppError } from '@runlight/service';
import { accept } from '../accept.ts';
import type { IngestContext } from '../context.ts';

/** What the holder of a token says; everything else is decided by the token. */
export interface Given {
  score?: unknown;
  value?: unknown;
  comment?: unknown;
  correction?: unknown;
  metadata?: unknown;
}

type Context = IngestContext;

/**
 * Gives the feedback that a token is for and ends the token. Throws UNPROCESSABLE for what cannot be
 * taken, and UNAVAILABLE when it is not safe: the token stays open then.
 */
export async function redeem(
  context: Context,
  token: RedeemableToken,
  given: Given,
): Promise<void> {
  const feedback = wireOf(token, given);
  const read = readFeedback(feedback);
  if ('rejection' in read) throw new AppError('UNPROCESSABLE', read.rejection.reason);
  const { envelope } = read.operation;
  const problem =
    (token.scale && scaleProblem(token.scale, envelope)) ??
    (await context.feedbackConfigs.problem(token.workspaceId, token.feedbackKey, envelope));
  if (problem !== undefined) throw new AppError('UNPROCESSABLE', problem);
  if (!(await context.feedbackTokens.use(token.id))) throw noToken();
  try {
    const { batchIds } = await accept(context, {
      identity: {
        keyId: token.id,
        workspaceId: token.workspaceId,
        organizationId: '',
        scope: 'ingest',
      },
      operations: [],
      feedback: [feedback],
      rejections: [],
      sdk: 'feedback-token',
    });
    if (batchIds.length === 0) throw new AppError('UNPROCESSABLE', 'it could not be taken');
  } catch (error) {
    await context.feedbackTokens.giveBack(token.id);
    throw error;
  }
}

/** The same for tokens that never were, were used, and have ended: nobody learns which. */
export const noToken = (): AppError =>
  new AppError('NOT_FOUND', 'This link was used already, or has ended');

function wireOf(token: RedeemableToken, given: Given): WireFeedback {
  const { score, value, comment, correction, metadata } = given;
  const body = {
    id: token.feedbackId,
    run_id: token.runId,
    key: token.feedbackKey,
    score,
    value,
    comment,
    correction,
    feedback_source: { type: 'app', metadata },
    feedback_config: token.scale,
  };
  return { kind: 'create', part: 'feedback', main: Buffer.from(JSON.stringify(body)) };
}
