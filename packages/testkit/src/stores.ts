import { randomBytes } from 'node:crypto';
import {
  createPostgresDatabase,
  dropPostgresDatabase,
  migrateClickHouse,
} from '@runlight/migrations';
import { createLogger } from '@runlight/service';
import { redisDatabases, startTestEngines, templateDatabase, withDatabase } from './engines.ts';
import type { EngineUrls, TestEngines } from './engines.ts';
import { redisCommand } from './redis-command.ts';

/** Set by the global setup for all files of a test run. */
export const engineUrlsVariable = 'RUNLIGHT_TEST_ENGINES';

export interface WantedStores {
  clickhouse?: boolean;
  postgres?: boolean;
  redis?: boolean;
}

type Url<Wanted> = Wanted extends true ? string : undefined;

export interface TestStores<W extends WantedStores> {
  /** `http://user:password@host:port/database`, migrated. */
  clickhouseUrl: Url<W['clickhouse']>;
  /** `postgres://…`, migrated. */
  databaseUrl: Url<W['postgres']>;
  /** `redis://…/<database>`, empty. Channels of PUBLISH are shared by all databases. */
  redisUrl: Url<W['redis']>;
  /** Drops what was made; close your own connections first. */
  close: () => Promise<void>;
}

/**
 * Databases of its own for one test file, on real engines that the whole test run shares. A file
 * that is run alone starts engines for itself; then `close` also stops them.
 */
export async function testStores<const W extends WantedStores>(wanted: W): Promise<TestStores<W>> {
  const engines = await sharedEngines();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const log = createLogger({ service: 'testkit', level: 'silent' });
  const { urls } = engines;

  async function clickhouse(): Promise<string | undefined> {
    if (!wanted.clickhouse) return undefined;
    const url = withDatabase(urls.clickhouse, name);
    await migrateClickHouse({ url, log });
    return url;
  }
  async function postgres(): Promise<string | undefined> {
    if (!wanted.postgres) return undefined;
    const url = withDatabase(urls.postgres, name);
    await createPostgresDatabase({ url, template: templateDatabase });
    return url;
  }
  async function redis(): Promise<string | undefined> {
    return wanted.redis ? ownRedisDatabase(urls.redis) : undefined;
  }

  const [clickhouseUrl, databaseUrl, redisUrl] = await Promise.all([
    clickhouse(),
    postgres(),
    redis(),
  ]);
  return {
    clickhouseUrl: clickhouseUrl as Url<W['clickhouse']>,
    databaseUrl: databaseUrl as Url<W['postgres']>,
    redisUrl: redisUrl as Url<W['redis']>,
    close: async () => {
      if (clickhouseUrl !== undefined) await dropClickHouseDatabase(clickhouseUrl);
      if (databaseUrl !== undefined) await dropPostgresDatabase({ url: databaseUrl });
      if (redisUrl !== undefined) await redisCommand(redisUrl, ['FLUSHDB']);
      await engines.release();
    },
  };
}

let own: { engines: Promise<TestEngines>; users: number } | undefined;

async function sharedEngines(): Promise<{ urls: EngineUrls; release: () => Promise<void> }> {
  const inherited = process.env[engineUrlsVariable];
  if (inherited !== undefined) {
    return { urls: JSON.parse(inherited) as EngineUrls, release: async () => undefined };
  }
  own ??= { engines: startTestEngines(), users: 0 };
  const mine = own;
  mine.users += 1;
  const { urls, stop } = await mine.engines;
  return {
    urls,
    release: async () => {
      mine.users -= 1;
      if (mine.users > 0) return;
      own = undefined;
      await stop();
    },
  };
}

async function dropClickHouseDatabase(url: string): Promise<void> {
  const { origin, username, password, pathname } = new URL(url);
  const response = await fetch(`${origin}/?query=DROP DATABASE ${pathname.slice(1)} SYNC`, {
    method: 'POST',
    headers: { 'x-clickhouse-user': username, 'x-clickhouse-key': password },
  });
  if (!response.ok) throw new Error(`Cannot drop a test database: ${await response.text()}`);
}

/** Numbered by the server, so that files that run at once never share one. */
async function ownRedisDatabase(url: string): Promise<string> {
  const number = await redisCommand(url, ['INCR', 'testkit:databases']);
  const taken = Number(number);
  // The bundled substitute has the usual 16.
  const { 1: offered } = (await redisCommand(url, ['CONFIG', 'GET', 'databases'])) as string[];
  const usable = Math.min(Number(offered), redisDatabases) - 1;
  return withDatabase(url, String(1 + (taken % usable)));
}
