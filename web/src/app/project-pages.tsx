import { getRouteApi, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useWorkspace } from '../api/viewer.ts';
import { IngestLag } from '../features/inbox/IngestLag.tsx';
import { ListPage } from '../features/runs/ListPage.tsx';
import { parseListSearch } from '../features/runs/model/list-search.ts';
import { ThreadPage } from '../features/threads/ThreadPage.tsx';
import { Skeleton } from '../ui/States.tsx';
import { ProjectFirstRun } from './ProjectFirstRun.tsx';
import { SelectionActions, UserActions } from './SelectionActions.tsx';
import { TraceView } from './trace-part.ts';
import { CompareSelected } from '../features/compare/CompareSelected.tsx';
import { parseTraceSearch } from '../features/trace/trace-search.ts';
import { listText } from './list-steps.ts';

// The pages of one project.

const DashboardPage = lazy(async () => ({
  default: (await import('../features/dashboards/DashboardPage.tsx')).DashboardPage,
}));
const TurnContent = lazy(async () => ({
  default: (await import('./TurnContent.tsx')).TurnContent,
}));

const runsRoute = getRouteApi('/w/$workspace/p/$project/runs');

export function Runs() {
  const { project } = runsRoute.useParams();
  const search = runsRoute.useSearch();
  const navigate = runsRoute.useNavigate();
  const { viewer } = useWorkspace();
  const links = useProjectLinks(project);
  return (
    <ListPage
      key={project}
      project={project}
      search={search}
      onSearch={(next, isStep) => void navigate({ search: next, replace: !isStep })}
      notice={<IngestLag />}
      canManageViews={viewer.permissions.includes('projects:write')}
      setupLink={links.setup}
      traceLink={(traceUuid, run) => links.trace(traceUuid, run, listText(search))}
      threadLink={links.thread}
      onThread={links.openThread}
      renderTrace={(trace) => (
        <Suspense fallback={<Skeleton lines={[34, 52, 0, 72, 58, 50, 64, 46]} />}>
          <TraceView
            key={trace.traceUuid}
            variant="peek"
            traceUuid={trace.traceUuid}
            projectUuid={trace.projectUuid}
            runUuid={trace.runUuid}
            onSelectRun={trace.onSelectRun}
            tab={trace.tab}
            onTab={trace.onTab}
            filterLink={(_project, filter) => links.list({ scope: 'runs', filter })}
          />
        </Suspense>
      )}
      renderFirstRun={() => <ProjectFirstRun project={project} />}
      renderSelection={(selection) => (
        <>
          {selection.matching === undefined ? (
            <CompareSelected runUuids={selection.runUuids} onCompare={links.compare} />
          ) : null}
          <SelectionActions selection={selection} areTraces={search.scope === undefined} />
        </>
      )}
      renderUserActions={renderUserActions}
    />
  );
}

const renderUserActions = (user: { userId: string; projectId: string }) => (
  <UserActions {...user} />
);

const renderNothing = () => null;

/** Addresses of a project's other pages. */
function useProjectLinks(project: string) {
  const { buildLocation, navigate } = useRouter();
  const { workspace } = useWorkspace();
  const params = { workspace: workspace.name, project };
  const threadTo = (threadId: string) => ({
    to: '/w/$workspace/p/$project/threads/$threadId' as const,
    params: { ...params, threadId },
    search: {},
  });
  const listTo = (search: Record<string, unknown>) => ({
    to: '/w/$workspace/p/$project/runs' as const,
    params,
    search: parseListSearch(search),
  });
  return {
    setup: buildLocation({ to: '/w/$workspace/p/$project/setup', params, search: {} }).href,
    list: (search: Record<string, unknown>) => buildLocation(listTo(search)).href,
    openList: (search: Record<string, unknown>) => void navigate(listTo(search)),
    trace: (traceUuid: string, run?: string, list?: string) =>
      buildLocation({
        to: '/w/$workspace/t/$traceUuid',
        params: { workspace: workspace.name, traceUuid },
        search: parseTraceSearch({ run, list }),
      }).href,
    compare: (a: string, b: string) =>
      void navigate({
        to: '/w/$workspace/compare-traces',
        params: { workspace: workspace.name },
        search: { a, b },
      }),
    thread: (threadId: string) => buildLocation(threadTo(threadId)).href,
    openThread: (threadId: string) => void navigate(threadTo(threadId)),
  };
}

const threadRoute = getRouteApi('/w/$workspace/p/$project/threads/$threadId');

export function Thread() {
  const { project, threadId } = threadRoute.useParams();
  const links = useProjectLinks(project);
  const filter = `thread:${JSON.stringify(threadId)}`;
  return (
    <ThreadPage
      key={threadId}
      project={project}
      threadId={threadId}
      threadsLink={links.list({ scope: 'threads' })}
      runsLink={links.list({ scope: 'runs', range: 'all', filter })}
      traceLink={(traceUuid) => links.trace(traceUuid)}
      renderContent={(content) => (
        <Suspense fallback={<Skeleton lines={[60, 44]} />}>
          <TurnContent {...content} />
        </Suspense>
      )}
      renderActions={renderNothing}
    />
  );
}

const metricsRoute = getRouteApi('/w/$workspace/p/$project/metrics');

export function Metrics() {
  const { project } = metricsRoute.useParams();
  const search = metricsRoute.useSearch();
  const navigate = metricsRoute.useNavigate();
  const { viewer } = useWorkspace();
  const links = useProjectLinks(project);
  return (
    <Suspense fallback={<Skeleton lines={[0, 62, 48, 0, 70, 55]} />}>
      <DashboardPage
        key={project}
        project={project}
        search={search}
        canManage={viewer.permissions.includes('projects:write')}
        onSearch={(next, isStep) => void navigate({ search: next, replace: !isStep })}
        onDrill={({ scope, filter }, range) => links.openList({ scope, filter, ...range })}
      />
    </Suspense>
  );
}
