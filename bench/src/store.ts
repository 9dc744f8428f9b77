import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createClient } from '@clickhouse/client';
import {
  closeRedis,
  createAcceptSequence,
  createIngestProducer,
  createRedis,
  laneStream,
} from '@runlight/queue';
import type { Batch } from '@runlight/queue';
import { foldRun, readOperation, uuidv7 } from '@runlight/run-model';
import type { PayloadField, RunOperation } from '@runlight/run-model';
import { createLogger } from '@runlight/service';
import { freePort, testStores, waitFor } from '@runlight/testkit';
import { createRandom } from './random.ts';
import type { Figure } from './results.ts';
import { chatTrace } from './load/chat.ts';
import type { WorkloadRun } from './load/chat.ts';

// R1, the part behind the queue: a full queue of W1 (create and update in different requests) stored by
// one worker process, against a plain JSONEachRow insert of the final rows into the same tables.

const runsPerBatch = 100;
/** The update of a run follows its create so many batches later. */
const lagBatches = 8;
const log = createLogger({ service: 'bench', level: 'silent' });

export async function measureStore({ runs = 20_000, seed = 1 } = {}): Promise<Figure[]> {
  const stores = await testStores({ clickhouse: true, postgres: true, redis: true });
  const floorStores = await testStores({ clickhouse: true });
  const workspaceId = randomUUID();
  const batches = prepare(workspaceId, runs, seed);
  try {
    const floor = await measureFloor(floorStores.clickhouseUrl, workspaceId, batches);
    const worker = await measureWorker(stores, batches);
    return [
      {
        row: 'R1',
        what: 'runs/s, queue to stored and verified',
        value: runs / worker.seconds,
        unit: 'runs/s',
      },
      {
        row: 'R1',
        what: 'runs/s, plain JSONEachRow insert of the final rows',
        value: runs / floor.seconds,
        unit: 'runs/s',
      },
      {
        row: 'R1',
        what: 'worker ÷ plain insert',
        value: floor.seconds / worker.seconds,
        unit: '',
        must: '0.60',
        note: 'the worker also writes and reads the event log, and every run twice',
      },
      {
        row: 'R1',
        what: 'CPU of the worker process per run',
        value: (worker.cpuSeconds / runs) * 1e6,
        unit: 'µs',
      },
    ];
  } finally {
    await floorStores.close();
    await stores.close();
  }
}

function prepare(workspaceId: string, runs: number, seed: number): Batch[] {
  const random = createRandom(seed);
  const startMs = Date.now() - 60_000;
  const projectId = randomUUID();
  const sequence = createAcceptSequence();
  const blocks: WorkloadRun[][] = [];
  for (let made = 0; made < runs; made += runsPerBatch) {
    const traces = Array.from({ length: runsPerBatch / 4 }, (_, trace) =>
      chatTrace(random, 'bench', startMs + made / 10 + trace),
    );
    blocks.push(traces.flat());
  }
  const batches: Batch[] = [];
  for (let index = 0; index < blocks.length + lagBatches; index += 1) {
    const operations = [
      ...(blocks[index] ?? []).map((run) =>
        read('create', run.id, run.create.main, {
          inputs: run.create.inputs,
          extra: run.create.extra,
        }),
      ),
      ...(blocks[index - lagBatches] ?? []).map((run) =>
        read('update', run.id, run.update.main, { outputs: run.update.outputs }),
      ),
    ];
    batches.push({
      batchId: uuidv7(),
      workspaceId,
      keyId: randomUUID(),
      acceptedAtMs: Date.now(),
      firstSequence: sequence.reserve(operations.length),
      operations: operations.map((operation) => ({ ...operation, projectId })),
    });
  }
  return batches;
}

function read(
  kind: RunOperation['kind'],
  id: string,
  main: string,
  fields: Partial<Record<PayloadField, string>>,
): RunOperation {
  const parts = Object.entries(fields).map(([field, json]) => ({
    field: field as PayloadField,
    part: field,
    bytes: Buffer.from(json),
  }));
  const result = readOperation(
    { kind, idHint: id, part: id, main: Buffer.from(main), parts },
    { nowUs: Date.now() * 1000 },
  );
  if (!('read' in result)) throw new Error(`The workload is not valid: ${result.rejection.reason}`);
  return result.read.operation;
}

async function measureFloor(
  url: string,
  workspaceId: string,
  batches: Batch[],
): Promise<{ seconds: number }> {
  const { runs, payloads } = finalRows(workspaceId, batches);
  const { origin, username, password, pathname } = new URL(url);
  const client = createClient({ url: origin, username, password, database: pathname.slice(1) });
  const settings = { insert_deduplicate: 0, async_insert: 0 } as const;
  const insert = async (table: string, lines: string[]) => {
    const { stream } = await client.exec({
      query: `INSERT INTO ${table} FORMAT JSONEachRow`,
      values: Readable.from([Buffer.from(lines.join('\n'))], { objectMode: false }),
      clickhouse_settings: settings,
    });
    stream.resume();
    await once(stream, 'end');
  };
  const startedAt = performance.now();
  // Lots of the size that the worker makes: 8 MiB or 10,000 rows.
  const lots = Math.ceil(batches.length / 20);
  for (let lot = 0; lot < lots; lot += 1) {
    const part = (lines: string[]) =>
      lines.slice((lines.length * lot) / lots, (lines.length * (lot + 1)) / lots);
    await Promise.all([insert('runs', part(runs)), insert('run_payloads', part(payloads))]);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  await client.close();
  return { seconds };
}

/** The rows as a client without our fold would send them, already whole. */
function finalRows(workspaceId: string, batches: Batch[]) {
  const events = batches.flatMap((batch) =>
    batch.operations.map((operation, index) => ({
      operation,
      event: {
        kind: operation.kind,
        batchId: batch.batchId,
        sequence: batch.firstSequence + BigInt(index),
        envelope: operation.envelope,
      },
    })),
  );
  const instant = (us = 0) =>
    new Date(us / 1000).toISOString().replace('T', ' ').replace('Z', '000');
  const key = ({ projectId, traceStartUs, traceId, runId }: RunOperation) => ({
    workspace_id: workspaceId,
    project_id: projectId,
    trace_start: instant(traceStartUs),
    trace_id: traceId,
    id: runId,
  });
  const payloads = events.flatMap(({ operation, event }) =>
    operation.payloads.map(({ field, bytes }) =>
      JSON.stringify({
        ...key(operation),
        field,
        content: Buffer.from(bytes).toString(),
        content_bytes: bytes.byteLength,
        version: event.sequence.toString(),
      }),
    ),
  );
  const byRun = Map.groupBy(events, ({ operation }) => operation.runId);
  const runs = [...byRun.values()].map((ofRun) => {
    const state = foldRun(ofRun.map(({ event }) => event));
    const { input_tokens: prompt = 0, output_tokens: completion = 0 } = state.usage ?? {};
    return JSON.stringify({
      ...key(ofRun[0]!.operation),
      start_time: instant(state.startTimeUs),
      end_time: instant(state.endTimeUs),
      dotted_order: state.dottedOrder,
      is_root: ofRun[0]!.operation.runId === ofRun[0]!.operation.traceId ? 1 : 0,
      run_type: state.runType,
      status: state.status,
      name: state.name,
      tags: state.tags ?? [],
      metadata: state.metadata ?? {},
      thread_id: state.threadId ?? '',
      model: state.model ?? '',
      prompt_tokens: prompt,
      completion_tokens: completion,
      usage: state.usage ?? {},
      inputs_preview: state.inputsPreview,
      outputs_preview: state.outputsPreview,
      inputs_bytes: state.inputsBytes,
      outputs_bytes: state.outputsBytes,
      version: state.version.toString(),
    });
  });
  return { runs, payloads };
}

async function measureWorker(
  urls: { clickhouseUrl: string; databaseUrl: string; redisUrl: string },
  batches: Batch[],
): Promise<{ seconds: number; cpuSeconds: number }> {
  const redis = createRedis({ url: urls.redisUrl, log, name: 'bench', offlineQueue: true });
  const stream = laneStream('ordinary');
  const producer = createIngestProducer(redis, { stream });
  for (const batch of batches) await producer.send(batch);
  const port = await freePort();
  const entry = join(import.meta.dirname, '..', '..', 'worker', 'src', 'index.ts');
  const child = spawn(process.execPath, [...execArguments(), entry], {
    env: {
      ...process.env,
      WORKER_OPERATOR_PORT: String(port),
      CLICKHOUSE_URL: urls.clickhouseUrl,
      DATABASE_URL: urls.databaseUrl,
      REDIS_URL: urls.redisUrl,
      // Nothing of the workload goes there.
      OBJECT_STORE_URL: pathToFileURL(join(tmpdir(), `runlight-bench-${randomUUID()}`)).href,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const length = () => redis.xlen(stream);
  await waitFor(async () => (await length()) < batches.length, {
    timeoutMs: 20_000,
    what: 'the worker to begin',
  });
  const begun = await length();
  const startedAt = performance.now();
  await waitFor(async () => (await length()) === 0, { timeoutMs: 120_000, what: 'the queue' });
  const seconds = ((performance.now() - startedAt) / 1000) * (batches.length / begun);
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const cpuSeconds = Number(/^process_cpu_seconds_total\S* (\S+)/m.exec(metrics)?.[1]);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
  await closeRedis(redis);
  return { seconds, cpuSeconds };
}

/** `BENCH_WORKER_FLAGS=--cpu-prof` shows where the time goes. */
const execArguments = () => process.env['BENCH_WORKER_FLAGS']?.split(' ') ?? [];
