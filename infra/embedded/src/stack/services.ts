import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { compileCacheEnv } from '../compile-cache.ts';
import { answersOk, pollUntil } from '../engines/poll.ts';
import { repositoryRoot } from '../env.ts';
import type { StackEnv } from '../env.ts';
import type { ProcessSpec } from '../processes/managed-process.ts';

export interface StoreUrls {
  clickhouse: string;
  postgres: string;
  redis: string;
  objects: string;
}

export interface ServicesOptions {
  env: StackEnv;
  urls: StoreUrls;
  /** Where ingest keeps its journal unless INGEST_JOURNAL_DIR says otherwise. */
  journalDir: string;
  /** Where the platform keeps its journal of feedback, unless it stands beside that of ingest. */
  feedbackJournalDir: string;
  authSecret: string;
  ports: { ingest: number; workerOperator: number; otlpGrpc: number | 'off' };
}

/** The processes of the product, in the order in which they start; they know only addresses. */
export function serviceSpecs({
  env,
  urls,
  journalDir,
  feedbackJournalDir,
  authSecret,
  ports,
}: ServicesOptions): ProcessSpec[] {
  const stores = {
    DATABASE_URL: urls.postgres,
    REDIS_URL: urls.redis,
    OBJECT_STORE_URL: urls.objects,
  };
  const webDir = join(repositoryRoot, 'web', 'dist');
  return [
    service({
      name: 'worker',
      title: 'The worker',
      script: 'worker/src/index.ts',
      address: `127.0.0.1:${ports.workerOperator}`,
      env: {
        ...stores,
        CLICKHOUSE_URL: urls.clickhouse,
        WORKER_OPERATOR_PORT: String(ports.workerOperator),
        // That port is another one after each start; entries in hand are found by the name.
        WORKER_NAME: `${hostname()}-${env.port}`,
      },
    }),
    service({
      name: 'ingest',
      title: 'Ingest',
      script: 'ingest-rest/src/index.ts',
      address: `127.0.0.1:${ports.ingest}`,
      env: {
        ...stores,
        INGEST_HOST: '127.0.0.1',
        INGEST_PORT: String(ports.ingest),
        INGEST_OTLP_GRPC_PORT: String(ports.otlpGrpc),
        INGEST_JOURNAL_DIR: env.journalDir ?? journalDir,
        GRAPH_URL: `http://${reachable(env.host)}:${env.port}/graphql`,
        // No balancer has to notice that we stop.
        INGEST_DRAIN_DELAY_MS: '0',
      },
    }),
    service({
      name: 'platform',
      title: 'The platform',
      script: 'infra/embedded/src/platform.ts',
      address: `${reachable(env.host)}:${env.port}`,
      env: {
        ...stores,
        CLICKHOUSE_URL: urls.clickhouse,
        HOST: env.host,
        PORT: String(env.port),
        PUBLIC_URL: env.publicUrl,
        FEEDBACK_JOURNAL_DIR:
          env.journalDir === undefined ? feedbackJournalDir : `${env.journalDir}-feedback`,
        INGEST_URL: `http://127.0.0.1:${ports.ingest}`,
        AUTH_SECRET: authSecret,
        ...(existsSync(join(webDir, 'index.html')) ? { WEB_DIR: webDir } : {}),
      },
    }),
  ];
}

function service(options: {
  name: string;
  title: string;
  script: string;
  /** Where it answers `/live` and `/ready`. */
  address: string;
  env: Record<string, string>;
}): ProcessSpec {
  const { name, title, script, address, env } = options;
  let startedOnce = false;
  return {
    name,
    title,
    command: process.execPath,
    args: [join(repositoryRoot, script)],
    env: { ...inheritedEnv(), ...compileCacheEnv, ...env },
    cwd: repositoryRoot,
    async ready({ signal }) {
      // Later it may well wait for an engine that is down; then a restart would not help.
      const path = startedOnce ? 'live' : 'ready';
      await pollUntil(() => answersOk(`http://${address}/${path}`, signal), signal);
      startedOnce = true;
    },
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 30_000,
  };
}

/** Settings of a service that the supervisor does not know reach it through our own environment. */
function inheritedEnv(): Record<string, string> {
  const { RUNLIGHT_BOOTSTRAP_API_KEY: _key, NODE_TEST_CONTEXT: _test, ...rest } = process.env;
  return Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** An address to connect to for one to listen on. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
