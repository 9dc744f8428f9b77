import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClickHouseError, createClient } from '@clickhouse/client';
import type { ClickHouseClient } from '@clickhouse/client';
import type { MigrateOptions } from './postgres.ts';

const migrationFolder = join(import.meta.dirname, '..', 'clickhouse');

interface SqlMigration {
  name: string;
  statement: string;
  checksum: string;
}

/**
 * Creates the database named in the URL when it is missing and applies the numbered SQL files that
 * it has not seen. ClickHouse has neither locks nor transactions for this, so every file holds one
 * statement that may run twice, and two callers at once do the same work with the same result.
 */
export async function migrateClickHouse({ url, log }: MigrateOptions): Promise<void> {
  const { database, ...connection } = parseUrl(url);
  await withClient(connection, (client) =>
    client.command({
      query: 'CREATE DATABASE IF NOT EXISTS {database:Identifier} ENGINE = Atomic',
      query_params: { database },
    }),
  );
  await withClient({ ...connection, database }, async (client) => {
    const applied = await appliedChecksums(client);
    for (const migration of await readMigrations()) {
      const checksum = applied.get(migration.name);
      if (checksum === migration.checksum) continue;
      if (checksum !== undefined) {
        throw new Error(`ClickHouse migration ${migration.name} was changed after it was applied`);
      }
      await apply(client, migration);
      log.info({ migration: migration.name }, 'clickhouse migration applied');
    }
  });
}

function parseUrl(url: string) {
  const { origin, username, password, pathname } = new URL(url);
  return {
    url: origin,
    username: decodeURIComponent(username) || 'default',
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || 'default',
  };
}

async function withClient<T>(
  connection: { url: string; username: string; password: string; database?: string },
  use: (client: ClickHouseClient) => Promise<T>,
): Promise<T> {
  const client = createClient({
    ...connection,
    application: 'runlight-migrations',
    // Some write a table anew.
    request_timeout: 3_600_000,
    clickhouse_settings: {
      send_progress_in_http_headers: 1,
      http_headers_progress_interval_ms: '10000',
    },
  });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function readMigrations(): Promise<SqlMigration[]> {
  const files = (await readdir(migrationFolder)).filter((file) => /^\d{4}-.+\.sql$/.test(file));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const text = await readFile(join(migrationFolder, file), 'utf8');
      return {
        name: file.slice(0, -'.sql'.length),
        statement: text.trim().replace(/;$/, ''),
        checksum: createHash('sha256').update(text).digest('hex'),
      };
    }),
  );
}

async function appliedChecksums(client: ClickHouseClient): Promise<Map<string, string>> {
  await runTwiceSafe(
    client,
    `CREATE TABLE IF NOT EXISTS schema_migration
     (
         name       String,
         checksum   String,
         applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
     )
     ENGINE = ReplacingMergeTree
     ORDER BY name
     SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  );
  const result = await client.query({
    query: 'SELECT name, checksum FROM schema_migration FINAL',
    format: 'JSONEachRow',
  });
  const rows = await result.json<{ name: string; checksum: string }>();
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function apply(client: ClickHouseClient, migration: SqlMigration): Promise<void> {
  try {
    await runTwiceSafe(client, migration.statement);
  } catch (error) {
    throw new Error(`ClickHouse migration ${migration.name} failed`, { cause: error });
  }
  await client.insert({
    table: 'schema_migration',
    values: [{ name: migration.name, checksum: migration.checksum }],
    format: 'JSONEachRow',
  });
}

/** `TABLE_ALREADY_EXISTS` and `CANNOT_ASSIGN_ALTER`: somebody else is at the same statement. */
const contentionCodes = new Set(['57', '517']);

async function runTwiceSafe(client: ClickHouseClient, query: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.command({ query });
      return;
    } catch (error) {
      const contended = error instanceof ClickHouseError && contentionCodes.has(error.code);
      if (!contended || attempt === 10) throw error;
      await pause(100 * attempt);
    }
  }
}
