import type { ApolloClient } from '@apollo/client';
import type { RunFilter, RunOrder, TimeRange } from '../../../gql/graphql.ts';
import { hasErrorCode } from '../../../api/error-words.ts';
import { listedRunOf } from '../model/listed-run.ts';
import type { ListedRun } from '../model/listed-run.ts';
import type { LiveListedRun } from '../model/run-list.ts';
import { mostMetadataColumns, runEventsSubscription, runListQuery } from '../run-documents.ts';

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
  orderBy?: RunOrder;
  first: number;
  after?: string;
  signal: AbortSignal;
}

export type ListSignal = { kind: 'run'; live: LiveListedRun } | { kind: 'gap'; eventId: string };

export interface WatchListOptions {
  projectId: string;
  filter: RunFilter;
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

/** What rows hold besides what every row does. */
export interface RowExtras {
  metadataPaths: readonly string[];
  withFeedback: boolean;
}

/** Rows bypass the normalised cache: hundreds of live events a second would be slow in it. */
export function createRunSource(
  client: ApolloClient,
  project: string,
  extras: RowExtras,
): RunSource {
  const paths = extras.metadataPaths.slice(0, mostMetadataColumns);
  const shown = { ...pathVariables(paths), withFeedback: extras.withFeedback };
  return {
    async loadPage({ filter, timeRange, orderBy, first, after, signal }) {
      try {
        const { data } = await client.query({
          query: runListQuery,
          variables: {
            project,
            filter,
            timeRange,
            orderBy: orderBy ?? null,
            first,
            after: after ?? null,
            ...shown,
          },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal } },
        });
        const found = data?.project;
        if (!found) return null;
        const { nodes, pageInfo } = found.runs;
        return {
          project: { id: found.id, uuid: found.uuid, name: found.name },
          runs: nodes.map((node) => listedRunOf(node, paths)),
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
          variables: { projectId, filter, after: after ?? null, ...shown },
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
            onSignal({ kind: 'run', live: { eventId, isStored, run: listedRunOf(run, paths) } });
          },
          error: onEnd,
          complete: onEnd,
        });
      return () => subscription.unsubscribe();
    },
  };
}

type PathVariables = Partial<
  Record<`m${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`, string> &
    Record<`has${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`, boolean>
>;

function pathVariables(paths: readonly string[]): PathVariables {
  return Object.fromEntries(
    paths.flatMap((path, index) => [
      [`m${index}`, path],
      [`has${index}`, true],
    ]),
  );
}
