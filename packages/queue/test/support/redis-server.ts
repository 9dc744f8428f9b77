import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { enginePort, prepareRedis } from '@runlight/embedded';

/** A Redis server of a test's own, that can be killed, frozen and started again. */
export interface RedisServer {
  url: string;
  /** Where a real server keeps its files. */
  dir: string;
  start: () => Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill: () => Promise<void>;
  signal: (signal: NodeJS.Signals) => void;
}

export interface RedisServerOptions {
  /** `bundled`: the substitute without persistence. Default: a real server, syncing every write. */
  server?: 'bundled' | 'redis-server';
  dir?: string;
}

/** Why real servers cannot be tested with here; undefined where they can. */
export function redisServerObstacle(): string | undefined {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'no redis-server on this machine';
  }
}

export async function startRedisServer(
  t: TestContext,
  { server = 'redis-server', dir }: RedisServerOptions = {},
): Promise<RedisServer> {
  const own = dir ?? (await mkdtemp(join(tmpdir(), 'runlight-redis-')));
  const engine = await prepareRedis({
    dir: own,
    port: await enginePort(),
    password: 'test',
    server,
  });
  const { command, args, env, cwd, ready } = engine.process;
  let child: ChildProcess | undefined;

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  const running: RedisServer = {
    url: engine.url,
    dir: own,
    async start() {
      child = spawn(command, args, { env, cwd, stdio: 'ignore' });
      await ready({
        signal: AbortSignal.timeout(20_000),
        output: { tail: () => '', push: () => undefined } as never,
      });
    },
    kill,
    signal: (signal) => void child?.kill(signal),
  };
  t.after(async () => {
    await kill();
    if (dir === undefined) await rm(own, { recursive: true, force: true });
  });
  await running.start();
  return running;
}
