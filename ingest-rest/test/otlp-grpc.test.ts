import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { Client, Metadata, credentials, status } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';
import { waitFor } from '@runlight/testkit';
import protobuf from 'protobufjs/minimal.js';
import { startIngest, stop } from './support/service.ts';
import type { IngestService } from './support/service.ts';

// OTLP over gRPC call by call; the exporter is in otlp-exporters.test.ts.

const path = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';

let service: IngestService;
before(async () => {
  service = await startIngest();
});
after(() => service?.close());

const portOf = ({ output }: IngestService): number =>
  Number(/"port":(\d+)[^\n]*gRPC is open/.exec(output())?.[1]);

/** A request with one span, as protobuf. */
function oneSpan({ traceId = 'ab'.repeat(16), name = 'span' } = {}): Buffer {
  const writer = protobuf.Writer.create();
  // resource_spans, scope_spans, spans.
  writer.uint32(0x0a).fork().uint32(0x12).fork().uint32(0x12).fork();
  writer.uint32(0x0a).bytes(Buffer.from(traceId, 'hex'));
  writer.uint32(0x12).bytes(Buffer.from('cd'.repeat(8), 'hex'));
  writer.uint32(0x2a).string(name);
  writer.uint32(0x39).fixed64(1_764_000_000_000_000_000);
  writer.ldelim().ldelim().ldelim();
  return Buffer.from(writer.finish());
}

interface Outcome {
  error: ServiceError | null;
  response: Buffer | undefined;
}

async function call(
  metadata: Record<string, string>,
  body: Buffer,
  { to = service, method = path }: { to?: IngestService; method?: string } = {},
): Promise<Outcome> {
  const client = new Client(`127.0.0.1:${portOf(to)}`, credentials.createInsecure());
  const asIs = (bytes: Buffer) => bytes;
  const sent = new Metadata();
  for (const [name, value] of Object.entries(metadata)) sent.set(name, value);
  try {
    return await new Promise((resolve) => {
      client.makeUnaryRequest(method, asIs, asIs, body, sent, (error, response) =>
        resolve({ error, response }),
      );
    });
  } finally {
    client.close();
  }
}

const operationsOf = async (workspaceId: string) =>
  (await service.batches(workspaceId)).flatMap(({ operations }) => operations);

test('a call is answered with an empty response, and its span is a run of the named project', async () => {
  const tenant = await service.tenant();
  const { error, response } = await call(
    { 'x-api-key': tenant.key, 'langsmith-project': 'by grpc' },
    oneSpan(),
  );
  assert.equal(error, null);
  assert.equal(response!.length, 0);
  const [operation] = await operationsOf(tenant.workspaceId);
  assert.equal(operation!.runId, '00000000-0000-0000-cdcd-cdcdcdcdcdcd');
  const project = await service.database.db
    .selectFrom('project')
    .select('name')
    .where('id', '=', operation!.projectId!)
    .executeTakeFirstOrThrow();
  assert.equal(project.name, 'by grpc');
});

describe('who may call', () => {
  test('a key as a bearer token', async () => {
    const { key } = await service.tenant();
    assert.equal((await call({ authorization: `Bearer ${key}` }, oneSpan())).error, null);
  });

  test('no key and a wrong key: UNAUTHENTICATED; a key that may only read: PERMISSION_DENIED', async () => {
    const tenant = await service.tenant();
    const code = async (metadata: Record<string, string>) =>
      (await call(metadata, oneSpan())).error?.code;
    assert.equal(await code({}), status.UNAUTHENTICATED);
    assert.equal(await code({ 'x-api-key': 'rl_wrong' }), status.UNAUTHENTICATED);
    const key = await tenant.keyOf('read');
    assert.equal(await code({ 'x-api-key': key }), status.PERMISSION_DENIED);
  });
});

describe('I33', () => {
  test('bytes that are no request: INVALID_ARGUMENT', async () => {
    const { key } = await service.tenant();
    const { error } = await call({ 'x-api-key': key }, oneSpan().subarray(0, -3));
    assert.equal(error?.code, status.INVALID_ARGUMENT);
  });

  test('a trace id of zeros: partial success', async () => {
    const { key } = await service.tenant();
    const { response } = await call({ 'x-api-key': key }, oneSpan({ traceId: '00'.repeat(16) }));
    assert.match(response!.toString(), /trace id is all zeros/);
  });
});

test('a message above 16 MiB: RESOURCE_EXHAUSTED, and nothing says to send it again', async () => {
  const { key } = await service.tenant();
  const large = oneSpan({ name: 'x'.repeat(17 * 1024 * 1024) });
  const { error } = await call({ 'x-api-key': key }, large);
  assert.equal(error?.code, status.RESOURCE_EXHAUSTED);
  assert.deepEqual(error.metadata.get('grpc-status-details-bin'), []);
});

test('another method: UNIMPLEMENTED', async () => {
  const { key } = await service.tenant();
  const method = '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export';
  const { error } = await call({ 'x-api-key': key }, Buffer.alloc(0), { method });
  assert.equal(error?.code, status.UNIMPLEMENTED);
});

test('§2.4: beyond a quota RESOURCE_EXHAUSTED comes with RetryInfo, so that exporters wait', async () => {
  const small = await startIngest({ INGEST_CALLS_PER_MINUTE: '10' });
  try {
    const { key } = await small.tenant();
    let failed: ServiceError | undefined;
    for (let attempt = 0; attempt < 20 && !failed; attempt += 1) {
      failed = (await call({ 'x-api-key': key }, oneSpan(), { to: small })).error ?? undefined;
    }
    assert.equal(failed?.code, status.RESOURCE_EXHAUSTED);
    const [details] = failed.metadata.get('grpc-status-details-bin');
    assert.match(String(details), /google\.rpc\.RetryInfo/);
  } finally {
    await small.close();
  }
});

test('A4: SIGTERM ends the port in good order', async () => {
  const ending = await startIngest();
  const port = portOf(ending);
  const { key } = await ending.tenant();
  assert.equal((await call({ 'x-api-key': key }, oneSpan(), { to: ending })).error, null);
  assert.equal(await stop(ending.process), 0);
  const refused = await new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(true));
    socket.once('connect', () => resolve(false));
  });
  assert.ok(refused);
  await ending.close();
});

test('a port that is taken is said in one line, and HTTP works', async () => {
  const taken = await startIngest({ INGEST_OTLP_GRPC_PORT: String(portOf(service)) });
  try {
    await waitFor(() => /OTLP over gRPC does not listen/.test(taken.output()), {
      timeoutMs: 5000,
      what: 'the line in the log',
    });
    assert.equal((await fetch(`${taken.url}/info`)).status, 200);
  } finally {
    await taken.close();
  }
});

test('off is off', async () => {
  const without = await startIngest({ INGEST_OTLP_GRPC_PORT: 'off' });
  try {
    assert.doesNotMatch(without.output(), /gRPC/);
  } finally {
    await without.close();
  }
});
