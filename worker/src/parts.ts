import { createProjectDirectory } from '@runlight/auth';
import { createClickHouse } from '@runlight/clickhouse';
import { createDatabase } from '@runlight/postgres';
import {
  closeRedis,
  createIngestConsumer,
  createLivePublisher,
  createRedis,
} from '@runlight/queue';
import type { Logger, Registry } from '@runlight/service';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkerEnv } from './env.ts';
import { createLedger } from './ledger.ts';
import { createKeyDirectory } from './place/key-directory.ts';
import { createPlacer } from './place/placer.ts';
import { createStoredKeys } from './place/stored-keys.ts';
import { createRunStore } from './store/run-store.ts';
import { createSuspectStore } from './suspects.ts';
import type { WorkerOptions } from './worker.ts';
import { createWorkerMetrics } from './worker-metrics.ts';

/** Opens the connections of a worker and puts its parts together. */
export function openParts({
  env,
  log,
  registry,
  leaseMs,
}: {
  env: WorkerEnv;
  log: Logger;
  registry: Registry;
  leaseMs?: number;
}) {
  const clickhouse = createClickHouse({
    url: env.clickhouseUrl,
    log,
    applicationName: 'runlight-worker',
    metrics: registry,
  });
  const database = createDatabase({
    url: env.databaseUrl,
    log,
    applicationName: 'runlight-worker',
    maxConnections: 4,
  });
  // Commands may wait for a connection: none of them loses its meaning by coming late, and a lot of
  // 8 MiB may take a moment on a busy machine.
  const redis = createRedis({
    url: env.redisUrl,
    log,
    name: 'worker',
    commandTimeoutMs: 5000,
    offlineQueue: true,
  });
  const waitingRedis = createRedis({
    url: env.redisUrl,
    log,
    name: 'worker-reader',
    // A read that was waiting when Redis died gets no answer; this is how long that goes unnoticed.
    commandTimeoutMs: 3000,
    offlineQueue: true,
  });
  const projects = createProjectDirectory({ db: database.db });
  const lease = leaseMs === undefined ? {} : { leaseMs };

  const worker: Omit<WorkerOptions, 'log'> = {
    ...lease,
    consumer: createIngestConsumer({ redis, waitingRedis, consumer: env.name, log, ...lease }),
    suspects: createSuspectStore(redis),
    store: createRunStore(clickhouse),
    placer: createPlacer({
      directory: createKeyDirectory(redis),
      stored: createStoredKeys(clickhouse),
      defaultProject: (workspaceId) => projects.idOf(workspaceId, 'default'),
      wait: (ms) => pause(ms),
    }),
    ledger: createLedger(database),
    live: createLivePublisher(redis),
    probe: clickhouse.ping,
    metrics: createWorkerMetrics(registry),
  };

  return {
    clickhouse,
    database,
    worker,
    pingRedis: async () => {
      await redis.ping();
    },
    close: async () => {
      await Promise.all([clickhouse.close(), database.close()]);
      await Promise.all([closeRedis(redis), closeRedis(waitingRedis)]);
    },
  };
}
