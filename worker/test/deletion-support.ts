import { sql, uuid } from '@runlight/clickhouse';
import { uuidv7 } from '@runlight/run-model';
import { Registry } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import { createJobs } from '../src/jobs/create-jobs.ts';
import type { JsonObject } from '../src/jobs/job-handler.ts';
import { createTombstones } from '../src/deletion/tombstones.ts';
import { drained, log, startWorker } from './support.ts';
import type { Bench } from './support.ts';

/** The jobs of a worker that stores nothing. */
export function startJobs(bench: Bench) {
  const { clickhouse, database, redis, objects } = bench;
  const jobs = createJobs({
    clickhouse,
    database,
    redis,
    objects,
    tombstones: createTombstones({ clickhouse, database }),
    worker: {
      breaker: { waitingFor: () => undefined, open: () => () => {}, untilClosed: async () => {} },
      lag: { isBehind: () => false, write: async () => {}, clear: async () => {} },
    },
    registry: new Registry(),
    log,
  });
  jobs.start();
  return jobs;
}

export async function enqueueJob(
  bench: Bench,
  job: { workspaceId: string; kind: 'DELETION' | 'EXPORT' | 'RETENTION'; input: JsonObject },
): Promise<string> {
  const id = uuidv7();
  await bench.database.db
    .insertInto('job')
    .values({
      id,
      workspace_id: job.workspaceId,
      kind: job.kind,
      input: job.input,
      created_by: 'system',
    })
    .execute();
  return id;
}

export const jobOf = (bench: Bench, id: string) =>
  bench.database.db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** Runs a job to its end and gives its row. */
export async function runJob(bench: Bench, job: Parameters<typeof enqueueJob>[1]) {
  const id = await enqueueJob(bench, job);
  const jobs = startJobs(bench);
  try {
    await waitFor(
      async () => ['SUCCEEDED', 'FAILED', 'CANCELLED'].includes((await jobOf(bench, id)).state),
      { timeoutMs: 60_000, what: 'the job to end' },
    );
  } finally {
    await jobs.stop();
  }
  return jobOf(bench, id);
}

export async function storeWhatIsQueued(bench: Bench): Promise<void> {
  const worker = startWorker(bench);
  await drained(bench);
  await worker.stop();
}

/** Rows of a workspace in each table, superseded ones included: nothing may be left of what was deleted. */
export async function rowsLeft(bench: Bench, workspaceId: string): Promise<Record<string, number>> {
  const own = sql`workspace_id = ${uuid(workspaceId)}`;
  const [counts] = await bench.clickhouse.rows({
    name: 'testRowsLeft',
    query: sql`SELECT
      (SELECT count() FROM runs WHERE ${own}) AS runs,
      (SELECT count() FROM run_payloads WHERE ${own}) AS run_payloads,
      (SELECT count() FROM run_events WHERE ${own}) AS run_events,
      (SELECT count() FROM feedback WHERE ${own}) AS feedback,
      (SELECT count() FROM feedback_events WHERE ${own}) AS feedback_events`,
    row: (raw) =>
      Object.fromEntries(Object.entries(raw).map(([table, count]) => [table, Number(count)])),
  });
  return counts!;
}

export const nothing = {
  runs: 0,
  run_payloads: 0,
  run_events: 0,
  feedback: 0,
  feedback_events: 0,
};
