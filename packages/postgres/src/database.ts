import type { Logger } from '@runlight/service';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool } from 'pg';
import type { PoolClient } from 'pg';
import { columnParsers } from './column-parsers.ts';
import { translateConnectError, translateQueryError } from './errors.ts';
import type { Tables } from './tables.ts';

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database` */
  url: string;
  log: Logger;
  /** Shown in `pg_stat_activity`. */
  applicationName: string;
  /** Default 10. */
  maxConnections?: number;
  /** A statement that runs longer is ended by the server; default 15 000. */
  statementTimeoutMs?: number;
}

export interface Database {
  /** Throws AppError only; `retryable` says whether the same statement may succeed later. */
  db: Kysely<Tables>;
  /** Throws when the database gives no answer. */
  ping: () => Promise<void>;
  /** Waits for running statements, then closes all connections. */
  close: () => Promise<void>;
}

/** A pool that connects on first use, so that a process may start before its database. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = createPool(options);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: translateErrors(pool) }) });
  return {
    db,
    ping: async () => {
      await sql`SELECT 1`.execute(db);
    },
    close: async () => {
      await db.destroy();
      // kysely leaves a pool alone that it never used.
      if (!pool.ending) await pool.end();
    },
  };
}

function createPool({
  url,
  log,
  applicationName,
  maxConnections = 10,
  statementTimeoutMs = 15_000,
}: DatabaseOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: maxConnections,
    // Waiting longer for a free connection helps nobody: answer 503 (F21).
    connectionTimeoutMillis: 2000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 30_000,
    // For a server that is reachable but silent.
    query_timeout: statementTimeoutMs + 2000,
    types: columnParsers,
  });
  // Without listeners, a lost connection would end the process: the pool speaks for idle clients, a
  // client for itself while it is in use. The message only: the pool hangs the client on the error.
  pool.on('error', ({ message }) => log.warn({ message }, 'idle database connection was lost'));
  pool.on('connect', (client) => {
    client.on('error', ({ message }) => log.debug({ message }, 'database connection was lost'));
  });
  return pool;
}

/** The pool as kysely sees it, with the driver's errors translated in one place. */
function translateErrors(pool: Pool): PostgresPool {
  // One wrapper per client: kysely recognises connections by identity.
  const wrappers = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      try {
        const client = await pool.connect();
        const known = wrappers.get(client);
        if (known) return known;
        const wrapper = wrapClient(client);
        wrappers.set(client, wrapper);
        return wrapper;
      } catch (error) {
        throw translateConnectError(error);
      }
    },
  };
}

function wrapClient(client: PoolClient): PostgresPoolClient {
  let isSuspect = false;

  async function query(text: string, parameters: readonly unknown[]): Promise<unknown> {
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      // Not an answer of the server: the driver leaves a connection in the pool on which it still waits
      // for one, and everybody who got it after that would wait as long in vain.
      isSuspect ||= !(error instanceof DatabaseError);
      throw translateQueryError(error);
    }
  }
  return {
    // kysely's other form takes a cursor, which we do not configure.
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy || isSuspect),
  };
}
