import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createLogger } from '@runlight/service';
import { freePort, testStores, waitFor } from '@runlight/testkit';
import type { TestStores } from '@runlight/testkit';
import { sql } from 'kysely';
import { createDatabase, createNotificationListener } from '../src/index.ts';
import type { Database } from '../src/index.ts';

const log = createLogger({ service: 'postgres-test', level: 'silent' });

let stores: TestStores<{ postgres: true }>;
let database: Database;
before(async () => {
  stores = await testStores({ postgres: true });
  database = createDatabase({ url: stores.databaseUrl, log, applicationName: 'announcer' });
});
after(async () => {
  await database.close();
  await stores.close();
});

function open(channel: string, url = stores.databaseUrl) {
  const listener = createNotificationListener({ url, log, applicationName: channel, channel });
  const heard: string[] = [];
  const stop = listener.handle({
    onNotification: (payload) => heard.push(payload),
    onGap: () => heard.push('gap'),
  });
  return { listener, heard, stop };
}

const announce = (channel: string, payload: string) =>
  sql`SELECT pg_notify(${channel}, ${payload})`.execute(database.db);

const hears = (heard: string[], count: number) =>
  waitFor(() => heard.length >= count, { timeoutMs: 10_000, what: `${count} announcements` });

const connectionsOf = async (applicationName: string) => {
  const { rows } = await sql<{ pid: number }>`
    SELECT pid FROM pg_stat_activity WHERE application_name = ${applicationName}`.execute(
    database.db,
  );
  return rows.map(({ pid }) => pid);
};

test('hears its channel in order, on one connection for all handlers', async () => {
  const { listener, heard, stop } = open('a channel "quoted"');
  const second: string[] = [];
  listener.handle({ onNotification: (payload) => second.push(payload), onGap: () => undefined });
  await Promise.all([listener.ready(), listener.ready()]);
  assert.equal((await connectionsOf('a channel "quoted"')).length, 1);
  await announce('another channel', 'not for us');
  for (const payload of ['1', '2', '€']) await announce('a channel "quoted"', payload);
  await hears(heard, 3);
  assert.deepEqual(heard, ['1', '2', '€']);
  assert.deepEqual(second, heard);
  stop();
  await announce('a channel "quoted"', '4');
  await hears(second, 4);
  assert.equal(heard.length, 3);
  await listener.close();
  assert.deepEqual(await connectionsOf('a channel "quoted"'), []);
});

test('connects again when the connection is lost, and says that something may be missing', async () => {
  const { listener, heard } = open('broken');
  await listener.ready();
  const [pid] = await connectionsOf('broken');
  await sql`SELECT pg_terminate_backend(${pid})`.execute(database.db);
  await hears(heard, 1);
  await listener.ready();
  await announce('broken', 'after');
  await hears(heard, 2);
  assert.deepEqual(heard, ['gap', 'after']);
  await listener.close();
});

test('a database that cannot be reached is UNAVAILABLE, and closing ends the attempts', async () => {
  const { listener } = open('nobody', `postgres://x:y@127.0.0.1:${await freePort()}/z`);
  await assert.rejects(listener.ready(), { code: 'UNAVAILABLE', retryable: true });
  await listener.close();
  await assert.rejects(listener.ready(), { code: 'UNAVAILABLE' });
});
