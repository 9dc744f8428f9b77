import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { Batch } from '@runlight/queue';
import { foldRun, uuidv7 } from '@runlight/run-model';
import * as fc from 'fast-check';
import { createLedger } from '../src/ledger.ts';
import { rebuildRuns } from '../src/rebuild-runs.ts';
import {
  batchOf,
  clickhouseCommand,
  create,
  drained,
  newRun,
  openBench,
  operation,
  payloadsOf,
  runsOf,
  startWorker,
  update,
} from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
let workers: ReturnType<typeof startWorker>[] = [];

// Two workers, as in a scaled-out installation: what they do to one run must not depend on which does.
before(async () => {
  bench = await openBench();
  workers = ['one', 'two'].map((name) => startWorker(bench, undefined, { name }));
});
after(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await bench?.close();
});

async function send(...batches: Batch[]): Promise<void> {
  await Promise.all(batches.map((batch) => bench.producer.send(batch)));
  await drained(bench);
}

test('D4: keeps one row for a run that arrives twice, and counts its batch once', async () => {
  const workspaceId = await bench.newWorkspace();
  const run = newRun();
  const batch = batchOf(workspaceId, [create(run), update(run)]);
  await send(batch, batch);
  await send(batch);
  const rows = await runsOf(bench, workspaceId);
  assert.deepEqual(
    rows.map(({ id, status, is_partial }) => ({ id, status, is_partial })),
    [{ id: run.runId, status: 'success', is_partial: 0 }],
  );
  const usage = await bench.database.db
    .selectFrom('ingest_usage')
    .select(['operations'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  assert.deepEqual(usage, [{ operations: 2 }]);
  const ledger = await bench.database.db
    .selectFrom('ingest_ledger')
    .select(['batch_id', 'operations', 'dead'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  assert.deepEqual(ledger, [{ batch_id: batch.batchId, operations: 2, dead: 0 }]);
});

test('D4: counts a batch once that is delivered twice in one lot', async () => {
  const workspaceId = await bench.newWorkspace();
  const batch = batchOf(workspaceId, [create(newRun()), create(newRun())]);
  const finished = {
    batchId: batch.batchId,
    workspaceId,
    operations: 2,
    bytes: 10,
    dead: 0,
    acceptedAtMs: batch.acceptedAtMs,
  };
  const ledger = createLedger(bench.database);
  await ledger.record([finished, finished]);
  await ledger.record([finished]);
  const usage = await bench.database.db
    .selectFrom('ingest_usage')
    .select(['operations', 'bytes'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  assert.deepEqual(usage, [{ operations: 2, bytes: 10 }]);
});

test('I13: merges create and update of one batch, whatever their order in it', async () => {
  const workspaceId = await bench.newWorkspace();
  const [first, second] = [newRun(), newRun()];
  await send(
    batchOf(workspaceId, [
      create(first),
      update(first, { name: 'renamed' }),
      update(second, { name: 'renamed' }),
      create(second),
    ]),
  );
  const rows = await runsOf(bench, workspaceId);
  assert.deepEqual(
    rows.map(({ name, status, is_partial }) => ({ name, status, is_partial })),
    [
      { name: 'renamed', status: 'success', is_partial: 0 },
      { name: 'renamed', status: 'success', is_partial: 0 },
    ],
  );
  assert.equal((await payloadsOf(bench, workspaceId)).length, 4);
});

test('D5: shows an update without its create, and completes it when the create comes', async () => {
  const workspaceId = await bench.newWorkspace();
  const run = newRun();
  await send(batchOf(workspaceId, [update(run, { name: 'from update' })]));
  const [partial] = await runsOf(bench, workspaceId);
  assert.deepEqual(
    [partial!['is_partial'], partial!['status'], partial!['name']],
    [1, 'success', 'from update'],
  );
  await send(batchOf(workspaceId, [create(run, { name: 'from create', tags: ['t'] })]));
  const rows = await runsOf(bench, workspaceId);
  assert.equal(rows.length, 1);
  assert.deepEqual(
    [rows[0]!['is_partial'], rows[0]!['status'], rows[0]!['name'], rows[0]!['tags']],
    [0, 'success', 'from update', ['t']],
  );
});

test('I20: keeps the same run id in two workspaces apart', async () => {
  const [mine, theirs] = [await bench.newWorkspace(), await bench.newWorkspace()];
  const run = newRun();
  await send(
    batchOf(mine, [create(run, { name: 'mine' })]),
    batchOf(theirs, [create(run, { name: 'theirs' }), update(run)]),
  );
  const [mineRows, theirRows] = [await runsOf(bench, mine), await runsOf(bench, theirs)];
  assert.deepEqual(
    mineRows.map(({ name, status }) => [name, status]),
    [['mine', 'pending']],
  );
  assert.deepEqual(
    theirRows.map(({ name, status }) => [name, status]),
    [['theirs', 'success']],
  );
  assert.equal((await payloadsOf(bench, mine)).length, 1);
});

test('D4: ends in the same rows for any order, repetition and grouping of deliveries', async () => {
  const workspaceId = await bench.newWorkspace();
  const runs = Array.from({ length: 120 }, () => newRun());
  const names = fc.sample(fc.constantFrom('a', 'b', 'c'), runs.length * 3);
  const operations = runs.flatMap((run, index) => [
    create(run, { name: names[index]! }),
    update(run, { metadata: { step: '1' }, tags: [names[index + runs.length]!] }),
    operation('update', run, {
      metadata: { step: '2', last: 'yes' },
      usage: { total_tokens: index },
    }),
  ]);
  const batches = Array.from({ length: 36 }, (_, index) =>
    batchOf(workspaceId, operations.slice(index * 10, index * 10 + 10)),
  );
  const [deliveries] = fc.sample(
    fc.shuffledSubarray([...batches, ...batches], { minLength: batches.length * 2 }),
    { numRuns: 1, seed: 42 },
  );
  await send(...deliveries!);

  const rows = await runsOf(bench, workspaceId);
  assert.equal(rows.length, runs.length);
  const events = batches.flatMap((batch) =>
    batch.operations.map((each, index) => ({
      runId: each.runId,
      kind: each.kind,
      batchId: batch.batchId,
      sequence: batch.firstSequence + BigInt(index),
      envelope: each.envelope,
    })),
  );
  const byRun = Map.groupBy(events, ({ runId }) => runId);
  for (const row of rows) {
    const expected = foldRun(byRun.get(row['id'] as string)!);
    assert.equal(row['version'], expected.version.toString());
    assert.equal(row['name'], expected.name);
    assert.deepEqual(row['tags'], expected.tags);
    assert.deepEqual(row['metadata'], { ...expected.metadata });
    assert.equal(row['total_tokens'], String(expected.usage!['total_tokens']));
  }
  assert.equal((await payloadsOf(bench, workspaceId)).length, runs.length * 2);
});

test('finds the place of operations that name nothing but the run', async () => {
  const workspaceId = await bench.newWorkspace();
  const root = newRun();
  const child = { runId: uuidv7() };
  // As `POST /runs` and `PATCH /runs/{id}` send them: the child names its parent only.
  await send(
    batchOf(workspaceId, [operation('create', child, { parentRunId: root.runId, name: 'child' })]),
    batchOf(workspaceId, [operation('update', { runId: root.runId }, { endTimeUs: 5 })]),
    batchOf(workspaceId, [create(root)]),
  );
  await send(batchOf(workspaceId, [operation('update', child, { endTimeUs: 7 })]));
  const rows = await runsOf(bench, workspaceId);
  const found = new Map(
    rows.map((row) => [row['id'], [row['trace_id'], row['project_id'], row['status']]]),
  );
  const place = [root.runId, root.projectId, 'success'];
  assert.deepEqual(
    found,
    new Map([
      [root.runId, place],
      [child.runId, place],
    ]),
  );
});

test('takes the project of the trace for an update that names none', async () => {
  const workspaceId = await bench.newWorkspace();
  const run = newRun();
  await send(batchOf(workspaceId, [create(run), create({ ...run, runId: uuidv7() })]));
  const { projectId: _projectId, ...withoutProject } = run;
  await send(
    batchOf(workspaceId, [operation('update', withoutProject, { endTimeUs: 5 }), create(newRun())]),
  );
  const rows = await runsOf(bench, workspaceId);
  const row = rows.find(({ id }) => id === run.runId);
  assert.deepEqual([row!['status'], row!['project_id']], ['success', run.projectId]);
});

test('D5: gives a lone update a place soon, and moves it where its create says', async () => {
  const workspaceId = await bench.newWorkspace();
  const root = newRun();
  const runId = uuidv7();
  const sentAt = performance.now();
  await send(
    batchOf(workspaceId, [
      operation('update', { runId }, { name: 'lone', endTimeUs: 5 }, { outputs: '{"early":1}' }),
    ]),
  );
  // Some four seconds; the margin is for busy machines.
  assert.ok(performance.now() - sentAt < 15_000, 'it is readable in time');
  const [lone] = await runsOf(bench, workspaceId);
  assert.deepEqual([lone!['id'], lone!['is_partial'], lone!['is_root']], [runId, 1, 1]);

  // A child of a trace, as it turns out.
  const child = { ...root, runId };
  const late = batchOf(workspaceId, [create(child, { parentRunId: root.runId }), create(root)]);
  await send(late);
  await send(batchOf(workspaceId, [operation('update', { runId }, { tags: ['late'] })]), late);
  const rows = (await runsOf(bench, workspaceId)).filter(({ id }) => id === runId);
  assert.deepEqual(
    rows.map((row) => [row['trace_id'], row['project_id'], row['is_partial'], row['is_root']]),
    [[root.traceId, root.projectId, 0, 0]],
  );
  assert.deepEqual([rows[0]!['name'], rows[0]!['tags']], ['lone', ['late']]);
  const payloads = (await payloadsOf(bench, workspaceId)).filter(({ id }) => id === runId);
  assert.ok(payloads.some(({ content }) => content === '{"early":1}'));
  const rebuilt = await runsOf(bench, workspaceId);
  await rebuildRuns(bench, { workspaceId });
  assert.deepEqual(await runsOf(bench, workspaceId), rebuilt);
});

test('D5: a single create finds its trace by its parent, though its update was given a place', async () => {
  const workspaceId = await bench.newWorkspace();
  const root = newRun();
  const runId = uuidv7();
  await send(batchOf(workspaceId, [create(root)]));
  await send(batchOf(workspaceId, [operation('update', { runId }, { endTimeUs: 5 })]));
  await send(
    batchOf(workspaceId, [operation('create', { runId }, { parentRunId: root.runId, name: 'c' })]),
  );
  const rows = (await runsOf(bench, workspaceId)).filter(({ id }) => id === runId);
  assert.deepEqual(
    rows.map((row) => [row['trace_id'], row['project_id'], row['status']]),
    [[root.traceId, root.projectId, 'success']],
  );
});

test('rebuilds the same rows from the events alone', async () => {
  const workspaceId = await bench.newWorkspace();
  const runs = Array.from({ length: 50 }, () => newRun());
  await send(
    batchOf(
      workspaceId,
      runs.map((run) => create(run, { metadata: { a: '1' }, tags: ['x'] })),
    ),
    batchOf(
      workspaceId,
      runs.slice(10).map((run) => update(run, { error: 'boom', model: 'm' })),
    ),
  );
  const before = await runsOf(bench, workspaceId);
  await clickhouseCommand(bench, 'TRUNCATE TABLE runs');
  assert.deepEqual(await runsOf(bench, workspaceId), []);

  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, '../src/rebuild.ts'), workspaceId],
    {
      env: {
        ...process.env,
        CLICKHOUSE_URL: bench.urls.clickhouseUrl,
        DATABASE_URL: bench.urls.databaseUrl,
        LOG_LEVEL: 'info',
      },
    },
  );
  assert.match(stdout, /"runs":50,"feedback":0,"msg":"rebuilt"/);
  assert.deepEqual(await runsOf(bench, workspaceId), before);
});

test('tells subscribers the whole run after each operation', async () => {
  const workspaceId = await bench.newWorkspace();
  const run = newRun();
  const stop = new AbortController();
  const seen: unknown[] = [];
  const following = (async () => {
    const options = { workspaceId, projectId: run.projectId, after: '1-0', signal: stop.signal };
    for await (const entry of bench.live.subscribe(options)) {
      if (!('gap' in entry)) seen.push(entry.event);
      if (seen.length === 2) stop.abort();
    }
  })();
  await send(batchOf(workspaceId, [create(run)]));
  await send(batchOf(workspaceId, [update(run)]));
  await following;
  const [created, updated] = seen as {
    stage: string;
    kind: string;
    run: Record<string, unknown>;
  }[];
  assert.deepEqual(
    [created!.stage, created!.kind, created!.run['status']],
    ['stored', 'create', 'pending'],
  );
  assert.deepEqual([updated!.stage, updated!.kind], ['stored', 'update']);
  assert.equal(updated!.run['name'], 'a run', 'the create is part of it');
  assert.equal(updated!.run['status'], 'success');
});
