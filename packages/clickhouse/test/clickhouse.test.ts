import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { ClickHouseSettings } from '@clickhouse/client';
import { Registry, createLogger } from '@runlight/service';
import { testStores } from '@runlight/testkit';
import type { TestStores } from '@runlight/testkit';
import {
  RowReader,
  StoreError,
  bool,
  createClickHouse,
  createRowEncoder,
  float,
  instantUs,
  int,
  list,
  sql,
  text,
  texts,
  unsigned,
  uuid,
  uuids,
} from '../src/index.ts';
import type { ClickHouse } from '../src/index.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const metrics = new Registry();
let stores: TestStores<{ clickhouse: true }>;
let clickhouse: ClickHouse;

before(async () => {
  stores = await testStores({ clickhouse: true });
  clickhouse = createClickHouse({
    url: stores.clickhouseUrl,
    log,
    applicationName: 'test',
    metrics,
  });
});
after(async () => {
  await clickhouse?.close();
  await stores?.close();
});

const id = '01890abc-def0-7123-8456-0123456789ab';
const nasty = 'quote \' " ` back\\slash \\n {p1:UInt8} %s \n\t\0 🦊 \u2028';
const only = async (query: ReturnType<typeof sql>) => {
  const [row] = await clickhouse.rows({ name: 'test', query, row: (raw) => raw, tenantless: true });
  return row!;
};

test('parameters of every type arrive as they are', async () => {
  const row = await only(sql`SELECT ${text(nasty)} AS text, ${uuid(id)} AS id, ${int(-5)} AS int,
    ${unsigned((1n << 64n) - 1n)} AS big, ${float(0.1)} AS float, ${bool(true)} AS bool,
    toUnixTimestamp64Micro(${instantUs(1_700_000_000_123_456)}) AS us,
    ${texts([nasty, ''])} AS texts, ${uuids([id])} AS ids, 3 IN ${list([int(1), int(3)])} AS found,
    3 IN ${list([])} AS lost`);
  assert.deepEqual(row, {
    text: nasty,
    id,
    int: '-5',
    big: '18446744073709551615',
    float: 0.1,
    bool: true,
    us: '1700000000123456',
    texts: [nasty, ''],
    ids: [id],
    found: 1,
    lost: 0,
  });
});

test('a list of a few thousand ids fits', async () => {
  const ids = Array.from(
    { length: 3000 },
    (_, index) => `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
  );
  assert.equal((await only(sql`SELECT length(${uuids(ids)}) AS n`))['n'], '3000');
});

test('a query without a workspace is refused before it is sent', async () => {
  await assert.rejects(async () =>
    clickhouse.rows({ name: 'test', query: sql`SELECT * FROM runs`, row: (raw) => raw }),
  );
});

test('rows in RowBinary come back as they were written', async () => {
  const name = 'naïve 🦊 '.repeat(30);
  const rows = createRowEncoder(8);
  rows.uuid(id);
  rows.uuid(id);
  rows.instantUs(1_700_000_000_123_456);
  rows.uuid(id);
  rows.nilUuid();
  rows.u64big((1n << 60n) + 1n);
  rows.uuid(id);
  rows.text('create');
  rows.text(name);
  const columns =
    'workspace_id project_id trace_start trace_id id event_version batch_id kind envelope';
  await clickhouse.insertRowBinary({
    name: 'test',
    table: 'run_events',
    columns: columns.split(' '),
    body: rows.take(),
  });
  const result = new RowReader(
    await clickhouse.rowBinary({
      name: 'test',
      query: sql`SELECT workspace_id, trace_start, id, event_version, envelope FROM run_events
        WHERE workspace_id = ${uuid(id)}`,
    }),
  );
  assert.equal(result.uuid(), id);
  assert.equal(result.i64(), 1_700_000_000_123_456);
  assert.equal(result.uuid(), '00000000-0000-0000-0000-000000000000');
  assert.equal(result.u64big(), (1n << 60n) + 1n);
  assert.equal(result.text(), name);
  assert.ok(result.isAtEnd);
});

test('a lone surrogate becomes the replacement character', () => {
  const rows = createRowEncoder();
  rows.text('a\ud800b');
  assert.equal(Buffer.from(rows.take().subarray(1)).toString(), 'a\ufffdb');
});

const failure = (expected: string) => (error: unknown) => {
  assert.ok(error instanceof StoreError);
  assert.equal(error.failure, expected);
  return true;
};

test('rows that cannot be read are an error of the data, without a word of theirs', async () => {
  const body = Buffer.from('secret that is not a row');
  await assert.rejects(
    clickhouse.insertRowBinary({
      name: 'test',
      table: 'runs',
      columns: ['workspace_id', 'name'],
      body,
    }),
    (error: unknown) => {
      assert.ok(error instanceof StoreError);
      assert.deepEqual([error.failure, error.retryable, error.cause], ['data', false, undefined]);
      return true;
    },
  );
});

test('a wrong query is our defect, a missing table may be an old server', async () => {
  await assert.rejects(only(sql`SELECT nothing_like_that`), failure('query'));
  await assert.rejects(only(sql`SELECT * FROM nothing_like_that`), failure('infrastructure'));
});

test('a query that takes too long, or too much memory, is ended', async () => {
  const slow = sql`SELECT sleepEachRow(0.2) FROM numbers(100)`;
  const call = (query: typeof slow, settings: ClickHouseSettings) =>
    clickhouse.rows({ name: 'test', query, row: (raw) => raw, tenantless: true, settings });
  await assert.rejects(call(slow, { max_execution_time: 1, max_block_size: '1' }), {
    code: 'TIMEOUT',
    retryable: true,
  });
  const large = sql`SELECT groupArray(number) FROM numbers(10000000)`;
  await assert.rejects(call(large, { max_memory_usage: '10000000' }), failure('memory'));
});

test('a cancelled call says so', async () => {
  const signal = AbortSignal.timeout(100);
  const query = sql`SELECT sleep(2)`;
  await assert.rejects(
    clickhouse.rows({ name: 'test', query, row: (raw) => raw, tenantless: true, signal }),
    failure('aborted'),
  );
});

test('a server that is away, or hangs up, is an outage', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const away = createClickHouse({
    url: `http://u:p@127.0.0.1:${port}/d`,
    log,
    applicationName: 't',
  });
  await assert.rejects(away.ping(), failure('infrastructure'));
  await new Promise((resolve) => server.close(resolve));
  await assert.rejects(away.ping(), { failure: 'infrastructure', reason: 'ECONNREFUSED' });
  await away.close();
});

test('calls are counted by name and outcome', async () => {
  const output = await metrics.metrics();
  assert.match(output, /runlight_clickhouse_call_seconds_count\{name="test",outcome="ok"\} [1-9]/);
  assert.match(output, /outcome="data"\} 1/);
});
