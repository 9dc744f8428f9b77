import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { createLiveReader } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import type { LiveRunEvent } from '@runlight/run-model';
import { createLogger } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import { boundary, multipart, multipartType, send } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest } from './support/service.ts';
import type { IngestService } from './support/service.ts';

let service: IngestService;
before(async () => {
  service = await startIngest();
});
after(() => service?.close());

const lastBatch = async (workspaceId: string) => (await service.batches(workspaceId)).at(-1)!;

describe('GET /info', () => {
  test('says all that SDKs read, without a key, under every prefix', async () => {
    for (const prefix of ['', '/api', '/api/v1']) {
      const response = await fetch(`${service.url}${prefix}/info`);
      const info = (await response.json()) as Record<string, Record<string, unknown>>;
      assert.deepEqual(Object.keys(info['batch_ingest_config']!).toSorted(), [
        'scale_down_nempty_trigger',
        'scale_up_nthreads_limit',
        'scale_up_qsize_trigger',
        'size_limit',
        'size_limit_bytes',
        'use_multipart_endpoint',
      ]);
      assert.equal(info['instance_flags']!['zstd_compression_enabled'], true);
      assert.equal(info['instance_flags']!['gzip_body_enabled'], true);
    }
  });
});

describe('POST /runs/multipart', () => {
  test('takes the sample of the protocol, byte for byte', async () => {
    const tenant = await service.tenant();
    const id = '01900000-0000-7000-8000-000000000001';
    const main = `{"session_name":"demo","id":"${id}","name":"agent","start_time":"2026-01-02T03:04:05.678001Z","end_time":1767323046000,"run_type":"chain","child_runs":[],"trace_id":"${id}","dotted_order":"20260102T030405678001Z${id}","tags":[]}`;
    const body = [
      `--${boundary}`,
      `Content-Disposition: form-data; name="post.${id}"`,
      `Content-Type: application/json; length=${main.length}`,
      '',
      main,
      `--${boundary}`,
      `Content-Disposition: form-data; name="post.${id}.inputs"`,
      'Content-Type: application/json; length=11',
      '',
      '{"input":3}',
      `--${boundary}`,
      `Content-Disposition: form-data; name="post.${id}.error"`,
      'Content-Type: application/json; length=6',
      '',
      '"boom"',
      `--${boundary}--`,
      '',
    ].join('\r\n');
    const answer = await send(service, tenant, '/runs/multipart', { headers: multipartType, body });
    assert.equal(answer.status, 202);
    assert.deepEqual(answer.body.accepted, [id]);
    assert.equal(answer.headers.get('x-batch-id'), answer.body.batch_id);
    const batch = await lastBatch(tenant.workspaceId);
    assert.equal(batch.batchId, answer.body.batch_id);
    const [operation] = batch.operations;
    assert.equal(operation?.envelope.error, 'boom');
    assert.equal(operation.envelope.endTimeUs, 1_767_323_046_000_000);
    assert.deepEqual(
      operation.payloads.map(({ field, bytes }) => [field, Buffer.from(bytes).toString()]),
      [
        ['inputs', '{"input":3}'],
        ['error', '"boom"'],
      ],
    );
  });

  test('takes parts as the Python SDK writes them, compressed and chunked', async () => {
    const tenant = await service.tenant();
    const run = rootRun();
    const parts = [
      [`post.${run.id}`, JSON.stringify(run)],
      [`post.${run.id}.inputs`, '{"a":1}'],
    ] as const;
    const body = multipart(
      ...parts.map(
        ([name, content]) =>
          [
            name,
            content,
            `Content-Type: application/json\r\nContent-Length: ${content.length}`,
          ] as [string, string, string],
      ),
    );
    const compressed = zstdCompressSync(body);
    const response = await fetch(`${service.url}/runs/multipart`, {
      method: 'POST',
      headers: {
        ...multipartType,
        'x-api-key': tenant.key,
        'content-encoding': 'zstd',
        'x-pre-compressed-size': String(body.length),
        'x-post-compressed-size': String(compressed.length),
      },
      // Byte by byte, so that every boundary of the format is once a boundary of a chunk.
      body: ReadableStream.from(Array.from(compressed, (byte) => new Uint8Array([byte]))),
      duplex: 'half',
    });
    assert.equal(response.status, 202);
    assert.equal((await lastBatch(tenant.workspaceId)).operations[0]?.payloads.length, 1);
  });

  for (const [encoding, encode] of [
    ['identity', (body: Buffer) => body],
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
    [
      'zstd',
      (body: Buffer) =>
        Buffer.concat([
          zstdCompressSync(body.subarray(0, 99)),
          zstdCompressSync(body.subarray(99)),
        ]),
    ],
  ] as const) {
    test(`takes large bodies (${encoding})`, async () => {
      const tenant = await service.tenant();
      const text = Buffer.from(crypto.getRandomValues(new Uint8Array(60_000))).toString('hex');
      const runs = Array.from({ length: 30 }, () => rootRun());
      const body = multipart(
        ...runs.flatMap((run): [string, string][] => [
          [`post.${run.id}`, JSON.stringify(run)],
          [`post.${run.id}.inputs`, JSON.stringify({ text: text + run.id })],
        ]),
      );
      const answer = await send(service, tenant, '/runs/multipart', {
        headers: { ...multipartType, 'content-encoding': encoding },
        body: encode(body),
      });
      assert.equal(answer.status, 202, JSON.stringify(answer.body).slice(0, 300));
      // More than one entry of the queue may hold; all of them are named.
      const batches = await service.batches(tenant.workspaceId);
      assert.ok(batches.length > 1);
      const ids = batches.map(({ batchId }) => batchId);
      assert.equal(answer.headers.get('x-batch-id'), ids.join(','));
      assert.deepEqual([answer.body.batch_id, answer.body.batch_ids], [ids[0], ids]);
      const operations = batches.flatMap((batch) => batch.operations);
      assert.equal(operations.length, 30);
      for (const [index, { payloads }] of operations.entries()) {
        const expected = JSON.stringify({ text: text + runs[index]!.id });
        assert.ok(Buffer.from(payloads[0]!.bytes).equals(Buffer.from(expected)));
      }
    });
  }

  for (const verb of ['post', 'patch']) {
    test(`takes every field of a ${verb} as a part of its own`, async () => {
      const tenant = await service.tenant();
      const run = rootRun();
      const fields: [string, string][] = [
        ['inputs', '{"a":1}'],
        ['outputs', '{"b":2}'],
        ['events', '[{"name":"new_token","time":"2026-01-02T03:04:05Z"}]'],
        ['extra', '{"runtime":{"sdk":"x"}}'],
        ['error', '"boom"'],
        ['serialized', '{"graph":{}}'],
        ['metadata', '{"thread_id":"t"}'],
        ['tags', '["x","y"]'],
      ];
      const answer = await send(service, tenant, '/runs/multipart', {
        headers: multipartType,
        body: multipart(
          [`${verb}.${run.id}`, JSON.stringify(run)],
          ...fields.map(([field, json]): [string, string] => [`${verb}.${run.id}.${field}`, json]),
        ),
      });
      assert.deepEqual(answer.body.rejected, []);
      const [operation] = (await lastBatch(tenant.workspaceId)).operations;
      assert.equal(operation?.kind, verb === 'post' ? 'create' : 'update');
      const { tags, threadId, error, firstTokenTimeUs } = operation.envelope;
      assert.deepEqual([tags, threadId, error], [['x', 'y'], 't', 'boom']);
      assert.equal(firstTokenTimeUs, Date.UTC(2026, 0, 2, 3, 4, 5) * 1000);
      const stored = operation.payloads.map(({ field, bytes }) => [
        field,
        Buffer.from(bytes).toString(),
      ]);
      assert.deepEqual(
        Object.fromEntries(stored),
        Object.fromEntries([
          ...fields.slice(0, 6).filter(([field]) => field !== 'extra'),
          ['extra', '{"runtime":{"sdk":"x"},"metadata":{"thread_id":"t"}}'],
        ]),
      );
    });
  }

  test('keeps creates and updates of one run apart, in the order of the request', async () => {
    const tenant = await service.tenant();
    const [a, b] = [rootRun(), rootRun()];
    const update = (run: object, outputs: object) =>
      JSON.stringify({ ...run, end_time: new Date().toISOString(), outputs });
    await send(service, tenant, '/runs/multipart', {
      headers: multipartType,
      body: multipart(
        [`patch.${a.id}`, update(a, { early: true })],
        [`post.${a.id}`, JSON.stringify(a)],
        [`post.${b.id}.inputs`, '{"first":"field"}'],
        [`post.${b.id}`, JSON.stringify(b)],
        [`patch.${b.id}`, update(b, { n: 1 })],
        [`patch.${b.id}`, update(b, { n: 2 })],
      ),
    });
    const { operations, firstSequence } = await lastBatch(tenant.workspaceId);
    assert.deepEqual(
      operations.map(({ kind, runId }) => [kind, runId]),
      [
        ['update', a.id],
        ['create', a.id],
        ['create', b.id],
        ['update', b.id],
        ['update', b.id],
      ],
    );
    assert.ok(firstSequence > 0n);
  });
});

describe('POST /runs/batch', () => {
  test('keeps payloads byte for byte', async () => {
    const tenant = await service.tenant();
    const { id, ...rest } = rootRun();
    const inputs = '{ "big": 9007199254740993, "x" : 1e999, "é":"\\u00e9" }';
    const body = `{"post":[{"id":"${id}",${JSON.stringify(rest).slice(1, -1)},"inputs":${inputs}}]}`;
    const answer = await send(service, tenant, '/runs/batch', { body });
    assert.equal(answer.status, 202);
    const [operation] = (await lastBatch(tenant.workspaceId)).operations;
    assert.equal(Buffer.from(operation!.payloads[0]!.bytes).toString(), inputs);
  });

  test('parses JSON whatever the content type says', async () => {
    const tenant = await service.tenant();
    const answer = await send(service, tenant, '/api/v1/runs/batch', {
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: { post: [rootRun()], patch: [] },
    });
    assert.equal(answer.status, 202);
  });
});

describe('POST /runs and PATCH /runs/{id}', () => {
  test('follow the recipe for plain HTTP: ids without dashes, no trace, a child by its parent', async () => {
    const tenant = await service.tenant();
    const [rootId, childId] = [uuidv7(), uuidv7()];
    const hex = (id: string) => id.replaceAll('-', '');
    const start_time = new Date().toISOString().replace('Z', '');
    const base = { run_type: 'chain', inputs: { text: 'hi' }, start_time };
    await send(service, tenant, '/runs', { body: { ...base, id: hex(rootId), name: 'root' } });
    await send(service, tenant, '/runs', {
      body: { ...base, id: hex(childId), name: 'child', parent_run_id: hex(rootId) },
    });
    const answer = await send(service, tenant, `/runs/${hex(childId)}`, {
      method: 'PATCH',
      body: { outputs: { done: true }, end_time: new Date().toISOString() },
    });
    assert.equal(answer.status, 202);
    const [root, child, update] = (await service.batches(tenant.workspaceId)).map(
      ({ operations }) => operations[0]!,
    );
    assert.equal(root?.traceId, rootId);
    assert.ok(root.projectId);
    assert.equal(root.envelope.dottedOrder?.endsWith(rootId), true);
    // Only the worker can look the parent up: it may have come through another process.
    assert.equal(child?.envelope.parentRunId, rootId);
    assert.equal(child.projectId, undefined);
    assert.equal(update?.runId, childId);
  });

  test('make an id for a run without one', async () => {
    const tenant = await service.tenant();
    const answer = await send(service, tenant, '/runs', { body: { name: 'x', run_type: 'llm' } });
    assert.equal(answer.status, 202);
    assert.equal(answer.body.accepted?.length, 1);
  });
});

describe('projects', () => {
  test('appear on first sight, by name; without a name the run goes to default', async () => {
    const tenant = await service.tenant();
    const bodies = [
      rootRun({ session_name: '  my project ' }),
      rootRun({ session_name: 'my project' }),
      rootRun({ session_name: undefined }),
      rootRun({ session_name: null }),
    ];
    await Promise.all(bodies.map((body) => send(service, tenant, '/runs', { body })));
    const projects = await service.database.db
      .selectFrom('project')
      .select(['id', 'name'])
      .where('workspace_id', '=', tenant.workspaceId)
      .execute();
    assert.deepEqual(projects.map(({ name }) => name).toSorted(), ['default', 'my project']);
    const byId = await send(service, tenant, '/runs', {
      body: rootRun({ session_name: 'ignored', session_id: projects[0]!.id }),
    });
    assert.equal(byId.status, 202);
    assert.equal((await lastBatch(tenant.workspaceId)).operations[0]?.projectId, projects[0]!.id);
  });

  test('must exist when they are named by id, in this workspace', async () => {
    const [tenant, other] = [await service.tenant(), await service.tenant()];
    await send(service, other, '/runs', { body: rootRun() });
    const foreign = (await lastBatch(other.workspaceId)).operations[0]!.projectId;
    for (const session_id of [uuidv7(), foreign]) {
      const answer = await send(service, tenant, '/runs/batch', {
        body: { post: [rootRun({ session_id }), rootRun()] },
      });
      assert.equal(answer.status, 202);
      assert.equal(answer.body.accepted?.length, 1);
      assert.match(answer.body.rejected?.[0]?.reason ?? '', /session_id names no project/);
    }
  });
});

describe('live hints', () => {
  test('show a run before it is stored', async () => {
    const tenant = await service.tenant();
    await send(service, tenant, '/runs', { body: rootRun() });
    const projectId = (await lastBatch(tenant.workspaceId)).operations[0]!.projectId!;
    const log = createLogger({ service: 'test', level: 'silent' });
    const reader = createLiveReader({ url: service.redisUrl, log });
    const stopped = new AbortController();
    const seen = new Map<string, LiveRunEvent>();
    const { workspaceId } = tenant;
    const subscription = { workspaceId, projectId, after: '0-0', signal: stopped.signal };
    const reading = (async () => {
      for await (const entry of reader.subscribe(subscription)) {
        if ('event' in entry) seen.set(entry.event.key.runId, entry.event);
      }
    })();
    // One hint may be lost, as on a machine where Redis is slow to answer.
    const sent: string[] = [];
    await waitFor(
      async () => {
        const run = rootRun({ error: 'boom', end_time: Date.now() });
        await send(service, tenant, '/runs', { body: run });
        sent.push(run.id);
        return sent.some((id) => seen.has(id));
      },
      { timeoutMs: 20_000, what: 'a hint' },
    );
    const hint = seen.get(sent.find((id) => seen.has(id))!)!;
    assert.equal(hint.stage, 'accepted');
    assert.equal(hint.kind, 'create');
    assert.equal(hint.run.status, 'error');
    assert.equal(hint.run.name, 'agent');
    stopped.abort();
    await reading;
    await reader.close();
  });
});
