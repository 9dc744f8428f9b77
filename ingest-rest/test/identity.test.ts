import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { QueuedOperation } from '@runlight/queue';
import { formatSegment, uuidv7 } from '@runlight/run-model';
import { waitFor } from '@runlight/testkit';
import { multipart, multipartType, send } from './support/request.ts';
import type { Answer, Sending } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

// Section 6.1 of the reliability reference: every spelling of ids, times, keys and numbers.

let service: IngestService;
let tenant: Tenant;
before(async () => {
  service = await startIngest();
  tenant = await service.tenant();
});
after(() => service?.close());

const post = (path: string, sending: Sending, who = tenant): Promise<Answer> =>
  send(service, who, path, sending);

const operationsOf = async ({ workspaceId }: Tenant): Promise<QueuedOperation[]> =>
  (await service.batches(workspaceId)).flatMap(({ operations }) => operations);

/** The newest operation of a run that is accepted. */
async function stored(run: object | string, id: string): Promise<QueuedOperation> {
  const answer = await post('/runs', { body: run });
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  return (await operationsOf(tenant)).findLast(({ runId }) => runId === id)!;
}

const payload = (operation: QueuedOperation, field: string) =>
  Buffer.from(operation.payloads.find((found) => found.field === field)!.bytes).toString();

describe('I15: an id', () => {
  test('is canonical, however it was written', async () => {
    const id = uuidv7();
    for (const spelling of [id, id.toUpperCase(), id.replaceAll('-', '')]) {
      assert.equal((await stored({ id: spelling, name: 'x' }, id)).runId, id);
    }
  });

  for (const id of ['zzz', `{${uuidv7()}}`, 'f'.repeat(200), 7, true, {}, '']) {
    test(`${JSON.stringify(id).slice(0, 40)} is none`, async () => {
      assert.equal((await post('/runs', { body: { id, name: 'x' } })).status, 422);
    });
  }
});

describe('I16: a time', () => {
  const us = Date.UTC(2026, 0, 2, 3, 4, 5) * 1000;
  const spellings: [string, string | number, number][] = [
    ['seconds', us / 1e6, us],
    ['seconds with a fraction', us / 1e6 + 0.5, us + 500_000],
    ['milliseconds', us / 1000, us],
    ['microseconds', us, us],
    ['nanoseconds', us * 1000, us],
    ['seconds as text', String(us / 1e6), us],
    ['no zone', '2026-01-02T03:04:05.123456', us + 123_456],
    ['a zone', '2026-01-02T05:04:05+02:00', us],
    ['a blank', '2026-01-02 03:04:05', us],
    ['a leap second', '2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1) * 1000],
    ['the first', '1970-01-01T00:00:00Z', 0],
    ['the last', '2200-12-31T23:59:59.999999Z', Date.UTC(2201, 0, 1) * 1000 - 1],
  ];
  for (const [name, start_time, expected] of spellings) {
    test(name, async () => {
      const id = uuidv7();
      const { envelope } = await stored({ id, name: 'x', start_time }, id);
      assert.equal(envelope.startTimeUs, expected);
    });
  }

  const none = [
    'garbage',
    '0000-01-01T00:00:00Z',
    '1677-09-21T00:12:43Z',
    '2201-01-01T00:00:00Z',
    '2262-04-12T00:00:00Z',
    '9999-12-31T00:00:00Z',
    '10000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    -1,
    1e30,
    true,
  ];
  for (const time of none) {
    test(`${time} is none`, async () => {
      const body = { id: uuidv7(), name: 'x', end_time: time };
      const answer = await post('/runs', { body });
      assert.equal(answer.status, 422);
      assert.match(answer.body.error!, /end_time is not a time/);
    });
  }
});

describe('keys and numbers', () => {
  test('I3, I4: of content and metadata are any', async () => {
    const run = rootRun();
    const inputs = String.raw`{"a\u0000b":1,"ab":2,"__proto__":{"x":1},"constructor":3,"toString":4}`;
    const extra = '{"metadata":{"__proto__":"p","constructor":"c","hasOwnProperty":"h"}}';
    const text = JSON.stringify({ ...run, tags: ['__proto__', 'toString'] }).slice(0, -1);
    const operation = await stored(`${text},"inputs":${inputs},"extra":${extra}}`, run.id);
    assert.equal(payload(operation, 'inputs'), inputs);
    assert.deepEqual(operation.envelope.tags, ['__proto__', 'toString']);
    assert.deepEqual(Object.entries(operation.envelope.metadata!), [
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['hasOwnProperty', 'h'],
    ]);
  });

  for (const inputs of [
    '{"a":Infinity}',
    '{"a":-Infinity}',
    '{"a":1/*x*/}',
    '{"a":1}//x',
    '[1,]',
  ]) {
    test(`I5: ${inputs} is no JSON, and costs no neighbour`, async () => {
      const [bad, good] = [rootRun(), rootRun()];
      const answer = await post('/runs/multipart', {
        headers: multipartType,
        body: multipart(
          [`post.${bad.id}`, JSON.stringify(bad)],
          [`post.${bad.id}.inputs`, inputs],
          [`post.${good.id}`, JSON.stringify(good)],
        ),
      });
      assert.deepEqual([answer.status, answer.body.accepted], [202, [good.id]]);
      assert.equal(answer.body.rejected?.[0]?.code, 'malformed_json');
    });
  }

  const withTokens = (count: string) => {
    const run = rootRun();
    const outputs = `{"usage_metadata":{"input_tokens":${count}}}`;
    return { run, text: `${JSON.stringify(run).slice(0, -1)},"outputs":${outputs}}` };
  };

  for (const count of [
    '9007199254740992',
    '18446744073709551616',
    '-5',
    '1.5',
    '"12"',
    'true',
    '1e999',
  ]) {
    test(`I7, I8: ${count} is no token count`, async () => {
      assert.equal((await post('/runs', { body: withTokens(count).text })).status, 422);
    });
  }

  test('I7, I8: a token count is a whole number up to 2^53-1, or unknown', async () => {
    const { run, text } = withTokens('9007199254740991');
    const { envelope } = await stored(text, run.id);
    assert.deepEqual(envelope.usage, { input_tokens: 9_007_199_254_740_991 });
    const unknown = withTokens('null');
    assert.equal((await stored(unknown.text, unknown.run.id)).envelope.usage, undefined);
  });

  test('I12: equal keys of the envelope are an error, also when one is escaped', async () => {
    const id = uuidv7();
    for (const second of [String.raw`"\u0069d":"${id}"`, '"name":"y"', '"other":1,"other":2']) {
      const answer = await post('/runs', { body: `{"id":"${id}","name":"x",${second}}` });
      assert.equal(answer.status, 422);
      assert.match(answer.body.error!, /twice/);
    }
  });
});

describe('a place in the tree', () => {
  test('I18: is derived from the parent in the same request, or refused', async () => {
    const parent = rootRun() as { id: string; dotted_order?: string };
    const start = Date.now() * 1000;
    const child = {
      ...rootRun(),
      trace_id: parent.id,
      parent_run_id: parent.id,
      start_time: start,
      dotted_order: 'nonsense',
    };
    const answer = await post('/runs/batch', { body: { post: [parent, child] } });
    assert.deepEqual(answer.body.accepted, [parent.id, child.id]);
    const operation = (await operationsOf(tenant)).find(({ runId }) => runId === child.id);
    const expected = `${parent.dotted_order}.${formatSegment(start, child.id)}`;
    assert.equal(operation?.envelope.dottedOrder, expected);
    assert.equal((await post('/runs', { body: { ...child, id: uuidv7() } })).status, 422);
  });

  test('I19: in another trace makes a root, with a warning', async () => {
    const run = rootRun();
    const { envelope } = await stored({ ...run, parent_run_id: uuidv7() }, run.id);
    assert.equal(envelope.parentRunId, null);
    assert.deepEqual(envelope.warnings, ['parent_in_other_trace']);
  });

  test('I20: is one of its own in each workspace', async () => {
    const other = await service.tenant();
    const run = rootRun();
    const own = await stored(run, run.id);
    assert.equal((await post('/runs', { body: run }, other)).status, 202);
    const [theirs] = await operationsOf(other);
    assert.equal(theirs?.runId, run.id);
    assert.notEqual(theirs.projectId, own.projectId);
  });
});

describe('headers', () => {
  test('that say nothing to us are passed over', async () => {
    const headers = {
      'x-tenant-id': uuidv7(),
      'x-service-key': 'nobody',
      'x-pre-compressed-size': 'zzz',
      'x-post-compressed-size': '-1',
      'x-stainless-retry-count': '2',
      'x-should-retry': 'false',
      'x-http-method-override': 'DELETE',
      'idempotency-key': 'the same',
      'langsmith-project': 'elsewhere',
      'content-type': 'text/plain;charset=UTF-8',
    };
    const who = await service.tenant();
    for (const body of [rootRun(), rootRun()]) {
      assert.equal((await post('/runs', { headers, body }, who)).status, 202);
    }
    // Two different runs, in the workspace of the key.
    assert.equal((await operationsOf(who)).length, 2);
  });

  test('name the SDK that sent a batch: 128 characters of it', async () => {
    const who = await service.tenant();
    const agent = `langsmith-py/0.4.1 ${'x'.repeat(200)}`;
    await post('/runs', { headers: { 'user-agent': agent }, body: rootRun() }, who);
    const [batch] = await service.batches(who.workspaceId);
    assert.equal(batch?.sdk, agent.slice(0, 128));
  });

  test('I31: with a length that is too short leave a run that is cut off', async () => {
    const who = await service.tenant();
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify(rootRun());
    const head = `POST /runs HTTP/1.1\r\nhost: x\r\nx-api-key: ${who.key}\r\n`;
    socket.write(`${head}content-length: ${body.length - 1}\r\n\r\n${body}`);
    const [data] = (await once(socket, 'data')) as [Buffer];
    assert.match(data.toString(), /^HTTP\/1\.1 400 /);
    socket.destroy();
    assert.deepEqual(await operationsOf(who), []);
  });
});

test('what is refused is in the inbox soon, with its sender and its beginning (O2)', async () => {
  const who = await service.tenant();
  const headers = { 'user-agent': 'langsmith-py/0.4.1' };
  await post('/runs/batch', { headers, body: { post: [rootRun({ id: 'x' }), rootRun()] } }, who);
  await post('/runs', { headers, body: '{"id":' }, who);
  await post('/runs/multipart', { headers: { ...headers, ...multipartType }, body: 'x' }, who);
  const rows = () =>
    service.database.db
      .selectFrom('ingest_rejection')
      .selectAll()
      .where('workspace_id', '=', who.workspaceId)
      .orderBy('part')
      .execute();
  await waitFor(async () => (await rows()).length === 3, {
    timeoutMs: 10_000,
    what: 'three kinds of refusals',
  });
  const found = await rows();
  assert.deepEqual(
    found.map(({ part, code, sdk }) => [part, code, sdk]),
    [
      ['post[0]', 'invalid', 'langsmith-py/0.4.1'],
      ['request', 'invalid', 'langsmith-py/0.4.1'],
      ['run', 'malformed_json', 'langsmith-py/0.4.1'],
    ],
  );
  assert.match(found[0]!.sample.toString(), /"name":"agent"/);
});
