import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { decodeBatch, encodeBatch } from '@runlight/queue';
import type { Batch } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import { unavailable } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import { createLedger } from '../src/ledger.ts';
import { createReplays } from '../src/replays.ts';
import {
  batchOf,
  clickhouseCommand,
  create,
  createFeedback,
  deadLettersOf,
  drained,
  feedbackOf,
  ledgerOf,
  log,
  newRun,
  openBench,
  payloadsOf,
  runsOf,
  startWorker,
} from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
let workspaceId: string;
const started: ReturnType<typeof startWorker>[] = [];

before(async () => {
  bench = await openBench();
});
after(() => bench?.close());
beforeEach(async () => {
  workspaceId = await bench.newWorkspace();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((worker) => worker.stop()));
});

const worker = () => void started.push(startWorker(bench));
const deadLetters = () => deadLettersOf(bench, workspaceId);

/** As the graph's mutation does it. */
const requestReplay = () =>
  bench.database.db
    .updateTable('ingest_dead_letter')
    .set({ replay_requested_at: new Date(), replay_requested_by: 'user somebody' })
    .where('workspace_id', '=', workspaceId)
    .execute();

/** Lets the store refuse rows of the table, until the result is called. */
async function refuse(
  word: string,
  { table = 'run_events', column = 'envelope' } = {},
): Promise<() => Promise<void>> {
  const name = `no_${word}`;
  await clickhouseCommand(
    bench,
    `ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK position(${column}, '${word}') = 0`,
  );
  return () => clickhouseCommand(bench, `ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
}

/** Letters as the worker writes them, without waiting for five attempts of each; gives their ids. */
async function bury(count: number): Promise<string[]> {
  const letters = Array.from({ length: count }, () => {
    const batch = batchOf(workspaceId, [create(newRun())]);
    const { batchId, keyId } = batch;
    return {
      id: uuidv7(),
      batchId,
      workspaceId,
      keyId,
      sdk: '',
      runId: batch.operations[0]!.runId,
      reason: 'refused',
      detail: 'a test',
      bytes: encodeBatch(batch),
      attempts: 5,
      firstAttemptAtMs: Date.now(),
    };
  });
  await createLedger(bench.database).bury(letters);
  return letters.map(({ id }) => id);
}

const until = (what: string, condition: () => Promise<boolean>) =>
  waitFor(condition, { timeoutMs: 15_000, what });

describe('the replay of dead letters (O2, D2)', () => {
  test('stores what was refused exactly once when the cause is gone', async () => {
    const poison = create(newRun(), { name: 'poison1' });
    const batch = batchOf(workspaceId, [create(newRun()), poison, create(newRun())]);
    const allow = await refuse('poison1');
    worker();
    await bench.producer.send(batch);
    await drained(bench);
    await allow();
    assert.equal((await runsOf(bench, workspaceId)).length, 2);
    assert.deepEqual(
      (await deadLetters()).map(({ run_id }) => run_id),
      [poison.runId],
    );

    await requestReplay();
    await until('the letter to go', async () => (await deadLetters()).length === 0);
    await drained(bench);
    const rows = await runsOf(bench, workspaceId);
    assert.equal(rows.length, 3);
    const [row] = rows.filter(({ id }) => id === poison.runId);
    assert.equal(row!['name'], 'poison1');
    assert.equal((await payloadsOf(bench, workspaceId)).length, 3);
    // The batch was counted when it came; its replay is not another one (O3).
    assert.deepEqual(await ledgerOf(bench, workspaceId), [
      { batch_id: batch.batchId, operations: 3, dead: 1 },
    ]);
  });

  test('brings back what is refused again, asking for nothing by itself', async () => {
    const allow = await refuse('poison2');
    worker();
    await bench.producer.send(batchOf(workspaceId, [create(newRun(), { name: 'poison2' })]));
    await drained(bench);
    const [first] = await deadLetters();
    await requestReplay();
    await until('a new letter', async () => {
      const [letter] = await deadLetters();
      return letter !== undefined && letter.last_attempt_at > first!.last_attempt_at;
    });
    await allow();
    const [second] = await deadLetters();
    assert.equal(second!.id, first!.id);
    const operationsOf = (bytes: Buffer) => decodeBatch(bytes).operations;
    assert.deepEqual(operationsOf(second!.operation), operationsOf(first!.operation));
    assert.equal(second!.replay_requested_at, null);
    assert.deepEqual(await runsOf(bench, workspaceId), []);
  });

  test('an older operation does not overwrite what was stored since', async () => {
    const run = newRun();
    const allow = await refuse('poison3');
    worker();
    await bench.producer.send(batchOf(workspaceId, [create(run, { name: 'poison3' })]));
    await drained(bench);
    await allow();
    await bench.producer.send(batchOf(workspaceId, [create(run, { name: 'newer' })]));
    await drained(bench);
    await requestReplay();
    await until('the letter to go', async () => (await deadLetters()).length === 0);
    await drained(bench);
    const rows = await runsOf(bench, workspaceId);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['newer'],
    );
  });

  test('works for feedback', async () => {
    const feedback = createFeedback({ runId: uuidv7() }, { comment: 'poison4' });
    const allow = await refuse('poison4', { table: 'feedback_events', column: 'operation' });
    worker();
    await bench.producer.send(batchOf(workspaceId, [], [feedback]));
    await drained(bench);
    await allow();
    assert.equal((await deadLetters()).length, 1);
    await requestReplay();
    await until('the feedback to be stored', async () => {
      return (await feedbackOf(bench, workspaceId)).length === 1;
    });
    assert.deepEqual(await deadLetters(), []);
  });

  test('a letter that cannot be read stays, and does not stand in the way of others', async () => {
    const [damaged] = await bury(12);
    worker();
    await bench.database.db
      .updateTable('ingest_dead_letter')
      .set({ operation: Buffer.from('damaged') })
      .where('id', '=', damaged!)
      .execute();
    await requestReplay();
    await until('the others to go', async () => (await deadLetters()).length === 1);
    await drained(bench);
    const [rest] = await deadLetters();
    assert.equal(rest!.id, damaged);
    assert.equal(rest!.replay_requested_at, null);
    assert.equal((await runsOf(bench, workspaceId)).length, 11);
  });

  test('without the queue every letter stays as it is', async () => {
    await bury(1);
    await requestReplay();
    const replays = createReplays({
      database: bench.database,
      producer: { send: () => Promise.reject(unavailable('Redis does not answer')) },
      log,
    });
    await assert.rejects(replays.run(), { code: 'UNAVAILABLE' });
    const [letter] = await deadLetters();
    assert.notEqual(letter!.replay_requested_at, null);
  });

  test('two workers do not replay one letter twice', async () => {
    await bury(30);
    await requestReplay();
    const sent: Batch[] = [];
    const beganAtMs = Date.now();
    const replays = Array.from({ length: 3 }, () =>
      createReplays({
        database: bench.database,
        producer: { send: (batch) => Promise.resolve(void sent.push(batch)) },
        log,
      }),
    );
    await Promise.all(replays.map((replay) => replay.run()));
    const ours = sent.filter((batch) => batch.workspaceId === workspaceId);
    assert.equal(new Set(ours.map(({ batchId }) => batchId)).size, 30);
    assert.ok(
      ours.every(({ acceptedAtMs }) => acceptedAtMs >= beganAtMs),
      'an old letter is no lag',
    );
    assert.equal(ours.length, 30);
    assert.deepEqual(await deadLetters(), []);
  });
});
