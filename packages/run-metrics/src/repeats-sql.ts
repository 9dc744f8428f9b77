import { sql } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';

// What a run reports stands for everything below it. Runs below it that report as well repeat a part of
// that, and a total must leave them out. Most traces have no such run.

const nobody = sql`toUUID('00000000-0000-0000-0000-000000000000')`;
const reports = sql`(has_usage = 1 OR has_cost = 1)`;

/** Ids of the runs above, as far as `dotted_order` names them. */
const namedAncestors = sql`arrayPopBack(arrayMap(step -> toUUIDOrZero(right(step, 36)), splitByChar('.', dotted_order)))`;

/** Runs of the scope that report and have runs below them: mostly none. */
export const coveringIn = (scope: Sql): Sql =>
  sql`SELECT id AS covering_id, has_usage AS covers_tokens, has_cost AS covers_cost
FROM runs FINAL WHERE ${scope} AND ${reports}
  AND id IN (SELECT parent_run_id FROM runs WHERE ${scope} AND parent_run_id != ${nobody})`;

/**
 * Runs in the scope that report tokens or costs below others that do: `repeat_id`, and by
 * `token_covers` and `cost_covers` which runs above report. OpenTelemetry does not say who is above;
 * there, parents are followed six levels up.
 *
 * @param scope condition on the immutable columns of `runs`, workspace first; holds whole traces
 */
export function repeatsIn(scope: Sql): Sql {
  const links = sql`SELECT id AS link_id, parent_run_id AS link_parent FROM runs FINAL
  WHERE ${scope} AND parent_run_id != ${nobody} AND position(dotted_order, '.') = 0`;
  return sql`SELECT any(project_id) AS project_id, any(trace_start) AS trace_start, any(trace_id) AS trace_id,
  id AS repeat_id, groupArrayIf(covering_id, has_usage = 1 AND covers_tokens = 1) AS token_covers,
  groupArrayIf(covering_id, has_cost = 1 AND covers_cost = 1) AS cost_covers
FROM (
  SELECT r.project_id AS project_id, r.trace_start AS trace_start, r.trace_id AS trace_id, r.id AS id,
    has_usage, has_cost, arrayJoin(arrayDistinct(arrayFilter(a -> a != ${nobody} AND a != r.id,
      if(position(dotted_order, '.') > 0, ${namedAncestors}, [r.parent_run_id, l1.link_parent,
        l2.link_parent, l3.link_parent, l4.link_parent, l5.link_parent])))) AS above
  FROM (SELECT project_id, trace_start, trace_id, id, parent_run_id, has_usage, has_cost, dotted_order
    FROM runs FINAL WHERE ${scope} AND ${reports} AND parent_run_id != ${nobody}) AS r
  LEFT ANY JOIN (${links}) AS l1 ON r.parent_run_id = l1.link_id
  LEFT ANY JOIN (${links}) AS l2 ON l1.link_parent = l2.link_id
  LEFT ANY JOIN (${links}) AS l3 ON l2.link_parent = l3.link_id
  LEFT ANY JOIN (${links}) AS l4 ON l3.link_parent = l4.link_id
  LEFT ANY JOIN (${links}) AS l5 ON l4.link_parent = l5.link_id
) AS reporting INNER JOIN (${coveringIn(scope)}) AS covering ON above = covering_id
GROUP BY id HAVING notEmpty(token_covers) OR notEmpty(cost_covers)`;
}
