import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { createPostgresDatabase } from '@runlight/migrations';
import { createLogger } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import {
  enginePort,
  prepareClickHouse,
  prepareEngineDir,
  preparePostgres,
  prepareRedis,
  startManagedProcess,
  startReaper,
} from '../src/index.ts';
import type { Engine, ManagedProcess, ProcessHost } from '../src/index.ts';

// Each engine on its own: what was acknowledged survives a `kill -9`, and the engine comes back by
// itself under the same address, in a folder with a space in its name that others may not enter.

let parent: string;
let dir: string;
let host: ProcessHost;
const running: ManagedProcess[] = [];

before(async () => {
  // Made with mode 700: started by root, Postgres runs as somebody who may not pass through it.
  parent = await mkdtemp(join(tmpdir(), 'runlight engines '));
  dir = join(parent, 'data');
  await prepareEngineDir(dir);
  const log = createLogger({ service: 'engines-test', level: 'silent' });
  host = { log, logDir: dir, reaper: startReaper({ log }) };
});
after(async () => {
  await Promise.all(running.map((managed) => managed.stop()));
  host.reaper.close();
  await rm(parent, { recursive: true, force: true });
});

const options = async (name: string) => ({
  dir: join(dir, name),
  port: await enginePort(),
  password: 'a-test-password',
});

async function run(engine: Engine): Promise<ManagedProcess> {
  const managed = await startManagedProcess(engine.process, host);
  running.push(managed);
  return managed;
}

/** Kills it and waits until it answers again. */
async function crash(managed: ManagedProcess, answers: () => Promise<unknown>): Promise<number> {
  const killed = managed.pid();
  assert.ok(killed);
  const killedAt = performance.now();
  process.kill(killed, 'SIGKILL');
  await waitFor(
    () =>
      answers().then(
        () => managed.pid() !== killed,
        () => false,
      ),
    { timeoutMs: 20_000, what: `${managed.name} to come back` },
  );
  return performance.now() - killedAt;
}

test('ClickHouse keeps what it acknowledged', async (t) => {
  const engine = await prepareClickHouse(await options('clickhouse'));
  const managed = await run(engine);
  const { origin, username, password } = new URL(engine.url);
  const log = { level: ClickHouseLogLevel.OFF };
  const client = createClient({ url: origin, username, password, log });
  t.after(() => client.close());
  await client.command({ query: 'CREATE DATABASE kept ENGINE = Atomic' });
  await client.command({
    query: `CREATE TABLE kept.numbers (n UInt32) ENGINE = MergeTree ORDER BY n
            SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  });
  await client.insert({ table: 'kept.numbers', values: [{ n: 7 }], format: 'JSONEachRow' });
  const numbers = async () => {
    const result = await client.query({ query: 'SELECT n FROM kept.numbers', format: 'JSON' });
    return (await result.json<{ n: number }>()).data;
  };
  t.diagnostic(`back after ${Math.round(await crash(managed, numbers))} ms`);
  assert.deepEqual(await numbers(), [{ n: 7 }]);
});

test('ClickHouse lets nobody in without the password', async () => {
  const engine = await prepareClickHouse(await options('clickhouse guarded'));
  await run(engine);
  const { origin } = new URL(engine.url);
  const forbidden = [
    'SYSTEM START LISTEN TCP',
    'SELECT * FROM system.users',
    'SELECT * FROM system.processes',
    'CREATE DATABASE other',
    'SYSTEM SHUTDOWN',
    `SELECT * FROM file('/etc/passwd', LineAsString)`,
    `SELECT * FROM url('http://127.0.0.1/', LineAsString)`,
  ];
  for (const query of forbidden) {
    const response = await fetch(origin, { method: 'POST', body: query });
    assert.notEqual(response.status, 200, query);
  }
});

test('Postgres keeps what it acknowledged', async (t) => {
  const engine = await preparePostgres(await options('postgres'));
  const managed = await run(engine);
  await createPostgresDatabase({ url: engine.url });
  const query = async (text: string) => {
    const client = new Client({ connectionString: engine.url });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ n: number }>(text);
    await client.end();
    return rows;
  };
  await query('CREATE TABLE numbers (n int)');
  await query('INSERT INTO numbers VALUES (7)');
  t.diagnostic(`back after ${Math.round(await crash(managed, () => query('SELECT 1')))} ms`);
  assert.deepEqual(await query('SELECT n FROM numbers'), [{ n: 7 }]);
  const wrong = new Client({ connectionString: engine.url.replace('a-test-password', 'wrong') });
  await assert.rejects(wrong.connect(), /password authentication failed/);
});

test('redis-server keeps what it acknowledged', async (t) => {
  const engine = await prepareRedis(await options('redis'));
  if (engine.notice !== undefined) return t.skip('no redis-server on this machine');
  const managed = await run(engine);
  const redis = new Redis(engine.url, { retryStrategy: () => 20 });
  redis.on('error', () => undefined);
  t.after(() => redis.disconnect());
  await redis.xadd('stream', '*', 'n', '7');
  assert.deepEqual(await redis.config('GET', 'appendfsync'), ['appendfsync', 'always']);
  assert.deepEqual(await redis.config('GET', 'maxmemory-policy'), [
    'maxmemory-policy',
    'noeviction',
  ]);
  t.diagnostic(`back after ${Math.round(await crash(managed, () => redis.ping()))} ms`);
  assert.equal(await redis.xlen('stream'), 1);
});

// Stepped once per socket event, as the package does, this would take minutes.
const pumped = { timeout: 30_000 };

test('the bundled Valkey answers large pipelines, says it keeps nothing', pumped, async (t) => {
  const engine = await prepareRedis({ ...(await options('valkey')), server: 'bundled' });
  assert.match(engine.notice ?? '', /keeps nothing on disk/);
  await run(engine);
  const redis = new Redis(engine.url);
  t.after(() => redis.disconnect());
  const pipeline = redis.pipeline();
  const value = 'x'.repeat(10_000);
  for (let index = 0; index < 500; index += 1) pipeline.xadd('stream', '*', 'd', value);
  await pipeline.exec();
  const entries = await redis.xrange('stream', '-', '+');
  assert.equal(entries.length, 500);
  await assert.rejects(
    new Redis(engine.url.replace('a-test-password', 'wrong'), {
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    })
      .on('error', () => undefined)
      .ping(),
  );
});

test('engines end when their supervisor vanishes', async () => {
  const script = join(import.meta.dirname, 'support', 'orphan-maker.ts');
  const maker = spawn(process.execPath, [script, join(dir, 'orphan')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pid] = await new Promise<number[]>((resolve) => {
    maker.stdout.once('data', (chunk: Buffer) => resolve([Number(chunk.toString())]));
  });
  assert.ok(pid);
  maker.kill('SIGKILL');
  const isGone = () => {
    try {
      return process.kill(pid, 0) && false;
    } catch {
      return true;
    }
  };
  await waitFor(isGone, { timeoutMs: 10_000, what: 'the orphan to end' });
});
