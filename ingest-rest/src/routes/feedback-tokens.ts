import { parseUuid } from '@runlight/run-model';
import { AppError, TokenBuckets, isAppError } from '@runlight/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readJsonBody } from '../body/json-body.ts';
import type { IngestContext } from '../context.ts';
import { gonePage, questionPage, thanksPage } from '../feedback-tokens/pages.ts';
import { readGiven, readQuery } from '../feedback-tokens/read-given.ts';
import { noToken, redeem } from '../feedback-tokens/redeem.ts';
import type { Given } from '../feedback-tokens/redeem.ts';
import { prefixes } from './route.ts';

type WithToken = FastifyRequest<{ Params: { token: string } }>;

/** Attempts with one token, and from one address. */
const tokenRate = { perSecond: 1, capacity: 20 };
const addressRate = { perSecond: 10, capacity: 200 };

/**
 * `POST` and `GET /feedback/tokens/{token}` (langsmith-protocol §7): feedback without a key, from any
 * page and from links in mails. A link without a judgement in it asks first.
 */
export function registerFeedbackTokens(app: FastifyInstance, context: IngestContext): void {
  const admit = createAdmission();

  async function give(
    request: WithToken,
    reply: FastifyReply,
    given: Given,
  ): Promise<FastifyReply> {
    const token = await findToken(context, request.params.token);
    await redeem(context, token, given);
    request.log.info({ feedbackTokenId: token.id }, 'feedback token used');
    if (wantsPage(request)) return sendPage(reply, 200, thanksPage());
    return openToAll(reply).code(200).send({ message: 'Feedback received' });
  }

  function post(request: WithToken, reply: FastifyReply): Promise<FastifyReply> {
    return answerGone(request, reply, async () => {
      admit(request);
      // Before the body: strangers should not make us read any.
      await findToken(context, request.params.token);
      const share = context.budget.open();
      try {
        const body = await readJsonBody(request.raw, share);
        return await give(request, reply, readGiven(body, request.headers['content-type']));
      } finally {
        share.release();
      }
    });
  }

  function get(request: WithToken, reply: FastifyReply): Promise<FastifyReply> {
    return answerGone(request, reply, async () => {
      admit(request);
      const given = readQuery(new URL(request.url, 'http://x').searchParams);
      if (given && !isPreview(request)) return give(request, reply, given);
      await findToken(context, request.params.token);
      return sendPage(reply, 200, questionPage());
    });
  }

  for (const prefix of prefixes) {
    const url = `${prefix}/feedback/tokens/:token`;
    app.post(url, post);
    // Without HEAD, which would give the feedback too.
    app.get(url, { exposeHeadRoute: false }, get);
    app.options(url, (_request, reply) =>
      openToAll(reply)
        .header('access-control-allow-methods', 'GET, POST')
        .header('access-control-allow-headers', 'content-type')
        .header('access-control-max-age', '86400')
        .code(204)
        .send(),
    );
  }
}

async function findToken({ feedbackTokens }: IngestContext, text: string) {
  const uuid = parseUuid(text);
  const token = uuid && (await feedbackTokens.find(uuid));
  if (!token) throw noToken();
  return token;
}

/** Throws RATE_LIMITED. */
function createAdmission(): (request: WithToken) => void {
  const byToken = new TokenBuckets(tokenRate);
  const byAddress = new TokenBuckets(addressRate);
  return ({ params, headers, ip }) => {
    // The front door says who connected to it and drops what clients claim.
    const address = String(headers['x-forwarded-for'] ?? ip);
    for (const [buckets, key] of [
      [byToken, params.token.slice(0, 64)],
      [byAddress, address],
    ] as const) {
      const waitSeconds = buckets.waitSeconds(key);
      if (waitSeconds > 0) {
        const options = { retryAfterSeconds: waitSeconds };
        throw new AppError('RATE_LIMITED', 'too many attempts; try again later', options);
      }
      buckets.take(key, 1);
    }
  };
}

async function answerGone(
  request: WithToken,
  reply: FastifyReply,
  answer: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await answer();
  } catch (error) {
    openToAll(reply);
    if (!isAppError(error) || error.code !== 'NOT_FOUND') throw error;
    request.raw.resume();
    if (wantsPage(request)) return sendPage(reply, 404, gonePage());
    return reply.code(404).send({ detail: error.message });
  }
}

/** Browsers fetch links ahead, mail programs show what is behind them. */
const isPreview = ({ headers }: WithToken): boolean =>
  ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /prefetch|prerender|preview/i.test(String(headers[name] ?? '')),
  );

const wantsPage = ({ headers }: WithToken): boolean =>
  headers.accept?.includes('text/html') ?? false;

/** Pages of any origin may send feedback: the token in the address is all the right there is. */
const openToAll = (reply: FastifyReply): FastifyReply =>
  reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer');

const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  openToAll(reply)
    .code(status)
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
    .send(page);
