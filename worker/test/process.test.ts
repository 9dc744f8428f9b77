import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { freePort, waitFor } from '@runlight/testkit';
import { requiredMigrations } from '../src/schema-check.ts';
import { batchOf, create, drained, newRun, openBench, queueLength, runsOf } from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
const children: ChildProcess[] = [];
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await bench?.close();
});

async function startProcess(clickhouseUrl = bench.urls.clickhouseUrl) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/index.ts')], {
    env: {
      ...process.env,
      WORKER_OPERATOR_PORT: String(port),
      CLICKHOUSE_URL: clickhouseUrl,
      DATABASE_URL: bench.urls.databaseUrl,
      REDIS_URL: bench.urls.redisUrl,
      OBJECT_STORE_URL: bench.urls.objectStoreUrl,
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  return { child, exited, url: `http://127.0.0.1:${port}`, output: text(child.stdout) };
}

/** O1, as far as it is the worker's to tell. */
const operatorMetrics = [
  'runlight_worker_operations_total',
  'runlight_worker_retries_total',
  'runlight_worker_retried_operations_total',
  'runlight_ingest_queue_entries',
  'runlight_ingest_queue_oldest_seconds',
  'runlight_ingest_queue_pending_entries',
  'runlight_clickhouse_call_seconds',
  'runlight_worker_verify_failures_total',
  'runlight_worker_limbo_entries_total',
  'runlight_worker_claimed_entries_total',
  'runlight_worker_breaker_open',
  'runlight_audit_difference',
];

const statusOf = async (url: string) => (await fetch(url).catch(() => undefined))?.status;

test('serves its operators, stores a backlog of single requests, and drains on SIGTERM', async () => {
  const workspaceId = await bench.newWorkspace();
  const { projectId } = newRun();
  const sendMany = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () =>
        bench.producer.send(batchOf(workspaceId, [create(newRun(projectId))])),
      ),
    );
  await sendMany(3000);
  const { child, exited, url, output } = await startProcess();
  await waitFor(async () => (await statusOf(`${url}/ready`)) === 200, {
    timeoutMs: 20_000,
    what: 'the worker to be ready',
  });
  assert.equal(await statusOf(`${url}/live`), 200);
  await drained(bench, 30_000);
  assert.equal((await runsOf(bench, workspaceId)).length, 3000);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  assert.match(metrics, /runlight_worker_operations_total\{outcome="stored"[^}]*\} 3000/);

  for (const name of operatorMetrics)
    assert.match(metrics, new RegExp(`^# TYPE ${name} `, 'm'), name);

  await sendMany(200);
  child.kill('SIGTERM');
  assert.deepEqual(await exited, [0, null]);
  // Stored or still in the queue, nothing in between.
  const left = await queueLength(bench);
  assert.equal((await runsOf(bench, workspaceId)).length + left, 3200);
  const lines = (await output).trim().split('\n');
  assert.deepEqual(
    lines.filter((line) => !line.includes('"level":"info"')),
    [],
  );
});

test('refuses to start on a store that lacks a migration, and says which', async () => {
  const url = new URL(bench.urls.clickhouseUrl);
  url.pathname = '/default';
  const { exited, output } = await startProcess(url.href);
  assert.deepEqual(await exited, [1, null]);
  assert.match(await output, /ClickHouse lacks the migration [\w-]+: run the migrations/);
});

test('relies on migrations that exist', async () => {
  const folder = join(import.meta.dirname, '../../infra/migrations');
  const clickhouse = await readdir(join(folder, 'clickhouse'));
  assert.ok(clickhouse.includes(`${requiredMigrations.clickhouse}.sql`));
  const postgres = await readdir(join(folder, 'postgres'));
  assert.ok(postgres.includes(`${requiredMigrations.postgres}.ts`));
});
