import { createProjectDirectory } from '@runlight/auth';
import { createClickHouse } from '@runlight/clickhouse';
import { createObjectStore } from '@runlight/objects';
import { createDatabase } from '@runlight/postgres';
import {
  closeRedis,
  createIngestConsumer,
  createIngestProducer,
  createLivePublisher,
  createRedis,
  laneStream,
} from '@runlight/queue';
import type { IngestLane } from '@runlight/queue';
import type { Logger, Registry } from '@runlight/service';
import { setTimeout as pause } from 'node:timers/promises';
import { createBreaker } from './breaker.ts';
import { refusedByInsertsOnly } from './care.ts';
import { createLotFacts } from './deletion/lot-facts.ts';
import { createTombstones } from './deletion/tombstones.ts';
import type { WorkerEnv } from './env.ts';
import { createFeedbackStore } from './feedback/feedback-store.ts';
import { createLagBoard } from './lag.ts';
import { createLedger } from './ledger.ts';
import { createKeyDirectory } from './place/key-directory.ts';
import { createPlacer } from './place/placer.ts';
import { createRunMover } from './place/run-mover.ts';
import { createStoredKeys } from './place/stored-keys.ts';
import { createTraceStarts } from './place/trace-starts.ts';
import { createReplays } from './replays.ts';
import { createOwnPriceDirectory } from './store/own-prices.ts';
import { createHourMarks, markingMover, markingStore } from './rollups/hour-marks.ts';
import { createRunStore } from './store/run-store.ts';
import { createSuspectStore } from './suspects.ts';
import type { WorkerOptions } from './worker.ts';
import { createWorkerMetrics } from './worker-metrics.ts';

/** Opens the connections of a worker and puts its parts together. */
export function openParts({
  env,
  log,
  registry,
}: {
  env: WorkerEnv;
  log: Logger;
  registry: Registry;
}) {
  const clickhouse = createClickHouse({
    url: env.clickhouseUrl,
    log,
    applicationName: 'runlight-worker',
    metrics: registry,
  });
  // Told from the other calls by its patience: after a silent outage nobody waits for an old question.
  const prober = createClickHouse({
    url: env.clickhouseUrl,
    log,
    applicationName: 'runlight-worker-probe',
    requestTimeoutMs: 3000,
    maxConnections: 2,
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
  const waitingRedis = {
    ordinary: waitingConnection(env, log, 'ordinary'),
    bulk: waitingConnection(env, log, 'bulk'),
  };
  const stored = createStoredKeys(clickhouse);
  const hourMarks = createHourMarks(clickhouse);
  const projects = createProjectDirectory({ db: database.db });
  const objects = createObjectStore({ url: env.objectStoreUrl, log });
  const tombstones = createTombstones({ clickhouse, database });
  const { leaseMs } = env;
  const metrics = createWorkerMetrics(registry);
  const consumerOf = (lane: IngestLane) =>
    createIngestConsumer({
      redis,
      waitingRedis: waitingRedis[lane],
      consumer: env.name,
      log,
      stream: laneStream(lane),
      leaseMs,
    });

  const worker: Omit<WorkerOptions, 'log'> = {
    leaseMs,
    consumers: { ordinary: consumerOf('ordinary'), bulk: consumerOf('bulk') },
    breaker: createBreaker((isOpen) => metrics.breakerOpen.set(isOpen ? 1 : 0)),
    lag: createLagBoard(redis),
    suspects: createSuspectStore(redis),
    store: refusedByInsertsOnly(
      markingStore(createRunStore(clickhouse, createOwnPriceDirectory(database)), hourMarks),
    ),
    feedbackStore: createFeedbackStore(clickhouse),
    readLotFacts: createLotFacts(database),
    tombstones,
    projectOf: projects.idOf,
    placer: createPlacer({
      directory: createKeyDirectory(redis),
      stored,
      traceStarts: createTraceStarts({ redis, stored, log }),
      mover: markingMover(createRunMover(clickhouse), hourMarks),
      defaultProject: (workspaceId) => projects.idOf(workspaceId, 'default'),
      wait: (ms) => pause(ms),
    }),
    ledger: createLedger(database),
    live: createLivePublisher(redis),
    replays: createReplays({ database, producer: createIngestProducer(redis), log }),
    probe: prober.ping,
    metrics,
  };

  return {
    clickhouse,
    database,
    redis,
    objects,
    tombstones,
    metrics,
    worker,
    pingRedis: async () => {
      await redis.ping();
    },
    close: async () => {
      await Promise.all([clickhouse.close(), prober.close(), database.close(), objects.close()]);
      await Promise.all([redis, ...Object.values(waitingRedis)].map(closeRedis));
    },
  };
}

/** A connection of its own for each lane: a waiting read holds it. */
const waitingConnection = ({ redisUrl }: WorkerEnv, log: Logger, lane: IngestLane) =>
  createRedis({
    url: redisUrl,
    log,
    name: `worker-reader-${lane}`,
    // A read that was waiting when Redis died gets no answer; this is how long that goes unnoticed.
    commandTimeoutMs: 3000,
    offlineQueue: true,
  });
