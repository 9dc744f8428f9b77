import { sql, uuid } from '@runlight/clickhouse';
import { compileFilter } from '@runlight/clickhouse/run-filter';
import { filterProblem, readFilterInput } from '@runlight/run-model';
import type { RunFilterInput } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type { Sql } from '@runlight/clickhouse';

export interface FilterPlace {
  workspaceId: string;
  /** All of the workspace without it. */
  projectId: string | undefined;
  /** Narrows the runs further, by the columns of their key. */
  and?: Sql;
}

/** A RunFilter as JSON, as a condition on `runs` read with FINAL. Throws BAD_USER_INPUT. */
export function compileJsonFilter(
  filter: RunFilterInput,
  { workspaceId, projectId, and = sql`true` }: FilterPlace,
): Sql {
  const workspace = sql`workspace_id = ${uuid(workspaceId)}`;
  const project =
    projectId === undefined ? workspace : sql`${workspace} AND project_id = ${uuid(projectId)}`;
  const tree = readTree(filter);
  return compileFilter(tree, { workspace, rows: sql`${project} AND ${and}`, traces: project });
}

function readTree(filter: RunFilterInput) {
  try {
    const tree = readFilterInput(filter);
    if (filterProblem(tree) === undefined) return tree;
  } catch {
    // Said below: the input was checked when the job was made, by another release perhaps.
  }
  throw invalidInput('This release cannot read the filter');
}
