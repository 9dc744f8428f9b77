import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashApiKey } from '@runlight/auth';
import type { ApiKeyScope } from '@runlight/auth';
import { createObjectStore } from '@runlight/objects';
import type { ObjectStore } from '@runlight/objects';
import { createDatabase } from '@runlight/postgres';
import type { Database } from '@runlight/postgres';
import { closeRedis, createRedis, decodeBatch, ingestLanes, laneStream } from '@runlight/queue';
import type { QueuedBatch, Redis } from '@runlight/queue';
import { createLogger } from '@runlight/service';
import { freePort, testStores, waitFor } from '@runlight/testkit';
import { createTenant, createTestKey } from '@runlight/testkit/tenants';

const log = createLogger({ service: 'test', level: 'silent' });
const entry = join(import.meta.dirname, '..', '..', 'src', 'index.ts');

/** The ingest process as it is deployed, on Postgres and Redis of its own. */
export interface IngestService {
  url: string;
  database: Database;
  redis: Redis;
  redisUrl: string;
  /** What is in the object store. */
  objects: ObjectStore;
  objectStoreUrl: string;
  process: ChildProcess;
  /** Starts the process anew, on the same journal, after it ended. */
  restart: () => Promise<void>;
  /** Standard output so far. */
  output: () => string;
  /** A workspace of its own with a key that may write. */
  tenant: () => Promise<Tenant>;
  /** Batches of a workspace in the queue, oldest first. */
  batches: (workspaceId: string) => Promise<QueuedBatch[]>;
  close: () => Promise<void>;
}

export interface Tenant {
  workspaceId: string;
  key: string;
  keyOf: (scope: ApiKeyScope) => Promise<string>;
  revoke: (key: string) => Promise<void>;
}

/** Ways to the stores, for those who put something in between. */
export interface Detours {
  redis?: (url: string) => Promise<string>;
  database?: (url: string) => Promise<string>;
}

export async function startIngest(
  env: Record<string, string> = {},
  detours: Detours = {},
): Promise<IngestService> {
  const stores = await testStores({ postgres: true, redis: true });
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'runlight-ingest-'));
  const objectStoreUrl = pathToFileURL(join(folder, 'objects')).href;
  const childEnv = {
    ...process.env,
    INGEST_PORT: String(port),
    INGEST_OTLP_GRPC_PORT: '0',
    DATABASE_URL: (await detours.database?.(stores.databaseUrl)) ?? stores.databaseUrl,
    REDIS_URL: (await detours.redis?.(stores.redisUrl)) ?? stores.redisUrl,
    OBJECT_STORE_URL: objectStoreUrl,
    INGEST_JOURNAL_DIR: join(folder, 'journal'),
    INGEST_DRAIN_DELAY_MS: '100',
    ...env,
  };
  let output = '';
  const start = () => {
    const started = spawn(process.execPath, [entry], {
      env: childEnv,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return started;
  };
  let child = start();
  const database = createDatabase({ url: stores.databaseUrl, log, applicationName: 'test' });
  const redis = createRedis({
    url: stores.redisUrl,
    log,
    name: 'test',
    offlineQueue: true,
    commandTimeoutMs: 10_000,
  });
  const objects = createObjectStore({ url: objectStoreUrl, log });
  const url = `http://127.0.0.1:${port}`;
  const becomeReady = () =>
    waitFor(() => isReady(url), { timeoutMs: 20_000, what: 'ingest to be ready' });
  await becomeReady();
  return {
    url,
    database,
    redis,
    redisUrl: stores.redisUrl,
    objects,
    objectStoreUrl,
    get process() {
      return child;
    },
    restart: async () => {
      child = start();
      await becomeReady();
    },
    output: () => output,
    tenant: () => createIngestTenant(database),
    batches: async (workspaceId) =>
      (await readBatches(redis)).filter((batch) => batch.workspaceId === workspaceId),
    close: async () => {
      await stop(child);
      await closeRedis(redis);
      await database.close();
      await objects.close();
      await stores.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/ready`).catch(() => undefined);
  return response?.status === 200;
}

/** SIGTERM; resolves with the exit code. */
export async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  }
  return child.exitCode;
}

/** Of both lanes, in the order of acceptance. */
async function readBatches(redis: Redis): Promise<QueuedBatch[]> {
  const lanes = await Promise.all(
    ingestLanes.map((lane) => redis.xrangeBuffer(laneStream(lane), '-', '+')),
  );
  const batches = lanes.flat().map(([, fields]) => {
    const at = fields.findIndex((field, index) => index % 2 === 0 && field.toString() === 'd');
    return decodeBatch(fields[at + 1]!);
  });
  return batches.toSorted((a, b) => (a.firstSequence < b.firstSequence ? -1 : 1));
}

async function createIngestTenant({ db }: Database): Promise<Tenant> {
  const { workspaceId } = await createTenant(db);
  const keyOf = async (scope: ApiKeyScope): Promise<string> =>
    (await createTestKey(db, { workspaceId, scope })).secret;
  return {
    workspaceId,
    key: await keyOf('ingest'),
    keyOf,
    revoke: async (key) => {
      await db
        .updateTable('api_key')
        .set({ revoked_at: new Date() })
        .where('secret_sha256', '=', hashApiKey(key))
        .execute();
    },
  };
}
