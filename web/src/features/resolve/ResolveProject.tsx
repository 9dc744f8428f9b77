import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { graphql } from '../../gql/index.ts';
import { t } from '../../i18n/index.ts';
import { CalmState, ErrorState } from '../../ui/States.tsx';

const projectQuery = graphql(`
  query ResolveProject($uuids: [ID!]) {
    projects(first: 1, filter: { uuids: $uuids }) {
      nodes {
        id
        name
      }
    }
  }
`);

interface ResolveProjectProps {
  projectUuid: string;
  children: (projectName: string) => ReactNode;
}

/** Finds the project of which only the id is known. */
export function ResolveProject({ projectUuid, children }: ResolveProjectProps) {
  const { data, error, refetch } = useQuery(projectQuery, { variables: { uuids: [projectUuid] } });
  const project = data?.projects.nodes[0];
  if (project) return children(project.name);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <div className="boot" role="status" aria-label={t('common.loading')} />;
  return (
    <CalmState title={t('resolve.noProject')}>
      <p>{t('resolve.noProjectText')}</p>
    </CalmState>
  );
}
