import type { Sql } from '../sql.ts';

/**
 * Where a filter is asked, as conditions on the key columns that `runs` and `run_payloads` share
 * (workspace, project, trace_start, trace_id, id). Each is bound to the workspace.
 */
export interface FilterScope {
  /** Everything of the workspace, for feedback: its table has `workspace_id` only. */
  workspace: Sql;
  /** The runs in question: by span, or by their keys. Payloads beyond it are not read. */
  rows: Sql;
  /** All runs of the traces that `rows` is about; without it `rows` has them all. */
  traces?: Sql | undefined;
  /** All runs that `thread` may find: the project in the whole time of the list; without it `traces`. */
  world?: Sql | undefined;
  /** `rows` are some hundred at most: then only their threads are looked through. */
  areFew?: boolean;
}
