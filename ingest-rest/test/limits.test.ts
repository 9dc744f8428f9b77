import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { QueuedOperation } from '@runlight/queue';
import { residentBytes } from '@runlight/testkit/faults';
import { multipart, multipartType, send } from './support/request.ts';
import type { Answer, Sending } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

// Section 7 of the reliability reference: each limit is taken, and one more is not.

let service: IngestService;
let tenant: Tenant;
before(async () => {
  service = await startIngest({ INGEST_BYTES_PER_SECOND: '0' });
  tenant = await service.tenant();
});
after(async () => {
  await service?.close();
  // It outlived all of it: SIGTERM ended it as it should.
  assert.equal(service?.process.exitCode, 0);
});

const post = (path: string, sending: Sending): Promise<Answer> =>
  send(service, tenant, path, sending);
const statusOf = async (path: string, sending: Sending): Promise<number> =>
  (await post(path, sending)).status;
const partsStatus = (...parts: Parameters<typeof multipart>) =>
  statusOf('/runs/multipart', { headers: multipartType, body: multipart(...parts) });

async function stored(run: { id: string }): Promise<QueuedOperation> {
  const answer = await post('/runs', { body: run });
  assert.equal(answer.status, 202, JSON.stringify(answer.body).slice(0, 300));
  const batches = await service.batches(tenant.workspaceId);
  return batches.flatMap(({ operations }) => operations).find(({ runId }) => runId === run.id)!;
}

/** A run as JSON of exactly this length, most of it blanks. */
function padded(bytes: number): Buffer {
  const body = Buffer.alloc(bytes, ' ');
  body.write(JSON.stringify(rootRun()));
  return body;
}

describe('a body', () => {
  test('of 100 MiB', async () => {
    assert.equal(await statusOf('/runs', { body: padded(100 << 20) }), 202);
    assert.equal(await statusOf('/runs', { body: padded((100 << 20) + 1) }), 413);
  });

  test('of 25 MiB when it is compressed', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const limit = 25 << 20;
    const text = Buffer.from(
      JSON.stringify(
        rootRun({ inputs: { text: randomBytes(limit / 2 - 20_000).toString('hex') } }),
      ),
    );
    const atLimit = gzipOfSize(text, limit);
    assert.equal(atLimit.length, limit);
    assert.equal(await statusOf('/runs', { headers, body: atLimit }), 202);
    assert.equal(await statusOf('/runs', { headers, body: gzipOfSize(text, limit + 1) }), 413);
  });

  test('that grows a hundred times, once it is larger than 1 MiB', async () => {
    const headers = { 'content-encoding': 'zstd' };
    const small = zstdCompressSync(padded(1 << 20));
    assert.ok((1 << 20) / small.length > 100);
    assert.equal(await statusOf('/runs', { headers, body: small }), 202);
    const larger = zstdCompressSync(padded((1 << 20) + 1));
    assert.equal(await statusOf('/runs', { headers, body: larger }), 413);
  });
});

/** Stored, not compressed, so that its length can be chosen: by the name of a file in its header. */
function gzipOfSize(text: Buffer, bytes: number): Buffer {
  const plain = gzipSync(text, { level: 0 });
  const name = Buffer.alloc(bytes - plain.length, 'n');
  name[name.length - 1] = 0;
  const header = Buffer.from(plain.subarray(0, 10));
  header[3] = 8;
  return Buffer.concat([header, name, plain.subarray(10)]);
}

describe('a request', () => {
  const operations = (count: number) => Array.from({ length: count }, () => rootRun());

  test('of 1 000 operations', async () => {
    assert.equal(await statusOf('/runs/batch', { body: { post: operations(1000) } }), 202);
    const both = { post: operations(500), patch: operations(501) };
    assert.equal(await statusOf('/runs/batch', { body: both }), 413);
    const asParts = (count: number) =>
      operations(count).map((run): [string, string] => [`post.${run.id}`, JSON.stringify(run)]);
    assert.equal(await partsStatus(...asParts(1000)), 202);
    assert.equal(await partsStatus(...asParts(1001)), 413);
  });

  test('of as many list elements as fit into it takes no memory for them', async () => {
    const body = `{"post":[${'1,'.repeat(20 << 20)}1]}`;
    assert.equal(await statusOf('/runs/batch', { body }), 413);
  });

  test('of 5 000 parts', async () => {
    const run = rootRun();
    const main: [string, string] = [`post.${run.id}`, JSON.stringify(run)];
    const others = (count: number) =>
      Array.from({ length: count }, (): [string, string] => [`post.${run.id}.inputs`, '{}']);
    assert.equal(await partsStatus(main, ...others(4999)), 202);
    assert.equal(await partsStatus(main, ...others(5000)), 413);
  });

  test('with 32 headers of 8 KiB in a part', async () => {
    const run = rootRun();
    const withHeaders = (count: number, filler = '') =>
      partsStatus([
        `post.${run.id}`,
        JSON.stringify(run),
        `Content-Type: application/json${'\r\nX: y'.repeat(count - 3)}\r\nY: ${filler}`,
      ]);
    assert.equal(await withHeaders(32), 202);
    assert.equal(await withHeaders(33), 400);
    assert.equal(await withHeaders(4, 'y'.repeat(7900)), 202);
    assert.equal(await withHeaders(4, 'y'.repeat(8192)), 400);
  });

  test('with a boundary of 199 characters', async () => {
    const run = rootRun();
    const whole = multipart([`post.${run.id}`, JSON.stringify(run)]).toString();
    const withBoundary = (length: number) =>
      statusOf('/runs/multipart', {
        headers: { 'content-type': `multipart/form-data; boundary=${'b'.repeat(length)}` },
        body: whole.replaceAll('----LangSmithFormBoundaryabc', 'b'.repeat(length)),
      });
    assert.equal(await withBoundary(199), 202);
    assert.equal(await withBoundary(200), 400);
  });
});

describe('JSON', () => {
  test('I9: of 256 levels', async () => {
    const nested = (depth: number) =>
      `{"name":"x","inputs":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    assert.equal(await statusOf('/runs', { body: nested(256) }), 202);
    assert.equal(await statusOf('/runs', { body: nested(257) }), 422);
  });

  test('of 100 000 fields in a run', async () => {
    const body = (fields: number) =>
      `{"name":"x",${Array.from({ length: fields - 1 }, (_, index) => `"${index}":0`).join()}}`;
    assert.equal(await statusOf('/runs', { body: body(100_000) }), 202);
    assert.equal(await statusOf('/runs', { body: body(100_001) }), 422);
  });
});

describe('what is cut with a warning', () => {
  const warningsOf = async (fields: object) => (await stored(rootRun(fields))).envelope.warnings;

  test('I29: 1 000 tags of 256 characters', async () => {
    const tags = Array.from({ length: 1001 }, (_, index) => `tag ${index}`);
    assert.equal(await warningsOf({ tags: tags.slice(1) }), undefined);
    assert.deepEqual(await warningsOf({ tags }), ['tags_left_out']);
    assert.equal(await warningsOf({ tags: ['x'.repeat(256)] }), undefined);
    assert.deepEqual(await warningsOf({ tags: ['x'.repeat(257)] }), ['tags_left_out']);
  });

  test('names of 256 characters', async () => {
    assert.equal(await warningsOf({ name: 'x'.repeat(256) }), undefined);
    assert.deepEqual(await warningsOf({ name: 'x'.repeat(257) }), ['name_cut']);
  });

  test('256 metadata of 256 characters', async () => {
    const metadata = (count: number, length = 1) => ({
      extra: {
        metadata: Object.fromEntries(
          Array.from({ length: count }, (_, index) => [`key ${index}`, 'x'.repeat(length)]),
        ),
      },
    });
    assert.equal(await warningsOf(metadata(256, 256)), undefined);
    assert.deepEqual(await warningsOf(metadata(257)), ['metadata_cut']);
    assert.deepEqual(await warningsOf(metadata(1, 257)), ['metadata_cut']);
  });
});

test('I30: a project’s name of 256 characters, not one more', async () => {
  assert.equal(await statusOf('/runs', { body: rootRun({ session_name: 'x'.repeat(256) }) }), 202);
  assert.equal(await statusOf('/runs', { body: rootRun({ session_name: 'x'.repeat(257) }) }), 422);
});

test('I18: a dotted order of 512 segments, not one more', async () => {
  const { id, dotted_order } = rootRun() as { id: string; dotted_order: string };
  const order = (segments: number) =>
    Array.from({ length: segments }, () => dotted_order).join('.');
  const child = { ...rootRun(), id, trace_id: id, parent_run_id: crypto.randomUUID() };
  const statuses = [512, 513].map((segments) =>
    statusOf('/runs/batch', { body: { post: [{ ...child, dotted_order: order(segments) }] } }),
  );
  assert.deepEqual(await Promise.all(statuses), [202, 422]);
});

test('A1: none of this took more than 512 MiB', async () => {
  assert.ok((await residentBytes(service.process.pid!)).peak <= 512 << 20);
});
