import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { uuidv7 } from '@runlight/run-model';
import { residentBytes } from '@runlight/testkit/faults';
import { boundary, multipart, multipartType, send } from './support/request.ts';
import type { Answer, Sending } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

// Section 6.1 of the reliability reference, by its numbers: what touches these routes.

let service: IngestService;
let tenant: Tenant;
before(async () => {
  service = await startIngest();
  tenant = await service.tenant();
});
after(async () => {
  await service?.close();
  // It outlived all of it: SIGTERM ended it as it should.
  assert.equal(service?.process.exitCode, 0);
  assert.doesNotMatch(service?.output() ?? '', /"level":"(error|fatal)"/);
});

const post = (path: string, sending: Sending): Promise<Answer> =>
  send(service, tenant, path, sending);
const parts = (...list: Parameters<typeof multipart>) =>
  post('/runs/multipart', { headers: multipartType, body: multipart(...list) });

/** The one operation of a run that is accepted. */
async function stored(run: ReturnType<typeof rootRun>, raw?: string) {
  const answer = await post('/runs', { body: raw ?? run });
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  const batches = await service.batches(tenant.workspaceId);
  return batches.flatMap(({ operations }) => operations).find(({ runId }) => runId === run.id)!;
}

/** JSON of a run with text put in as it is, where JSON.stringify would not write it. */
const withRaw = (run: object, members: string) => `${JSON.stringify(run).slice(0, -1)},${members}}`;

const payload = (operation: Awaited<ReturnType<typeof stored>>, field: string) =>
  Buffer.from(operation.payloads.find((found) => found.field === field)!.bytes).toString();

describe('content is normalised and flagged', () => {
  test('I1, I2, I4, I6, I7: lone surrogates, NUL, __proto__, numbers beyond JavaScript', async () => {
    const run = rootRun();
    const operation = await stored(
      run,
      withRaw(
        run,
        String.raw`"inputs":{"a":"\ud800","__proto__":{"b":1e999},"c":"\u0000","d":18446744073709551616}`,
      ),
    );
    assert.equal(
      payload(operation, 'inputs'),
      String.raw`{"a":"\ufffd","__proto__":{"b":1e999},"c":"\u0000","d":18446744073709551616}`,
    );
    assert.deepEqual(operation.envelope.warnings, ['lone_surrogate']);
  });

  test('I2: NUL in a name, a tag and a project', async () => {
    const run = rootRun({ name: 'a\0b', tags: ['c\0'], session_name: 'p\0q' });
    const operation = await stored(run);
    assert.equal(operation.envelope.name, 'a\ufffdb');
    assert.deepEqual(operation.envelope.tags, ['c\ufffd']);
    const project = await service.database.db
      .selectFrom('project')
      .select('name')
      .where('id', '=', operation.projectId!)
      .executeTakeFirstOrThrow();
    assert.equal(project.name, 'p\ufffdq');
  });

  test('I17: an end before the start, a far future', async () => {
    const ended = await stored(rootRun({ end_time: '2020-01-01T00:00:00Z' }));
    assert.deepEqual(ended.envelope.warnings, ['end_before_start']);
    const future = new Date(Date.now() + 10 * 365 * 86_400_000).toISOString();
    const ahead = await stored(rootRun({ start_time: future }));
    assert.deepEqual(ahead.envelope.warnings, ['start_time_in_future']);
  });

  test('I18: a malformed dotted order of a root', async () => {
    const operation = await stored(rootRun({ dotted_order: 'nonsense' }));
    assert.match(operation.envelope.dottedOrder ?? '', new RegExp(`Z${operation.runId}$`));
    assert.deepEqual(operation.envelope.warnings, ['dotted_order_derived']);
  });

  test('I19: a parent that is the run itself, runs that are each other’s parents', async () => {
    const own = rootRun();
    const operation = await stored({ ...own, parent_run_id: own.id });
    assert.equal(operation.envelope.parentRunId, null);
    const [a, b] = [uuidv7(), uuidv7()];
    const answer = await post('/runs/batch', {
      body: {
        post: [
          { id: a, name: 'a', parent_run_id: b },
          { id: b, name: 'b', parent_run_id: a },
        ],
      },
    });
    assert.equal(answer.status, 202);
  });

  test('I29: 100 000 tags, a tag of 1 MB', async () => {
    const tags = Array.from({ length: 100_000 }, (_, index) => `tag ${index}`);
    assert.equal((await stored(rootRun({ tags }))).envelope.tags?.length, 1000);
    const long = await stored(rootRun({ tags: ['x'.repeat(1 << 20), 'short'] }));
    assert.deepEqual(long.envelope.tags, ['short']);
    assert.deepEqual(long.envelope.warnings, ['tags_left_out']);
  });

  test('I32: a byte order mark, Latin-1 bytes', async () => {
    const run = rootRun();
    await stored(run, `\ufeff${JSON.stringify(run)}`);
    const latin = rootRun({ inputs: { a: 'café' } });
    const answer = await post('/runs', { body: Buffer.from(JSON.stringify(latin), 'latin1') });
    assert.equal(answer.status, 202);
    const operation = (await service.batches(tenant.workspaceId)).at(-1)!.operations[0]!;
    assert.equal(payload(operation, 'inputs'), '{"a":"caf\ufffd"}');
    assert.deepEqual(operation.envelope.warnings, ['invalid_utf8']);
  });

  test('I10: 200 000 keys, a text of several megabytes', async () => {
    const keys = Object.fromEntries(
      Array.from({ length: 200_000 }, (_, index) => [`k${index}`, 1]),
    );
    assert.ok((await stored(rootRun({ inputs: keys }))).envelope.inputsBytes! > 2_000_000);
    const text = { text: 'x'.repeat(8 << 20) };
    assert.equal((await stored(rootRun({ inputs: text }))).envelope.inputsBytes, (8 << 20) + 11);
  });
});

describe('one bad operation costs no other', () => {
  const bad: [name: string, fields: object | string, reason: RegExp][] = [
    ['I3: NUL in an envelope key', withRaw({ id: uuidv7() }, '"a\\u0000":1'), /NUL/],
    ['I5: NaN', withRaw({ id: uuidv7() }, '"inputs":{"a":NaN}'), /not valid JSON/],
    ['I5: a trailing comma', `{"id":"${uuidv7()}",}`, /not valid JSON/],
    [
      'I6: a number beyond range as time',
      withRaw({ id: uuidv7() }, '"end_time":1e999'),
      /end_time/,
    ],
    [
      'I8: a negative token count',
      rootRun({ outputs: { usage_metadata: { input_tokens: -5 } } }),
      /token/,
    ],
    [
      'I8: a token count as text',
      rootRun({ outputs: { usage_metadata: { input_tokens: '12' } } }),
      /token/,
    ],
    [
      'I9: 100 000 levels',
      withRaw({ id: uuidv7() }, `"inputs":${'['.repeat(1e5)}${']'.repeat(1e5)}`),
      /deeper/,
    ],
    ['I11: nothing', {}, /empty/],
    ['I11: null', 'null', /object/],
    ['I12: an id twice', withRaw({ id: uuidv7() }, `"id":"${uuidv7()}"`), /twice/],
    ['I15: no UUID', rootRun({ id: 'zzz' }), /id is not a UUID/],
    ['I15: nil', rootRun({ id: '00000000-0000-0000-0000-000000000000' }), /id is not a UUID/],
    ['I15: an integer', rootRun({ id: 7 }), /id is not a UUID/],
    ['I16: garbage', rootRun({ start_time: 'garbage' }), /start_time/],
    ['I16: the year 9999', rootRun({ start_time: '9999-01-01T00:00:00Z' }), /start_time/],
    ['I16: the year 1677', rootRun({ end_time: '1677-09-21T00:12:43Z' }), /end_time/],
    ['I18: a dotted order of another run', rootRun({ id: uuidv7() }), /dotted_order/],
    ['I29: tags that are not text', rootRun({ tags: [1] }), /tags/],
    ['I30: a project name of 10 KB', rootRun({ session_name: 'x'.repeat(10_240) }), /project name/],
    ['I30: an empty project name', rootRun({ session_name: ' ' }), /project name/],
  ];
  for (const [name, fields, reason] of bad) {
    test(name, async () => {
      const [first, last] = [rootRun(), rootRun()];
      const middle = typeof fields === 'string' ? fields : JSON.stringify(fields);
      const body = `{"post":[${JSON.stringify(first)},${middle},${JSON.stringify(last)}],"patch":[]}`;
      const answer = await post('/runs/batch', { body });
      assert.equal(answer.status, 202);
      assert.deepEqual(answer.body.accepted, [first.id, last.id]);
      assert.equal(answer.body.rejected?.length, 1);
      assert.equal(answer.body.rejected[0]?.part, 'post[1]');
      assert.match(answer.body.rejected[0]?.reason ?? '', reason);
    });
  }

  test('in a batch of a hundred (D3)', async () => {
    const runs = Array.from({ length: 100 }, (_, index) =>
      rootRun(index === 50 ? { id: 'x' } : {}),
    );
    const answer = await parts(
      ...runs.map((run): [string, string] => [`post.${run.id}`, JSON.stringify(run)]),
    );
    assert.equal(answer.status, 202);
    assert.equal(answer.body.accepted?.length, 99);
    assert.deepEqual(
      answer.body.rejected?.map(({ part }) => part),
      ['post.x'],
    );
  });

  test('I13, I14: a run several times, an update without a create', async () => {
    const run = rootRun();
    const answer = await post('/runs/batch', {
      body: { post: [run, run], patch: [run, run, { ...rootRun(), outputs: {} }] },
    });
    assert.equal(answer.status, 202);
    assert.equal(answer.body.accepted?.length, 2);
  });

  test('I26: parts of other names, fields without their run', async () => {
    const run = rootRun();
    const answer = await parts(
      [`post.${run.id}`, JSON.stringify(run)],
      [`post.${run.id}.__proto__`, '{}'],
      ['post..inputs', '{}'],
      [`delete.${run.id}`, '{}'],
      [`post.${uuidv7()}.inputs`, '{}'],
    );
    assert.equal(answer.status, 202);
    assert.deepEqual(answer.body.accepted, [run.id]);
    assert.equal(answer.body.rejected?.length, 4);
  });

  test('I30: odd project names are names', async () => {
    for (const session_name of ['..', 'a/b', '🙂', '\u202eabc', 'x'.repeat(256)]) {
      assert.equal((await post('/runs', { body: rootRun({ session_name }) })).status, 202);
    }
  });
});

describe('a request in which nothing is valid', () => {
  const cases: [name: string, path: string, body: string, status: number][] = [
    ...['', 'null', '[]', '"x"', '{}'].flatMap((body): [string, string, string, number][] => [
      [`I11: ${body || 'an empty body'}`, '/runs', body, 422],
      [`I11: ${body || 'an empty body'}`, '/runs/batch', body, 422],
    ]),
    ['I11: no operations', '/runs/batch', '{"post":[],"patch":[]}', 202],
    ['half an object', '/runs', '{"id":', 400],
    ['half a batch', '/runs/batch', '{"post":[{', 400],
    ['one bad run', '/runs/batch', '{"post":[{"id":"x"}]}', 422],
    ['a list that is none', '/runs/batch', '{"post":{}}', 422],
  ];
  for (const [name, path, body, status] of cases) {
    test(`${name} to ${path}`, async () => {
      const answer = await post(path, { body });
      assert.equal(answer.status, status);
      if (status !== 202)
        assert.match(answer.body.error ?? '', /^(Bad request|Unprocessable entity): /);
    });
  }

  test('malformed JSON in a part names the part', async () => {
    const run = rootRun();
    const answer = await parts(
      [`post.${run.id}`, JSON.stringify(run)],
      [`post.${run.id}.inputs`, '{"a":'],
    );
    assert.equal(answer.status, 400);
    assert.match(answer.body.error ?? '', new RegExp(`post\\.${run.id}\\.inputs`));
  });

  test('an id in the path that is none', async () => {
    assert.equal((await post('/runs/zzz', { method: 'PATCH', body: { outputs: {} } })).status, 422);
  });
});

describe('encodings', () => {
  const body = JSON.stringify({ post: [rootRun()] });
  const zeros = (mebibytes: number) => Buffer.alloc(mebibytes << 20);
  const window27 = { params: { [constants.ZSTD_c_windowLog]: 27 } };
  const cases: [name: string, encoding: string, make: () => Buffer, status: number][] = [
    ['I21: a gzip bomb', 'gzip', () => gzipSync(zeros(512)), 413],
    ['I21: a zstd bomb', 'zstd', () => zstdCompressSync(zeros(512)), 413],
    ['I22: a window of 128 MiB', 'zstd', () => zstdCompressSync(zeros(200), window27), 413],
    [
      'I22: several frames',
      'zstd',
      () =>
        Buffer.concat([
          zstdCompressSync(Buffer.from(body.slice(0, 9))),
          zstdCompressSync(Buffer.from(body.slice(9))),
        ]),
      202,
    ],
    ['I22: truncated', 'zstd', () => zstdCompressSync(Buffer.from(body)).subarray(0, -3), 400],
    ['truncated', 'gzip', () => gzipSync(body).subarray(0, -9), 400],
    ['garbage', 'zstd', () => Buffer.from('garbage'), 400],
    ['garbage', 'gzip', () => Buffer.from('garbage'), 400],
    [
      'garbage after the frame',
      'zstd',
      () => Buffer.concat([zstdCompressSync(Buffer.from(body)), Buffer.from('garbage')]),
      400,
    ],
    ['nothing', 'zstd', () => Buffer.alloc(0), 400],
    ['I23: brotli', 'br', () => Buffer.from(body), 415],
    ['I23: gzip twice', 'gzip, gzip', () => gzipSync(gzipSync(body)), 415],
    ['I23: deflate', 'deflate', () => gzipSync(body), 415],
    ['more than 100 MiB', 'identity', () => Buffer.alloc((100 << 20) + 1, ' '), 413],
  ];
  for (const [name, encoding, make, status] of cases) {
    test(`${name} (${encoding})`, async () => {
      const answer = await post('/runs/batch', {
        headers: { 'content-encoding': encoding },
        body: make(),
      });
      assert.equal(answer.status, status, JSON.stringify(answer.body).slice(0, 200));
    });
  }

  test('I32: another charset', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-16' };
    assert.equal((await post('/runs', { headers, body: '{}' })).status, 415);
  });
});

describe('multipart', () => {
  const run = rootRun();
  const whole = multipart([`post.${run.id}`, JSON.stringify(run)]).toString();
  const cases: [name: string, body: string, status: number, type?: string][] = [
    [
      'I24: 10 000 parts',
      multipart(...Array.from({ length: 10_000 }, (): [string, string] => ['x', ''])).toString(),
      413,
    ],
    ['I24: 5 000 headers', whole.replace('\r\n\r\n', `${'\r\nX: y'.repeat(5000)}\r\n\r\n`), 400],
    [
      'I24: a header of 64 KB',
      whole.replace('\r\n\r\n', `\r\nX: ${'y'.repeat(65_536)}\r\n\r\n`),
      400,
    ],
    ['I25: no boundary', whole, 400, 'multipart/form-data'],
    ['I25: another boundary', whole, 400, 'multipart/form-data; boundary=other'],
    ['I25: no closing boundary', whole.slice(0, -6), 400],
    [
      'I25: a boundary of 200 characters',
      whole,
      400,
      `multipart/form-data; boundary=${'x'.repeat(200)}`,
    ],
    ['I27: a wrong length', whole.replace(/length=\d+/, 'length=5'), 400],
    ['I27: a negative length', whole.replace(/length=\d+/, 'length=-5'), 400],
    ['I27: a length in hex', whole.replace(/length=\d+/, 'length=0x10'), 400],
    ['another type', '{}', 400, 'application/json'],
    ['no part', `--${boundary}--\r\n`, 422],
  ];
  for (const [name, body, status, type] of cases) {
    test(name, async () => {
      const headers = type === undefined ? multipartType : { 'content-type': type };
      const before = (await service.batches(tenant.workspaceId)).length;
      const answer = await post('/runs/multipart', { headers, body });
      assert.equal(answer.status, status, JSON.stringify(answer.body));
      assert.equal((await service.batches(tenant.workspaceId)).length, before);
    });
  }

  test('I27: no length at all', async () => {
    const answer = await parts([
      `post.${run.id}`,
      JSON.stringify(run),
      'Content-Type: application/json',
    ]);
    assert.equal(answer.status, 202);
  });

  test('more than 1 000 operations', async () => {
    const body = { post: Array.from({ length: 1001 }, () => ({})) };
    assert.equal((await post('/runs/batch', { body })).status, 413);
  });
});

test('A1: none of this took more than 512 MiB', async () => {
  assert.ok((await residentBytes(service.process.pid!)).peak <= 512 << 20);
});
