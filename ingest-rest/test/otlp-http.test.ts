import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { otlpSpan, otlpRequest, payloadOf, sendOtlp } from './support/otlp.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

// OTLP over HTTP as byte-exact requests; the exporters are in otlp-exporters.test.ts.

let service: IngestService;
before(async () => {
  service = await startIngest();
});
after(() => service?.close());

const operationsOf = async (tenant: Tenant) =>
  (await service.batches(tenant.workspaceId)).flatMap(({ operations }) => operations);

describe('routes', () => {
  for (const prefix of ['', '/api', '/api/v1']) {
    for (const path of ['/otel', '/otel/v1/traces', '/v1/traces']) {
      test(`POST ${prefix}${path}`, async () => {
        const tenant = await service.tenant();
        const answer = await sendOtlp(service, tenant, prefix + path, otlpRequest(otlpSpan()));
        assert.equal(answer.status, 200);
        assert.equal(answer.text, '{}');
        assert.equal((await operationsOf(tenant)).length, 1);
      });
    }
  }
});

test('a span becomes a run: identity, times, project by header, and the trace is opened by it', async () => {
  const tenant = await service.tenant();
  const root = otlpSpan({ name: 'agent', spanId: '00f067aa0ba902b7' });
  const child = otlpSpan({ name: 'call', spanId: '00f067aa0ba902b8', parentSpanId: root.spanId });
  await sendOtlp(service, tenant, '/otel/v1/traces', otlpRequest(child, root), {
    'langsmith-project': 'shop',
  });
  const [first, second] = await operationsOf(tenant);
  assert.equal(first!.runId, '00000000-0000-0000-00f0-67aa0ba902b8');
  assert.equal(first!.envelope.parentRunId, '00000000-0000-0000-00f0-67aa0ba902b7');
  assert.equal(second!.envelope.parentRunId, null);
  assert.equal(first!.traceId, '4bf92f35-77b3-4da6-a3ce-929d0e0e4736');
  assert.equal(second!.traceId, first!.traceId);
  assert.equal(first!.opensTrace, true);
  assert.equal(first!.traceStartUs, undefined);
  assert.equal(first!.envelope.startTimeUs, Number(BigInt(child.startTimeUnixNano) / 1000n));
  assert.equal(first!.envelope.endTimeUs, Number(BigInt(child.endTimeUnixNano) / 1000n));
  const project = await service.database.db
    .selectFrom('project')
    .select('name')
    .where('id', '=', first!.projectId!)
    .executeTakeFirstOrThrow();
  assert.equal(project.name, 'shop');
  assert.equal(second!.projectId, first!.projectId);
});

describe('encodings of the body', () => {
  for (const [encoding, compress] of [
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
    ['identity', (bytes: Buffer) => bytes],
  ] as const) {
    test(encoding, async () => {
      const tenant = await service.tenant();
      const body = compress(Buffer.from(JSON.stringify(otlpRequest(otlpSpan()))));
      const answer = await sendOtlp(service, tenant, '/otel/v1/traces', body, {
        'content-encoding': encoding,
      });
      assert.equal(answer.status, 200);
      assert.equal((await operationsOf(tenant)).length, 1);
    });
  }

  test('I21: a body that grows without measure is refused in the form of OTLP', async () => {
    const tenant = await service.tenant();
    const body = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    const answer = await sendOtlp(service, tenant, '/otel/v1/traces', body, {
      'content-encoding': 'gzip',
    });
    assert.equal(answer.status, 413);
    assert.equal((answer.json as { code: number }).code, 3);
  });

  test('another content type is 415', async () => {
    const tenant = await service.tenant();
    const answer = await sendOtlp(service, tenant, '/otel/v1/traces', Buffer.from('x'), {
      'content-type': 'text/plain',
    });
    assert.equal(answer.status, 415);
  });
});

describe('who may send', () => {
  const body = otlpRequest(otlpSpan());

  test('a key in Authorization: Bearer', async () => {
    const tenant = await service.tenant();
    const answer = await sendOtlp(service, { key: '' }, '/otel/v1/traces', body, {
      authorization: `Bearer ${tenant.key}`,
    });
    assert.equal(answer.status, 200);
  });

  test('no key, a wrong key: 401; a key that may only read: 403', async () => {
    const tenant = await service.tenant();
    for (const key of ['', 'rl_wrong']) {
      const answer = await sendOtlp(service, { key }, '/otel/v1/traces', body);
      assert.equal(answer.status, 401);
      assert.deepEqual(answer.json, { code: 16, message: 'Invalid token' });
    }
    const key = await tenant.keyOf('read');
    assert.equal((await sendOtlp(service, { key }, '/otel/v1/traces', body)).status, 403);
  });
});

describe('I33: spans that cannot be runs', () => {
  const deep = (levels: number): unknown => {
    let value: object = { stringValue: 'x' };
    for (let level = 0; level < levels; level += 1) value = { arrayValue: { values: [value] } };
    return value;
  };
  const attribute = (value: unknown) => ({ attributes: [{ key: 'a', value }] });
  const cases: [string, object, RegExp][] = [
    ['a trace id of 15 bytes', { traceId: '4bf92f3577b34da6a3ce929d0e0e47' }, /trace id is not 16/],
    ['a trace id of zeros', { traceId: '0'.repeat(32) }, /trace id is all zeros/],
    ['a span id of zeros', { spanId: '0'.repeat(16) }, /span id is all zeros/],
    ['an id in base64', { traceId: 'S/kvNXezTaajzpKdDg5HNg==' }, /trace id is not 16/],
    ['a span that ends before it starts', { endTimeUnixNano: '1' }, /ends before/],
    ['a span without a start', { startTimeUnixNano: '0' }, /no start/],
    ['attributes 65 deep', attribute(deep(64)), /nest deeper than 64/],
    ['attributes 1000 deep', attribute(deep(1000)), /nest deeper than 64/],
    [
      'a start in the year 2300',
      { startTimeUnixNano: '10420000000000000000', endTimeUnixNano: '0' },
      /start_time/,
    ],
  ];
  for (const [what, fields, reason] of cases) {
    test(`${what}: partial success, and its neighbour is stored`, async () => {
      const tenant = await service.tenant();
      const bad = { ...otlpSpan({ spanId: 'aaaaaaaaaaaaaaaa' }), ...fields };
      const answer = await sendOtlp(
        service,
        tenant,
        '/otel/v1/traces',
        otlpRequest(bad, otlpSpan()),
      );
      assert.equal(answer.status, 200);
      const { partialSuccess } = answer.json as {
        partialSuccess: { rejectedSpans: string; errorMessage: string };
      };
      assert.equal(partialSuccess.rejectedSpans, '1');
      assert.match(partialSuccess.errorMessage, reason);
      assert.equal((await operationsOf(tenant)).length, 1);
    });
  }

  test('attributes 64 deep are stored', async () => {
    const tenant = await service.tenant();
    const body = otlpRequest({ ...otlpSpan(), ...attribute(deep(63)) });
    const answer = await sendOtlp(service, tenant, '/otel/v1/traces', body);
    assert.equal(answer.text, '{}');
  });

  test('a truncated body is 400 with a google.rpc.Status, JSON and protobuf', async () => {
    const tenant = await service.tenant();
    const whole = Buffer.from(JSON.stringify(otlpRequest(otlpSpan())));
    const json = await sendOtlp(service, tenant, '/otel/v1/traces', whole.subarray(0, -20));
    assert.equal(json.status, 400);
    assert.equal((json.json as { code: number }).code, 3);
    const proto = await sendOtlp(service, tenant, '/otel/v1/traces', Buffer.from([0x0a, 0x7f, 1]), {
      'content-type': 'application/x-protobuf',
    });
    assert.equal(proto.status, 400);
    assert.equal(proto.headers.get('content-type'), 'application/x-protobuf');
    assert.deepEqual([...proto.bytes.subarray(0, 2)], [0x08, 3]);
    assert.equal((await operationsOf(tenant)).length, 0);
  });

  test('what was refused stands in the inbox of the workspace', async () => {
    const tenant = await service.tenant();
    const bad = { ...otlpSpan(), traceId: 'ab' };
    await sendOtlp(service, tenant, '/otel/v1/traces', otlpRequest(bad));
    const rejection = () =>
      service.database.db
        .selectFrom('ingest_rejection')
        .selectAll()
        .where('workspace_id', '=', tenant.workspaceId)
        .executeTakeFirst();
    for (let attempt = 0; attempt < 50 && !(await rejection()); attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.match((await rejection())!.reason, /trace id/);
  });
});

test('A1, §2.4: a workspace beyond its quota is told when to come back (429, Retry-After)', async () => {
  const small = await startIngest({ INGEST_RUNS_PER_SECOND: '1' });
  try {
    const tenant = await small.tenant();
    const spans = Array.from({ length: 60 }, (_, index) =>
      otlpSpan({ spanId: (index + 1).toString(16).padStart(16, '0') }),
    );
    await sendOtlp(small, tenant, '/otel/v1/traces', otlpRequest(...spans));
    const answer = await sendOtlp(small, tenant, '/otel/v1/traces', otlpRequest(otlpSpan()));
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    assert.equal((answer.json as { code: number }).code, 8);
  } finally {
    await small.close();
  }
});

test('log records with messages are added to the run of their span', async () => {
  const tenant = await service.tenant();
  const { traceId, spanId } = otlpSpan();
  const text = (value: string) => ({ stringValue: value });
  const record = (eventName: string, body: object) => ({
    traceId,
    spanId,
    eventName,
    timeUnixNano: '1',
    body: { kvlistValue: { values: Object.entries(body).map(([key, value]) => ({ key, value })) } },
  });
  const logRecords = [
    record('gen_ai.user.message', { content: text('Hello?') }),
    record('gen_ai.choice', {
      index: { intValue: '0' },
      message: { kvlistValue: { values: [{ key: 'content', value: text('Hi!') }] } },
    }),
  ];
  const body = { resourceLogs: [{ scopeLogs: [{ logRecords }] }] };
  const answer = await sendOtlp(service, tenant, '/otel/v1/logs', body);
  assert.equal(answer.text, '{}');
  const [operation] = await operationsOf(tenant);
  assert.equal(operation!.kind, 'update');
  assert.equal(operation!.runId, `00000000-0000-0000-${spanId.slice(0, 4)}-${spanId.slice(4)}`);
  assert.deepEqual(payloadOf(operation!, 'inputs'), {
    messages: [{ role: 'user', content: 'Hello?' }],
  });
  assert.deepEqual(payloadOf(operation!, 'outputs'), {
    messages: [{ role: 'assistant', content: 'Hi!' }],
  });
});

test('langsmith.attachments become files of the run', async () => {
  const tenant = await service.tenant();
  const attachments = [{ name: 'a.txt', content: 'aGVsbG8=', mime_type: 'text/plain' }];
  const value = { stringValue: JSON.stringify(attachments) };
  const span = { ...otlpSpan(), attributes: [{ key: 'langsmith.attachments', value }] };
  await sendOtlp(service, tenant, '/otel/v1/traces', otlpRequest(span));
  const [operation] = await operationsOf(tenant);
  const file = operation!.envelope.attachments!['a.txt']!;
  assert.equal(file.mimeType, 'text/plain');
  assert.equal(file.sizeBytes, 5);
});

test('an image in the messages of two spans is one object, and stands in neither of them', async () => {
  const tenant = await service.tenant();
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(6000)]);
  const part = { type: 'blob', mime_type: 'image/png', content: png.toString('base64') };
  const stringValue = JSON.stringify([{ role: 'user', parts: [part] }]);
  const attributes = [{ key: 'gen_ai.input.messages', value: { stringValue } }];
  const spans = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'].map((spanId) => ({
    ...otlpSpan({ spanId }),
    attributes,
  }));
  await sendOtlp(service, tenant, '/otel/v1/traces', otlpRequest(...spans));
  const references = new Set<string>();
  for (const { payloads } of await operationsOf(tenant)) {
    for (const field of ['inputs', 'extra']) {
      const { bytes } = payloads.find((payload) => payload.field === field)!;
      const text = Buffer.from(bytes).toString();
      assert.ok(!text.includes(part.content.slice(100, 200)), field);
      references.add(/runlight-blob:[^"]+/.exec(text)![0]);
    }
  }
  assert.equal(references.size, 1);
});

test('a pending marker shows the run before it ends', async () => {
  const tenant = await service.tenant();
  const span = otlpSpan();
  const marker = {
    ...span,
    spanId: 'bbbbbbbbbbbbbbbb',
    parentSpanId: span.spanId,
    attributes: [
      { key: 'logfire.span_type', value: { stringValue: 'pending_span' } },
      { key: 'logfire.pending_parent_id', value: { stringValue: '0'.repeat(16) } },
    ],
  };
  await sendOtlp(service, tenant, '/otel/v1/traces', otlpRequest(marker));
  await sendOtlp(service, tenant, '/otel/v1/traces', otlpRequest(span));
  const [pending, final] = await operationsOf(tenant);
  assert.equal(pending!.runId, final!.runId);
  assert.equal(pending!.envelope.endTimeUs, undefined);
  assert.equal(pending!.envelope.parentRunId, null);
  assert.ok(final!.envelope.endTimeUs! > 0);
});
