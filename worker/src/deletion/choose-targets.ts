import { empty, instantUs, join, sql, text, texts, uuid, uuids } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import type { RunningJob } from '../jobs/job-handler.ts';
import { microsecondsOf } from '../jobs/instant.ts';
import { compileJsonFilter } from './compile-filter.ts';
import type { DeletionInput, Selection } from './deletion-input.ts';

export interface TargetChooser {
  /** Writes the targets of the job as far as they are stored by now; gives how many it has. */
  choose: () => Promise<number>;
}

type RunsInput = Extract<DeletionInput, { scope: 'runs' }>;

const keys = sql`project_id, trace_start, trace_id, id`;
const longRead = { max_execution_time: 1800, max_memory_usage: '4000000000' };
/** Deeper than any trace; a circle of parents must not keep us. */
const maxDepth = 10_000;

/**
 * Chooses what goes: the runs that match, with everything below them. A root stands for its whole trace,
 * so that what says no parent goes as well.
 */
export function createTargetChooser({
  clickhouse,
  job,
  input,
}: {
  clickhouse: ClickHouse;
  job: Pick<RunningJob, 'id' | 'workspaceId' | 'createdAtMs' | 'signal'>;
  input: RunsInput;
}): TargetChooser {
  const { workspaceId, id: jobId, signal } = job;
  const { projectId, selection } = input;
  const own = sql`workspace_id = ${uuid(workspaceId)}`;
  const inProject = projectId === undefined ? own : sql`${own} AND project_id = ${uuid(projectId)}`;
  const inScope = sql`${inProject}${spanSql(input)}`;
  const targets = sql`FROM deletion_targets WHERE ${own} AND job_id = ${uuid(jobId)}`;

  const insert = (name: string, select: Sql): Promise<void> =>
    clickhouse.command({
      name,
      query: sql`INSERT INTO deletion_targets (workspace_id, job_id, project_id, trace_start, trace_id, id)
        SELECT DISTINCT ${uuid(workspaceId)}, ${uuid(jobId)}, ${keys} FROM (${select})`,
      settings: longRead,
      signal,
    });

  async function count(): Promise<number> {
    const [found] = await clickhouse.rows({
      name: 'deletionCountTargets',
      query: sql`SELECT uniqExact(${keys}) AS runs ${targets}`,
      row: (raw) => Number(raw['runs']),
      settings: longRead,
      signal,
    });
    return found ?? 0;
  }

  const matching = matchingRuns({ workspaceId, projectId, selection });
  /** What comes after the order to delete is no part of it, unless it is named. */
  const isOld = isNamed(selection)
    ? sql`1`
    : sql`trace_start <= ${instantUs(job.createdAtMs * 1000)}`;

  async function addWholeTraces(): Promise<void> {
    const traces = takesTraces(selection)
      ? sql`SELECT project_id, trace_start, trace_id ${targets}`
      : sql`SELECT project_id, trace_start, trace_id ${targets} AND id = trace_id`;
    const inTraces = sql`${inScope} AND (project_id, trace_start, trace_id) IN (${traces})`;
    await insert(
      'deletionChooseTraces',
      sql`SELECT ${keys} FROM runs WHERE ${inTraces}
        UNION ALL SELECT ${keys} FROM run_events WHERE ${inTraces}`,
    );
  }

  async function addBelow(known: number): Promise<number> {
    let total = known;
    for (let depth = 0; depth < maxDepth; depth += 1) {
      await insert(
        'deletionChooseBelow',
        sql`SELECT ${keys} FROM runs WHERE ${inScope}
          AND (project_id, trace_start, trace_id, parent_run_id) IN (SELECT ${keys} ${targets})`,
      );
      const next = await count();
      if (next === total) break;
      total = next;
    }
    return total;
  }

  return {
    async choose() {
      await insert(
        'deletionChoose',
        sql`SELECT ${keys} FROM runs FINAL WHERE ${inScope} AND ${isOld} AND (${matching})`,
      );
      const matched = await count();
      if (matched === 0) return 0;
      await addWholeTraces();
      return takesTraces(selection) ? count() : addBelow(await count());
    },
  };
}

/** Everything of a trace has its start, so that the span never cuts through one. */
function spanSql({ from, to }: Pick<RunsInput, 'from' | 'to'>): Sql {
  const at = (text: string) => instantUs(microsecondsOf(text));
  return sql`${from === undefined ? empty : sql` AND trace_start >= ${at(from)}`}${
    to === undefined ? empty : sql` AND trace_start < ${at(to)}`
  }`;
}

const isNamed = (selection: Selection) => 'runUuids' in selection || 'traceUuids' in selection;

/** Everything but runs that are named or filtered: those go with what is below them, and no more. */
const takesTraces = (selection: Selection) => !('runUuids' in selection || 'filter' in selection);

function matchingRuns({
  workspaceId,
  projectId,
  selection,
}: {
  workspaceId: string;
  projectId: string | undefined;
  selection: Selection;
}): Sql {
  if ('runUuids' in selection) return sql`id IN ${uuids(selection.runUuids)}`;
  if ('traceUuids' in selection) return sql`trace_id IN ${uuids(selection.traceUuids)}`;
  if ('threadIds' in selection) return sql`thread_id IN ${texts(selection.threadIds)}`;
  if ('userIds' in selection) {
    return compileJsonFilter({ userId: { in: selection.userIds } }, { workspaceId, projectId });
  }
  if ('metadata' in selection) {
    return join(
      // A key that is absent reads as an empty text, which an entry may be as well.
      Object.entries(selection.metadata).map(
        ([key, value]) => sql`(mapContains(metadata, ${text(key)})
          AND metadata[${text(key)}] IN ${texts(typeof value === 'string' ? [value] : value)})`,
      ),
      sql` OR `,
    );
  }
  return compileJsonFilter(selection.filter, { workspaceId, projectId });
}
