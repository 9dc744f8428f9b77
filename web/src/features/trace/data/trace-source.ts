import type { ApolloClient } from '@apollo/client';
import { hasErrorCode } from '../../../api/error-words.ts';
import type { LiveRun } from '../model/live-trace.ts';
import { traceRunOf } from '../model/trace-run.ts';
import type { TraceRun } from '../model/trace-run.ts';
import {
  dottedOrdersQuery,
  runProjectQuery,
  traceEventsSubscription,
  tracePageQuery,
  traceStartQuery,
} from '../trace-documents.ts';
import type { TracePageQuery } from '../../../gql/graphql.ts';

/** The project a trace was sent to. */
export interface TraceProject {
  id: string;
  uuid: string;
  name: string;
}

/** A page of a trace's runs, with what is known of the trace. */
export interface TraceChunk {
  traceUuid: string;
  rootId: string | null;
  threadId: string | null;
  project: TraceProject | null;
  runCount: number;
  endedAt: string | null;
  runs: TraceRun[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

export type LiveSignal = { kind: 'run'; live: LiveRun } | { kind: 'gap'; eventId: string };

export interface WatchOptions {
  traceUuid: string;
  projectId: string;
  after: string | undefined;
  onSignal: (signal: LiveSignal) => void;
  /** The stream ended or broke; whoever watches decides when to try again. */
  onEnd: (error?: unknown) => void;
}

/** Where the trace store gets its runs from. */
export interface TraceSource {
  /** The first rows, quickly and without figures; null while no run of the trace has arrived. */
  loadStart(options: {
    traceId: string;
    first: number;
    signal: AbortSignal;
  }): Promise<TraceChunk | null>;
  /** A page with figures; null while no run of the trace has arrived. */
  loadPage(options: {
    traceId: string;
    first: number;
    after?: string;
    signal: AbortSignal;
  }): Promise<TraceChunk | null>;
  projectOfRun(runId: string): Promise<TraceProject | null>;
  /** `dotted_order` by UUID of up to 100 runs, by their global ids. */
  dottedOrders(runIds: string[]): Promise<Map<string, string>>;
  /** Returns the function that stops watching. */
  watch(options: WatchOptions): () => void;
}

/**
 * Rows of a trace bypass the normalised cache: 30,000 of them would spend seconds and most of the
 * heap there, and live events replace them many times a second.
 */
export function createTraceSource(client: ApolloClient): TraceSource {
  return {
    loadStart: ({ traceId, first, signal }) =>
      nullIfMissing(async () => {
        const { data } = await client.query({
          query: traceStartQuery,
          variables: { id: traceId, first },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal } },
        });
        const trace = data?.trace;
        return trace
          ? { ...aboutTrace(trace), runs: trace.runs.nodes.map(traceRunOf), next: null }
          : null;
      }),
    loadPage: ({ traceId, first, after, signal }) =>
      nullIfMissing(async () => {
        const { data } = await client.query({
          query: tracePageQuery,
          variables: { id: traceId, first, after: after ?? null },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal } },
        });
        const trace = data?.trace;
        if (!trace) return null;
        const { nodes, pageInfo } = trace.runs;
        return {
          ...aboutTrace(trace),
          runs: nodes.map(traceRunOf),
          next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
        };
      }),
    async dottedOrders(runIds) {
      const { data } = await client.query({
        query: dottedOrdersQuery,
        variables: { ids: runIds },
        fetchPolicy: 'no-cache',
      });
      const runs = (data?.nodes ?? []).filter((node) => node?.__typename === 'Run');
      return new Map(runs.map((run) => [run.uuid, run.dottedOrder]));
    },
    async projectOfRun(runId) {
      const { data } = await client.query({
        query: runProjectQuery,
        variables: { id: runId },
        fetchPolicy: 'no-cache',
      });
      return data?.run?.project ?? null;
    },
    watch({ traceUuid, projectId, after, onSignal, onEnd }) {
      const subscription = client
        .subscribe({
          query: traceEventsSubscription,
          variables: { traceUuid, projectId, after: after ?? null },
          fetchPolicy: 'no-cache',
        })
        .subscribe({
          next: ({ data, error }) => {
            const event = data?.traceEvents;
            if (error !== undefined || !event) return onEnd(error);
            const { eventId, run } = event;
            if (event.__typename !== 'RunChanged' || !run) {
              return onSignal({ kind: 'gap', eventId });
            }
            const { isStored } = event;
            onSignal({ kind: 'run', live: { eventId, isStored, run: traceRunOf(run) } });
          },
          error: onEnd,
          complete: () => onEnd(),
        });
      return () => subscription.unsubscribe();
    },
  };
}

type TraceFacts = Pick<
  NonNullable<TracePageQuery['trace']>,
  'uuid' | 'root' | 'runCount' | 'endedAt'
>;

function aboutTrace({ uuid, root, runCount, endedAt }: TraceFacts) {
  return {
    traceUuid: uuid,
    rootId: root?.id ?? null,
    threadId: root?.threadId ?? null,
    project: root?.project ?? null,
    runCount,
    endedAt: endedAt ?? null,
  };
}

async function nullIfMissing<T>(load: () => Promise<T | null>): Promise<T | null> {
  try {
    return await load();
  } catch (error) {
    if (hasErrorCode(error, 'NOT_FOUND')) return null;
    throw error;
  }
}
