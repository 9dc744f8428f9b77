import { instantUs, int, sql, uuid } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { RunningJob } from '../jobs/job-handler.ts';
import type { DeletionInput } from './deletion-input.ts';

const nilUuid = sql`toUUID('00000000-0000-0000-0000-000000000000')`;

/** What a deletion takes, as conditions on the tables. Each names the workspace. */
export interface DeletionScope {
  workspaceId: string;
  jobId: string;
  /** On tables that have a run's key; of one part of the targets when there are many. */
  ofRuns: (part?: TargetPart) => Sql;
  /** On `feedback`. */
  ofFeedback: (part?: TargetPart) => Sql;
  /** Selects `project_id` and `trace_start` of what the scope is about, before and after it is deleted. */
  places: Sql;
  /** Whether targets are chosen first, rather than everything in a range taken. */
  hasTargets: boolean;
}

/** One of `count` parts of the targets, by trace. */
export interface TargetPart {
  index: number;
  count: number;
}

type ScopeJob = Pick<RunningJob, 'id' | 'workspaceId'>;

export function scopeOf(job: ScopeJob, input: DeletionInput): DeletionScope {
  return input.scope === 'runs' ? targetScope(job) : rangeScope(job, input);
}

function targetScope({ id: jobId, workspaceId }: ScopeJob): DeletionScope {
  const own = sql`workspace_id = ${uuid(workspaceId)}`;
  const targets = (part?: TargetPart): Sql =>
    part === undefined || part.count === 1
      ? sql`FROM deletion_targets WHERE ${own} AND job_id = ${uuid(jobId)}`
      : sql`FROM deletion_targets WHERE ${own} AND job_id = ${uuid(jobId)}
          AND cityHash64(trace_id) % ${int(part.count)} = ${int(part.index)}`;
  return {
    workspaceId,
    jobId,
    hasTargets: true,
    places: sql`SELECT project_id, trace_start ${targets()}`,
    ofRuns: (part) => sql`${own} AND (project_id, trace_start, trace_id, id) IN (
      SELECT project_id, trace_start, trace_id, id ${targets(part)})`,
    // Feedback knows its run; without one, it stands for its trace.
    ofFeedback: (part) => sql`${own}
      AND if(run_id = ${nilUuid}, trace_id, run_id) IN (SELECT id ${targets(part)})`,
  };
}

function rangeScope(
  { id: jobId, workspaceId }: ScopeJob,
  input: Exclude<DeletionInput, { scope: 'runs' }>,
): DeletionScope {
  const own = sql`workspace_id = ${uuid(workspaceId)}`;
  const inProject = sql`${own} AND project_id = ${uuid(input.projectId)}`;
  const ofRuns =
    input.scope === 'project'
      ? inProject
      : sql`${inProject} AND trace_start < ${instantUs(Date.parse(input.before) * 1000)}`;
  const ofRunsFeedback = sql`run_id IN (SELECT id FROM runs WHERE ${ofRuns})`;
  return {
    workspaceId,
    jobId,
    hasTargets: false,
    places: sql`SELECT project_id, toDateTime64(hour * 3600, 6, 'UTC') AS trace_start FROM rollup_hours
      WHERE ${ofRuns}`,
    ofRuns: () => ofRuns,
    ofFeedback: () =>
      input.scope === 'project'
        ? sql`${own} AND (project_id = ${uuid(input.projectId)} OR ${ofRunsFeedback})`
        : sql`${own} AND ${ofRunsFeedback}`,
  };
}
