import type { RunFilterInput } from '@runlight/run-model/filter';
import type { GraphCaller } from '../graph-client.ts';
import type { GraphPage } from '../pages.ts';
import { threadSelection } from './graph-thread.ts';
import type { GraphThread } from './graph-thread.ts';

export interface ThreadSelection {
  projectId: string;
  filter: RunFilterInput;
  timeRange: { from?: string; to?: string } | undefined;
}

const document = `
  query SdkThreads($projects: ProjectFilter, $filter: RunFilter, $timeRange: TimeRange, $first: Int,
    $after: String) {
    projects(filter: $projects, first: 1) {
      nodes {
        threads(filter: $filter, timeRange: $timeRange, first: $first, after: $after) {
          nodes { ${threadSelection} }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`;

const empty: GraphPage<GraphThread> = {
  nodes: [],
  pageInfo: { hasNextPage: false, endCursor: null },
};

/** A page of a project's threads, the most recently active first; empty for an unknown project. */
export async function listThreads(
  graph: GraphCaller,
  { projectId, filter, timeRange }: ThreadSelection,
  page: { first: number; after: string | undefined },
): Promise<GraphPage<GraphThread>> {
  const { projects } = await graph.ask<{
    projects: { nodes: { threads: GraphPage<GraphThread> }[] };
  }>(document, { projects: { uuids: [projectId] }, filter, timeRange, ...page });
  return projects.nodes[0]?.threads ?? empty;
}
