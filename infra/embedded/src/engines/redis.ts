import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { compileCacheEnv } from '../compile-cache.ts';
import { engineEnv } from './engine.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { pollUntil } from './poll.ts';
import { pingRedis } from './redis-ping.ts';

const run = promisify(execFile);

export interface RedisOptions extends EngineOptions {
  /** Path of a server program, or `bundled` for the substitute; default: what is on the PATH. */
  server?: string | undefined;
  /** Default 256 MiB. */
  maxMemoryBytes?: number;
  /** Number of databases a real server offers; default 16. */
  databases?: number;
}

/**
 * A `valkey-server` or `redis-server` of this machine, syncing every write (D1), or else the bundled
 * Valkey, which keeps everything in memory only: then ingest writes a journal first.
 */
export async function prepareRedis(options: RedisOptions): Promise<Engine> {
  const { server = await findServer() } = options;
  return server === undefined || server === 'bundled'
    ? substitute(options)
    : realServer(server, options);
}

const maxMemoryDefault = 256 * 1024 * 1024;

async function realServer(command: string, options: RedisOptions): Promise<Engine> {
  const { dir, port, password, maxMemoryBytes = maxMemoryDefault, databases = 16 } = options;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const configPath = join(dir, 'redis.conf');
  const config = {
    bind: '127.0.0.1',
    port,
    dir,
    databases,
    requirepass: password,
    daemonize: 'no',
    loglevel: 'warning',
    // The queue is only as good as this (reliability-and-security §2.2).
    appendonly: 'yes',
    appendfsync: 'always',
    'aof-load-truncated': 'yes',
    save: '',
    maxmemory: maxMemoryBytes,
    'maxmemory-policy': 'noeviction',
  };
  const lines = Object.entries(config).map(([name, value]) => `${name} ${quote(String(value))}`);
  await writeFile(configPath, `${lines.join('\n')}\n`, { mode: 0o600 });
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    process: {
      name: 'redis',
      title: 'Redis',
      command,
      args: [configPath],
      env: engineEnv,
      cwd: dir,
      ready: ({ signal }) => pollUntil(() => pingRedis({ port, password }), signal),
      stopSignal: 'SIGTERM',
      stopTimeoutMs: 10_000,
    },
  };
}

const quote = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function substitute(options: RedisOptions): Engine {
  const { port, password, maxMemoryBytes = maxMemoryDefault } = options;
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    process: {
      name: 'redis',
      title: 'The bundled Valkey',
      command: process.execPath,
      args: [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'valkey-server-child.ts'),
        String(port),
      ],
      env: {
        ...engineEnv,
        ...compileCacheEnv,
        VALKEY_PASSWORD: password,
        VALKEY_MAX_MEMORY: String(maxMemoryBytes),
      },
      cwd: '/',
      ready: ({ signal }) => pollUntil(() => pingRedis({ port, password }), signal),
      stopSignal: 'SIGTERM',
      stopTimeoutMs: 5000,
    },
    notice:
      'No redis-server on this machine: the bundled queue keeps nothing on disk, so accepted runs are ' +
      'also kept in a journal until they are stored.',
  };
}

/** The first server on the PATH that is new enough: XAUTOCLAIM came with 6.2. */
async function findServer(): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const name of ['valkey-server', 'redis-server']) {
    const path = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
    if (path !== undefined && (await isNewEnough(path))) return path;
  }
  return undefined;
}

async function isNewEnough(path: string): Promise<boolean> {
  try {
    const { stdout } = await run(path, ['--version'], { env: engineEnv, timeout: 5000 });
    const [major = 0, minor = 0] = /v=(\d+)\.(\d+)/.exec(stdout)?.slice(1).map(Number) ?? [];
    return major > 6 || (major === 6 && minor >= 2);
  } catch {
    // It does not even start here, so it is of no use.
    return false;
  }
}
