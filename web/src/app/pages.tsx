import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link, Navigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useRef } from 'react';
import { useWorkspace, viewerQuery } from '../api/viewer.ts';
import { CompareWith } from '../features/compare/CompareWith.tsx';
import { SignInPage } from '../features/auth/SignInPage.tsx';
import { IngestLag } from '../features/inbox/IngestLag.tsx';
import { InboxPage } from '../features/inbox/InboxPage.tsx';
import { ProjectListPage } from '../features/projects/ProjectListPage.tsx';
import { ApiKeysPage } from '../features/settings/ApiKeysPage.tsx';
import { parseTraceSearch } from '../features/trace/trace-search.ts';
import { t } from '../i18n/index.ts';
import { oneLine } from '../lib/format.ts';
import { Page } from '../ui/Page.tsx';
import { idIn } from './pasted-id.ts';
import { TraceSteps } from './TraceSteps.tsx';
import type { Steps, TraceStep } from './TraceSteps.tsx';
import { ProjectFirstRun } from './ProjectFirstRun.tsx';
import { shareSubject } from './share-subject.ts';
import { ShareTrace } from './sharing-pages.tsx';
import { TraceView } from './trace-part.ts';
import { ErrorState, Skeleton } from '../ui/States.tsx';

// Pages put features together; features do not know each other.

const PayloadJson = lazy(async () => ({
  default: (await import('../features/trace/renderers/PayloadJson.tsx')).PayloadJson,
}));

/** `/`: the viewer's own workspace. */
export function HomePage() {
  const { data, error, refetch } = useQuery(viewerQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <div className="boot" role="status" aria-label={t('common.loading')} />;
  const workspace = data.viewer.workspace.name;
  return <Navigate to="/w/$workspace/projects" params={{ workspace }} search={{}} replace />;
}

const signInRoute = getRouteApi('/sign-in');

export function SignIn() {
  const { token } = signInRoute.useSearch();
  const router = useRouter();
  const onSignedIn = useCallback(() => void router.navigate({ to: '/', replace: true }), [router]);
  return <SignInPage token={token} onSignedIn={onSignedIn} />;
}

const projectsRoute = getRouteApi('/w/$workspace/projects');

export function Projects() {
  const search = projectsRoute.useSearch();
  const navigate = projectsRoute.useNavigate();
  const { viewer, workspace } = useWorkspace();
  return (
    <ProjectListPage
      workspace={workspace.name}
      search={search}
      canCreate={isAllowed(viewer.permissions, 'projects:write')}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

const setupRoute = getRouteApi('/w/$workspace/p/$project/setup');

export function Setup() {
  const { project } = setupRoute.useParams();
  const name = oneLine(project, 200);
  return (
    <Page title={t('setup.pageTitle')} tabTitle={t('setup.tabTitle', { project: name })}>
      <ProjectFirstRun key={project} project={project} />
    </Page>
  );
}

const traceRoute = getRouteApi('/w/$workspace/t/$traceUuid');

export function Trace() {
  const { traceUuid } = traceRoute.useParams();
  const search = traceRoute.useSearch();
  const navigate = traceRoute.useNavigate();
  const { buildLocation } = useRouter();
  const { workspace } = useWorkspace();
  const steps = useRef<Steps>(undefined);
  const onSteps = useCallback((next: Steps) => {
    steps.current = next;
  }, []);
  const goTo = ({ traceUuid: uuid, run }: TraceStep) =>
    void navigate({
      to: '/w/$workspace/t/$traceUuid',
      params: { workspace: workspace.name, traceUuid: uuid },
      search: ({ tab, list }) => parseTraceSearch({ tab, list, run }),
      replace: true,
    });
  return (
    <div className="with-lag">
      <IngestLag />
      <Suspense fallback={<Skeleton lines={[34, 52, 0, 72, 58, 50, 64, 46]} />}>
        <TraceView
          key={traceUuid}
          variant="page"
          traceUuid={traceUuid}
          projectUuid={search.project}
          runUuid={search.run}
          onSelectRun={(run) =>
            void navigate({ search: (before) => ({ ...before, run }), replace: true })
          }
          tab={search.tab}
          onTab={(tab) =>
            void navigate({
              search: (before) => parseTraceSearch({ ...before, tab }),
              replace: true,
            })
          }
          onStepTrace={(by) => steps.current?.[by] && goTo(steps.current[by])}
          traceLink={(uuid) =>
            buildLocation({
              to: '/w/$workspace/t/$traceUuid',
              params: { workspace: workspace.name, traceUuid: uuid },
              search: {},
            }).href
          }
          filterLink={(project, filter) =>
            buildLocation({
              to: '/w/$workspace/p/$project/runs',
              params: { workspace: workspace.name, project: project.name },
              search: { scope: 'runs', filter },
            }).href
          }
          renderActions={({ traceUuid: uuid, root, project, selected, threadId }) =>
            uuid === null ? null : (
              <>
                {search.list === undefined ? null : (
                  <TraceSteps
                    traceUuid={traceUuid}
                    runUuid={search.run}
                    list={search.list}
                    onSteps={onSteps}
                    onStep={goTo}
                  />
                )}
                <ShareTrace subject={shareSubject(uuid, { root, project, selected, threadId })} />
                <CompareWith
                  traceUuid={uuid}
                  name={root?.name ?? ''}
                  project={project?.name}
                  parseId={idIn}
                  onChoose={(other) =>
                    void navigate({
                      to: '/w/$workspace/compare-traces',
                      params: { workspace: workspace.name },
                      search: { a: uuid, b: other },
                    })
                  }
                />
              </>
            )
          }
          renderProjectLink={(project) => (
            <Link
              to="/w/$workspace/p/$project/runs"
              params={{ workspace: workspace.name, project: project.name }}
              search={{}}
            >
              <bdi>{oneLine(project.name, 120)}</bdi>
            </Link>
          )}
        />
      </Suspense>
    </div>
  );
}

const inboxRoute = getRouteApi('/w/$workspace/settings/inbox');

export function Inbox() {
  const search = inboxRoute.useSearch();
  const navigate = inboxRoute.useNavigate();
  const { buildLocation } = useRouter();
  const { viewer, workspace } = useWorkspace();
  return (
    <InboxPage
      workspaceUuid={workspace.uuid}
      canManage={isAllowed(viewer.permissions, 'ingest:manage')}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
      runLink={(runUuid) =>
        buildLocation({
          to: '/w/$workspace/t/$traceUuid',
          params: { workspace: workspace.name, traceUuid: runUuid },
          search: {},
        }).href
      }
      renderPayload={(value, label) => (
        <Suspense fallback={<Skeleton lines={[40, 62, 54, 48]} />}>
          <PayloadJson value={value} label={label} level={3} maxHeight={640} />
        </Suspense>
      )}
    />
  );
}

export function ApiKeys() {
  const { viewer } = useWorkspace();
  return <ApiKeysPage canManage={isAllowed(viewer.permissions, 'keys:manage')} />;
}

function isAllowed(permissions: readonly string[], permission: string): boolean {
  return permissions.includes(permission);
}
