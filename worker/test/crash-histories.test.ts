import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql, uuid } from '@runlight/clickhouse';
import { createIngestProducer, ingestLanes, laneStream } from '@runlight/queue';
import type { Batch } from '@runlight/queue';
import { foldFeedback, foldRun, uuidv7 } from '@runlight/run-model';
import type { FeedbackOperation, RunOperation } from '@runlight/run-model';
import * as fc from 'fast-check';
import { runAudit } from '../src/audit/run-audit.ts';
import {
  batchOf,
  create,
  createFeedback,
  deadLettersOf,
  deleteFeedback,
  drained,
  feedbackOf,
  newRun,
  openBench,
  operation,
  runsOf,
  startWorker,
  updateFeedback,
} from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
after(() => bench?.close());

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const random = fc.sample(fc.nat(999), { numRuns: 5000, seed });
let taken = 0;
const below = (limit: number) => random[taken++ % random.length]! % limit;
const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)]!;

const file = (name: string) => ({ mimeType: 'image/png', sizeBytes: below(100), blobKey: name });

/** A run of a batch: create, updates with files, tags and usage, and a payload kept elsewhere. */
function runOperations(): RunOperation[] {
  const run = newRun();
  const withBlob: RunOperation = {
    ...operation('update', run, { attachments: { [oneOf(['a', 'b'])]: file('u') } }),
    payloads: [
      { field: 'outputs', bytes: Buffer.from('"head'), blob: { key: 'k', sizeBytes: 2_000_000 } },
    ],
  };
  return [
    create(run, { name: `run ${below(9)}`, attachments: { a: file('c') } }),
    operation('update', run, { tags: [`t${below(5)}`], usage: { total_tokens: below(900) } }),
    withBlob,
    operation('update', run, { endTimeUs: run.traceStartUs + below(900), metadata: { k: 'v' } }),
  ];
}

/** A trace of OpenTelemetry: children first, pending markers, no known start. */
function spanOperations(): RunOperation[] {
  const [traceId, projectId, rootId] = [uuidv7(), uuidv7(), uuidv7()];
  const startUs = Date.now() * 1000;
  const span = (runId: string, parentRunId: string | null): RunOperation[] =>
    [undefined, startUs + 900].map((endTimeUs) => ({
      ...operation(
        'create',
        { runId, traceId, projectId },
        {
          name: 'span',
          parentRunId,
          startTimeUs: startUs + below(900),
          ...(endTimeUs === undefined ? { status: 'pending' as const } : { endTimeUs }),
        },
      ),
      opensTrace: true,
    }));
  return [...span(uuidv7(), rootId), ...span(uuidv7(), rootId), ...span(rootId, null)];
}

function feedbackOperations(runIds: string[]): FeedbackOperation[] {
  const feedbackId = uuidv7();
  return [
    updateFeedback(feedbackId, { comment: `c${below(9)}` }),
    createFeedback({ runId: oneOf(runIds) }, { score: below(9) }, feedbackId),
    ...(below(3) === 0 ? [createFeedback({ runId: oneOf(runIds) }, {}, feedbackId)] : []),
    ...(below(4) === 0 ? [deleteFeedback(feedbackId)] : []),
    updateFeedback(feedbackId, { score: below(9), value: '"x"' }),
  ];
}

function shuffled<T>(items: T[]): T[] {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = below(index + 1);
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}

/** Batches of a random history; every operation is in one of them. */
function someBatches(workspaceId: string): Batch[] {
  const operations = shuffled([
    ...Array.from({ length: 40 }, runOperations).flat(),
    ...Array.from({ length: 15 }, spanOperations).flat(),
  ]);
  const runIds = operations.map(({ runId }) => runId);
  const feedback = shuffled(
    Array.from({ length: 40 }, () => feedbackOperations([...runIds, uuidv7()])).flat(),
  );
  const batches: Batch[] = [];
  while (operations.length + feedback.length > 0) {
    const some = operations.splice(0, below(12));
    batches.push(batchOf(workspaceId, some, feedback.splice(0, below(8) + (some.length ? 0 : 1))));
  }
  return batches.filter((batch) => batch.operations.length + batch.feedback!.length > 0);
}

const longestLifeMs = 10_000;

/** Starts a worker that may kill itself at any step; resolves when it is gone, at the latest soon. */
async function livesAndDies(name: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crashing-worker.ts')], {
    env: {
      ...process.env,
      CRASH_CHANCE: '0.15',
      CLICKHOUSE_URL: bench.urls.clickhouseUrl,
      DATABASE_URL: bench.urls.databaseUrl,
      REDIS_URL: bench.urls.redisUrl,
      OBJECT_STORE_URL: bench.urls.objectStoreUrl,
      WORKER_NAME: name,
    },
    stdio: 'inherit',
  });
  // What it has in hand when the other one's lives are over would wait for its lease.
  const deadline = setTimeout(() => child.kill('SIGKILL'), longestLifeMs);
  await once(child, 'exit');
  clearTimeout(deadline);
}

test(`D1–D6: any history, in both lanes, twice, with two workers that die again and again (seed ${seed})`, async () => {
  const workspaceId = await bench.newWorkspace();
  const batches = someBatches(workspaceId);
  const producers = ingestLanes.map((lane) =>
    createIngestProducer(bench.redis, { stream: laneStream(lane) }),
  );
  for (const batch of shuffled([...batches, ...batches])) await oneOf(producers).send(batch);
  // Three lives each: more deliveries would make entries suspicious, which is another test.
  await Promise.all(
    ['one', 'two'].map(async (name) => {
      for (let life = 0; life < 3; life += 1) await livesAndDies(name);
    }),
  );
  const workers = ['one', 'two'].map((name) => startWorker(bench, undefined, { name }));
  await drained(bench, 60_000);
  await Promise.all(workers.map((worker) => worker.stop()));

  assert.deepEqual(await deadLettersOf(bench, workspaceId), []);
  await assertRuns(workspaceId, batches);
  await assertFeedback(workspaceId, batches);
  await assertCounted(workspaceId, batches);
});

async function assertRuns(workspaceId: string, batches: Batch[]): Promise<void> {
  const events = batches.flatMap((batch) =>
    batch.operations.map((each, index) => ({
      ...each,
      batchId: batch.batchId,
      sequence: batch.firstSequence + BigInt(index),
    })),
  );
  const byRun = Map.groupBy(events, ({ runId }) => runId);
  const rows = await runsOf(bench, workspaceId);
  assert.equal(rows.length, byRun.size);
  for (const row of rows) {
    const own = byRun.get(row['id'] as string)!;
    const expected = foldRun(own);
    assert.equal(row['version'], expected.version.toString());
    assert.equal(row['status'], expected.status);
    assert.equal(row['name'], expected.name);
    assert.deepEqual(row['tags'], expected.tags ?? []);
    assert.equal(row['total_tokens'], String(expected.usage?.['total_tokens'] ?? 0));
    const files = (row['attachments'] as string) || '{}';
    assert.deepEqual(JSON.parse(files), { ...expected.attachments });
    assert.equal(row['trace_id'], own[0]!.traceId);
  }
  const starts = Map.groupBy(rows, (row) => row['trace_id'] as string);
  for (const [, own] of starts) {
    assert.equal(new Set(own.map((row) => row['trace_start'])).size, 1, 'a trace has one start');
  }
  const blobs = await bench.clickhouse.rows({
    name: 'testBlobs',
    query: sql`SELECT content_bytes, blob_key FROM run_payloads FINAL
      WHERE workspace_id = ${uuid(workspaceId)} AND field = 'outputs'`,
    row: (raw) => raw,
  });
  assert.equal(blobs.length, 40);
  for (const blob of blobs) assert.deepEqual(blob, { content_bytes: 2_000_000, blob_key: 'k' });
}

async function assertFeedback(workspaceId: string, batches: Batch[]): Promise<void> {
  const events = batches.flatMap((batch) =>
    batch.feedback!.map((each, index) => ({
      ...each,
      batchId: batch.batchId,
      sequence: batch.firstSequence + BigInt(batch.operations.length + index),
    })),
  );
  const expected = [...Map.groupBy(events, ({ feedbackId }) => feedbackId)]
    .map(([id, own]) => ({ id, state: foldFeedback(own) }))
    .filter(({ state }) => !state.isDeleted)
    .map(({ id, state: { target, score, comment = '', value = '', version } }) => {
      return [id, [target?.runId, score, comment, value, version.toString()]] as const;
    });
  const rows = await feedbackOf(bench, workspaceId);
  assert.deepEqual(
    new Map(
      rows.map(({ id, run_id, score, comment, value, version }) => [
        id,
        [run_id, score, comment, value, version],
      ]),
    ),
    new Map<unknown, unknown>(expected),
  );
}

async function assertCounted(workspaceId: string, batches: Batch[]): Promise<void> {
  const operations = batches.reduce(
    (sum, batch) => sum + batch.operations.length + batch.feedback!.length,
    0,
  );
  const { counted } = await bench.database.db
    .selectFrom('ingest_usage')
    .select(({ fn }) => fn.sum<string>('operations').as('counted'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  assert.equal(Number(counted), operations);
  const report = await runAudit(bench, { since: new Date(Date.now() - 3_600_000) });
  assert.equal(report.difference, 0);
}
