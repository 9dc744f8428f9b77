import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import type { RunEnvelope } from '@runlight/run-model';
import type { JsonObject, RunningJob } from '../src/jobs/job-handler.ts';
import { createRepriceHandler } from '../src/jobs/reprice.ts';
import { rebuildRuns } from '../src/rebuild-runs.ts';
import {
  batchOf,
  create,
  drained,
  newRun,
  openBench,
  runsOf,
  startWorker,
  update,
} from './support.ts';
import type { Bench, TestRun } from './support.ts';

let bench: Bench;
let worker: ReturnType<typeof startWorker>;

before(async () => {
  bench = await openBench();
  worker = startWorker(bench);
});
after(async () => {
  await worker?.stop();
  await bench?.close();
});

const usage = { input_tokens: 1_000_000, output_tokens: 0, total_tokens: 1_000_000 };
const mine: RunEnvelope = { runType: 'llm', model: 'my-model', usage };

/** A job that was created just before now, so that it need not wait for the price to be known everywhere. */
function jobOf(workspaceId: string, input: JsonObject, progress: JsonObject = {}) {
  const reports: JsonObject[] = [];
  const job: RunningJob = {
    id: uuidv7(),
    workspaceId,
    input,
    progress,
    createdAtMs: Date.now() - 5000,
    signal: new AbortController().signal,
    report: async (each) => void reports.push(each),
  };
  return { job, reports };
}

const handler = (pageSize = 2) => createRepriceHandler({ ...bench, pageSize });

/** Known from a moment after the runs were accepted until the job begins. */
async function addPrice(workspaceId: string, input: number): Promise<void> {
  await bench.database.db
    .insertInto('model_price')
    .values({
      version_id: uuidv7(),
      id: uuidv7(),
      workspace_id: workspaceId,
      name: 'ours',
      pattern: 'my-model',
      provider: null,
      rates: JSON.stringify({ input }),
      effective_from: null,
      known_from: new Date(),
      known_until: null,
      created_by: 'system',
    })
    .execute();
}

async function storedRuns(workspaceId: string, envelopes: RunEnvelope[]): Promise<TestRun[]> {
  const runs = envelopes.map(() => newRun());
  await bench.producer.send(
    batchOf(
      workspaceId,
      runs.map((run, at) => create(run, envelopes[at])),
    ),
  );
  await drained(bench);
  return runs;
}

const costs = async (workspaceId: string, runs: TestRun[]) => {
  const rows = await runsOf(bench, workspaceId);
  return runs.map(({ runId }) => {
    const row = rows.find(({ id }) => id === runId)!;
    return row['has_cost'] === 1 ? row['total_cost'] : undefined;
  });
};

describe('pricing again', () => {
  test('counts in a dry run and changes nothing; then does what it said, for good', async () => {
    const workspaceId = await bench.newWorkspace();
    const runs = await storedRuns(workspaceId, [
      mine,
      mine,
      { ...mine, costUsd: { total: 9 } },
      { ...mine, model: 'gpt-4o', metadata: { ls_provider: 'openai' } },
      { ...mine, runType: 'chain' },
    ]);
    await addPrice(workspaceId, 4);
    const expected = {
      examined: 4,
      changed: 2,
      gained: 2,
      lost: 0,
      keptCallerCost: 1,
      costBeforeUsd: 11.5,
      costAfterUsd: 19.5,
    };
    await new Promise((resolve) => setTimeout(resolve, 10));
    const dry = jobOf(workspaceId, { dryRun: true });
    dry.job.createdAtMs += 50;
    assert.deepEqual(await handler().run(dry.job), { dryRun: true, ...expected });
    assert.deepEqual(await costs(workspaceId, runs), [undefined, undefined, 9, 2.5, undefined]);

    // Workers have forgotten what they remembered of the prices by then.
    const real = jobOf(workspaceId, { dryRun: false });
    real.job.createdAtMs = Date.now();
    assert.deepEqual(await handler().run(real.job), { dryRun: false, ...expected });
    const after = [4, 4, 9, 2.5, undefined];
    assert.deepEqual(await costs(workspaceId, runs), after);

    await bench.producer.send(batchOf(workspaceId, [update(runs[0]!, { tags: ['late'] })]));
    await drained(bench);
    assert.deepEqual(await costs(workspaceId, runs), after);
    await rebuildRuns(bench, { workspaceId });
    assert.deepEqual(await costs(workspaceId, runs), after);
    const again = await handler().run(jobOf(workspaceId, { dryRun: true }).job);
    assert.equal(again['costBeforeUsd'], 19.5);
  });

  test('is of one project and one time, and of one workspace', async () => {
    const workspaceId = await bench.newWorkspace();
    const [run] = await storedRuns(workspaceId, [mine, mine]);
    const stranger = await bench.newWorkspace();
    await storedRuns(stranger, [mine]);
    const examined = async (input: JsonObject) =>
      (await handler().run(jobOf(workspaceId, { dryRun: true, ...input }).job))['examined'];
    const start = new Date(run!.traceStartUs / 1000).getTime();
    assert.equal(await examined({}), 2);
    assert.equal(await examined({ projectId: run!.projectId }), 1);
    assert.equal(await examined({ from: new Date(start + 60_000).toISOString() }), 0);
    assert.equal(await examined({ to: new Date(start - 60_000).toISOString() }), 0);
    assert.equal(await examined({ from: new Date(start - 60_000).toISOString() }), 2);
  });

  test('goes on where an earlier attempt stopped', async () => {
    const workspaceId = await bench.newWorkspace();
    await storedRuns(workspaceId, [mine, mine, mine]);
    const whole = jobOf(workspaceId, { dryRun: true });
    const result = await handler(1).run(whole.job);
    assert.equal(whole.reports.length, 3);
    const resumed = jobOf(workspaceId, { dryRun: true }, whole.reports[1]);
    assert.deepEqual(await handler(1).run(resumed.job), result);
    assert.equal(resumed.reports.length, 1);
  });

  test('refuses what it cannot read', async () => {
    const { job } = jobOf(uuidv7(), { dryRun: 'yes' });
    await assert.rejects(handler().run(job), { code: 'BAD_USER_INPUT' });
  });
});
