import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createClient } from '@clickhouse/client';
import { createLogger } from '@runlight/service';
import { testStores } from '@runlight/testkit';
import type { TestStores } from '@runlight/testkit';
import { Client } from 'pg';
import {
  createPostgresDatabase,
  dropPostgresDatabase,
  migrateClickHouse,
  migratePostgres,
} from '../src/index.ts';

const log = createLogger({ service: 'migrations-test', level: 'silent' });
const filesIn = (name: string) => readdir(join(import.meta.dirname, '..', name));

let stores: TestStores<{ clickhouse: true; postgres: true }>;
before(async () => {
  stores = await testStores({ clickhouse: true, postgres: true });
});
after(() => stores.close());

/** The same server, a database that does not exist. */
const unmigrated = (url: string) => `${url}_fresh`;

async function postgresRows(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}

async function clickHouseRows<T>(url: string, query: string): Promise<T[]> {
  const client = createClient({ url });
  try {
    return await (await client.query({ query, format: 'JSONEachRow' })).json<T>();
  } finally {
    await client.close();
  }
}

test('Postgres: two starters at once bring an empty database up to date', async (t) => {
  const url = unmigrated(stores.databaseUrl);
  t.after(() => dropPostgresDatabase({ url }));
  const start = async () => {
    await createPostgresDatabase({ url });
    await migratePostgres({ url, log });
  };
  await Promise.all([start(), start()]);
  const applied = await postgresRows(url, 'SELECT name FROM kysely_migration ORDER BY name');
  const files = await filesIn('postgres');
  assert.deepEqual(
    applied.map(({ name }) => `${String(name)}.ts`),
    files.toSorted(),
  );
  await migratePostgres({ url, log });
});

test('ClickHouse: two starters at once make the database and its tables', async (t) => {
  const url = unmigrated(stores.clickhouseUrl);
  const name = new URL(url).pathname.slice(1);
  t.after(() => clickHouseCommand(stores.clickhouseUrl, `DROP DATABASE ${name} SYNC`));
  await Promise.all([migrateClickHouse({ url, log }), migrateClickHouse({ url, log })]);
  const applied = await clickHouseRows<{ name: string }>(
    url,
    'SELECT name FROM schema_migration FINAL ORDER BY name',
  );
  const files = await filesIn('clickhouse');
  assert.deepEqual(
    applied.map((row) => `${row.name}.sql`),
    files.toSorted(),
  );
  const [database] = await clickHouseRows<{ engine: string }>(
    url,
    'SELECT engine FROM system.databases WHERE name = currentDatabase()',
  );
  assert.equal(database?.engine, 'Atomic');
  await migrateClickHouse({ url, log });
});

test('ClickHouse: refuses a migration that was changed after it was applied', async () => {
  const url = stores.clickhouseUrl;
  await clickHouseCommand(
    url,
    `INSERT INTO schema_migration (name, checksum) VALUES ('0001-run-events', 'other')`,
  );
  await assert.rejects(migrateClickHouse({ url, log }), /0001-run-events was changed/);
});

test('ClickHouse: every file holds one statement that may run twice', async () => {
  const url = unmigrated(stores.clickhouseUrl);
  const name = new URL(url).pathname.slice(1);
  await migrateClickHouse({ url, log });
  await clickHouseCommand(url, 'TRUNCATE TABLE schema_migration');
  await migrateClickHouse({ url, log });
  await clickHouseCommand(stores.clickhouseUrl, `DROP DATABASE ${name} SYNC`);
});

async function clickHouseCommand(url: string, query: string): Promise<void> {
  const client = createClient({ url });
  try {
    await client.command({ query });
  } finally {
    await client.close();
  }
}
