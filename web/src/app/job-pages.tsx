import { getRouteApi } from '@tanstack/react-router';
import { useWorkspace } from '../api/viewer.ts';
import { JobsPage } from '../features/settings/jobs/JobsPage.tsx';
import { RetentionPage } from '../features/settings/retention/RetentionPage.tsx';
import type { JobKind } from '../gql/graphql.ts';

const jobsRoute = getRouteApi('/w/$workspace/settings/jobs');

/** What each kind of job needs, as the graph checks it. */
const permissionOf: Record<JobKind, string> = {
  DELETION: 'runs:delete',
  EXPORT: 'runs:export',
  REPRICING: 'workspace:manage',
  RETENTION: 'workspace:manage',
};
const kinds = Object.keys(permissionOf) as JobKind[];

export function Jobs() {
  const { kind = 'all' } = jobsRoute.useSearch();
  const navigate = jobsRoute.useNavigate();
  const { viewer } = useWorkspace();
  return (
    <JobsPage
      key={kind}
      filter={kind}
      onFilter={(next) =>
        void navigate({ search: next === 'all' ? {} : { kind: next }, replace: true })
      }
      cancelable={kinds.filter((each) => viewer.permissions.includes(permissionOf[each]))}
    />
  );
}

export function Retention() {
  const { viewer } = useWorkspace();
  const may = (permission: string) => viewer.permissions.includes(permission);
  return (
    <RetentionPage
      canManage={may('workspace:manage')}
      canDelete={may('runs:delete')}
      canExport={may('runs:export')}
    />
  );
}
