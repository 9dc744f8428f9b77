import { useMutation, useQuery } from '@apollo/client/react';
import {
  cloneDashboardMutation,
  createDashboardMutation,
  dashboardProjectQuery,
  dashboardsQuery,
  deleteDashboardMutation,
  updateDashboardMutation,
} from './dashboard-documents.ts';
import { chartInputOf } from './model/dashboard.ts';
import type { Dashboard, DashboardChart } from './model/dashboard.ts';

/** What came of a change: the dashboard to show, or what is wrong. */
export type Change = { id?: string; problem?: string };

/** The dashboards of a project, and what can be done with them. */
export function useDashboards(project: string) {
  const found = useQuery(dashboardProjectQuery, { variables: { project }, errorPolicy: 'all' });
  const projectId = found.data?.project?.id;
  const { data, previousData, error, refetch } = useQuery(dashboardsQuery, {
    variables: { projectId: projectId ?? null },
    skip: projectId === undefined,
    fetchPolicy: 'cache-and-network',
  });
  const again = { refetchQueries: [dashboardsQuery], awaitRefetchQueries: true };
  const [create] = useMutation(createDashboardMutation, again);
  const [update] = useMutation(updateDashboardMutation);
  const [clone] = useMutation(cloneDashboardMutation, again);
  const [remove] = useMutation(deleteDashboardMutation, again);
  return {
    dashboards: (data ?? previousData)?.dashboards,
    isMissing: found.data?.project === null || (found.error !== undefined && !found.data?.project),
    error: error ?? found.error,
    retry: () => {
      void found.refetch();
      void refetch();
    },
    async create(name: string): Promise<Change> {
      const input = { name, projectId: projectId ?? null, charts: [] };
      return changed((await create({ variables: { input } })).data?.createDashboard);
    },
    async clone(dashboard: Dashboard, name: string): Promise<Change> {
      const input = { id: dashboard.id, name, projectId: projectId ?? null };
      return changed((await clone({ variables: { input } })).data?.cloneDashboard);
    },
    async setCharts(dashboard: Dashboard, charts: readonly DashboardChart[]): Promise<Change> {
      const input = { id: dashboard.id, charts: charts.map(chartInputOf) };
      return changed((await update({ variables: { input } })).data?.updateDashboard);
    },
    async rename(dashboard: Dashboard, name: string): Promise<Change> {
      const input = { id: dashboard.id, name };
      return changed((await update({ variables: { input } })).data?.updateDashboard);
    },
    async remove(dashboard: Dashboard): Promise<Change> {
      const { data: gone } = await remove({ variables: { input: { id: dashboard.id } } });
      const problem = gone?.deleteDashboard.userErrors[0]?.message;
      return problem === undefined ? {} : { problem };
    },
  };
}

interface Payload {
  dashboard: { id: string } | null;
  userErrors: readonly { message: string }[];
}

function changed(payload: Payload | undefined): Change {
  const problem = payload?.userErrors[0]?.message;
  const id = payload?.dashboard?.id;
  return {
    ...(problem === undefined ? {} : { problem }),
    ...(id === undefined ? {} : { id }),
  };
}
