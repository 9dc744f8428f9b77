import type { ApolloClient } from '@apollo/client';
import type { RunEventFilter, RunFilter, TimeRange } from '../../../gql/graphql.ts';
import { hasErrorCode } from '../../../api/error-words.ts';
import { listedRunOf } from '../model/listed-run.ts';
import type { ListedRun } from '../model/listed-run.ts';
import type { LiveListedRun } from '../model/run-list.ts';
import { runEventsSubscription, runListQuery } from '../run-documents.ts';

export interface ListedProject {
  id: string;
  uuid: string;
  name: string;
}

export interface RunPage {
  project: ListedProject;
  runs: ListedRun[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

export interface PageRequest {
  filter: RunFilter;
  timeRange: TimeRange;
  first: number;
  after?: string;
  signal: AbortSignal;
}

export type ListSignal = { kind: 'run'; live: LiveListedRun } | { kind: 'gap'; eventId: string };

export interface WatchListOptions {
  projectId: string;
  filter: RunEventFilter;
  after: string | undefined;
  onSignal: (signal: ListSignal) => void;
  onEnd: () => void;
}

/** Where the list gets its runs from. */
export interface RunSource {
  /** null when there is no such project. */
  loadPage(request: PageRequest): Promise<RunPage | null>;
  /** Returns the function that stops watching. */
  watch(options: WatchListOptions): () => void;
}

/** Rows bypass the normalised cache: hundreds of live events a second would be slow in it. */
export function createRunSource(client: ApolloClient, project: string): RunSource {
  return {
    async loadPage({ filter, timeRange, first, after, signal }) {
      try {
        const { data } = await client.query({
          query: runListQuery,
          variables: { project, filter, timeRange, first, after: after ?? null },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal } },
        });
        const found = data?.project;
        if (!found) return null;
        const { nodes, pageInfo } = found.runs;
        return {
          project: { id: found.id, uuid: found.uuid, name: found.name },
          runs: nodes.map(listedRunOf),
          next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
        };
      } catch (error) {
        if (hasErrorCode(error, 'NOT_FOUND')) return null;
        throw error;
      }
    },
    watch({ projectId, filter, after, onSignal, onEnd }) {
      const subscription = client
        .subscribe({
          query: runEventsSubscription,
          variables: { projectId, filter, after: after ?? null },
          fetchPolicy: 'no-cache',
        })
        .subscribe({
          next: ({ data }) => {
            const event = data?.runEvents;
            if (!event) return onEnd();
            const { eventId, run } = event;
            if (event.__typename !== 'RunChanged' || !run) {
              return onSignal({ kind: 'gap', eventId });
            }
            const { isStored } = event;
            onSignal({ kind: 'run', live: { eventId, isStored, run: listedRunOf(run) } });
          },
          error: onEnd,
          complete: onEnd,
        });
      return () => subscription.unsubscribe();
    },
  };
}
