import type { GraphCaller } from '../graph-client.ts';
import type { GraphRun } from './graph-run.ts';
import type { RunSelection } from './run-selection.ts';

export interface RunPage {
  runs: GraphRun[];
  next: string | null;
}

interface Answer {
  runs: { nodes: GraphRun[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** What the graph gives in one page at most. */
const graphPage = 100;

const document = (selection: string): string => `
  query SdkRuns($projectIds: [ID!], $ids: [ID!], $traceUuid: ID, $filter: RunFilter,
    $timeRange: TimeRange, $orderBy: RunOrder, $first: Int, $after: String) {
    runs(projectIds: $projectIds, ids: $ids, traceUuid: $traceUuid, filter: $filter,
      timeRange: $timeRange, orderBy: $orderBy, first: $first, after: $after) {
      nodes { ${selection} }
      pageInfo { hasNextPage endCursor }
    }
  }`;

export interface PageOptions {
  size: number;
  after?: string | undefined;
  direction: 'ASC' | 'DESC';
}

/** A page of runs, however large: put together from pages of the graph. */
export async function listRuns(
  graph: GraphCaller,
  selected: RunSelection,
  selection: string,
  { size, after, direction }: PageOptions,
): Promise<RunPage> {
  if (selected.ids.length > 0)
    return { runs: await runsById(graph, selected, selection), next: null };
  const runs: GraphRun[] = [];
  let cursor = after;
  for (;;) {
    const first = Math.min(size - runs.length, graphPage);
    const { runs: page } = await graph.ask<Answer>(document(selection), {
      ...argumentsOf(selected),
      orderBy: { field: 'STARTED_AT', direction },
      first,
      after: cursor,
    });
    runs.push(...page.nodes);
    cursor = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
    if (cursor === undefined || runs.length >= size) return { runs, next: cursor ?? null };
  }
}

const argumentsOf = ({ projectIds, traceUuid, filter, timeRange }: RunSelection) => ({
  projectIds,
  traceUuid,
  filter,
  timeRange,
});

/** Exact runs, in the order asked for; other filters are ignored, as by the original service. */
async function runsById(
  graph: GraphCaller,
  { ids: asked, projectIds }: RunSelection,
  selection: string,
): Promise<GraphRun[]> {
  // Each once: a thousand times the same large run would be a gigabyte.
  const ids = [...new Set(asked)];
  const found = new Map<string, GraphRun>();
  for (let start = 0; start < ids.length; start += graphPage) {
    const { runs } = await graph.ask<Answer>(document(selection), {
      ids: ids.slice(start, start + graphPage),
      projectIds,
      timeRange: {},
      first: graphPage,
    });
    for (const run of runs.nodes) found.set(run.uuid, run);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
