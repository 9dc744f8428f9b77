import { sql as clickhouseSql } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import type { Database } from '@runlight/postgres';
import { sql } from 'kysely';

/** The newest migrations that the worker's rows rely on. */
export const requiredMigrations = {
  clickhouse: '0082-deleted-blobs',
  postgres: '2026-11-25-read-names-of-deleted-projects',
} as const;

/** Raised when a store is older than this worker; entries stay queued until it is migrated (F19). */
export class SchemaTooOld extends Error {
  constructor(store: string, migration: string) {
    super(
      `${store} lacks the migration ${migration}: run the migrations, then start the worker again`,
    );
    this.name = 'SchemaTooOld';
  }
}

/** Throws SchemaTooOld, or a retryable error when a store does not answer. */
export async function checkSchema(
  clickhouse: ClickHouse,
  { db }: Pick<Database, 'db'>,
): Promise<void> {
  const inClickHouse = await clickhouseMigrations(clickhouse);
  if (!inClickHouse.has(requiredMigrations.clickhouse)) {
    throw new SchemaTooOld('ClickHouse', requiredMigrations.clickhouse);
  }
  const inPostgres = await postgresMigrations({ db });
  if (!inPostgres.has(requiredMigrations.postgres)) {
    throw new SchemaTooOld('Postgres', requiredMigrations.postgres);
  }
}

async function clickhouseMigrations(clickhouse: ClickHouse): Promise<Set<string>> {
  const hasTable = await clickhouse.rows({
    name: 'workerHasSchema',
    query: clickhouseSql`SELECT 1 FROM system.tables
      WHERE database = currentDatabase() AND name = 'schema_migration'`,
    tenantless: true,
    row: () => true,
  });
  if (hasTable.length === 0) return new Set();
  const names = await clickhouse.rows({
    name: 'workerSchema',
    query: clickhouseSql`SELECT name FROM schema_migration`,
    tenantless: true,
    row: (raw) => raw['name'] as string,
  });
  return new Set(names);
}

async function postgresMigrations({ db }: Pick<Database, 'db'>): Promise<Set<string>> {
  const table = await sql<{ found: string | null }>`
    SELECT to_regclass('kysely_migration')::text AS found`.execute(db);
  if (!table.rows[0]?.found) return new Set();
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
  return new Set(rows.map(({ name }) => name));
}
