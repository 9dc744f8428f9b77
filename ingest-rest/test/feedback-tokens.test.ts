import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createFeedbackTokens, createTokenSealer } from '@runlight/auth';
import type { FeedbackToken, NewFeedbackToken } from '@runlight/auth';
import { uuidv7 } from '@runlight/run-model';
import { multipart, multipartType, send } from './support/request.ts';
import type { PartText } from './support/request.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

let service: IngestService;
before(async () => {
  service = await startIngest();
});
after(() => service?.close());

async function newToken(tenant: Tenant, token: Partial<NewFeedbackToken> = {}) {
  const sealer = createTokenSealer({ secret: 'a secret of at least 32 characters' });
  const tokens = createFeedbackTokens({ db: service.database.db, sealer });
  const created = await tokens.create(tenant.workspaceId, [
    {
      runId: uuidv7(),
      feedbackKey: 'secret-key',
      expiresAtMs: Date.now() + 60_000,
      createdBy: 'test',
      ...token,
    },
  ]);
  return (created as FeedbackToken[])[0]!;
}

const call = (token: string | undefined, init: RequestInit = {}, query = '', prefix = '') =>
  fetch(`${service.url}${prefix}/feedback/tokens/${token}${query}`, { redirect: 'error', ...init });

const post = (token: string | undefined, body: unknown) =>
  call(token, { method: 'POST', body: JSON.stringify(body) });

const feedbackOf = async ({ workspaceId }: Tenant) =>
  (await service.batches(workspaceId)).flatMap(({ feedback }) => feedback);

const asPage = { headers: { accept: 'text/html,*/*' } };

describe('a feedback token', () => {
  test('gives one feedback on its run, under every prefix, without a key', async () => {
    for (const prefix of ['', '/api', '/api/v1']) {
      const tenant = await service.tenant();
      const { token, runId } = await newToken(tenant);
      const body = {
        score: 1,
        value: 'good',
        comment: 'thanks',
        correction: { a: 1 },
        metadata: { page: 7 },
        run_id: uuidv7(),
        key: 'other',
        session_id: uuidv7(),
      };
      const init = { method: 'POST', body: JSON.stringify(body) };
      const answer = await call(token, init, '', prefix);
      assert.equal(answer.status, 200);
      assert.deepEqual(await answer.json(), { message: 'Feedback received' });
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      const [feedback, ...more] = await feedbackOf(tenant);
      assert.equal(more.length, 0);
      assert.deepEqual(feedback?.target, { runId });
      assert.deepEqual(feedback.envelope, {
        key: 'secret-key',
        score: 1,
        value: '"good"',
        comment: 'thanks',
        correction: '{"a":1}',
        sourceType: 'app',
        sourceMetadata: '{"page":7}',
      });
    }
  });

  test('is used once, also when many try at once', async () => {
    const tenant = await service.tenant();
    const { token } = await newToken(tenant);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(token, { score: 1 })));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    assert.deepEqual(statuses, [200, 404, 404, 404, 404, 404, 404, 404]);
    assert.equal((await feedbackOf(tenant)).length, 1);
  });

  test('that ended, was used or never was tells nobody which', async () => {
    const tenant = await service.tenant();
    const ended = await newToken(tenant, { expiresAtMs: Date.now() + 50 });
    const used = await newToken(tenant);
    await post(used.token, { score: 1 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const texts = new Set<string>();
    for (const token of [ended.token, used.token, randomUUID(), 'nonsense', used.id]) {
      const answer = await post(token, { score: 1 });
      assert.equal(answer.status, 404);
      texts.add(await answer.text());
      assert.equal((await call(token, asPage)).status, 404);
    }
    assert.equal(texts.size, 1);
    const text = [...texts][0]!;
    for (const hidden of [tenant.workspaceId, used.runId, 'secret-key'])
      assert.ok(!text.includes(hidden));
  });

  test('stays open when what is given cannot be taken', async () => {
    const tenant = await service.tenant();
    const scale = { type: 'continuous' as const, min: 0, max: 1 };
    const { token } = await newToken(tenant, { scale });
    const bad: [unknown, number][] = [
      [{ score: 'high' }, 422],
      [{ score: 2 }, 422],
      [[1], 422],
      [{ value: 'x'.repeat(17_000) }, 422],
      [{ comment: 'x'.repeat(300_000) }, 413],
    ];
    for (const [body, status] of bad) {
      const answer = await post(token, body);
      assert.equal(answer.status, status, JSON.stringify(body).slice(0, 60));
    }
    assert.equal((await call(token, { method: 'POST', body: '{' })).status, 400);
    assert.equal((await post(token, { score: 1 })).status, 200);
    assert.equal(
      (await feedbackOf(tenant))[0]?.envelope.config?.length,
      JSON.stringify(scale).length,
    );
  });

  test('is limited in how often it is tried', async () => {
    const token = randomUUID();
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(token, {})));
    const refused = answers.filter(({ status }) => status === 429);
    assert.ok(refused.length >= 15, String(refused.length));
    assert.ok(Number(refused[0]!.headers.get('retry-after')) >= 1);
  });
});

describe('a link in a mail', () => {
  test('with a judgement in it gives feedback', async () => {
    const tenant = await service.tenant();
    const { token } = await newToken(tenant);
    const answer = await call(token, asPage, '?score=0&comment=so%20so&utm_source=mail');
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Thank you/);
    const [feedback] = await feedbackOf(tenant);
    assert.deepEqual([feedback?.envelope.score, feedback?.envelope.comment], [0, 'so so']);
    const flag = await newToken(tenant);
    assert.equal((await call(flag.token, {}, '?score=true&value=yes')).status, 200);
    assert.equal((await feedbackOf(tenant))[1]?.envelope.score, 1);
  });

  test('without one asks first, and previews and HEAD give nothing', async () => {
    const tenant = await service.tenant();
    const { token } = await newToken(tenant);
    const asking = [
      await call(token, asPage),
      await call(token, asPage, '?utm_source=mail'),
      await call(token, { headers: { 'sec-purpose': 'prefetch;prerender' } }, '?score=1'),
      await call(token, { headers: { purpose: 'preview' } }, '?score=1'),
    ];
    for (const answer of asking) {
      assert.equal(answer.status, 200);
      const page = await answer.text();
      assert.match(page, /<form method="post">/);
      for (const hidden of [tenant.workspaceId, 'secret-key']) assert.ok(!page.includes(hidden));
      assert.match(answer.headers.get('content-security-policy')!, /default-src 'none'/);
    }
    assert.equal((await call(token, { method: 'HEAD' }, '?score=1')).status, 404);
    assert.deepEqual(await feedbackOf(tenant), []);
    const form = await call(token, {
      method: 'POST',
      headers: { ...asPage.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'comment=&score=1',
    });
    assert.equal(form.status, 200);
    assert.match(await form.text(), /Thank you/);
    assert.deepEqual((await feedbackOf(tenant))[0]?.envelope, {
      key: 'secret-key',
      score: 1,
      sourceType: 'app',
    });
  });

  test('may be used by pages of other origins', async () => {
    const { token } = await newToken(await service.tenant());
    const answer = await call(token, { method: 'OPTIONS' });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('access-control-allow-headers'), 'content-type');
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
  });
});

test('an enforced scale refuses what SDKs send and does not fit, and nothing beside it', async () => {
  const [tenant, other] = [await service.tenant(), await service.tenant()];
  await service.database.db
    .insertInto('feedback_config')
    .values({
      workspace_id: tenant.workspaceId,
      feedback_key: 'stars',
      scale: { type: 'continuous', min: 1, max: 5 },
      is_lower_score_better: null,
      is_enforced: true,
    })
    .execute();
  const body = (score: number) => ({ run_id: uuidv7(), key: 'stars', score });
  const refused = await send(service, tenant, '/feedback', { body: body(9) });
  assert.equal(refused.status, 422);
  assert.match(refused.body.error!, /above 5/);
  assert.equal((await send(service, tenant, '/feedback', { body: body(5) })).status, 202);
  assert.equal((await send(service, other, '/feedback', { body: body(9) })).status, 202);
  const [bad, good] = [uuidv7(), uuidv7()];
  const part = (id: string, score: number): PartText => [
    `feedback.${id}`,
    JSON.stringify({ ...body(score), trace_id: uuidv7() }),
  ];
  const mixed = await send(service, tenant, '/runs/multipart', {
    body: multipart(part(bad, 0), part(good, 1)),
    headers: multipartType,
  });
  assert.equal(mixed.status, 202);
  const ids = (await feedbackOf(tenant)).map(({ feedbackId }) => feedbackId);
  assert.ok(ids.includes(good) && !ids.includes(bad));
});
