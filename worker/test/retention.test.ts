import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql, uuid } from '@runlight/clickhouse';
import { uuidv7 } from '@runlight/run-model';
import { applyDeletedMasks, deleteExpired } from '../src/retention/nightly.ts';
import { nothing, rowsLeft, runJob, startJobs, storeWhatIsQueued } from './deletion-support.ts';
import {
  batchOf,
  create,
  createFeedback,
  deadLettersOf,
  ledgerOf,
  newRun,
  openBench,
  runsOf,
  update,
} from './support.ts';
import type { Bench, TestRun } from './support.ts';
import { waitFor } from '@runlight/testkit';

let bench: Bench;
let workspaceId: string;

before(async () => {
  bench = await openBench();
});
after(() => bench?.close());
beforeEach(async () => {
  workspaceId = await bench.newWorkspace();
});

const dayMs = 86_400_000;

async function newProject(facts: { retention_days?: number; keeps_forever?: boolean } = {}) {
  const id = uuidv7();
  await bench.database.db
    .insertInto('project')
    .values({ id, workspace_id: workspaceId, name: id, description: null, ...facts })
    .execute();
  return id;
}
const setDays = (id: string, days: number | null) =>
  bench.database.db
    .updateTable('project')
    .set({ retention_days: days })
    .where('id', '=', id)
    .execute();

const runOf = (projectId: string, daysAgo: number): TestRun => ({
  ...newRun(projectId),
  traceStartUs: (Date.now() - daysAgo * dayMs) * 1000,
});

/** Days from the run's day to the end of its rows, by table; undefined is never. */
async function lifeOf({
  runId,
  traceStartUs,
}: TestRun): Promise<Record<string, number | undefined>> {
  const startDay = Math.floor(traceStartUs / 1000 / dayMs);
  const rows = await bench.clickhouse.rows({
    name: 'testExpiry',
    query: sql`SELECT table, toInt32(max(expires_at)) AS day FROM (
        SELECT 'runs' AS table, expires_at, id FROM runs WHERE workspace_id = ${uuid(workspaceId)}
        UNION ALL SELECT 'run_events', expires_at, id FROM run_events WHERE workspace_id = ${uuid(workspaceId)}
        UNION ALL SELECT 'run_payloads', expires_at, id FROM run_payloads WHERE workspace_id = ${uuid(workspaceId)}
      ) WHERE id = ${uuid(runId)} GROUP BY table`,
    row: (raw) => [raw['table'] as string, Number(raw['day'])] as const,
  });
  return Object.fromEntries(
    rows.map(([table, day]) => [table, day === 65_535 ? undefined : day - startDay]),
  );
}
const everywhere = (days: number | undefined) => ({
  runs: days,
  run_events: days,
  run_payloads: days,
});

test("rows are written with their end: the project's time, the workspace's, or never", async () => {
  await bench.database.db
    .updateTable('workspace')
    .set({ retention_days: 60 })
    .where('id', '=', workspaceId)
    .execute();
  const projects: [string, number | undefined][] = [
    [await newProject({ retention_days: 30 }), 44],
    [await newProject(), 74],
    [await newProject({ keeps_forever: true }), undefined],
  ];
  const runs = projects.map(([id]) => runOf(id, 1));
  await bench.producer.send(
    batchOf(
      workspaceId,
      runs.flatMap((run) => [create(run), update(run)]),
    ),
  );
  await storeWhatIsQueued(bench);
  for (const [index, run] of runs.entries()) {
    assert.deepEqual(await lifeOf(run), everywhere(projects[index]![1]));
  }
});

test('what is older than its project keeps runs is refused, and told', async () => {
  const projectId = await newProject({ retention_days: 7 });
  const [old, fresh] = [runOf(projectId, 8), runOf(projectId, 6)];
  const batch = batchOf(workspaceId, [create(old), create(fresh)]);
  await bench.producer.send(batch);
  await storeWhatIsQueued(bench);
  assert.deepEqual(
    (await runsOf(bench, workspaceId)).map(({ id }) => id),
    [fresh.runId],
  );
  const [letter] = await deadLettersOf(bench, workspaceId);
  assert.deepEqual([letter!.reason, letter!.operation.length], ['expired', 0]);
  assert.deepEqual(await ledgerOf(bench, workspaceId), [
    { batch_id: batch.batchId, operations: 2, dead: 1 },
  ]);
});

test('every night, what has expired goes with its feedback, by a job with receipts', async () => {
  const [projectId, forever] = [await newProject(), await newProject({ keeps_forever: true })];
  const [old, fresh, kept] = [runOf(projectId, 40), runOf(projectId, 2), runOf(forever, 400)];
  await bench.producer.send(
    batchOf(
      workspaceId,
      [create(old), create(fresh), create(kept)],
      [createFeedback({ runId: old.runId }), createFeedback({ runId: fresh.runId })],
    ),
  );
  await storeWhatIsQueued(bench);
  await setDays(projectId, 30);
  const now = new Date();
  assert.equal(await deleteExpired(bench, now), 1);
  assert.equal(await deleteExpired(bench, now), 0, 'one job of a project at a time');
  const jobs = startJobs(bench);
  const ofWorkspace = () =>
    bench.database.db
      .selectFrom('job')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirstOrThrow();
  await waitFor(async () => (await ofWorkspace()).state === 'SUCCEEDED', {
    timeoutMs: 30_000,
    what: 'the job to end',
  });
  await jobs.stop();
  assert.deepEqual(
    new Set((await runsOf(bench, workspaceId)).map(({ id }) => id)),
    new Set([fresh.runId, kept.runId]),
  );
  assert.deepEqual(await rowsLeft(bench, workspaceId), {
    runs: 2,
    run_payloads: 2,
    run_events: 2,
    feedback: 1,
    feedback_events: 1,
  });
  assert.equal(await deleteExpired(bench, now), 0, 'nothing is left to do');
  assert.equal((await ofWorkspace()).created_by, 'system');
});

test('a longer time keeps what is stored, a shorter one does not', async () => {
  const projectId = await newProject({ retention_days: 30 });
  const run = runOf(projectId, 3);
  await bench.producer.send(batchOf(workspaceId, [create(run)]));
  await storeWhatIsQueued(bench);
  for (const [days, life] of [
    [90, 104],
    [null, undefined],
    [10, 24],
  ] as const) {
    await setDays(projectId, days);
    const job = await runJob(bench, { workspaceId, kind: 'RETENTION', input: { projectId } });
    assert.equal(job.state, 'SUCCEEDED', job.error ?? '');
    assert.deepEqual(await lifeOf(run), everywhere(life));
  }
});

test('hidden rows leave the disk', async () => {
  const run = newRun();
  await bench.producer.send(batchOf(workspaceId, [create(run)]));
  await storeWhatIsQueued(bench);
  const input = { scope: 'runs', selection: { runUuids: [run.runId] } };
  await runJob(bench, { workspaceId, kind: 'DELETION', input });
  assert.deepEqual(await rowsLeft(bench, workspaceId), nothing);
  const masked = async () => {
    const [parts] = await bench.clickhouse.rows({
      name: 'testMasked',
      query: sql`SELECT count() AS parts FROM system.parts
        WHERE database = currentDatabase() AND active AND has_lightweight_delete AND rows > 0`,
      tenantless: true,
      row: (raw) => Number(raw['parts']),
    });
    return parts!;
  };
  assert.ok((await masked()) > 0);
  assert.ok((await applyDeletedMasks(bench.clickhouse)).includes('runs'));
  await waitFor(async () => (await masked()) === 0, {
    timeoutMs: 30_000,
    what: 'the parts to be written again',
  });
});
