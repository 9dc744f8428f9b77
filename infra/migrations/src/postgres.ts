import { promises as fs } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Logger } from '@runlight/service';
import { Kysely, PostgresDialect } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { Pool } from 'pg';

const migrationFolder = path.join(import.meta.dirname, '..', 'postgres');

export interface MigrateOptions {
  url: string;
  log: Logger;
}

/**
 * Brings an existing Postgres database up to date; does nothing when it is. Two callers at once are
 * safe: kysely holds an advisory lock, and everything happens in one transaction.
 */
export async function migratePostgres({ url, log }: MigrateOptions): Promise<void> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'runlight-migrations',
    max: 2,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', ({ message }) => log.warn({ message }, 'idle database connection was lost'));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { error, results = [] } = await createMigrator(db).migrateToLatest();
    for (const { migrationName, status } of results) {
      if (status === 'Success')
        log.info({ migration: migrationName }, 'postgres migration applied');
    }
    const failed = results.find(({ status }) => status === 'Error');
    if (error !== undefined) {
      const which = failed ? `Postgres migration ${failed.migrationName}` : 'Postgres migration';
      throw new Error(`${which} failed`, { cause: error });
    }
  } finally {
    await db.destroy();
  }
}

function createMigrator(db: Kysely<unknown>): Migrator {
  return new Migrator({
    db,
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder,
      // By URL: a bare path with a "#" or "%" in it would be read as one.
      import: (file) => import(pathToFileURL(file).href),
    }),
  });
}
