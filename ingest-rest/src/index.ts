import { setTimeout as pause } from 'node:timers/promises';
import {
  createFeedbackConfigDirectory,
  createKeyDirectory,
  createProjectDirectory,
  createTokenRedeemer,
} from '@runlight/auth';
import { createObjectStore } from '@runlight/objects';
import { createDatabase, createSettledBatches } from '@runlight/postgres';
import {
  closeRedis,
  createAcceptSequence,
  createDurableSender,
  createLivePublisher,
  createRedis,
} from '@runlight/queue';
import { createHealth, createLifecycle, createLogger, createMetrics } from '@runlight/service';
import { createByteBudget } from './body/byte-budget.ts';
import type { IngestContext } from './context.ts';
import { readIngestEnv } from './env.ts';
import { createDatabaseCheck } from './health-checks.ts';
import { createIngestMetrics } from './ingest-metrics.ts';
import { createHinter } from './live-hints.ts';
import { createOtlpGrpcServer, listenIfFree } from './otlp/grpc.ts';
import { createQuotas } from './quotas/quotas.ts';
import { createRejectionRecorder } from './rejections/recorder.ts';
import { createGraphClient } from './sdk-read/graph-client.ts';
import { createIngestServer } from './server.ts';

/** How long requests that are under way may take when we stop (reliability-and-security §2.8). */
const inFlightMs = 20_000;

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

const metrics = createMetrics('ingest');
const sender = await createDurableSender({
  redis,
  ...env.durability,
  isStored: createSettledBatches(database),
  log,
  metrics,
});
lifecycle.add({ name: 'journal', close: sender.close });
const budget = createByteBudget(env.inFlightBytes);
const health = createHealth(
  [
    { name: 'durability', check: sender.check },
    { name: 'database', check: createDatabaseCheck(database) },
  ],
  { details: () => ({ durability: sender.status() }) },
);
const ingestMetrics = createIngestMetrics(metrics, budget);
const rejections = createRejectionRecorder({ db: database.db, log, metrics });
lifecycle.add({ name: 'refusals', close: rejections.close });
const objects = createObjectStore({ url: env.objectStoreUrl, log });
lifecycle.add({ name: 'object store', close: objects.close });
const live = createLivePublisher(liveRedis);
const context: IngestContext = {
  keys,
  projects: createProjectDirectory({ db: database.db }),
  feedbackConfigs: createFeedbackConfigDirectory({ db: database.db }),
  feedbackTokens: createTokenRedeemer(database.db),
  quotas: createQuotas(env.quotas, {
    onRefusal: (quota) => ingestMetrics.quotaRefusals.inc({ quota }),
  }),
  objects,
  graph: createGraphClient({ graphUrl: env.graphUrl }),
  rejections,
  send: sender.send,
  reserveSequence: createAcceptSequence().reserve,
  hint: createHinter({ live, metrics: ingestMetrics, log }),
  budget,
  metrics: ingestMetrics,
  log,
};
const server = createIngestServer({ context, health, metrics });
const grpc = createOtlpGrpcServer(context);
lifecycle.add({
  name: 'http and grpc',
  // Who is not finished by then is cut off: the journal must be closed in good order.
  close: async () => {
    await Promise.race([Promise.all([server.close(), grpc.close()]), pause(inFlightMs)]);
  },
});
lifecycle.add({
  name: 'load balancer',
  close: async () => {
    health.startDraining();
    await pause(env.drainDelayMs);
  },
});
await listenIfFree(grpc, { host: env.http.host, port: env.otlpGrpcPort, log });
await server.listen(env.http);
