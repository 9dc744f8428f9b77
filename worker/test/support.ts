import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClickHouse, sql, uuid } from '@runlight/clickhouse';
import { createObjectStore } from '@runlight/objects';
import { createDatabase } from '@runlight/postgres';
import {
  closeRedis,
  createAcceptSequence,
  createIngestProducer,
  createLiveReader,
  createRedis,
  ingestLanes,
  laneStream,
} from '@runlight/queue';
import type { Batch } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import type {
  FeedbackEnvelope,
  FeedbackOperation,
  FeedbackTarget,
  PayloadField,
  RunEnvelope,
  RunOperation,
} from '@runlight/run-model';
import { Registry, createLogger } from '@runlight/service';
import { testStores, waitFor } from '@runlight/testkit';
import { createTenant } from '@runlight/testkit/tenants';
import { openParts } from '../src/parts.ts';
import { createWorker } from '../src/worker.ts';
import type { WorkerOptions } from '../src/worker.ts';

export const log = createLogger({ service: 'test', level: process.env['LOG_LEVEL'] ?? 'silent' });

/** Stores of one test file with what a test needs to send to a worker and to look at the result. */
export async function openBench() {
  const stores = await testStores({ clickhouse: true, postgres: true, redis: true });
  const clickhouse = createClickHouse({ url: stores.clickhouseUrl, log, applicationName: 'test' });
  const database = createDatabase({ url: stores.databaseUrl, log, applicationName: 'test' });
  const redis = createRedis({
    url: stores.redisUrl,
    log,
    name: 'test',
    offlineQueue: true,
    // Tests send thousands of entries at once on machines that are busy with others.
    commandTimeoutMs: 20_000,
  });
  const folder = await mkdtemp(join(tmpdir(), 'runlight-worker-objects-'));
  const live = createLiveReader({ url: stores.redisUrl, log });
  const urls = {
    clickhouseUrl: stores.clickhouseUrl,
    databaseUrl: stores.databaseUrl,
    redisUrl: stores.redisUrl,
    objectStoreUrl: pathToFileURL(folder).href,
  };
  const objects = createObjectStore({ url: urls.objectStoreUrl, log });
  return {
    urls,
    clickhouse,
    database,
    redis,
    objects,
    live,
    producer: createIngestProducer(redis),
    newWorkspace: async () => (await createTenant(database.db)).workspaceId,
    close: async () => {
      await live.close();
      await closeRedis(redis);
      await clickhouse.close();
      await database.close();
      await objects.close();
      await stores.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** A worker in this process, with parts replaced where a test needs to. */
export function startWorker(
  bench: Bench,
  replace: (parts: Omit<WorkerOptions, 'log'>) => Partial<WorkerOptions> = () => ({}),
  { name = 'worker-1', leaseMs = 60_000 } = {},
) {
  const parts = openParts({
    env: { ...bench.urls, name, leaseMs, operatorPort: 0, logLevel: 'info' },
    log,
    registry: new Registry(),
  });
  const worker = createWorker({ ...parts.worker, log, ...replace(parts.worker) });
  worker.start();
  return {
    metrics: parts.worker.metrics,
    stop: async () => {
      await worker.stop();
      await parts.close();
    },
  };
}

const sequence = createAcceptSequence();

export function batchOf(
  workspaceId: string,
  operations: RunOperation[],
  feedback: FeedbackOperation[] = [],
): Batch {
  return {
    batchId: uuidv7(),
    workspaceId,
    keyId: uuidv7(),
    acceptedAtMs: Date.now(),
    sdk: 'test/1.0',
    firstSequence: sequence.reserve(operations.length + feedback.length),
    operations,
    feedback,
  };
}

/** Feedback on a run (or on a project) as an SDK creates it. */
export const createFeedback = (
  target: FeedbackTarget,
  envelope: FeedbackEnvelope = {},
  feedbackId = uuidv7(),
): FeedbackOperation => ({
  kind: 'create',
  feedbackId,
  target,
  envelope: { key: 'helpful', score: 1, sourceType: 'api', ...envelope },
});

export const updateFeedback = (
  feedbackId: string,
  envelope: FeedbackEnvelope,
): FeedbackOperation => ({ kind: 'update', feedbackId, envelope });

export const deleteFeedback = (feedbackId: string): FeedbackOperation => ({
  kind: 'delete',
  feedbackId,
  envelope: {},
});

export interface TestRun {
  projectId: string;
  traceId: string;
  runId: string;
  traceStartUs: number;
}

export function newRun(projectId: string = uuidv7()): TestRun {
  const runId = uuidv7();
  return { projectId, runId, traceId: runId, traceStartUs: Date.now() * 1000 };
}

export function operation(
  kind: RunOperation['kind'],
  run: Partial<TestRun> & { runId: string },
  envelope: RunEnvelope = {},
  payloads: Partial<Record<PayloadField, string>> = {},
): RunOperation {
  return {
    kind,
    ...run,
    envelope,
    payloads: Object.entries(payloads).map(([field, json]) => ({
      field: field as PayloadField,
      bytes: Buffer.from(json),
    })),
  };
}

export const create = (run: TestRun, envelope: RunEnvelope = {}) =>
  operation(
    'create',
    run,
    { name: 'a run', runType: 'chain', startTimeUs: run.traceStartUs, ...envelope },
    { inputs: '{"question":1}' },
  );

export const update = (run: TestRun, envelope: RunEnvelope = {}) =>
  operation(
    'update',
    run,
    { endTimeUs: run.traceStartUs + 1_000_000, ...envelope },
    { outputs: '{"answer":42}' },
  );

/** All rows of a workspace as a reader sees them. */
export const runsOf = (bench: Bench, workspaceId: string) =>
  bench.clickhouse.rows({
    name: 'testRuns',
    query: sql`SELECT * EXCEPT (ingested_at) FROM runs FINAL
      WHERE workspace_id = ${uuid(workspaceId)} ORDER BY trace_start, id`,
    row: (raw) => raw,
  });

export const payloadsOf = (bench: Bench, workspaceId: string) =>
  bench.clickhouse.rows({
    name: 'testPayloads',
    query: sql`SELECT id, field, content FROM run_payloads FINAL
      WHERE workspace_id = ${uuid(workspaceId)} ORDER BY id, field`,
    row: (raw) => raw as { id: string; field: string; content: string },
  });

export const feedbackOf = (bench: Bench, workspaceId: string) =>
  bench.clickhouse.rows({
    name: 'testFeedback',
    query: sql`SELECT * EXCEPT (ingested_at, expires_at, workspace_id) FROM feedback FINAL
      WHERE workspace_id = ${uuid(workspaceId)} ORDER BY run_id, id`,
    row: (raw) => raw,
  });

/** Runs a statement that no part of the product runs. */
export async function clickhouseCommand({ urls }: Bench, statement: string): Promise<void> {
  const { origin, username, password, pathname } = new URL(urls.clickhouseUrl);
  const response = await fetch(`${origin}/?database=${pathname.slice(1)}`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
    body: statement,
  });
  if (response.status !== 200) throw new Error(await response.text());
}

export const deadLettersOf = ({ database }: Bench, workspaceId: string) =>
  database.db
    .selectFrom('ingest_dead_letter')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();

export const ledgerOf = ({ database }: Bench, workspaceId: string) =>
  database.db
    .selectFrom('ingest_ledger')
    .select(['batch_id', 'operations', 'dead'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('batch_id')
    .execute();

/** Entries in both lanes. */
export async function queueLength({ redis }: Bench): Promise<number> {
  const lengths = await Promise.all(ingestLanes.map((lane) => redis.xlen(laneStream(lane))));
  return lengths.reduce((sum, length) => sum + length, 0);
}

export const drained = (bench: Bench, timeoutMs = 20_000) =>
  waitFor(async () => (await queueLength(bench)) === 0, {
    timeoutMs,
    what: 'the queue to be empty',
  });
