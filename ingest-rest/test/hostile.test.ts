import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { formatSegment, uuidv7 } from '@runlight/run-model';
import { residentBytes } from '@runlight/testkit/faults';
import { limits } from '../src/limits.ts';
import { otlpRequest, otlpSpan, sendOtlp } from './support/otlp.ts';
import { multipart, multipartType, send } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

// What somebody with a valid key may send to take memory, time, or the places of others. Everything is
// answered, nothing with a 500 or a 408, the process stays small, and neighbours are stored.

/** Resident memory of the process (issue 3). */
const memoryLimit = 512 * 1024 * 1024;

let service: IngestService;
let tenant: Tenant;
before(async () => {
  service = await startIngest();
  tenant = await service.tenant();
});
after(async () => {
  await service?.close();
  assert.equal(service?.process.exitCode, 0);
  assert.doesNotMatch(service?.output() ?? '', /"level":"(error|fatal)"/);
});

/** A sender of its own, so that one test does not use up the quota of another. */
const fresh = async (): Promise<Tenant> => (tenant = await service.tenant());

async function storesNeighbours(): Promise<void> {
  const neighbour = await service.tenant();
  const run = rootRun();
  const { status } = await send(service, neighbour, '/runs', { body: run });
  assert.equal(status, 202);
  const batches = await service.batches(neighbour.workspaceId);
  assert.deepEqual(
    batches.flatMap(({ operations }) => operations.map(({ runId }) => runId)),
    [run.id],
  );
  assert.ok((await residentBytes(service.process.pid!)).peak < memoryLimit);
}

const postParts = (...parts: Parameters<typeof multipart>) =>
  send(service, tenant, '/runs/multipart', { headers: multipartType, body: multipart(...parts) });

describe('large out of small', () => {
  test('bodies of brackets, commas and escapes', async () => {
    const run = JSON.stringify(rootRun()).slice(0, -1);
    const bodies: [text: string, status: number][] = [
      [`{"post":[${'1,'.repeat(4e6)}1]}`, 413],
      [`{"post":[${'['.repeat(8e6)}`, 422],
      [`{"post":[${run},"inputs":[${'{},'.repeat(2.5e6)}{}]}]}`, 202],
      [`{"post":[${run},"inputs":"${String.raw`\ud800`.repeat(1.3e6)}"}]}`, 202],
      [`{"post":[${run},"tags":[${'"a",'.repeat(2e6)}"a"]}]}`, 413],
    ];
    for (const [text, status] of bodies) {
      await fresh();
      const answer = await send(service, tenant, '/runs/batch', { body: Buffer.from(text) });
      assert.equal(answer.status, status, text.slice(0, 300));
    }
    await storesNeighbours();
  });

  test('labels that are repeated beside a large extra', async () => {
    await fresh();
    const run = rootRun();
    const extra = JSON.stringify(
      Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [n, n])),
    );
    const answer = await postParts(
      [`post.${run.id}`, JSON.stringify(run)],
      [`post.${run.id}.extra`, extra],
      ...Array.from(
        { length: 4000 },
        () => [`post.${run.id}.metadata`, '{"a":1}'] as [string, string],
      ),
    );
    assert.equal(answer.status, 202);
    await storesNeighbours();
  });

  test('files of a thousand runs are taken, more are refused', async () => {
    await fresh();
    const files = Array.from(
      { length: limits.attachmentsPerRequest + 5 },
      () => [`attachment.${uuidv7()}.f`, 'same'] as [string, string],
    );
    const { status, body } = await postParts(...files);
    assert.equal(status, 202);
    assert.equal(body.accepted?.length, limits.attachmentsPerRequest);
    assert.deepEqual(new Set(body.rejected?.map(({ code }) => code)), new Set(['too_large']));
    await storesNeighbours();
  });

  test('a hundred projects are made by one request, not more', async () => {
    await fresh();
    const post = Array.from({ length: limits.projects + 1 }, (_, index) =>
      rootRun({ session_name: `project ${index}` }),
    );
    const { status, body } = await send(service, tenant, '/runs/batch', { body: { post } });
    assert.equal(status, 202);
    assert.deepEqual(
      body.rejected?.map(({ id }) => id),
      [post.at(-1)!.id],
    );
    const made = await service.database.db
      .selectFrom('project')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('workspace_id', '=', tenant.workspaceId)
      .executeTakeFirstOrThrow();
    assert.equal(Number(made.count), limits.projects);
  });
});

describe('OTLP', () => {
  const spanId = (index: number) => (index + 1).toString(16).padStart(16, '0');
  const spans = (count: number) =>
    Array.from({ length: count }, (_, index) => otlpSpan({ spanId: spanId(index) }));

  test('a large resource of many spans', async () => {
    await fresh();
    const resource = {
      attributes: [{ key: 'host.name', value: { stringValue: 'x'.repeat(100_000) } }],
    };
    const resourceSpans = [{ resource, scopeSpans: [{ spans: spans(400) }] }];
    const answer = await sendOtlp(service, tenant, '/v1/traces', { resourceSpans });
    assert.equal(answer.status, 413);
    await storesNeighbours();
  });

  test('one span, repeated, with as many log records', async () => {
    await fresh();
    const repeated = Array.from({ length: 1500 }, () => otlpSpan());
    const { traceId, spanId: id } = otlpSpan();
    const logRecords = repeated.map(() => ({ traceId, spanId: id, eventName: 'e' }));
    const answer = await sendOtlp(service, tenant, '/v1/traces', {
      ...otlpRequest(...repeated),
      resourceLogs: [{ scopeLogs: [{ logRecords }] }],
    });
    assert.equal(answer.status, 200);
    await storesNeighbours();
  });

  test('more spans than a lot', async () => {
    await fresh();
    const answer = await sendOtlp(service, tenant, '/v1/traces', otlpRequest(...spans(2500)));
    assert.equal(answer.status, 200, answer.text);
    const batches = await service.batches(tenant.workspaceId);
    const ids = new Set(batches.flatMap(({ operations }) => operations.map(({ runId }) => runId)));
    assert.equal(ids.size, 2500);
  });
});

describe('requests with bytes changed, cut out, put in, doubled or cut off', () => {
  /** A request of one span as protobuf: ids, name, times, an attribute. */
  function protobufRequest(): Buffer {
    const field = (number: number, bytes: Buffer): Buffer =>
      Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
    const time = (number: number): Buffer => {
      const bytes = Buffer.alloc(9, (number << 3) | 1);
      bytes.writeBigUInt64LE(BigInt(Date.now()) * 1_000_000n, 1);
      return bytes;
    };
    const { traceId, spanId } = otlpSpan();
    const value = field(1, Buffer.from('{"k":[1,null]}'));
    const span = Buffer.concat([
      field(1, Buffer.from(traceId, 'hex')),
      field(2, Buffer.from(spanId, 'hex')),
      field(5, Buffer.from('span')),
      time(7),
      time(8),
      field(9, Buffer.concat([field(1, Buffer.from('input.value')), field(2, value)])),
    ]);
    return field(1, field(2, field(2, span)));
  }

  const run = rootRun({ inputs: { messages: [{ role: 'user', content: 'hi ü' }] }, tags: ['a'] });
  const feedback = { id: uuidv7(), run_id: run.id, key: 'k', score: 0.5, value: { a: [1, null] } };
  const seeds: { path: string; body: Buffer; headers: Record<string, string>; method?: string }[] =
    [
      {
        path: '/runs/multipart',
        headers: multipartType,
        body: multipart(
          [`post.${run.id}`, JSON.stringify(run)],
          [`post.${run.id}.inputs`, '{"a":"\\ud83d\\ude00"}'],
          [`post.${run.id}.tags`, '["a","b"]'],
          [`patch.${run.id}`, JSON.stringify({ id: run.id, end_time: run['start_time'] })],
          [`feedback.${feedback.id}`, JSON.stringify(feedback)],
          [`attachment.${run.id}.f`, 'file', 'Content-Type: text/plain; length=4'],
        ),
      },
      ...[gzipSync, zstdCompressSync].map((compress, index) => ({
        path: '/runs/multipart',
        headers: { ...multipartType, 'content-encoding': index === 0 ? 'gzip' : 'zstd' },
        body: Buffer.from(compress(multipart([`post.${run.id}`, JSON.stringify(run)]))),
      })),
      {
        path: '/runs/batch',
        headers: {},
        body: Buffer.from(
          JSON.stringify({ post: [run], patch: [{ id: run.id, outputs: { b: 2 } }] }),
        ),
      },
      {
        path: `/runs/${run.id}`,
        method: 'PATCH',
        headers: {},
        body: Buffer.from('{"outputs":{}}'),
      },
      { path: '/feedback', headers: {}, body: Buffer.from(JSON.stringify(feedback)) },
      {
        path: '/v1/traces',
        headers: {},
        body: Buffer.from(JSON.stringify(otlpRequest(otlpSpan(), otlpSpan()))),
      },
      {
        path: '/v1/traces',
        headers: { 'content-type': 'application/x-protobuf' },
        body: protobufRequest(),
      },
    ];

  /** Numbers that are the same in every run of the test. */
  function numbers(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  function mutate(body: Buffer, random: (below: number) => number): Buffer {
    let mutant = Buffer.from(body);
    for (let rounds = 1 + random(4); rounds > 0; rounds -= 1) {
      const at = random(mutant.length);
      const length = 1 + random(8);
      const before = mutant.subarray(0, at);
      const rest = mutant.subarray(at + length);
      const bytes = Buffer.from(Array.from({ length }, () => random(256)));
      mutant = Buffer.concat(
        [
          [before, bytes, rest],
          [before, rest],
          [before, bytes, mutant.subarray(at)],
          [before, mutant.subarray(at, at + 40), mutant.subarray(at)],
          [before],
        ][random(5)]!,
      );
    }
    return mutant;
  }

  for (const [index, { path, method = 'POST', headers, body }] of seeds.entries()) {
    test(`${method} ${path.replace(run.id, '{id}')} ${index}`, async () => {
      await fresh();
      const random = numbers(index + 1);
      const statuses = new Set<number>();
      for (let lot = 0; lot < 15; lot += 1) {
        const mutants = Array.from({ length: 8 }, () => mutate(body, random));
        const answers = await Promise.all(
          mutants.map((mutant) =>
            fetch(service.url + path, {
              method,
              headers: { 'x-api-key': tenant.key, 'content-type': 'application/json', ...headers },
              body: new Uint8Array(mutant),
            }),
          ),
        );
        for (const [place, answer] of answers.entries()) {
          await answer.arrayBuffer();
          statuses.add(answer.status);
          const mutant = mutants[place]!.toString('base64');
          assert.ok(
            [200, 202, 400, 413, 415, 422].includes(answer.status),
            `${answer.status} ${mutant}`,
          );
        }
      }
      const isCompressed = headers['content-encoding'] !== undefined;
      assert.ok(isCompressed || statuses.size > 1, 'some were refused, some not');
      await storesNeighbours();
    });
  }
});

test('ids in the place of runs that were never sent are only ids', async () => {
  await fresh();
  const stranger = await service.tenant();
  const run = rootRun();
  await send(service, tenant, '/runs', { body: run });
  // The same ids in another workspace: an own run, an own project, nothing of the first one (I20).
  const child = { ...rootRun({ parent_run_id: run.id }), trace_id: run.id };
  const order = `${String(run['dotted_order'])}.${formatSegment(Date.now() * 1000, child.id)}`;
  const answer = await send(service, stranger, '/runs/batch', {
    body: { post: [{ ...child, dotted_order: order }], patch: [{ id: run.id, outputs: { a: 1 } }] },
  });
  assert.equal(answer.status, 202);
  const theirs = await service.batches(stranger.workspaceId);
  assert.ok(theirs.every(({ workspaceId }) => workspaceId === stranger.workspaceId));
  const mine = await service.batches(tenant.workspaceId);
  assert.deepEqual(
    mine.flatMap(({ operations }) => operations.map(({ runId }) => runId)),
    [run.id],
  );
  const [project] = mine.flatMap(({ operations }) => operations.map(({ projectId }) => projectId));
  const named = await send(service, stranger, '/runs', {
    body: rootRun({ session_name: undefined, session_id: project }),
  });
  const unknown = await send(service, stranger, '/runs', {
    body: rootRun({ session_name: undefined, session_id: uuidv7() }),
  });
  assert.equal(named.status, 422);
  assert.equal(named.body.error, unknown.body.error);
});
