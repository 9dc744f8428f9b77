import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure, explainSystemError } from '../failure.ts';
import { commandOf, identify } from '../processes/identity.ts';
import { engineDatabase, engineEnv, engineUser } from './engine.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { launchAs, unprivilegedOwner } from './postgres-owner.ts';
import { findPostgres } from './postgres-programs.ts';
import type { PostgresPrograms } from './postgres-programs.ts';

const run = promisify(execFile);

/**
 * PostgreSQL from the npm package, reachable by TCP on loopback only: a Unix socket's path may not
 * be longer than some 100 bytes, and data folders can lie deeper.
 */
export async function preparePostgres({ dir, port, password }: EngineOptions): Promise<Engine> {
  const programs = await findPostgres();
  const owner = await unprivilegedOwner(dir);
  if (!existsSync(join(dir, 'PG_VERSION'))) await initialise({ programs, dir, password });
  await dropForeignPidFile(dir);
  const args = ['-D', dir, ...serverArgs(port)];
  return {
    url: `postgres://${engineUser}:${password}@127.0.0.1:${port}/${engineDatabase}`,
    process: {
      ...(await launchAs(owner, { command: programs.postgres, args, dir })),
      name: 'postgres',
      title: 'Postgres',
      env: engineEnv,
      cwd: '/',
      // Asking by connection would write "the database system is starting up" into the log.
      ready: ({ output, signal }) =>
        output.waitFor('database system is ready to accept connections', signal),
      // Fast shutdown: ends sessions, writes everything.
      stopSignal: 'SIGINT',
      stopTimeoutMs: 30_000,
    },
  };
}

/** Sized for a few processes on one machine; `io_method` spares the extra processes of version 18. */
function serverArgs(port: number): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '32MB',
    maintenance_work_mem: '32MB',
    max_wal_size: '256MB',
    min_wal_size: '32MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    io_method: 'sync',
    max_worker_processes: 2,
    max_parallel_workers: 2,
    max_parallel_workers_per_gather: 0,
    max_logical_replication_workers: 0,
    autovacuum_max_workers: 1,
    jit: 'off',
    timezone: 'UTC',
    // Statements and their values are what users sent; they stay out of the log.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function initialise(options: {
  programs: PostgresPrograms;
  dir: string;
  password: string;
}): Promise<void> {
  const { programs, dir, password } = options;
  const owner = await unprivilegedOwner(dir);
  // Made aside and renamed, so that a start cut short leaves nothing half made.
  const draft = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  try {
    for (const leftover of [draft, dir]) await rm(leftover, { recursive: true, force: true });
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (owner) for (const path of [draft, passwordFile]) await chown(path, owner.uid, owner.gid);
    const args = initdbArgs(draft, passwordFile);
    const initdb = await launchAs(owner, { command: programs.initdb, args, dir });
    await run(initdb.command, initdb.args, { env: engineEnv, cwd: '/', ...initdb.owner });
    await rename(draft, dir);
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    const said = String((error as { stderr?: string }).stderr || error);
    const reason = explainSystemError(said) ?? said.trim().split('\n').at(-1);
    throw new StartFailure(`Postgres cannot create its files in ${dir}: ${reason}`, error);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

function initdbArgs(dir: string, passwordFile: string): string[] {
  const access = ['-U', engineUser, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  // The built-in provider sorts and folds the same on every system.
  const text = ['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin'];
  return ['-D', dir, ...access, ...text, '--builtin-locale', 'C.UTF-8', '--no-instructions'];
}

/**
 * Postgres refuses to start while the process named in its pid file lives. After a crash, most of
 * all in a container, that id may belong to something else by now. A pid file whose process is gone
 * is left to Postgres, which then also looks for remains in shared memory.
 */
async function dropForeignPidFile(dir: string): Promise<void> {
  const path = join(dir, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  if (!(pid > 0) || identify(pid) === undefined) return;
  if (!commandOf(pid).includes(dir)) await rm(path, { force: true });
}
