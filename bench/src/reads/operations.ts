import type { Random } from '../random.ts';
import type { Sample } from './sample.ts';

/** Something people read all day, as a client asks for it. */
export interface Read {
  name: string;
  document: string;
  variables: (sample: Sample, random: Random) => Record<string, unknown>;
  /** Whether the answer holds nothing, which would measure nothing. */
  isEmpty: (data: unknown) => boolean;
  /** R11: p50 and p99 in milliseconds. */
  mustMs: [p50: number, p99: number];
  /** R12: how much slower at most than with 100,000 runs. */
  mustGrow: number;
}

const [windowed, byId, allTime] = [1.5, 2.5, 5];

/** What a row of the list shows. */
const row = `id uuid name runType status startedAt endedAt latencyMs error inputPreview outputPreview
  totalTokens totalCostUsd model tags threadId`;

const list = (name: string): string => `
  query ${name}($id: ID!, $filter: RunFilter, $timeRange: TimeRange) {
    node(id: $id) {
      ... on Project {
        runs(first: 50, filter: $filter, timeRange: $timeRange) {
          nodes { ${row} }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`;

const noRuns = (data: unknown): boolean =>
  (data as { node: { runs: { nodes: unknown[] } } }).node.runs.nodes.length === 0;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** Pairs of words of the payloads; many runs have both. */
const searches = ['customer refund', 'planner budget', 'vector score', 'invoice region'];

export const reads: readonly Read[] = [
  {
    name: 'list 24 h',
    document: list('List'),
    variables: ({ projectId }) => ({ id: projectId, filter: { isRoot: true } }),
    isEmpty: noRuns,
    mustMs: [60, 200],
    mustGrow: windowed,
  },
  {
    name: 'filter 7 d',
    document: list('Filter'),
    variables: ({ projectId }, random) => ({
      id: projectId,
      filter: {
        runType: { eq: 'LLM' },
        latencyMs: { gte: 500 },
        totalTokens: { gt: random.between(100, 4000) },
      },
      timeRange: { from: daysAgo(7) },
    }),
    isEmpty: noRuns,
    mustMs: [60, 200],
    mustGrow: windowed,
  },
  {
    name: 'metadata filter, all time',
    document: list('Metadata'),
    variables: ({ projectId, users }, random) => ({
      id: projectId,
      filter: { isRoot: true, metadata: [{ key: 'user', eq: random.pick(users) }] },
      timeRange: {},
    }),
    isEmpty: noRuns,
    mustMs: [60, 200],
    mustGrow: allTime,
  },
  {
    name: 'thread, all time',
    document: list('Thread'),
    variables: ({ projectId, threads }, random) => ({
      id: projectId,
      filter: { isRoot: true, threadId: { eq: random.pick(threads) } },
      timeRange: {},
    }),
    isEmpty: noRuns,
    mustMs: [60, 200],
    mustGrow: allTime,
  },
  {
    name: 'full text, two words, all time',
    document: list('Search'),
    variables: ({ projectId }, random) => ({
      id: projectId,
      filter: { search: random.pick(searches) },
      timeRange: {},
    }),
    isEmpty: noRuns,
    mustMs: [120, 400],
    mustGrow: allTime,
  },
  {
    name: 'trace tree',
    document: `query Tree($id: ID!) {
      trace(id: $id) {
        runCount errorCount totalTokens totalCostUsd
        runs(first: 500) { nodes { ${row} parentUuid dottedOrder } }
      }
    }`,
    variables: ({ runs }, random) => ({ id: random.pick(runs).traceId }),
    isEmpty: (data) => (data as { trace: unknown }).trace === null,
    mustMs: [60, 200],
    mustGrow: byId,
  },
  {
    name: 'run by UUID with payloads',
    document: `query Run($id: ID!) { run(id: $id) { ${row} inputs outputs extra metadata } }`,
    variables: ({ runs }, random) => ({ id: random.pick(runs).id }),
    isEmpty: (data) => (data as { run: unknown }).run === null,
    mustMs: [60, 200],
    mustGrow: byId,
  },
];
