// The platform process of the default stack: gateway with the subgraphs in-process, sign-in, web files
// and the front door to ingest, all on one port. `cli.ts` starts it with its environment.
import { resolve } from 'node:path';
import {
  createFeedbackConfigDirectory,
  createFeedbackTokens,
  createKeyDirectory,
  createProjectDirectory,
  createShareLinks,
  createSignIn,
  createTokenSealer,
} from '@runlight/auth';
import { createClickHouse } from '@runlight/clickhouse';
import { createAuthenticator, createGatewayServer, readGraphFiles } from '@runlight/gateway';
import { createFileLinks, createObjectStore } from '@runlight/objects';
import {
  createDatabase,
  createNotificationListener,
  createSettledBatches,
} from '@runlight/postgres';
import {
  closeRedis,
  createAcceptSequence,
  createDurableSender,
  createLiveReader,
  createRedis,
} from '@runlight/queue';
import {
  createHealth,
  createLifecycle,
  createLogger,
  createMetrics,
  portVar,
  readEnv,
  urlVar,
  z,
} from '@runlight/service';
import { createNodeSubgraph } from '@runlight/subgraph-node';
import { createTracesSubgraph } from '@runlight/subgraph-traces';
import { createWorkspacesSubgraph, ingestProblemChannel } from '@runlight/subgraph-workspaces';

/** Together with the gateway's look-ups every 3 s this keeps revocation within the promised 10 s. */
const keyCacheMs = 4000;
/** Feedback is small; this holds hundreds of thousands. */
const maxFeedbackJournalBytes = 256 * 1024 * 1024;

const env = readEnv(
  z.object({
    HOST: z.string().default('127.0.0.1'),
    PORT: portVar.default(4000),
    PUBLIC_URL: urlVar,
    INGEST_URL: urlVar,
    CLICKHOUSE_URL: urlVar,
    DATABASE_URL: urlVar,
    REDIS_URL: urlVar,
    OBJECT_STORE_URL: urlVar,
    FEEDBACK_JOURNAL_DIR: z.string(),
    INGEST_DURABILITY: z.enum(['auto', 'redis', 'journal']).default('auto'),
    AUTH_SECRET: z.string().min(32),
    WEB_DIR: z.string().optional(),
    RUNLIGHT_MAX_SOCKETS_PER_PRINCIPAL: z.coerce.number().int().min(1).default(20),
    LOG_LEVEL: z.string().default('info'),
  }),
);

const log = createLogger({ service: 'platform', level: env.LOG_LEVEL });
const lifecycle = createLifecycle({ log });
const metrics = createMetrics('platform');

const database = createDatabase({ url: env.DATABASE_URL, log, applicationName: 'platform' });
lifecycle.add({ name: 'database', close: () => database.close() });
const clickhouse = createClickHouse({
  url: env.CLICKHOUSE_URL,
  log,
  applicationName: 'platform',
  metrics,
});
lifecycle.add({ name: 'clickhouse', close: () => clickhouse.close() });
const live = createLiveReader({ url: env.REDIS_URL, log });
lifecycle.add({ name: 'live events', close: () => live.close() });
const objects = createObjectStore({ url: env.OBJECT_STORE_URL, log });
lifecycle.add({ name: 'object store', close: () => objects.close() });
const links = createFileLinks({ secret: env.AUTH_SECRET });
// For the workers' lag and for feedback; the live events have connections of their own.
const redis = createRedis({ url: env.REDIS_URL, log, name: 'platform' });
lifecycle.add({ name: 'queue', close: () => closeRedis(redis) });
const feedbackSender = await createDurableSender({
  redis,
  journalDir: resolve(env.FEEDBACK_JOURNAL_DIR),
  mode: env.INGEST_DURABILITY,
  maxJournalBytes: maxFeedbackJournalBytes,
  isStored: createSettledBatches(database),
  log,
  metrics,
});
lifecycle.add({ name: 'feedback journal', close: () => feedbackSender.close() });
const problemListener = createNotificationListener({
  url: env.DATABASE_URL,
  log,
  applicationName: 'platform-listener',
  channel: ingestProblemChannel,
});
lifecycle.add({ name: 'ingest problems', close: () => problemListener.close() });
const keys = createKeyDirectory({ db: database.db, log, cacheMs: keyCacheMs });
lifecycle.add({ name: 'key directory', close: () => keys.close() });
const signIn = createSignIn({
  db: database.db,
  baseUrl: env.PUBLIC_URL,
  secret: env.AUTH_SECRET,
  log,
});

const sealer = createTokenSealer({ secret: env.AUTH_SECRET });
const shareLinks = createShareLinks({ db: database.db, sealer });

const server = await createGatewayServer({
  ...readGraphFiles(),
  subgraphs: [
    createNodeSubgraph(),
    createWorkspacesSubgraph({
      database,
      problemListener,
      redis,
      links,
      feedbackTokens: createFeedbackTokens({ db: database.db, sealer }),
      publicUrl: env.PUBLIC_URL,
    }),
    createTracesSubgraph({
      clickhouse,
      objects,
      links,
      live,
      log,
      projects: createProjectDirectory({ db: database.db }),
      shareLinks,
      feedbackConfigs: createFeedbackConfigDirectory({ db: database.db }),
      feedbackQueue: {
        send: feedbackSender.send,
        reserveSequence: createAcceptSequence().reserve,
      },
    }),
  ],
  authenticate: createAuthenticator({ keys, signIn, shareLinks }),
  authHandler: signIn.handler,
  ingestUrl: env.INGEST_URL,
  files: { objects, links },
  ...(env.WEB_DIR === undefined ? {} : { webDir: env.WEB_DIR }),
  publicUrl: env.PUBLIC_URL,
  allowedOrigins: signIn.trustedOrigins,
  log,
  health: createHealth([
    { name: 'postgres', check: () => database.ping() },
    { name: 'clickhouse', check: () => clickhouse.ping() },
  ]),
  metrics,
  limits: { maxSocketsPerPrincipal: env.RUNLIGHT_MAX_SOCKETS_PER_PRINCIPAL },
});
lifecycle.add({ name: 'server', close: () => server.close() });
const { port } = await server.listen({ host: env.HOST, port: env.PORT });
log.info({ host: env.HOST, port }, 'platform is listening');
