import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { decodeBatch } from '@runlight/queue';
import type { Batch } from '@runlight/queue';
import { foldFeedback, uuidv7 } from '@runlight/run-model';
import * as fc from 'fast-check';
import { rebuildFeedback } from '../src/rebuild-feedback.ts';
import {
  batchOf,
  clickhouseCommand,
  create,
  createFeedback,
  deadLettersOf,
  deleteFeedback,
  drained,
  feedbackOf,
  ledgerOf,
  newRun,
  openBench,
  runsOf,
  startWorker,
  updateFeedback,
} from './support.ts';
import type { Bench } from './support.ts';

const nil = '00000000-0000-0000-0000-000000000000';

let bench: Bench;
let workspaceId: string;
let workers: ReturnType<typeof startWorker>[] = [];

// Two workers, as in a scaled-out installation.
before(async () => {
  bench = await openBench();
  workers = ['one', 'two'].map((name) => startWorker(bench, undefined, { name }));
});
after(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await bench?.close();
});
beforeEach(async () => {
  workspaceId = await bench.newWorkspace();
});

async function send(...batches: Batch[]): Promise<void> {
  await Promise.all(batches.map((batch) => bench.producer.send(batch)));
  await drained(bench);
}

const scores = async () =>
  (await feedbackOf(bench, workspaceId)).map(({ id, run_id, score, comment }) => ({
    id,
    run_id,
    score,
    comment,
  }));

test('stores everything that feedback says, with the place of its run', async () => {
  const run = newRun();
  await send(batchOf(workspaceId, [create(run)]));
  const feedback = createFeedback(
    { runId: run.runId },
    {
      key: 'Ünïcode 🦊',
      score: 0.25,
      value: '"good"',
      comment: 'c',
      correction: '{"a":1}',
      sourceType: 'model',
      sourceMetadata: '{"m":1}',
      userId: '01900000-0000-7000-8000-000000000007',
      config: '{"type":"continuous"}',
      comparativeExperimentId: uuidv7(),
      groupId: uuidv7(),
      isError: true,
      extra: '{"x":1}',
      createdAtUs: 1_700_000_000_000_001,
      modifiedAtUs: 1_700_000_000_000_002,
    },
  );
  const batch = batchOf(workspaceId, [], [feedback]);
  await send(batch);
  const [row, ...others] = await feedbackOf(bench, workspaceId);
  assert.equal(others.length, 0);
  const { version, ...rest } = row!;
  assert.ok(BigInt(version as string) > 0n);
  assert.deepEqual(rest, {
    run_id: run.runId,
    id: feedback.feedbackId,
    trace_id: run.traceId,
    project_id: run.projectId,
    thread_id: '',
    key: 'Ünïcode 🦊',
    has_score: 1,
    score: 0.25,
    value: '"good"',
    comment: 'c',
    correction: '{"a":1}',
    source_type: 'model',
    source_metadata: '{"m":1}',
    user_id: '01900000-0000-7000-8000-000000000007',
    config: '{"type":"continuous"}',
    comparative_experiment_id: feedback.envelope.comparativeExperimentId,
    group_id: feedback.envelope.groupId,
    is_error: 1,
    extra: '{"x":1}',
    created_at: '2023-11-14 22:13:20.000001',
    modified_at: '2023-11-14 22:13:20.000002',
    is_deleted: 0,
  });
  assert.deepEqual((await ledgerOf(bench, workspaceId)).at(-1), {
    batch_id: batch.batchId,
    operations: 1,
    dead: 0,
  });
});

test('D5: stores feedback before its run exists, and keeps an update that comes before its create', async () => {
  const run = newRun();
  const feedback = createFeedback({ runId: run.runId, projectId: run.projectId }, { score: 0 });
  await send(batchOf(workspaceId, [], [updateFeedback(feedback.feedbackId, { comment: 'early' })]));
  assert.deepEqual(await scores(), []);
  await send(batchOf(workspaceId, [], [feedback]));
  assert.deepEqual(await scores(), [
    { id: feedback.feedbackId, run_id: run.runId, score: 0, comment: 'early' },
  ]);
  await send(batchOf(workspaceId, [create(run)]));
  assert.equal((await runsOf(bench, workspaceId)).length, 1);
});

test('stores feedback on a project', async () => {
  const projectId = uuidv7();
  const feedback = createFeedback({ projectId });
  await send(batchOf(workspaceId, [], [feedback]));
  const [row] = await feedbackOf(bench, workspaceId);
  assert.deepEqual([row!['run_id'], row!['project_id']], [nil, projectId]);
});

test('stores feedback on a thread, and what an update emptied', async () => {
  const projectId = uuidv7();
  const feedback = createFeedback({ projectId, threadId: 'chat 7' }, { score: 1, comment: 'c' });
  const update = updateFeedback(feedback.feedbackId, {});
  await send(batchOf(workspaceId, [], [feedback]));
  await send(batchOf(workspaceId, [], [{ ...update, cleared: ['score', 'comment'] }]));
  const [row] = await feedbackOf(bench, workspaceId);
  const { run_id, project_id, thread_id, has_score, comment } = row!;
  assert.deepEqual([run_id, project_id, thread_id], [nil, projectId, 'chat 7']);
  assert.deepEqual([has_score, comment], [0, '']);
});

test('a run and its feedback may come in one batch', async () => {
  const run = newRun();
  const batch = batchOf(workspaceId, [create(run)], [createFeedback({ runId: run.runId })]);
  await send(batch, batch);
  assert.equal((await runsOf(bench, workspaceId)).length, 1);
  assert.equal((await scores()).length, 1);
  assert.deepEqual(await ledgerOf(bench, workspaceId), [
    { batch_id: batch.batchId, operations: 2, dead: 0 },
  ]);
});

test('D6: deleted feedback is gone, and its create delivered again does not bring it back', async () => {
  const feedback = createFeedback({ runId: uuidv7() });
  const batch = batchOf(workspaceId, [], [feedback]);
  await send(batch);
  await send(batchOf(workspaceId, [], [deleteFeedback(feedback.feedbackId)]));
  await send(batch);
  assert.deepEqual(await scores(), []);
});

test('feedback that turns to another run leaves the first one', async () => {
  const [first, second] = [uuidv7(), uuidv7()];
  const feedback = createFeedback({ runId: first });
  await send(batchOf(workspaceId, [], [feedback]));
  await send(
    batchOf(workspaceId, [], [{ ...feedback, target: { runId: second }, envelope: { score: 0 } }]),
  );
  assert.deepEqual(
    (await scores()).map(({ run_id, score }) => [run_id, score]),
    [[second, 0]],
  );
});

test('the same feedback id in two workspaces is two feedbacks', async () => {
  const other = await bench.newWorkspace();
  const feedback = createFeedback({ runId: uuidv7() });
  await send(
    batchOf(workspaceId, [], [feedback]),
    batchOf(other, [], [feedback, deleteFeedback(feedback.feedbackId)]),
  );
  assert.equal((await scores()).length, 1);
  assert.deepEqual(await feedbackOf(bench, other), []);
});

test('D4: ends in the same rows for any order, repetition and grouping of deliveries', async () => {
  const runIds = Array.from({ length: 5 }, () => uuidv7());
  const feedbackIds = Array.from({ length: 40 }, () => uuidv7());
  const pick = fc.sample(fc.nat(1000), { numRuns: 400, seed: 7 });
  const operations = feedbackIds.flatMap((feedbackId, index) => {
    const random = (offset: number) => pick[(index * 7 + offset) % pick.length]!;
    const [runId] = [runIds[random(0) % runIds.length]!];
    return [
      createFeedback({ runId }, { score: random(1) }, feedbackId),
      updateFeedback(feedbackId, { comment: `${random(2)}` }),
      updateFeedback(feedbackId, { score: random(3), value: `${random(4)}` }),
      ...(random(5) % 4 === 0 ? [deleteFeedback(feedbackId)] : []),
      ...(random(6) % 5 === 0
        ? [createFeedback({ runId: runIds[random(7) % runIds.length]! }, {}, feedbackId)]
        : []),
    ];
  });
  const batches: Batch[] = [];
  for (let start = 0; start < operations.length; start += 7) {
    batches.push(batchOf(workspaceId, [], operations.slice(start, start + 7)));
  }
  const [deliveries] = fc.sample(
    fc.shuffledSubarray([...batches, ...batches], { minLength: batches.length * 2 }),
    { numRuns: 1, seed: 42 },
  );
  await send(...deliveries!);

  const stored = await feedbackOf(bench, workspaceId);
  await clickhouseCommand(bench, 'TRUNCATE TABLE feedback');
  await rebuildFeedback(bench.clickhouse, { workspaceId });
  assert.deepEqual(await feedbackOf(bench, workspaceId), stored, 'rebuilt from the events alone');

  const events = batches.flatMap((batch) =>
    batch.feedback!.map((each, index) => ({
      ...each,
      batchId: batch.batchId,
      sequence: batch.firstSequence + BigInt(index),
    })),
  );
  const states = [...Map.groupBy(events, ({ feedbackId }) => feedbackId)].map(
    ([id, own]) => [id, foldFeedback(own)] as const,
  );
  assert.deepEqual(
    new Map(
      (await feedbackOf(bench, workspaceId)).map((row) => [
        row['id'],
        [row['run_id'], row['score'], row['comment'], row['value'], row['version']],
      ]),
    ),
    new Map(
      states
        .filter(([, { isDeleted }]) => !isDeleted)
        .map(([id, { target, score, comment = '', value = '', version }]) => [
          id,
          [target!.runId, score, comment, value, version.toString()],
        ]),
    ),
  );
});

test('F24: bad feedback costs its neighbours nothing and ends as one dead letter', async () => {
  await clickhouseCommand(
    bench,
    `ALTER TABLE feedback_events ADD CONSTRAINT no_poison CHECK position(operation, 'poison pill') = 0`,
  );
  try {
    const poison = createFeedback({ runId: uuidv7() }, { comment: 'poison pill' });
    const good = () => Array.from({ length: 20 }, () => createFeedback({ runId: uuidv7() }));
    const batch = batchOf(workspaceId, [create(newRun())], [...good(), poison, ...good()]);
    await send(batch);
    assert.equal((await scores()).length, 40);
    assert.equal((await runsOf(bench, workspaceId)).length, 1);
    const [letter, ...others] = await deadLettersOf(bench, workspaceId);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [letter!.batch_id, letter!.run_id, letter!.reason, letter!.key_id, letter!.sdk],
      [batch.batchId, poison.target!.runId, 'refused', batch.keyId, 'test/1.0'],
    );
    const { feedback, firstSequence } = decodeBatch(letter!.operation);
    assert.deepEqual(feedback, [poison]);
    assert.equal(firstSequence, batch.firstSequence + 21n, 'a replay keeps its place in the order');
    assert.deepEqual(await ledgerOf(bench, workspaceId), [
      { batch_id: batch.batchId, operations: 42, dead: 1 },
    ]);
  } finally {
    await clickhouseCommand(bench, 'ALTER TABLE feedback_events DROP CONSTRAINT no_poison');
  }
});
