import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileCacheEnv } from '../compile-cache.ts';
import { StartFailure } from '../failure.ts';
import { clickHouseConfig, clickHouseUsers } from './clickhouse-config.ts';
import { engineDatabase, engineEnv, engineUser } from './engine.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { answersOk, pollUntil } from './poll.ts';

export interface ClickHouseOptions extends EngineOptions {
  /** See ClickHouseConfigOptions. */
  logsQueries?: boolean;
}

/**
 * A genuine ClickHouse server out of the chdb library, in a Node process of its own
 * (see clickhouse-child.ts).
 */
export async function prepareClickHouse(options: ClickHouseOptions): Promise<Engine> {
  const { dir, port, password, logsQueries = false } = options;
  const library = findLibrary();
  await mkdir(join(dir, 'config'), { recursive: true, mode: 0o700 });
  await mkdir(join(dir, 'store'), { recursive: true, mode: 0o700 });
  const usersPath = join(dir, 'config', 'users.xml');
  const configPath = join(dir, 'config', 'config.xml');
  await writeFile(usersPath, clickHouseUsers({ user: engineUser, password }), { mode: 0o600 });
  await writeFile(configPath, clickHouseConfig({ usersPath, logsQueries }), { mode: 0o600 });

  const origin = `127.0.0.1:${port}`;
  return {
    url: `http://${engineUser}:${password}@${origin}/${engineDatabase}`,
    process: {
      name: 'clickhouse',
      title: 'ClickHouse',
      command: process.execPath,
      args: [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'clickhouse-child.ts'),
        JSON.stringify({ library, configPath, dataDir: join(dir, 'store'), port }),
      ],
      env: { ...engineEnv, ...compileCacheEnv },
      // It writes helper folders where it stands.
      cwd: join(dir, 'store'),
      ready: ({ signal }) => pollUntil(() => answersOk(`http://${origin}/ping`, signal), signal),
      stopSignal: 'SIGTERM',
      stopTimeoutMs: 10_000,
    },
  };
}

/** The shared library of this platform's chdb package. */
function findLibrary(): string {
  const libc = process.platform === 'linux' ? '-gnu' : '';
  const name = `@chdb/lib-${process.platform}-${process.arch}${libc}`;
  const file = process.platform === 'darwin' ? 'libchdb.dylib' : 'libchdb.so';
  const require = createRequire(import.meta.url);
  try {
    require.resolve('ffi-rs');
    const fromChdb = createRequire(require.resolve('chdb'));
    return join(fromChdb.resolve(`${name}/package.json`), '..', file);
  } catch (error) {
    throw new StartFailure(
      `ClickHouse is not installed for ${process.platform}-${process.arch} (npm package ${name}). ` +
        'Run "npm ci" without --omit=optional, or set CLICKHOUSE_URL to a server of yours',
      error,
    );
  }
}
