import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { Api } from './api/client.ts';
import { Go, SdkProject, SdkRun } from './app/address-pages.tsx';
import { CompareTraces } from './app/CompareTraces.tsx';
import { FeedbackScales } from './app/feedback-page.tsx';
import { NotFound } from './app/NotFound.tsx';
import { ApiKeys, HomePage, Inbox, Projects, Setup, SignIn, Trace } from './app/pages.tsx';
import { Metrics, Runs, Thread } from './app/project-pages.tsx';
import { Jobs, Retention } from './app/job-pages.tsx';
import { Prices } from './app/prices-page.tsx';
import { Shared, ShareLinks } from './app/sharing-pages.tsx';
import { Shell } from './app/Shell.tsx';
import { WorkspaceGate } from './app/WorkspaceGate.tsx';
import { parseCompareSearch } from './features/compare/compare-search.ts';
import { parseDashboardSearch } from './features/dashboards/dashboard-search.ts';
import { parseInboxSearch } from './features/inbox/inbox-search.ts';
import { parseProjectSearch } from './features/projects/project-search.ts';
import { parseListSearch } from './features/runs/model/list-search.ts';
import { parseJobSearch } from './features/settings/jobs/job-search.ts';
import { parsePriceSearch } from './features/settings/prices/price-search.ts';
import { parseTraceSearch } from './features/trace/trace-search.ts';
import { nameInPath, pathPartOf } from './lib/path-part.ts';
import { parseSearchParams, printSearchParams } from './lib/search-params.ts';
import { ErrorState } from './ui/States.tsx';

interface RouterContext {
  api: Api;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
});

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { token?: string } => {
    const { token } = search;
    return typeof token === 'string' && token !== '' ? { token } : {};
  },
  component: SignIn,
});

const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/w/$workspace',
  params: {
    parse: ({ workspace }) => ({ workspace: nameInPath(workspace) }),
    stringify: ({ workspace }) => ({ workspace: pathPartOf(workspace) }),
  },
  component: WorkspaceLayout,
});

function WorkspaceLayout() {
  const { workspace } = workspaceRoute.useParams();
  const { api } = workspaceRoute.useRouteContext();
  return (
    <WorkspaceGate name={workspace} setTenant={api.setTenant}>
      <Shell />
    </WorkspaceGate>
  );
}

const workspaceHomeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/w/$workspace/projects', params, search: {}, replace: true });
  },
});

const projectsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/projects',
  validateSearch: parseProjectSearch,
  component: Projects,
});

const projectRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/p/$project',
  params: {
    parse: ({ project }) => ({ project: nameInPath(project) }),
    stringify: ({ project }) => ({ project: pathPartOf(project) }),
  },
  beforeLoad: ({ params, location }) => {
    if (/\/p\/[^/]+\/?$/.test(location.pathname)) {
      throw redirect({ to: '/w/$workspace/p/$project/runs', params, search: {}, replace: true });
    }
  },
});

const runsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/runs',
  validateSearch: parseListSearch,
  component: Runs,
});

const threadRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/threads/$threadId',
  params: {
    parse: ({ threadId }) => ({ threadId: nameInPath(threadId) }),
    stringify: ({ threadId }) => ({ threadId: pathPartOf(threadId) }),
  },
  component: Thread,
});

const metricsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/metrics',
  validateSearch: parseDashboardSearch,
  component: Metrics,
});

const setupRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/setup',
  component: Setup,
});

const traceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/t/$traceUuid',
  validateSearch: parseTraceSearch,
  component: Trace,
});

const compareTracesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/compare-traces',
  validateSearch: parseCompareSearch,
  component: CompareTraces,
});

const apiKeysRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings/api-keys',
  component: ApiKeys,
});

const pricesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings/prices',
  validateSearch: parsePriceSearch,
  component: Prices,
});

const jobsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings/jobs',
  validateSearch: parseJobSearch,
  component: Jobs,
});

const retentionRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings/retention',
  component: Retention,
});

const inboxRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings/inbox',
  validateSearch: parseInboxSearch,
  component: Inbox,
});

const feedbackScalesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings/feedback',
  component: FeedbackScales,
});

const shareLinksRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings/public-links',
  component: ShareLinks,
});

const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/s/$token',
  component: Shared,
});

// Links that SDKs make name the workspace by its UUID.
const sdkWorkspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/o/$workspace',
  component: SdkWorkspaceLayout,
});

function SdkWorkspaceLayout() {
  const { workspace } = sdkWorkspaceRoute.useParams();
  const { api } = sdkWorkspaceRoute.useRouteContext();
  return (
    <WorkspaceGate name={workspace} setTenant={api.setTenant}>
      <Outlet />
    </WorkspaceGate>
  );
}

const sdkProjectRoute = createRoute({
  getParentRoute: () => sdkWorkspaceRoute,
  path: '/projects/p/$project',
  component: SdkProject,
});

const sdkRunRoute = createRoute({
  getParentRoute: () => sdkWorkspaceRoute,
  path: '/projects/p/$project/r/$run',
  component: SdkRun,
});

const goRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/go/$kind/$id',
  component: Go,
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  sdkWorkspaceRoute.addChildren([sdkProjectRoute, sdkRunRoute]),
  goRoute,
  sharedRoute,
  workspaceRoute.addChildren([
    workspaceHomeRoute,
    projectsRoute,
    projectRoute.addChildren([runsRoute, threadRoute, metricsRoute, setupRoute]),
    traceRoute,
    compareTracesRoute,
    apiKeysRoute,
    pricesRoute,
    jobsRoute,
    retentionRoute,
    inboxRoute,
    feedbackScalesRoute,
    shareLinksRoute,
  ]),
]);

export function createAppRouter(api: Api) {
  return createRouter({
    routeTree,
    context: { api },
    defaultPreload: false,
    parseSearch: parseSearchParams,
    stringifySearch: printSearchParams,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
