import { join } from 'node:path';
import { prepareClickHouse, preparePostgres, prepareRedis, enginePort } from '@runlight/embedded';
import type { Engine } from '@runlight/embedded';
import { createDatabase } from '@runlight/postgres';
import type { Logger } from '@runlight/service';
import { redisCommand } from '@runlight/testkit';
import { startFaultProxy } from '@runlight/testkit/faults';
import type { FaultProxy } from '@runlight/testkit/faults';
import { createLabProcess } from './lab-process.ts';
import type { LabProcess } from './lab-process.ts';

export type EngineName = 'clickhouse' | 'postgres' | 'redis';

/** An engine with a network of its own to each kind of process that uses it. */
export interface LabEngine {
  process: LabProcess;
  /** Straight to it, for the test. */
  url: string;
  dir: string;
  /** What stands between ingest and it, and between the workers and it. */
  ofIngest: FaultProxy;
  ofWorkers: FaultProxy;
}

export interface EngineHost {
  dir: string;
  log: Logger;
  host: Parameters<typeof createLabProcess>[1];
}

const password = 'password-of-the-lab';

export async function startEngine(
  name: EngineName,
  { dir: parent, log, host }: EngineHost,
  redisServer?: string,
): Promise<LabEngine> {
  const dir = join(parent, name);
  const options = { dir: join(dir, 'data'), port: await enginePort(), password };
  const engine = await prepare[name](options, redisServer);
  const { command, args, env, cwd, owner } = engine.process;
  const process = createLabProcess(
    {
      name,
      command,
      args,
      env,
      cwd,
      owner,
      isUp: () => answers(name, engine.url, log),
      stopSignal: engine.process.stopSignal,
    },
    host,
  );
  const [ofIngest, ofWorkers] = await Promise.all([
    startFaultProxy(options),
    startFaultProxy(options),
  ]);
  await process.start();
  return { process, url: engine.url, dir, ofIngest, ofWorkers };
}

type Prepare = (
  options: { dir: string; port: number; password: string },
  redisServer?: string,
) => Promise<Engine>;

const prepare: Record<EngineName, Prepare> = {
  clickhouse: prepareClickHouse,
  postgres: preparePostgres,
  redis: (options, server) => prepareRedis({ ...options, server }),
};

async function answers(name: EngineName, url: string, log: Logger): Promise<boolean> {
  switch (name) {
    case 'clickhouse':
      return (await fetch(`${new URL(url).origin}/ping`)).ok;
    case 'redis':
      return (await redisCommand(url, ['PING'])) === 'PONG';
    case 'postgres':
      return pingPostgres(url, log);
  }
}

/** The maintenance database: ours is made later. */
async function pingPostgres(url: string, log: Logger): Promise<boolean> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const database = createDatabase({
    url: maintenance.href,
    log,
    applicationName: 'lab',
    maxConnections: 1,
  });
  try {
    await database.ping();
    return true;
  } finally {
    await database.close();
  }
}
