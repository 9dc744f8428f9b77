import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useWorkspace } from '../api/viewer.ts';
import { PricesPage } from '../features/settings/prices/PricesPage.tsx';
import { graphql } from '../gql/index.ts';

const pricesRoute = getRouteApi('/w/$workspace/settings/prices');

const repriceableProjectsQuery = graphql(`
  query RepriceableProjects {
    projects(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

export function Prices() {
  const search = pricesRoute.useSearch();
  const navigate = pricesRoute.useNavigate();
  const { viewer } = useWorkspace();
  const canManage = viewer.permissions.includes('workspace:manage');
  const { data } = useQuery(repriceableProjectsQuery, { skip: !canManage });
  return (
    <PricesPage
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
      canManage={canManage}
      projects={data?.projects.nodes ?? []}
    />
  );
}
