import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../../gql/index.ts';

export const firstRunProjectQuery = graphql(`
  query FirstRunProject($name: String!) {
    project(name: $name) {
      id
      runs(first: 1, timeRange: {}) {
        nodes {
          id
          traceUuid
        }
      }
    }
  }
`);

export const firstRunSubscription = graphql(`
  subscription FirstRunEvents($projectId: ID!) {
    runEvents(projectId: $projectId) {
      __typename
      eventId
      run {
        id
        traceUuid
      }
    }
  }
`);

const lookAgainMs = 3000;

/**
 * Calls once for the trace of the next run. Mostly the stream tells; looking now and then covers a
 * project that does not exist yet and what came just before the stream. Runs that were there at the
 * first look do not count.
 */
export function useFirstRun(project: string, onFirstRun: (traceUuid: string) => void): void {
  const client = useApolloClient();
  const latest = useRef(onFirstRun);
  latest.current = onFirstRun;
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let newestBefore: string | null | undefined;
    let watched: { id: string; stop: () => void } | undefined;

    function found(traceUuid: string): void {
      if (isOver) return;
      isOver = true;
      latest.current(traceUuid);
    }

    function watch(projectId: string): void {
      if (watched?.id === projectId) return;
      watched?.stop();
      const subscription = client
        .subscribe({
          query: firstRunSubscription,
          variables: { projectId },
          fetchPolicy: 'no-cache',
        })
        .subscribe({
          next: ({ data }) => {
            const run = data?.runEvents.run;
            if (run) found(run.traceUuid);
          },
          error: () => (watched = undefined),
          complete: () => (watched = undefined),
        });
      watched = { id: projectId, stop: () => subscription.unsubscribe() };
    }

    async function look(): Promise<void> {
      try {
        const { data } = await client.query({
          query: firstRunProjectQuery,
          variables: { name: project },
          fetchPolicy: 'no-cache',
        });
        if (isOver) return;
        const [run] = data?.project?.runs.nodes ?? [];
        if (newestBefore === undefined) newestBefore = run?.id ?? null;
        else if (run && run.id !== newestBefore) return found(run.traceUuid);
        if (data?.project) watch(data.project.id);
      } catch {
        newestBefore ??= null;
        // No such project yet, or the server is away: both may change.
      }
      if (!isOver) timer = setTimeout(() => void look(), lookAgainMs);
    }

    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
      watched?.stop();
    };
  }, [client, project]);
}
