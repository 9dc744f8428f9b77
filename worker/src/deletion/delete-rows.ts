import { sql, text, uuid } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import { unavailable } from '@runlight/service';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningJob } from '../jobs/job-handler.ts';
import type { DeletionScope, TargetPart } from './scope.ts';

/**
 * In this order: what is found through another table goes before it, and `runs` goes last, so that a
 * deletion that is cut short is seen and can be repeated.
 */
export const deletedTables = [
  'feedback_events',
  'feedback',
  'run_payloads',
  'run_events',
  'runs',
] as const;
export type DeletedTable = (typeof deletedTables)[number];

const longRead = { max_execution_time: 1800, max_memory_usage: '4000000000' };
/** Runs of one statement: the keys are in memory while it works. */
const targetsPerPart = 200_000;
/** A statement that fails again and again is given up, and the job tried again later. */
const longestFailureMs = 10 * 60_000;

/** What counts as one in a receipt. */
const identities: Record<DeletedTable, Sql> = {
  feedback_events: sql`id, event_version, batch_id`,
  feedback: sql`id`,
  run_payloads: sql`project_id, trace_start, trace_id, id, field`,
  run_events: sql`project_id, trace_start, trace_id, id, event_version, batch_id`,
  runs: sql`project_id, trace_start, trace_id, id`,
};

const names: Record<DeletedTable, Sql> = {
  feedback_events: sql`feedback_events`,
  feedback: sql`feedback`,
  run_payloads: sql`run_payloads`,
  run_events: sql`run_events`,
  runs: sql`runs`,
};

function conditionOf(table: DeletedTable, scope: DeletionScope, part?: TargetPart): Sql {
  if (table === 'feedback') return scope.ofFeedback(part);
  if (table !== 'feedback_events') return scope.ofRuns(part);
  return sql`workspace_id = ${uuid(scope.workspaceId)}
    AND id IN (SELECT id FROM feedback WHERE ${scope.ofFeedback(part)})`;
}

/** The statement that counts what is left of a deletion in a table. */
export const countOf = (table: DeletedTable, scope: DeletionScope): Sql =>
  sql`SELECT uniqExact(${identities[table]}) AS found FROM ${names[table]}
    WHERE ${conditionOf(table, scope)}`;

export async function countRows(
  clickhouse: ClickHouse,
  table: DeletedTable,
  scope: DeletionScope,
): Promise<number> {
  const [found] = await clickhouse.rows({
    name: 'deletionCount',
    query: countOf(table, scope),
    row: (raw) => Number(raw['found']),
    settings: longRead,
  });
  return found ?? 0;
}

export const partsOf = (targets: number): number =>
  Math.max(1, Math.ceil(targets / targetsPerPart));

/**
 * Deletes one part of the scope from a table and waits until it is done. The server does it in its own
 * time: while merges are stopped it waits, and so do we, until the job is cancelled.
 */
export async function deleteRows(
  clickhouse: ClickHouse,
  job: Pick<RunningJob, 'id' | 'signal'>,
  { table, scope, part }: { table: DeletedTable; scope: DeletionScope; part: TargetPart },
): Promise<void> {
  await clickhouse.command({
    name: 'deletionDelete',
    // The job's id is in the text, by which the statement is found among those that are at work.
    query: sql`DELETE FROM ${names[table]} WHERE ${conditionOf(table, scope, part)}
      AND ${text(job.id)} != ''`,
    settings: { lightweight_deletes_sync: '0', ...longRead },
    signal: job.signal,
  });
  await mutationsDone(clickhouse, job, table);
}

/** Until nothing of the job is at work in the table. */
export async function mutationsDone(
  clickhouse: ClickHouse,
  { id, signal }: Pick<RunningJob, 'id' | 'signal'>,
  table: DeletedTable,
): Promise<void> {
  let failingSinceMs: number | undefined;
  for (;;) {
    const [state] = await clickhouse.rows({
      name: 'deletionMutations',
      query: sql`SELECT count() AS open, countIf(latest_fail_reason != '') AS failing
        FROM system.mutations WHERE database = currentDatabase() AND table = ${text(table)}
          AND NOT is_done AND position(command, ${text(id)}) > 0`,
      tenantless: true,
      row: (raw) => ({ open: Number(raw['open']), failing: Number(raw['failing']) }),
      signal,
    });
    if (!state || state.open === 0) return;
    failingSinceMs = state.failing > 0 ? (failingSinceMs ?? Date.now()) : undefined;
    if (failingSinceMs !== undefined && Date.now() - failingSinceMs > longestFailureMs) {
      throw unavailable('The trace store does not get the deletion done');
    }
    await pause(100, undefined, { signal });
  }
}
