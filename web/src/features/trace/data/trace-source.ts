import type { ApolloClient } from '@apollo/client';
import { hasErrorCode } from '../../../api/error-words.ts';
import type { LiveRun } from '../model/live-trace.ts';
import { traceRunOf } from '../model/trace-run.ts';
import type { TraceRun } from '../model/trace-run.ts';
import { runProjectQuery, traceEventsSubscription, tracePageQuery } from '../trace-documents.ts';

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
  /** null while no run of the trace has arrived. */
  loadPage(options: {
    traceId: string;
    first: number;
    after?: string;
    signal: AbortSignal;
  }): Promise<TraceChunk | null>;
  projectOfRun(runId: string): Promise<TraceProject | null>;
  /** Returns the function that stops watching. */
  watch(options: WatchOptions): () => void;
}

/**
 * Rows of a trace bypass the normalised cache: 30,000 of them would spend seconds and most of the
 * heap there, and live events replace them many times a second.
 */
export function createTraceSource(client: ApolloClient): TraceSource {
  return {
    async loadPage({ traceId, first, after, signal }) {
      try {
        const { data } = await client.query({
          query: tracePageQuery,
          variables: { id: traceId, first, after: after ?? null },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal } },
        });
        const trace = data?.trace;
        if (!trace) return null;
        return {
          traceUuid: trace.uuid,
          rootId: trace.root?.id ?? null,
          threadId: trace.root?.threadId ?? null,
          project: trace.root?.project ?? null,
          runCount: trace.runCount,
          endedAt: trace.endedAt ?? null,
          runs: trace.runs.nodes.map(traceRunOf),
          next: trace.runs.pageInfo.hasNextPage ? (trace.runs.pageInfo.endCursor ?? null) : null,
        };
      } catch (error) {
        if (hasErrorCode(error, 'NOT_FOUND')) return null;
        throw error;
      }
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
