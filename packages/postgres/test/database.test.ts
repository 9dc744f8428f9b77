import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AppError, createLogger } from '@runlight/service';
import { freePort, testStores } from '@runlight/testkit';
import type { TestStores } from '@runlight/testkit';
import { startFaultProxy } from '@runlight/testkit/faults';
import { sql } from 'kysely';
import { createDatabase, isUniqueViolation } from '../src/index.ts';
import type { Database } from '../src/index.ts';

const log = createLogger({ service: 'postgres-test', level: 'silent' });
const options = { log, applicationName: 'postgres-test' };

let stores: TestStores<{ postgres: true }>;
let database: Database;
before(async () => {
  stores = await testStores({ postgres: true });
  database = createDatabase({ ...options, url: stores.databaseUrl });
});
after(async () => {
  await database.close();
  await stores.close();
});

/** The error of ours that a promise is rejected with. */
async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof AppError, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'it did not fail' });
}

/** Everything that a logger could write about an error. */
const printed = (error: Error): string =>
  JSON.stringify(error, ['message', 'stack', 'detail', 'cause']) +
  JSON.stringify(error.cause) +
  String(error.stack) +
  String((error.cause as Error).stack);

test('reads columns as the table types say', async () => {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT 9007199254740991::bigint AS large, date '2026-02-03' AS day,
           timestamptz '2026-02-03T04:05:06Z' AS moment, '\\x01ff'::bytea AS bytes`.execute(
    database.db,
  );
  assert.deepEqual(rows[0], {
    large: Number.MAX_SAFE_INTEGER,
    day: '2026-02-03',
    moment: new Date('2026-02-03T04:05:06Z'),
    bytes: Buffer.from([1, 255]),
  });
});

test('a name that is taken is a conflict, and the cause does not repeat it', async () => {
  const id = crypto.randomUUID();
  const values = { id, name: 'a very secret name' };
  await database.db.insertInto('organization').values(values).execute();
  const error = await failureOf(database.db.insertInto('organization').values(values).execute());
  assert.equal(error.code, 'CONFLICT');
  assert.equal(error.retryable, false);
  assert.ok(isUniqueViolation(error, 'organization_pkey'));
  assert.ok(!isUniqueViolation(error, 'another_rule'));
  assert.ok(!printed(error).includes(id));
});

test('a value that Postgres refuses is no reason to retry, and is not repeated', async () => {
  const query = database.db.selectFrom('project').select('name').where('id', '=', 'my secret');
  const error = await failureOf(query.execute());
  assert.equal(error.code, 'UNPROCESSABLE');
  assert.equal(error.retryable, false);
  assert.ok(!printed(error).includes('my secret'));
});

test('a statement of ours that is wrong is an internal error with its reason', async () => {
  const error = await failureOf(sql`SELECT nothing_of_the_kind FROM project`.execute(database.db));
  assert.equal(error.code, 'INTERNAL');
  assert.match((error.cause as Error).message, /nothing_of_the_kind/);
});

test('a server that cannot be reached is a reason to retry', async (t) => {
  const url = `postgres://runlight:secret@127.0.0.1:${await freePort()}/x`;
  const away = createDatabase({ ...options, url });
  t.after(() => away.close());
  const error = await failureOf(away.ping());
  assert.equal(error.code, 'UNAVAILABLE');
  assert.ok(error.retryable);
});

test('a statement that takes too long is ended', async (t) => {
  const hasty = createDatabase({ ...options, url: stores.databaseUrl, statementTimeoutMs: 50 });
  t.after(() => hasty.close());
  const error = await failureOf(sql`SELECT pg_sleep(5)`.execute(hasty.db));
  assert.equal(error.code, 'TIMEOUT');
  assert.ok(error.retryable);
});

test('a pool without a free connection answers instead of queueing for ever', async (t) => {
  const small = createDatabase({ ...options, url: stores.databaseUrl, maxConnections: 1 });
  t.after(() => small.close());
  const busy = sql`SELECT pg_sleep(2.5)`.execute(small.db);
  const error = await failureOf(small.ping());
  assert.equal(error.code, 'UNAVAILABLE');
  await busy;
});

test('a connection lost within a transaction fails that one alone', async () => {
  const error = await failureOf(
    database.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
      await sql`SELECT pg_terminate_backend(${rows[0]?.pid})`.execute(database.db);
      await sql`SELECT 1`.execute(tx);
    }),
  );
  assert.equal(error.code, 'UNAVAILABLE');
  await database.ping();
});

test('two transactions that meet may be tried again', async () => {
  const id = crypto.randomUUID();
  await database.db.insertInto('organization').values({ id, name: 'first' }).execute();
  const rename = (name: string, read: PromiseWithResolvers<void>, other: Promise<void>) =>
    database.db
      .transaction()
      .setIsolationLevel('serializable')
      .execute(async (tx) => {
        await tx.selectFrom('organization').select('name').where('id', '=', id).execute();
        read.resolve();
        await other;
        await tx.updateTable('organization').set({ name }).where('id', '=', id).execute();
      });
  const reads = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  const [one, two] = await Promise.allSettled([
    rename('second', reads[0], reads[1].promise),
    rename('third', reads[1], reads[0].promise),
  ]);
  const failed = [one, two].find((result) => result.status === 'rejected');
  assert.ok(failed?.reason instanceof AppError);
  assert.equal(failed.reason.code, 'CONFLICT');
  assert.ok(failed.reason.retryable);
});

test('a connection that gave no answer is not used again', async () => {
  const proxy = await startFaultProxy({ port: Number(new URL(stores.databaseUrl).port) });
  const cut = createDatabase({
    ...options,
    url: proxy.via(stores.databaseUrl),
    maxConnections: 1,
    statementTimeoutMs: 100,
  });
  try {
    await cut.ping();
    await proxy.set({ kind: 'half-open' });
    assert.equal((await failureOf(cut.ping())).code, 'UNAVAILABLE');
    await proxy.set({ kind: 'pass' });
    await cut.ping();
  } finally {
    await cut.close();
    await proxy.close();
  }
});
