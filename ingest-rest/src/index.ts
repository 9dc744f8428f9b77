import { setTimeout as pause } from 'node:timers/promises';
import { createKeyDirectory, createProjectDirectory } from '@runlight/auth';
import { createDatabase } from '@runlight/postgres';
import {
  closeRedis,
  createAcceptSequence,
  createIngestProducer,
  createLivePublisher,
  createRedis,
} from '@runlight/queue';
import { createHealth, createLifecycle, createLogger, createMetrics } from '@runlight/service';
import { createByteBudget } from './body/byte-budget.ts';
import { readIngestEnv } from './env.ts';
import { createDatabaseCheck, reportDurability } from './health-checks.ts';
import { createIngestMetrics } from './ingest-metrics.ts';
import { createHinter } from './live-hints.ts';
import { createIngestServer } from './server.ts';

const env = readIngestEnv();
const log = createLogger({ service: 'ingest', level: env.logLevel });
const lifecycle = createLifecycle({ log });

const database = createDatabase({ url: env.databaseUrl, log, applicationName: 'runlight-ingest' });
lifecycle.add({ name: 'database', close: database.close });
const keys = createKeyDirectory({ db: database.db, log });
lifecycle.add({ name: 'API keys', close: keys.close });

// Two connections: a burst of hints must not stand before a batch that a sender waits for.
const redis = createRedis({ url: env.redisUrl, log, name: 'ingest-queue' });
lifecycle.add({ name: 'queue', close: () => closeRedis(redis) });
const liveRedis = createRedis({ url: env.redisUrl, log, name: 'ingest-live' });
lifecycle.add({ name: 'live events', close: () => closeRedis(liveRedis) });
reportDurability(redis, log);

const metrics = createMetrics('ingest');
const budget = createByteBudget(env.inFlightBytes);
const health = createHealth([
  { name: 'redis', check: async () => void (await redis.ping()) },
  { name: 'database', check: createDatabaseCheck(database) },
]);
const ingestMetrics = createIngestMetrics(metrics, budget);
const live = createLivePublisher(liveRedis);
const server = createIngestServer({
  context: {
    keys,
    projects: createProjectDirectory({ db: database.db }),
    send: createIngestProducer(redis).send,
    reserveSequence: createAcceptSequence().reserve,
    hint: createHinter({ live, metrics: ingestMetrics, log }),
    budget,
    metrics: ingestMetrics,
    log,
  },
  health,
  metrics,
});
lifecycle.add({ name: 'http', close: server.close });
lifecycle.add({
  name: 'load balancer',
  close: async () => {
    health.startDraining();
    await pause(env.drainDelayMs);
  },
});
await server.listen(env.http);
