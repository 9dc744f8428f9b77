import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  enginePort,
  prepareClickHouse,
  prepareEngineDir,
  preparePostgres,
  prepareRedis,
  startManagedProcess,
  startReaper,
} from '@runlight/embedded';
import type { Engine, EngineOptions } from '@runlight/embedded';
import { createPostgresDatabase, migratePostgres } from '@runlight/migrations';
import { createLogger } from '@runlight/service';

/** Addresses of running engines; every test file makes databases of its own in them. */
export interface EngineUrls {
  clickhouse: string;
  postgres: string;
  redis: string;
}

export interface TestEngines {
  urls: EngineUrls;
  stop: () => Promise<void>;
}

/** Name of the migrated Postgres database that the tests' databases are copies of. */
export const templateDatabase = 'runlight_template';

/** Databases of the Redis server; a test file takes one. */
export const redisDatabases = 4096;

const password = 'test-password-of-all-engines';

/** Starts the real engines in a temporary folder. They end with this process in any case. */
export async function startTestEngines(): Promise<TestEngines> {
  const dir = await mkdtemp(join(tmpdir(), 'runlight-tests-'));
  await prepareEngineDir(dir);
  const log = createLogger({ service: 'testkit', level: 'silent' });
  const reaper = startReaper({ log });

  async function start<O extends EngineOptions>(
    name: string,
    prepare: (options: O) => Promise<Engine>,
    extra: Omit<O, keyof EngineOptions>,
  ) {
    const options = { dir: join(dir, name), port: await enginePort(), password, ...extra } as O;
    const engine = await prepare(options);
    const running = await startManagedProcess(engine.process, { log, logDir: dir, reaper });
    return { url: engine.url, running };
  }

  const engines = await Promise.all([
    start('clickhouse', prepareClickHouse, {}),
    start('postgres', preparePostgres, {}),
    start('redis', prepareRedis, { databases: redisDatabases }),
  ]);
  const [clickhouse, postgres, redis] = engines;
  const template = { url: withDatabase(postgres.url, templateDatabase), log };
  await createPostgresDatabase(template);
  await migratePostgres(template);
  return {
    urls: { clickhouse: clickhouse.url, postgres: postgres.url, redis: redis.url },
    stop: async () => {
      await Promise.all(engines.map(({ running }) => running.stop()));
      reaper.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
