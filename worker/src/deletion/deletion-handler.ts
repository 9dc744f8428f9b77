import { render, sql, uuid } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import type { ObjectStore } from '@runlight/objects';
import type { Database } from '@runlight/postgres';
import type { Redis } from '@runlight/queue';
import type { JobHandler, JsonObject, RunningJob } from '../jobs/job-handler.ts';
import { noteBlobs, removeBlobs } from './blobs.ts';
import type { BlobOptions } from './blobs.ts';
import { createTargetChooser } from './choose-targets.ts';
import { markHours } from './mark-hours.ts';
import { cleanInbox } from './clean-inbox.ts';
import { cleanLinks } from './clean-links.ts';
import { countOf, countRows, deleteRows, deletedTables, partsOf } from './delete-rows.ts';
import { readDeletionInput } from './deletion-input.ts';
import type { DeletionInput } from './deletion-input.ts';
import { queueSettled } from './queue-mark.ts';
import { scopeOf } from './scope.ts';
import type { DeletionScope } from './scope.ts';
import { threadTombstoneId } from './tombstones.ts';
import type { Tombstones } from './tombstones.ts';

export interface DeletionOptions {
  clickhouse: ClickHouse;
  database: Pick<Database, 'db'>;
  redis: Redis;
  objects: ObjectStore;
  tombstones: Tombstones;
  /** How long what is in the queue may take to be stored. */
  settleMs?: number;
}

/** What one store says about a deletion. */
export interface Receipt {
  store: string;
  found: number;
  /** What the query gave when all was done; 0 is right. */
  remaining: number;
  /** With this anybody can ask again. */
  verifyQuery: string;
}

const maxRounds = 5;

/**
 * Deletes runs for good: tombstones first, so that nothing comes back, then everything that is stored of
 * them, store by store. Started again, it does all of it again: whatever is gone costs little.
 */
export function createDeletionHandler(options: DeletionOptions): JobHandler {
  return {
    kind: 'DELETION',
    async run(job) {
      const input = readDeletionInput(job.input);
      const scope = scopeOf(job, input);
      if (input.dryRun)
        return { dryRun: true, counts: await dryRun(options, job, { input, scope }) };
      // Counted before the first row goes; kept with the progress, for a second start counts less.
      const kept = job.progress['found'] as Record<string, number> | undefined;
      const { runs, isSettled } = await bury(options, job, { input, scope });
      await job.report({ phase: 'counting', runs, ...(kept && { found: kept }) });
      const found = kept ?? (await countAll(options, job, scope));
      await job.report({ phase: 'deleting', runs, found });
      const receipts = await deleteAll(options, job, { input, scope, runs, found });
      return { isQueueSettled: isSettled, receipts, deleted: found };
    },
  };
}

interface Plan {
  input: DeletionInput;
  scope: DeletionScope;
}

async function dryRun(options: DeletionOptions, job: RunningJob, { input, scope }: Plan) {
  if (input.scope === 'runs') {
    await job.report({ phase: 'choosing' });
    await createTargetChooser({ ...options, job, input }).choose();
  }
  return countAll(options, job, scope);
}

async function countAll(
  options: DeletionOptions,
  job: RunningJob,
  scope: DeletionScope,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of deletedTables) {
    job.signal.throwIfAborted();
    counts[table] = await countRows(options.clickhouse, table, scope);
  }
  counts['objects'] = await noteBlobs(blobOptions(options, job, scope));
  return counts;
}

const blobOptions = (
  { clickhouse, objects }: DeletionOptions,
  { signal }: RunningJob,
  scope: DeletionScope,
): BlobOptions => ({ clickhouse, objects, scope, signal });

/** Until nothing new of it is found once what was in the queue is stored. */
async function bury(
  options: DeletionOptions,
  job: RunningJob,
  { input, scope }: Plan,
): Promise<{ runs: number; isSettled: boolean }> {
  const { redis, tombstones, settleMs = 10 * 60_000 } = options;
  const settle = () => queueSettled(redis, { signal: job.signal, patienceMs: settleMs });
  if (input.scope !== 'runs') return { runs: 0, isSettled: await settle() };
  const found = job.progress['found'];
  const keep = found === undefined ? {} : { found };
  const chooser = createTargetChooser({ ...options, job, input });
  await buryNamed(tombstones, job.workspaceId, input);
  for (let round = 1, known = -1; ; round += 1) {
    await job.report({ phase: 'choosing', round, ...keep });
    const runs = await chooser.choose();
    if (runs === known) return { runs, isSettled: true };
    known = runs;
    await tombstones.bury(scope);
    await job.report({ phase: 'settling', round, runs, ...keep });
    const isSettled = await settle();
    if (!isSettled || round === maxRounds) return { runs, isSettled };
  }
}

/** What is named is buried whether it is stored already or not. */
async function buryNamed(
  tombstones: Tombstones,
  workspaceId: string,
  { projectId, selection }: Extract<DeletionInput, { scope: 'runs' }>,
): Promise<void> {
  const runs = 'runUuids' in selection ? selection.runUuids : [];
  const traces = 'traceUuids' in selection ? selection.traceUuids : [];
  const threads = 'threadIds' in selection ? selection.threadIds : [];
  await tombstones.buryNamed(workspaceId, projectId, [
    ...[...runs, ...traces].map((id) => ({ id, kind: 'run' as const })),
    ...threads.map((id) => ({ id: threadTombstoneId(id), kind: 'thread' as const })),
  ]);
}

async function deleteAll(
  options: DeletionOptions,
  job: RunningJob,
  { input, scope, runs, found }: Plan & { runs: number; found: Record<string, number> },
): Promise<Receipt[]> {
  const { clickhouse } = options;
  const receipts: Receipt[] = [];
  await noteBatches(options, job, scope);
  await markHours(clickhouse, scope);
  const projectId = input.scope === 'project' ? input.projectId : undefined;
  const inbox = await cleanInbox(options, { ...job, projectId });
  const links = await cleanLinks(options, { ...job, projectId });
  const count = partsOf(scope.hasTargets ? runs : 0);
  for (const table of deletedTables) {
    for (let index = 0; index < count; index += 1) {
      await job.report({ phase: 'deleting', table, part: index, parts: count, runs, found });
      await deleteRows(clickhouse, job, { table, scope, part: { index, count } });
    }
    receipts.push({
      store: `clickhouse.${table}`,
      found: found[table] ?? 0,
      remaining: await countRows(clickhouse, table, scope),
      verifyQuery: printed(countOf(table, scope)),
    });
  }
  await markHours(clickhouse, scope);
  receipts.push(await removeObjects(options, job, { scope, found }));
  receipts.push({
    store: 'postgres.links',
    found: links,
    remaining: await cleanLinks(options, { ...job, projectId }),
    verifyQuery:
      'public links to the deleted runs and tokens for feedback on them, looked for again',
  });
  receipts.push({
    store: 'postgres.ingest_inbox',
    found: inbox,
    remaining: await cleanInbox(options, { ...job, projectId }),
    verifyQuery: 'dead letters and refusals of the deleted runs, looked for again',
  });
  return receipts;
}

async function removeObjects(
  options: DeletionOptions,
  job: RunningJob,
  { scope, found }: { scope: DeletionScope; found: Record<string, number> },
): Promise<Receipt> {
  const { kept } = await removeBlobs(blobOptions(options, job, scope), (progress) =>
    job.report({ ...progress, found }),
  );
  return {
    store: 'objects',
    found: found['objects'] ?? 0,
    remaining: 0,
    verifyQuery: `${kept} of the objects are used by other runs and stay`,
  };
}

/** For the audit: these operations are gone on purpose. */
async function noteBatches(
  { clickhouse }: DeletionOptions,
  { id, signal, workspaceId }: RunningJob,
  scope: DeletionScope,
): Promise<void> {
  const insert = (operations: Sql) =>
    clickhouse.command({
      name: 'deletionNoteBatches',
      query: sql`INSERT INTO deleted_batches (workspace_id, batch_id, job_id, operations)
        SELECT ${uuid(workspaceId)}, batch_id, ${uuid(id)}, sum(operations) FROM (${operations})
        GROUP BY batch_id`,
      settings: { max_execution_time: 1800, max_memory_usage: '4000000000' },
      signal,
    });
  // Older batches have left the ledger.
  const recent = sql`ingested_at > now() - INTERVAL 31 DAY`;
  await insert(sql`SELECT batch_id, uniqExact(id, event_version) AS operations FROM run_events
      WHERE ${scope.ofRuns()} AND ${recent} GROUP BY batch_id
    UNION ALL SELECT batch_id, uniqExact(id, event_version) AS operations FROM feedback_events
      WHERE workspace_id = ${uuid(workspaceId)} AND ${recent}
        AND id IN (SELECT id FROM feedback WHERE ${scope.ofFeedback()}) GROUP BY batch_id`);
}

/** The statement as a person would write it; every value is an id, a number or a time of ours. */
function printed(query: Sql): string {
  const { text, parameters } = render(query);
  return text
    .replace(/\{(p\d+):\w+\}/g, (_match, name: string) => {
      const value = parameters[name];
      return typeof value === 'string' && !/^\d+$/.test(value) ? `'${value}'` : String(value);
    })
    .replace(/\s+/g, ' ');
}

export type DeletionResult = JsonObject & { receipts: Receipt[] };
