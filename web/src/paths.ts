import { pathPartOf } from './lib/path-part.ts';

type Search = Record<string, string | undefined>;

function withSearch(path: string, search: Search): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) if (value) params.set(key, value);
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

const part = (name: string) => encodeURIComponent(pathPartOf(name));

/** Every address of the client, one function per route. */
export const paths = {
  home: () => '/',
  signIn: (search: { token?: string } = {}) => withSearch('/sign-in', search),
  projects: (workspace: string) => `/w/${part(workspace)}/projects`,
  runs: (workspace: string, project: string) => `/w/${part(workspace)}/p/${part(project)}/runs`,
  thread: (workspace: string, project: string, threadId: string) =>
    `/w/${part(workspace)}/p/${part(project)}/threads/${part(threadId)}`,
  metrics: (workspace: string, project: string) =>
    `/w/${part(workspace)}/p/${part(project)}/metrics`,
  setup: (workspace: string, project: string) => `/w/${part(workspace)}/p/${part(project)}/setup`,
  trace: (workspace: string, traceUuid: string, search: { run?: string } = {}) =>
    withSearch(`/w/${part(workspace)}/t/${part(traceUuid)}`, search),
  /** Two traces side by side; `a` is what `b` is measured against. */
  compareTraces: (workspace: string, search: { a?: string; b?: string } = {}) =>
    withSearch(`/w/${part(workspace)}/compare-traces`, search),
  inbox: (workspace: string, search: { problem?: string } = {}) =>
    withSearch(`/w/${part(workspace)}/settings/inbox`, search),
  prices: (workspace: string, search: { q?: string; provider?: string } = {}) =>
    withSearch(`/w/${part(workspace)}/settings/prices`, search),
  feedbackScales: (workspace: string) => `/w/${part(workspace)}/settings/feedback`,
  shareLinks: (workspace: string) => `/w/${part(workspace)}/settings/public-links`,
  shared: (token: string) => `/s/${part(token)}`,
  jobs: (workspace: string, search: { kind?: string } = {}) =>
    withSearch(`/w/${part(workspace)}/settings/jobs`, search),
  retention: (workspace: string) => `/w/${part(workspace)}/settings/retention`,
  apiKeys: (workspace: string) => `/w/${part(workspace)}/settings/api-keys`,
};
