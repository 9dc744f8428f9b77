import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { encodeBatch } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import type { RunEnvelope } from '@runlight/run-model';
import { waitFor } from '@runlight/testkit';
import { auditHours } from '../src/audit/audit-hours.ts';
import type { Receipt } from '../src/deletion/deletion-handler.ts';
import {
  enqueueJob,
  jobOf,
  nothing,
  rowsLeft,
  runJob,
  startJobs,
  storeWhatIsQueued,
} from './deletion-support.ts';
import {
  batchOf,
  clickhouseCommand,
  create,
  createFeedback,
  deadLettersOf,
  drained,
  newRun,
  openBench,
  operation,
  runsOf,
  startWorker,
  update,
  updateFeedback,
} from './support.ts';
import type { Bench, TestRun } from './support.ts';

let bench: Bench;
let workspaceId: string;

before(async () => {
  bench = await openBench();
});
after(() => bench?.close());
beforeEach(async () => {
  workspaceId = await bench.newWorkspace();
});

const childOf = (parent: TestRun): TestRun => ({ ...parent, runId: uuidv7() });
const createChild = (child: TestRun, parent: TestRun, envelope: RunEnvelope = {}) =>
  create(child, { parentRunId: parent.runId, ...envelope });

const send = async (
  ...parts: Parameters<typeof batchOf> extends [string, ...infer Rest] ? Rest : never
) => {
  const batch = batchOf(workspaceId, ...parts);
  await bench.producer.send(batch);
  return batch;
};

const deletion = (selection: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  runJob(bench, {
    workspaceId,
    kind: 'DELETION',
    input: { scope: 'runs', selection, ...more },
  });

const idsLeft = async () =>
  new Set((await runsOf(bench, workspaceId)).map(({ id }) => id as string));

const receiptsOf = (job: Awaited<ReturnType<typeof deletion>>) => {
  assert.equal(job.state, 'SUCCEEDED', JSON.stringify([job.error, job.progress]));
  return job.result!['receipts'] as Receipt[];
};

describe('deleting runs', () => {
  test('a dry run counts what would go from each table, and deletes nothing', async () => {
    const [root, other] = [newRun(), newRun()];
    const child = childOf(root);
    await send(
      [create(root), createChild(child, root), create(other), update(root)],
      [createFeedback({ runId: child.runId }), createFeedback({ runId: other.runId })],
    );
    await storeWhatIsQueued(bench);
    const before = await rowsLeft(bench, workspaceId);
    const job = await deletion({ traceUuids: [root.traceId] }, { dryRun: true });
    assert.equal(job.state, 'SUCCEEDED', job.error ?? '');
    assert.deepEqual(job.result, {
      dryRun: true,
      counts: {
        runs: 2,
        run_payloads: 3,
        run_events: 3,
        feedback: 1,
        feedback_events: 1,
        objects: 0,
      },
    });
    assert.deepEqual(await rowsLeft(bench, workspaceId), before);
  });

  test('a trace goes from every store, with receipts; another one stays', async () => {
    const [root, other] = [newRun(), newRun()];
    const child = childOf(root);
    const batch = await send(
      [create(root), createChild(child, root), create(other)],
      [createFeedback({ runId: child.runId }), createFeedback({ traceId: root.traceId })],
    );
    await storeWhatIsQueued(bench);
    const receipts = receiptsOf(await deletion({ traceUuids: [root.traceId] }));
    assert.deepEqual(await idsLeft(), new Set([other.runId]));
    assert.deepEqual(await rowsLeft(bench, workspaceId), {
      ...nothing,
      runs: 1,
      run_payloads: 1,
      run_events: 1,
    });
    assert.deepEqual(
      receipts.map(({ store, found, remaining }) => [store, found, remaining]),
      [
        ['clickhouse.feedback_events', 2, 0],
        ['clickhouse.feedback', 2, 0],
        ['clickhouse.run_payloads', 2, 0],
        ['clickhouse.run_events', 2, 0],
        ['clickhouse.runs', 2, 0],
        ['objects', 0, 0],
        ['postgres.links', 0, 0],
        ['postgres.ingest_inbox', 0, 0],
      ],
    );
    const { verifyQuery } = receipts.find(({ store }) => store === 'clickhouse.runs')!;
    assert.match(verifyQuery, new RegExp(workspaceId));
    // As it stands, for anybody who wants to ask again.
    await clickhouseCommand(bench, verifyQuery);
    // Deleted is not lost.
    const hours = await auditHours(bench, {
      since: new Date(Date.now() - 3_600_000),
      now: new Date(),
    });
    const own = hours.filter((hour) => hour.workspaceId === workspaceId);
    assert.deepEqual(
      own.map(({ recorded, stored, difference }) => [recorded, stored, difference]),
      [[5, 5, 0]],
      batch.batchId,
    );
  });

  test('the audit still sees what is lost beside what was deleted', async () => {
    const [root, other] = [newRun(), newRun()];
    await send([create(root), create(other)]);
    await storeWhatIsQueued(bench);
    receiptsOf(await deletion({ traceUuids: [root.traceId] }));
    await clickhouseCommand(
      bench,
      `DELETE FROM run_events WHERE workspace_id = '${workspaceId}' AND id = '${other.runId}'`,
    );
    const hours = await auditHours(bench, {
      since: new Date(Date.now() - 3_600_000),
      now: new Date(),
    });
    const own = hours.filter((hour) => hour.workspaceId === workspaceId);
    assert.equal(own[0]!.difference, 1);
  });

  test('a run goes with all that is below it, and no more', async () => {
    const root = newRun();
    const [gone, stays] = [childOf(root), childOf(root)];
    const below = childOf(root);
    const deeper = childOf(root);
    await send([
      create(root),
      createChild(gone, root),
      createChild(stays, root),
      createChild(below, gone),
      createChild(deeper, below),
    ]);
    await storeWhatIsQueued(bench);
    receiptsOf(await deletion({ runUuids: [gone.runId] }));
    assert.deepEqual(await idsLeft(), new Set([root.runId, stays.runId]));
    // What comes late for any of them stays away, whatever it knows of its place.
    await send([
      createChild(childOf(root), deeper),
      update(below),
      operation('update', { runId: deeper.runId }, { endTimeUs: 7 }),
      update(stays),
    ]);
    await storeWhatIsQueued(bench);
    assert.deepEqual(await idsLeft(), new Set([root.runId, stays.runId]));
    const letters = await deadLettersOf(bench, workspaceId);
    assert.deepEqual(new Set(letters.map(({ reason }) => reason)), new Set(['run_deleted']));
    const told = letters.map(({ detail }) => Number(/^\d+/.exec(detail)![0]));
    assert.equal(
      told.reduce((sum, count) => sum + count, 0),
      3,
    );
  });

  const envelopes: [string, RunEnvelope, Record<string, unknown>][] = [
    ['thread', { threadId: 'thread-1' }, { threadIds: ['thread-1'] }],
    ['user', { metadata: { user_id: 'u-7' } }, { userIds: ['u-7'] }],
    ['metadata', { metadata: { plan: 'pro' } }, { metadata: { plan: 'pro', other: 'x' } }],
    [
      'one of several values',
      { metadata: { plan: 'pro' } },
      { metadata: { plan: ['free', 'pro'] } },
    ],
    // Nothing without the entry: an absent one reads as an empty text.
    ['an empty value', { metadata: { marker: '' } }, { metadata: { marker: '' } }],
  ];
  test('by filter: runs that match, with what is below them', async () => {
    const root = newRun();
    const [gone, below, stays] = [childOf(root), childOf(root), childOf(root)];
    await send([
      create(root),
      createChild(gone, root, { status: 'error' }),
      createChild(below, gone),
      createChild(stays, root),
    ]);
    await storeWhatIsQueued(bench);
    receiptsOf(
      await deletion(
        { filter: { status: { eq: 'ERROR' }, trace: { name: { eq: 'a run' } } } },
        { projectId: root.projectId },
      ),
    );
    assert.deepEqual(await idsLeft(), new Set([root.runId, stays.runId]));
  });

  test('a span narrows it', async () => {
    const startUs = Date.UTC(2026, 9, 1) * 1000;
    const [early, late] = [newRun(), newRun()].map((run, day) => ({
      ...run,
      traceStartUs: startUs + day * 86_400_000_000,
    })) as [TestRun, TestRun];
    await send([create(early), create(late)]);
    await storeWhatIsQueued(bench);
    receiptsOf(await deletion({ filter: {} }, { to: '2026-10-02T00:00:00.000000Z' }));
    assert.deepEqual(await idsLeft(), new Set([late.runId]));
  });

  for (const [what, envelope, selection] of envelopes) {
    test(`by ${what}: whole traces go`, async () => {
      const [root, other] = [newRun(), newRun()];
      const child = childOf(root);
      await send([create(root), createChild(child, root, envelope), create(other)]);
      await storeWhatIsQueued(bench);
      receiptsOf(await deletion(selection));
      assert.deepEqual(await idsLeft(), new Set([other.runId]));
    });
  }

  test('D6: what is queued when a trace is deleted does not bring it back, nor does delivering it again', async () => {
    const root = newRun();
    const batch = await send(
      [create(root), createChild(childOf(root), root)],
      [createFeedback({ runId: root.runId })],
    );
    const id = await enqueueJob(bench, {
      workspaceId,
      kind: 'DELETION',
      input: { scope: 'runs', selection: { traceUuids: [root.traceId] } },
    });
    const jobs = startJobs(bench);
    await waitFor(async () => (await jobOf(bench, id)).progress['phase'] === 'settling', {
      timeoutMs: 20_000,
      what: 'the job to wait for the queue',
    });
    await storeWhatIsQueued(bench);
    await waitFor(async () => (await jobOf(bench, id)).state === 'SUCCEEDED', {
      timeoutMs: 30_000,
      what: 'the job to end',
    });
    await jobs.stop();
    assert.deepEqual(await rowsLeft(bench, workspaceId), nothing);
    await bench.producer.send(batch);
    await storeWhatIsQueued(bench);
    assert.deepEqual(await rowsLeft(bench, workspaceId), nothing);
  });

  test('D6: what is queued when a user is deleted is found once it is stored', async () => {
    const root = newRun();
    await send([create(root, { metadata: { user_id: 'u-1' } })]);
    const id = await enqueueJob(bench, {
      workspaceId,
      kind: 'DELETION',
      input: { scope: 'runs', selection: { userIds: ['u-1'] } },
    });
    const jobs = startJobs(bench);
    await waitFor(async () => (await jobOf(bench, id)).progress['phase'] === 'settling', {
      timeoutMs: 20_000,
      what: 'the job to wait for the queue',
    });
    await storeWhatIsQueued(bench);
    await waitFor(async () => (await jobOf(bench, id)).state === 'SUCCEEDED', {
      timeoutMs: 30_000,
      what: 'the job to end',
    });
    await jobs.stop();
    assert.deepEqual(await rowsLeft(bench, workspaceId), nothing);
  });

  test('D6: a dead letter of a deleted run goes too, and replaying a copy of it changes nothing', async () => {
    const root = newRun();
    await send([create(root)]);
    await storeWhatIsQueued(bench);
    const late = batchOf(workspaceId, [update(root)]);
    const letter = (id: string) => ({
      id,
      batch_id: late.batchId,
      workspace_id: workspaceId,
      run_id: root.runId,
      reason: 'refused',
      detail: 'test',
      operation: encodeBatch(late),
      attempts: 5,
      first_attempt_at: new Date(),
    });
    await bench.database.db.insertInto('ingest_dead_letter').values(letter(uuidv7())).execute();
    const receipts = receiptsOf(await deletion({ traceUuids: [root.traceId] }));
    assert.deepEqual(
      receipts.filter(({ store }) => store === 'postgres.ingest_inbox').map(({ found }) => found),
      [1],
    );
    assert.deepEqual(await deadLettersOf(bench, workspaceId), []);
    await bench.database.db
      .insertInto('ingest_dead_letter')
      .values({ ...letter(uuidv7()), replay_requested_at: new Date() })
      .execute();
    const worker = startWorker(bench);
    await waitFor(
      async () =>
        (await deadLettersOf(bench, workspaceId)).every(({ reason }) => reason === 'run_deleted') &&
        (await deadLettersOf(bench, workspaceId)).length === 1,
      { timeoutMs: 20_000, what: 'the replay' },
    );
    await drained(bench);
    await worker.stop();
    assert.deepEqual(await rowsLeft(bench, workspaceId), nothing);
  });

  test('D6: feedback on a deleted run does not come back, by its id nor by its run', async () => {
    const root = newRun();
    const feedbackId = uuidv7();
    await send([create(root)], [createFeedback({ runId: root.runId }, {}, feedbackId)]);
    await storeWhatIsQueued(bench);
    receiptsOf(await deletion({ traceUuids: [root.traceId] }));
    await send(
      [],
      [
        updateFeedback(feedbackId, { comment: 'more' }),
        createFeedback({ runId: root.runId }),
        createFeedback({ traceId: root.traceId }),
      ],
    );
    await storeWhatIsQueued(bench);
    assert.deepEqual(await rowsLeft(bench, workspaceId), nothing);
  });

  test('a thread goes on after its deletion', async () => {
    const turn = newRun();
    await send([create(turn, { threadId: 't' })]);
    await storeWhatIsQueued(bench);
    receiptsOf(await deletion({ threadIds: ['t'] }));
    const next = newRun();
    await send([create(next, { threadId: 't' })]);
    await storeWhatIsQueued(bench);
    assert.deepEqual(await idsLeft(), new Set([next.runId]));
  });

  test('the same ids in another workspace and another project stay', async () => {
    const root = newRun();
    const elsewhere = await bench.newWorkspace();
    const twin = { ...root, projectId: uuidv7() };
    await bench.producer.send(batchOf(elsewhere, [create(root)]));
    await send([create(root), create(twin)]);
    await storeWhatIsQueued(bench);
    receiptsOf(await deletion({ traceUuids: [root.traceId] }, { projectId: root.projectId }));
    assert.equal((await runsOf(bench, elsewhere)).length, 1);
    assert.deepEqual(
      (await runsOf(bench, workspaceId)).map(({ project_id }) => project_id),
      [twin.projectId],
    );
    await bench.producer.send(batchOf(elsewhere, [update(root)]));
    await send([update(twin)]);
    await storeWhatIsQueued(bench);
    assert.equal((await runsOf(bench, elsewhere))[0]!['status'], 'success');
    assert.equal((await runsOf(bench, workspaceId))[0]!['status'], 'success');
  });

  test('an input of another release is refused', async () => {
    const job = await deletion({ planets: ['mars'] });
    assert.equal(job.state, 'FAILED');
  });
});
