import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import {
  batchOf,
  create,
  createFeedback,
  deadLettersOf,
  drained,
  feedbackOf,
  ledgerOf,
  newRun,
  openBench,
  operation,
  runsOf,
  startWorker,
} from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
let workspaceId: string;

before(async () => {
  bench = await openBench();
});
after(() => bench?.close());
beforeEach(async () => {
  workspaceId = await bench.newWorkspace();
});

async function newProject(): Promise<string> {
  const id = uuidv7();
  await bench.database.db
    .insertInto('project')
    .values({ id, workspace_id: workspaceId, name: id, description: null })
    .execute();
  return id;
}

async function storeWhatIsQueued(): Promise<void> {
  const worker = startWorker(bench);
  await drained(bench);
  await worker.stop();
}

test('D6: what was accepted for a project that is deleted meanwhile does not bring it back', async () => {
  const [deleted, kept] = [await newProject(), await newProject()];
  const survivor = newRun(kept);
  const batch = batchOf(
    workspaceId,
    [create(newRun(deleted)), create(survivor), create(newRun(deleted))],
    [createFeedback({ projectId: deleted }), createFeedback({ projectId: kept })],
  );
  await bench.producer.send(batch);
  await bench.database.db.deleteFrom('project').where('id', '=', deleted).execute();
  await storeWhatIsQueued();
  // Delivered again.
  await bench.producer.send(batch);
  await storeWhatIsQueued();

  assert.deepEqual(
    (await runsOf(bench, workspaceId)).map(({ id }) => id),
    [survivor.runId],
  );
  assert.deepEqual(
    (await feedbackOf(bench, workspaceId)).map(({ project_id }) => project_id),
    [kept],
  );
  const [letter, ...others] = await deadLettersOf(bench, workspaceId);
  assert.equal(others.length, 0);
  assert.deepEqual(
    [letter!.reason, letter!.batch_id, letter!.detail, letter!.operation.length],
    [
      'project_deleted',
      batch.batchId,
      '3 operations of a project that was deleted after they were accepted',
      0,
    ],
  );
  assert.deepEqual(await ledgerOf(bench, workspaceId), [
    { batch_id: batch.batchId, operations: 5, dead: 3 },
  ]);
});

test('D6: neither does an update that names nothing but its run', async () => {
  const deleted = await newProject();
  const run = newRun(deleted);
  await bench.producer.send(batchOf(workspaceId, [create(run)]));
  await storeWhatIsQueued();
  await bench.database.db.deleteFrom('project').where('id', '=', deleted).execute();
  await bench.producer.send(
    batchOf(workspaceId, [operation('update', { runId: run.runId }, { endTimeUs: 5 })]),
  );
  await storeWhatIsQueued();
  const [row] = await runsOf(bench, workspaceId);
  assert.equal(row!['status'], 'pending', 'as it was when the project was deleted');
  assert.equal((await deadLettersOf(bench, workspaceId))[0]!.reason, 'project_deleted');
});

test('D6: a workspace that is deleted takes its projects with it', async () => {
  const projectId = await newProject();
  await bench.producer.send(batchOf(workspaceId, [create(newRun(projectId))]));
  await bench.database.db.deleteFrom('workspace').where('id', '=', workspaceId).execute();
  await storeWhatIsQueued();
  assert.deepEqual(await runsOf(bench, workspaceId), []);
});
