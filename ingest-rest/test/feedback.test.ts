import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import type { FeedbackOperation } from '@runlight/run-model';
import { multipart, multipartType, send } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

let service: IngestService;
before(async () => {
  service = await startIngest();
});
after(() => service?.close());

const feedbackOf = async ({ workspaceId }: Tenant): Promise<FeedbackOperation[]> =>
  (await service.batches(workspaceId)).flatMap(({ feedback }) => feedback);

describe('POST /feedback', () => {
  test('is accepted before its run exists, and answered with the object', async () => {
    const tenant = await service.tenant();
    const [id, runId] = [uuidv7(), uuidv7()];
    const body = {
      id,
      run_id: runId,
      key: 'correctness',
      score: true,
      value: { label: 'good' },
      comment: 'fine',
      correction: { answer: 42 },
      feedback_source: { type: 'model', metadata: { __run: { run_id: runId } } },
      feedbackConfig: { type: 'categorical', categories: [{ value: 1, label: 'good' }] },
      start_time: '2026-01-02T03:04:05.678',
    };
    for (const prefix of ['', '/api', '/api/v1']) {
      const answer = await send(service, tenant, `${prefix}/feedback`, { body });
      assert.equal(answer.status, 202);
      assert.match(answer.headers.get('x-batch-id')!, /^[0-9a-f-]{36}$/);
      const { created_at, modified_at, ...rest } = answer.body as Record<string, unknown>;
      assert.ok(Date.parse(String(created_at)) > 0 && created_at === modified_at);
      assert.deepEqual(rest, {
        id,
        run_id: runId,
        trace_id: null,
        session_id: null,
        key: 'correctness',
        score: 1,
        value: { label: 'good' },
        comment: 'fine',
        correction: { answer: 42 },
        feedback_source: body.feedback_source,
        feedback_config: body.feedbackConfig,
        comparative_experiment_id: null,
        feedback_group_id: null,
        extra: null,
      });
    }
    const [operation, ...again] = await feedbackOf(tenant);
    assert.deepEqual(again, [operation, operation]);
    assert.deepEqual([operation?.kind, operation?.feedbackId], ['create', id]);
    assert.deepEqual(operation?.target, { runId });
  });

  test('of a project needs one of this workspace', async () => {
    const [tenant, other] = [await service.tenant(), await service.tenant()];
    await send(service, tenant, '/runs', { body: rootRun() });
    await send(service, other, '/runs', { body: rootRun() });
    const projectOf = async ({ workspaceId }: Tenant) =>
      (await service.batches(workspaceId))[0]!.operations[0]!.projectId!;
    const body = { run_id: null, key: 'summary', score: 0.5 };
    const own = await projectOf(tenant);
    const answer = await send(service, tenant, '/feedback', { body: { ...body, session_id: own } });
    assert.equal(answer.status, 202);
    for (const session_id of [await projectOf(other), uuidv7()]) {
      const refused = await send(service, tenant, '/feedback', { body: { ...body, session_id } });
      assert.equal(refused.status, 422);
      assert.match(refused.body.error!, /session_id names no project/);
    }
    const runId = uuidv7();
    const hinted = { run_id: runId, key: 'k', score: 1, session_id: await projectOf(other) };
    assert.equal((await send(service, tenant, '/feedback', { body: hinted })).status, 202);
    assert.deepEqual(
      (await feedbackOf(tenant)).map(({ target }) => target),
      [{ projectId: own }, { runId }],
    );
  });

  const bad: [name: string, fields: object | string, status: number][] = [
    ['a score that is text', { score: '0.5' }, 422],
    ['NaN', '{"run_id":"01900000-0000-7000-8000-000000000001","key":"k","score":NaN}', 400],
    ['a key of 1 000 characters', { key: 'k'.repeat(1000) }, 422],
    ['a value of 1 MB', { value: 'x'.repeat(1e6) }, 413],
    ['no key', { key: null }, 422],
    ['a body that is no object', '[]', 422],
    ['an empty body', '', 422],
  ];
  for (const [name, fields, status] of bad) {
    test(`I34: ${name}`, async () => {
      const tenant = await service.tenant();
      const body = typeof fields === 'string' ? fields : { run_id: uuidv7(), key: 'k', ...fields };
      assert.equal((await send(service, tenant, '/feedback', { body })).status, status);
      assert.deepEqual(await feedbackOf(tenant), []);
    });
  }

  test('I34: a score of 1e308 is finite', async () => {
    const tenant = await service.tenant();
    const body = { run_id: uuidv7(), key: 'k', score: 1e308 };
    assert.equal((await send(service, tenant, '/feedback', { body })).status, 202);
  });

  test('needs a key that may write', async () => {
    const tenant = await service.tenant();
    const body = { run_id: uuidv7(), key: 'k', score: 1 };
    const reader = { key: await tenant.keyOf('read') };
    assert.equal((await send(service, reader, '/feedback', { body })).status, 403);
    assert.equal((await send(service, { key: 'nobody' }, '/feedback', { body })).status, 401);
  });
});

describe('PATCH and DELETE /feedback/{id}', () => {
  test('are operations of their own, whatever was seen before', async () => {
    const tenant = await service.tenant();
    const id = uuidv7();
    const hex = id.replaceAll('-', '');
    const patched = await send(service, tenant, `/feedback/${hex}`, {
      method: 'PATCH',
      body: { score: 0.25, comment: null, feedback_config: { type: 'continuous' } },
    });
    const deleted = await fetch(`${service.url}/api/v1/feedback/${id}`, {
      method: 'DELETE',
      headers: { 'x-api-key': tenant.key },
    });
    assert.deepEqual([patched.status, deleted.status], [202, 202]);
    assert.deepEqual(patched.body.accepted, [id]);
    assert.deepEqual(await feedbackOf(tenant), [
      {
        kind: 'update',
        feedbackId: id,
        envelope: { score: 0.25, config: '{"type":"continuous"}' },
        cleared: ['comment'],
      },
      { kind: 'delete', feedbackId: id, envelope: {} },
    ]);
    const nobody = await send(service, tenant, '/feedback/zzz', { method: 'PATCH', body: {} });
    assert.equal(nobody.status, 422);
  });
});

describe('feedback parts of /runs/multipart', () => {
  test('are accepted beside runs; a bad one costs no other (D3)', async () => {
    const tenant = await service.tenant();
    const run = rootRun();
    const [good, bad] = [uuidv7(), uuidv7()];
    const about = { run_id: run.id, trace_id: run.id, key: 'helpful' };
    const answer = await send(service, tenant, '/runs/multipart', {
      headers: multipartType,
      body: multipart(
        [`feedback.${good}`, JSON.stringify({ id: good, ...about, score: 1 })],
        [`feedback.${bad}`, JSON.stringify({ id: bad, ...about, score: 'high' })],
        [`post.${run.id}`, JSON.stringify(run)],
      ),
    });
    assert.equal(answer.status, 202);
    assert.deepEqual(answer.body.accepted, [run.id, good]);
    assert.deepEqual(
      answer.body.rejected?.map(({ part, code }) => [part, code]),
      [[`feedback.${bad}`, 'invalid']],
    );
    const [batch] = await service.batches(tenant.workspaceId);
    assert.equal(batch?.operations.length, 1);
    assert.deepEqual(batch.feedback[0]?.target, { runId: run.id, traceId: run.id });
  });

  test('alone are a request', async () => {
    const tenant = await service.tenant();
    const id = uuidv7();
    const part = JSON.stringify({ id, run_id: uuidv7(), key: 'k', value: 'x' });
    const answer = await send(service, tenant, '/runs/multipart', {
      headers: multipartType,
      body: multipart([`feedback.${id}`, part]),
    });
    assert.deepEqual([answer.status, answer.body.accepted], [202, [id]]);
  });
});
