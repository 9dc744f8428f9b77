import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { QueuedOperation } from '@runlight/queue';
import { Client, RunTree } from 'langsmith';
import { traceable } from 'langsmith/traceable';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

// The npm client as users have it, in the three forms of the endpoint, with and without compression.

let service: IngestService;
before(async () => {
  service = await startIngest();
});
after(() => service?.close());

async function operationsOf(tenant: Tenant): Promise<QueuedOperation[]> {
  return (await service.batches(tenant.workspaceId)).flatMap(({ operations }) => operations);
}

/** Everything said about a run, later operations over earlier ones. */
function said(operations: QueuedOperation[], name: string) {
  const runId = operations.find(({ envelope }) => envelope.name === name)?.runId;
  const mine = operations.filter((operation) => operation.runId === runId);
  const payloads = mine.flatMap((operation) => operation.payloads);
  return {
    runId,
    ...Object.assign({}, ...mine.map(({ envelope }) => envelope)),
    payloads: Object.fromEntries(
      payloads.map(({ field, bytes }) => [field, Buffer.from(bytes).toString()]),
    ),
  } as Record<string, unknown> & { payloads: Record<string, string> };
}

for (const suffix of ['', '/api', '/api/v1']) {
  for (const compressed of [true, false]) {
    test(`endpoint "${suffix}" ${compressed ? 'with' : 'without'} compression`, async () => {
      process.env['LANGSMITH_DISABLE_RUN_COMPRESSION'] = compressed ? 'false' : 'true';
      const tenant = await service.tenant();
      const client = new Client({ apiUrl: service.url + suffix, apiKey: tenant.key });
      const root = new RunTree({
        name: 'outer',
        run_type: 'chain',
        inputs: { question: 'ü – 漢字 – 🙂' },
        client,
        project_name: 'sdk',
        tags: ['a'],
        metadata: { thread_id: 't-1' },
      });
      await root.postRun();
      const child = root.createChild({ name: 'inner', run_type: 'llm', inputs: { messages: [] } });
      await child.postRun();
      await child.end({ usage_metadata: { input_tokens: 3, output_tokens: 4, total_tokens: 7 } });
      await child.patchRun();
      await root.end(undefined, 'it broke');
      await root.patchRun();
      await client.awaitPendingTraceBatches();

      const operations = await operationsOf(tenant);
      const outer = said(operations, 'outer');
      assert.equal(outer.payloads['inputs'], '{"question":"ü – 漢字 – 🙂"}');
      assert.equal(outer.payloads['error'], '"it broke"');
      assert.equal(outer['error'], 'it broke');
      assert.equal(outer['threadId'], 't-1');
      assert.deepEqual(outer['tags'], ['a']);
      assert.equal(outer['parentRunId'], null);
      assert.equal(outer['warnings'], undefined);
      const inner = said(operations, 'inner');
      assert.equal(inner['parentRunId'], outer['runId']);
      assert.deepEqual(inner['usage'], { input_tokens: 3, output_tokens: 4, total_tokens: 7 });
      assert.equal(new Set(operations.map(({ projectId }) => projectId)).size, 1);
      assert.equal(new Set(operations.map(({ traceStartUs }) => traceStartUs)).size, 1);
    });
  }
}

describe('the client', () => {
  test('traces a function', async () => {
    const tenant = await service.tenant();
    const client = new Client({ apiUrl: service.url, apiKey: tenant.key });
    const greet = traceable(async (name: string) => `hello ${name}`, {
      name: 'greet',
      client,
      tracingEnabled: true,
    });
    assert.equal(await greet('you'), 'hello you');
    await client.awaitPendingTraceBatches();
    const run = said(await operationsOf(tenant), 'greet');
    assert.equal(run['inputsPreview'], 'you');
    assert.equal(run['outputsPreview'], 'hello you');
  });

  test('creates and updates single runs without a trace', async () => {
    const tenant = await service.tenant();
    const client = new Client({ apiUrl: service.url, apiKey: tenant.key, autoBatchTracing: false });
    const id = crypto.randomUUID();
    await client.createRun({ id, name: 'single', run_type: 'tool', inputs: { a: 1 } });
    await client.updateRun(id, { outputs: { b: 2 }, end_time: Date.now() });
    const [create, update] = await operationsOf(tenant);
    assert.equal(create?.traceId, id);
    assert.equal(create.kind, 'create');
    assert.equal(update?.runId, id);
    assert.equal(update.kind, 'update');
    assert.equal(update.projectId, undefined);
  });

  test('sends in batches where the server has no multipart', async () => {
    const tenant = await service.tenant();
    const client = new Client({ apiUrl: service.url, apiKey: tenant.key });
    const id = crypto.randomUUID();
    const run = {
      id,
      trace_id: id,
      dotted_order: `20260102T030405678001Z${id}`,
      name: 'batched',
      run_type: 'llm',
      inputs: { a: 1 },
    };
    await client.batchIngestRuns({ runCreates: [run], runUpdates: [] });
    assert.equal((await operationsOf(tenant))[0]?.runId, id);
  });

  test('sends files with a run', async () => {
    const tenant = await service.tenant();
    const client = new Client({ apiUrl: service.url, apiKey: tenant.key });
    const photo = new Uint8Array([0, 1, 2, 255]);
    const root = new RunTree({
      name: 'with files',
      client,
      inputs: {},
      attachments: { photo: ['image/png', photo], text: { mimeType: 'text/plain', data: photo } },
    });
    await root.postRun();
    await root.end({ ok: true });
    await root.patchRun();
    await client.awaitPendingTraceBatches();
    const run = said(await operationsOf(tenant), 'with files');
    const attachments = run['attachments'] as Record<string, { mimeType: string; blobKey: string }>;
    assert.deepEqual(
      Object.entries(attachments).map(([name, { mimeType }]) => [name, mimeType]),
      [
        ['photo', 'image/png'],
        ['text', 'text/plain'],
      ],
    );
    const stored = await service.objects.get(attachments['photo']!.blobKey);
    assert.deepEqual(stored, Buffer.from(photo));
  });

  test('sends feedback, alone and with the runs', async () => {
    const tenant = await service.tenant();
    const client = new Client({ apiUrl: service.url, apiKey: tenant.key });
    const [runId, traceId] = [crypto.randomUUID(), crypto.randomUUID()];
    await client.createRun({ id: runId, name: 'judged', run_type: 'llm', inputs: {} });
    const { projectId = '' } = (await operationsOf(tenant))[0]!;
    const alone = await client.createFeedback(runId, 'helpful', { score: true, comment: 'yes' });
    const batched = await client.createFeedback({
      runId,
      traceId,
      sessionId: projectId,
      key: 'length',
      value: 'short',
      sourceRunId: runId,
      feedbackSourceType: 'model',
      feedbackConfig: { type: 'freeform' },
    });
    await client.awaitPendingTraceBatches();
    await client.updateFeedback(alone.id, { score: 0.3, correction: { better: 'x' } });
    await client.deleteFeedback(batched.id);
    const batches = await service.batches(tenant.workspaceId);
    const operations = batches.flatMap(({ feedback }) => feedback);
    assert.deepEqual(
      operations.map(({ kind, feedbackId }) => [kind, feedbackId]),
      [
        ['create', alone.id],
        ['create', batched.id],
        ['update', alone.id],
        ['delete', batched.id],
      ],
    );
    assert.deepEqual(
      operations.map(({ target }) => target),
      [{ runId }, { runId, traceId, projectId }, undefined, undefined],
    );
    assert.equal(operations[0]?.envelope.score, 1);
    const { value, sourceType, config } = operations[1]!.envelope;
    assert.deepEqual([value, sourceType, config], ['"short"', 'model', '{"type":"freeform"}']);
    assert.deepEqual(operations[2]?.envelope, { score: 0.3, correction: '{"better":"x"}' });
    assert.match(batches[0]!.sdk!, /^langsmith-js\/\d/);
  });

  test('sends media, which is stored once', async () => {
    const tenant = await service.tenant();
    const client = new Client({ apiUrl: service.url, apiKey: tenant.key });
    const png = Buffer.concat([Buffer.from('iVBORw0KGgo=', 'base64'), Buffer.alloc(9000, 7)]);
    const url = `data:image/png;base64,${png.toString('base64')}`;
    for (const name of ['first', 'second']) {
      const run = new RunTree({
        name,
        client,
        inputs: { messages: [{ content: [{ image_url: { url } }] }] },
      });
      await run.postRun();
    }
    await client.awaitPendingTraceBatches();
    const operations = await operationsOf(tenant);
    const [first, second] = ['first', 'second'].map((name) => said(operations, name).payloads);
    assert.match(first!['inputs']!, /runlight-blob:[0-9a-f]{64};mime=image\/png;size=9008;/);
    assert.equal(first!['inputs'], second!['inputs']);
  });
});
