import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import { Registry, unavailable } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import type { JobHandler, JsonObject } from '../src/jobs/job-handler.ts';
import { createJobMetrics } from '../src/jobs/job-metrics.ts';
import { createJobRunner } from '../src/jobs/job-runner.ts';
import type { JobRunner } from '../src/jobs/job-runner.ts';
import { createJobStore } from '../src/jobs/job-store.ts';
import { log, openBench } from './support.ts';
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

async function enqueue(input: JsonObject = {}): Promise<string> {
  const id = uuidv7();
  await bench.database.db
    .insertInto('job')
    .values({ id, workspace_id: workspaceId, kind: 'EXPORT', input, created_by: 'system' })
    .execute();
  return id;
}

const jobOf = (id: string) =>
  bench.database.db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const ended = (id: string, state: string) =>
  waitFor(async () => (await jobOf(id)).state === state, {
    timeoutMs: 20_000,
    what: `job to be ${state}`,
  });

const runners: JobRunner[] = [];
function startRunner(run: JobHandler['run'], options: { leaseMs?: number; slots?: number } = {}) {
  const runner = createJobRunner({
    store: createJobStore(bench.database),
    handlers: [{ kind: 'EXPORT', run }],
    metrics: createJobMetrics(new Registry()),
    pollMs: 20,
    log,
    ...options,
  });
  runner.start();
  runners.push(runner);
  return runner;
}

describe('jobs', () => {
  after(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
  });

  test('a job is run with its input, reports, and keeps its result', async (t) => {
    const id = await enqueue({ days: 3 });
    const runner = startRunner(async ({ input, report, workspaceId: own }) => {
      await report({ done: 1 });
      return { saw: input['days'], own };
    });
    t.after(runner.stop);
    await ended(id, 'SUCCEEDED');
    const job = await jobOf(id);
    assert.deepEqual(
      [job.result, job.progress, job.attempts, job.error, job.lease_until],
      [{ saw: 3, own: workspaceId }, { done: 1 }, 1, null, null],
    );
    assert.ok(job.started_at && job.finished_at && job.finished_at >= job.started_at);
    await runner.stop();
  });

  test('of many runners one has a job', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => enqueue()));
    const seen: string[] = [];
    const all = Array.from({ length: 3 }, () =>
      startRunner(async ({ id }) => {
        seen.push(id);
        return {};
      }),
    );
    for (const id of ids) await ended(id, 'SUCCEEDED');
    await Promise.all(all.map((runner) => runner.stop()));
    assert.deepEqual(seen.toSorted(), ids.toSorted());
  });

  test('what a killed worker had is taken over, from its last progress', async () => {
    const id = await enqueue();
    const store = createJobStore(bench.database);
    const claimed = await store.claim(['EXPORT'], 300);
    assert.equal(claimed!.id, id);
    await store.report(claimed!, { step: 7 });
    // Nobody renews it from here on: that process is gone.
    const runner = startRunner(async ({ progress }) => ({ wentOnFrom: progress['step'] }));
    await ended(id, 'SUCCEEDED');
    assert.deepEqual((await jobOf(id)).result, { wentOnFrom: 7 });
    // It was only slow: it changes nothing any more.
    assert.equal(await store.report(claimed!, { step: 8 }), false);
    await store.finish(claimed!, { state: 'FAILED', error: 'late' });
    assert.equal((await jobOf(id)).state, 'SUCCEEDED');
    await runner.stop();
  });

  test('a job that takes longer than its lease is not taken by another', async () => {
    const id = await enqueue();
    let starts = 0;
    const run: JobHandler['run'] = async () => {
      starts += 1;
      await new Promise((resolve) => setTimeout(resolve, 1200));
      return {};
    };
    const all = [startRunner(run, { leaseMs: 400 }), startRunner(run, { leaseMs: 400 })];
    await ended(id, 'SUCCEEDED');
    await Promise.all(all.map((runner) => runner.stop()));
    assert.equal(starts, 1);
  });

  test('a stop hands the job back without counting an attempt', async () => {
    const id = await enqueue();
    const runner = startRunner(async ({ report, signal }) => {
      await report({ step: 1 });
      await new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
      return {};
    });
    await waitFor(async () => (await jobOf(id)).progress['step'] === 1, {
      timeoutMs: 20_000,
      what: 'progress',
    });
    await runner.stop();
    const job = await jobOf(id);
    assert.deepEqual([job.state, job.attempts, job.progress], ['QUEUED', 0, { step: 1 }]);
  });

  test('a cancelled job ends', async () => {
    const id = await enqueue();
    const runner = startRunner(async ({ report, signal }) => {
      for (let step = 0; !signal.aborted; step += 1) {
        await report({ step });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error('whatever it was doing');
    });
    await waitFor(async () => (await jobOf(id)).state === 'RUNNING', {
      timeoutMs: 20_000,
      what: 'start',
    });
    await bench.database.db
      .updateTable('job')
      .set({ cancel_requested_at: new Date() })
      .where('id', '=', id)
      .execute();
    await ended(id, 'CANCELLED');
    await runner.stop();
    assert.equal((await jobOf(id)).error, null);
  });

  test('an error that may pass is tried again; what people read quotes nothing from inside', async () => {
    const [first, second] = [await enqueue({ fails: 'once' }), await enqueue({ fails: 'always' })];
    const runner = startRunner(async ({ input, progress, report }) => {
      if (input['fails'] === 'always') throw new Error('secret detail');
      if (progress['tried'] === true) return { ok: true };
      await report({ tried: true });
      throw unavailable('The store is away');
    });
    await ended(second, 'FAILED');
    await ended(first, 'SUCCEEDED');
    await runner.stop();
    assert.doesNotMatch((await jobOf(second)).error!, /secret/);
    assert.equal((await jobOf(first)).attempts, 2);
  });

  test('what ends its worker again and again is given up', async () => {
    const id = await enqueue();
    await bench.database.db.updateTable('job').set({ attempts: 5 }).where('id', '=', id).execute();
    const runner = startRunner(() => Promise.reject(new Error('must not run')));
    await ended(id, 'FAILED');
    await runner.stop();
    assert.match((await jobOf(id)).error!, /5 attempts/);
  });
});
