import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { closeRedis, createRedis, ingestLanes, laneStream } from '@runlight/queue';
import { createLogger } from '@runlight/service';
import { freePort, testStores, waitFor } from '@runlight/testkit';
import { Pool } from 'undici';
import { boundary, encodeRequest } from './load/multipart.ts';
import { createRandom } from './random.ts';
import { percentile } from './results.ts';
import type { Figure } from './results.ts';
import { createBenchTenant } from './tenants.ts';
import { chatTrace } from './load/chat.ts';

// R3: CPU of the ingest process for one run of W1 (create and update, 100 runs per request, zstd, key
// and project checked, made durable in Redis, live hints published), as that process counts it.

const runsPerRequest = 100;
const connections = 4;
const log = createLogger({ service: 'bench', level: 'silent' });

async function prepare(requests: number): Promise<{ bodies: Buffer[]; rawBytes: number }> {
  const random = createRandom(1);
  const startMs = Date.now() - 60_000;
  const bodies: Buffer[] = [];
  let rawBytes = 0;
  for (let index = 0; index < requests; index += 1) {
    const runs = Array.from({ length: runsPerRequest / 4 }, (_, trace) =>
      chatTrace(random, 'bench', startMs + index * 100 + trace),
    ).flat();
    const encoded = await encodeRequest(runs, runs);
    bodies.push(encoded.body);
    rawBytes += encoded.rawBytes;
  }
  return { bodies, rawBytes };
}

async function startIngest(databaseUrl: string, redisUrl: string) {
  const port = await freePort();
  const dir = await mkdtemp(join(tmpdir(), 'runlight-bench-'));
  const url = `http://127.0.0.1:${port}`;
  const entry = join(import.meta.dirname, '..', '..', 'ingest-rest', 'src', 'index.ts');
  const child = spawn(process.execPath, [...execArguments(), entry], {
    env: {
      ...process.env,
      INGEST_PORT: String(port),
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      OBJECT_STORE_URL: pathToFileURL(join(dir, 'objects')).href,
      INGEST_JOURNAL_DIR: join(dir, 'journal'),
      INGEST_RUNS_PER_SECOND: '0',
      INGEST_BYTES_PER_SECOND: '0',
      INGEST_CALLS_PER_MINUTE: '0',
      INGEST_DRAIN_DELAY_MS: '0',
      INGEST_OTLP_GRPC_PORT: 'off',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const isReady = async () => (await fetch(`${url}/ready`).catch(() => undefined))?.status === 200;
  await waitFor(isReady, { timeoutMs: 20_000, what: 'ingest to be ready' });
  return {
    url,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** `BENCH_INGEST_FLAGS=--cpu-prof` shows where the time goes. */
const execArguments = () => process.env['BENCH_INGEST_FLAGS']?.split(' ') ?? [];

async function readMetric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name}\\{[^}]*\\} (\\S+)`, 'm').exec(text)?.[1]);
}

async function sendAll(pool: Pool, key: string, bodies: Buffer[]): Promise<void> {
  let next = 0;
  const sender = async () => {
    for (let body = bodies[next++]; body; body = bodies[next++]) {
      const { statusCode, body: answer } = await pool.request({
        path: '/runs/multipart',
        method: 'POST',
        headers: {
          'x-api-key': key,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'content-encoding': 'zstd',
        },
        body,
      });
      await answer.dump();
      if (statusCode !== 202) throw new Error(`ingest answered ${statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
}

export async function measureAccept({ requests = 150, rounds = 5 } = {}): Promise<Figure[]> {
  const { bodies, rawBytes } = await prepare(requests);
  const stores = await testStores({ postgres: true, redis: true });
  const { apiKey: key } = await createBenchTenant(stores.databaseUrl);
  const redis = createRedis({ url: stores.redisUrl, log, name: 'bench', offlineQueue: true });
  const ingest = await startIngest(stores.databaseUrl, stores.redisUrl);
  const pool = new Pool(ingest.url, { connections });
  const runs = requests * runsPerRequest;
  const cpuUs: number[] = [];
  const perSecond: number[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const cpuBefore = await readMetric(ingest.url, 'process_cpu_seconds_total');
      const startedAt = performance.now();
      await sendAll(pool, key, bodies);
      const seconds = (performance.now() - startedAt) / 1000;
      const cpu = (await readMetric(ingest.url, 'process_cpu_seconds_total')) - cpuBefore;
      for (const lane of ingestLanes) await redis.xtrim(laneStream(lane), 'MAXLEN', 0);
      // The first round is for the compiler.
      if (round === 0) continue;
      cpuUs.push((cpu / runs) * 1e6);
      perSecond.push(runs / seconds);
    }
    const residentBytes = await readMetric(ingest.url, 'process_resident_memory_bytes');
    const note = `${runsPerRequest} runs per request, create and update, zstd, ${Math.round(rawBytes / runs)} B per run`;
    return [
      {
        row: 'R3',
        what: 'accept CPU per run, median of rounds',
        value: percentile(cpuUs, 0.5),
        unit: 'µs',
        must: '20 µs',
        note,
      },
      { row: 'R3', what: 'accept CPU per run, best round', value: Math.min(...cpuUs), unit: 'µs' },
      { row: 'R3', what: 'runs/s accepted', value: percentile(perSecond, 0.5), unit: 'runs/s' },
      {
        row: 'R3',
        what: 'resident memory of ingest',
        value: residentBytes / 2 ** 20,
        unit: 'MiB',
        must: '512 MiB',
      },
    ];
  } finally {
    await pool.close();
    await ingest.stop();
    await closeRedis(redis);
    await stores.close();
  }
}
