import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { graphql } from '../../gql/index.ts';
import { t } from '../../i18n/index.ts';
import { CalmState, ErrorState } from '../../ui/States.tsx';

const runQuery = graphql(`
  query ResolveRun($ids: [ID!]) {
    runs(ids: $ids, first: 1) {
      nodes {
        id
        uuid
        traceUuid
      }
    }
  }
`);

interface ResolveRunProps {
  runUuid: string;
  children: (found: { runUuid: string; traceUuid: string }) => ReactNode;
}

const pollMs = 2000;

/** Finds the trace of a run of which only the id is known; waits for one that has not arrived. */
export function ResolveRun({ runUuid, children }: ResolveRunProps) {
  const { data, error, refetch } = useQuery(runQuery, {
    variables: { ids: [runUuid] },
    fetchPolicy: 'network-only',
    pollInterval: pollMs,
  });
  const run = data?.runs.nodes[0];
  if (run) return children({ runUuid: run.uuid, traceUuid: run.traceUuid });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <div className="boot" role="status" aria-label={t('common.loading')} />;
  return (
    <CalmState title={t('resolve.waiting')}>
      <p>{t('resolve.waitingText')}</p>
    </CalmState>
  );
}
