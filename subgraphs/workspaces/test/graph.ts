import { randomUUID } from 'node:crypto';
import { permissionsOfRole, principalOfKey } from '@runlight/auth';
import type { ApiKeyScope, Principal, Role } from '@runlight/auth';
import { plainGlobalId, scopedGlobalId } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { createLogger } from '@runlight/service';
import { createMember, createTenant } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { graphql } from 'graphql';
import { createWorkspacesSubgraph } from '../src/index.ts';
import type { WorkspacesSubgraphOptions } from '../src/index.ts';
import { buryLetter } from './problems.ts';

type Json = Record<string, unknown>;

export interface Answer {
  // Tests know the shape of what they asked for.
  data: Record<string, never> | null;
  codes: string[];
}

/** Runs documents against the subgraph as the gateway does. */
export function createGraph(
  database: Pick<TestDatabase, 'db'>,
  options: Omit<WorkspacesSubgraphOptions, 'database'> = {},
) {
  const { schema } = createWorkspacesSubgraph({ database, ...options });
  const log = createLogger({ service: 'test', level: 'silent' });

  return async function ask(
    principal: Principal | undefined,
    source: string,
    variables: Json = {},
  ): Promise<Answer> {
    const context = {
      principal,
      requestId: randomUUID(),
      log,
      signal: new AbortController().signal,
    } as RequestContext;
    const { data, errors = [] } = await graphql({
      schema,
      source,
      variableValues: variables,
      contextValue: context,
    });
    return {
      // Copied, as graphql-js gives objects without a prototype.
      data: JSON.parse(JSON.stringify(data ?? null)) as Answer['data'],
      codes: errors.map(({ extensions: { code }, message }) =>
        typeof code === 'string' ? code : message,
      ),
    };
  };
}

export type Ask = ReturnType<typeof createGraph>;

/** A workspace with an owner, and principals for it. */
export async function createWorkspace({ db }: Pick<TestDatabase, 'db'>) {
  const tenant = await createTenant(db);
  const ownerId = await createMember(db, { workspaceId: tenant.workspaceId, role: 'owner' });
  const person = (role: Role, id = ownerId): Principal => ({
    id,
    kind: 'user',
    ...tenant,
    permissions: permissionsOfRole(role),
  });
  const machine = (scope: ApiKeyScope, keyId: string = randomUUID()): Principal =>
    principalOfKey({ keyId, scope, ...tenant });
  return { ...tenant, ownerId, owner: person('owner'), person, machine };
}

export type Workspace = Awaited<ReturnType<typeof createWorkspace>>;

/** One object of every entity type in the workspace, as representations for `_entities`. */
export async function createEntities(
  ask: Ask,
  workspace: Workspace,
  database: Pick<TestDatabase, 'db'>,
) {
  const problem = await buryLetter(database.db, workspace);
  const { data } = await ask(
    workspace.owner,
    `mutation {
      createProject(input: { name: "secret" }) { project { id uuid } }
      createApiKey(input: { name: "secret" }) { apiKey { id } }
      createModelPrice(input: {
        name: "secret", pattern: "secret", rates: [{ subtype: "input", usdPerMillion: "1" }]
      }) { modelPrice { id } }
      createDashboard(input: { name: "secret", charts: [] }) { dashboard { id } }
    }`,
  );
  const created = data as unknown as {
    createProject: { project: { id: string; uuid: string } };
    createModelPrice: { modelPrice: { id: string } };
    createApiKey: { apiKey: { id: string } };
    createDashboard: { dashboard: { id: string } };
  };
  const projectUuid = created.createProject.project.uuid;
  const inProject = await createInProject(ask, workspace, projectUuid);
  return {
    projectUuid,
    problem,
    dashboardId: created.createDashboard.dashboard.id,
    ...inProject,
    representations: [
      { __typename: 'Project', id: created.createProject.project.id },
      { __typename: 'ModelPrice', id: created.createModelPrice.modelPrice.id },
      { __typename: 'ApiKey', id: created.createApiKey.apiKey.id },
      { __typename: 'Workspace', id: plainGlobalId('Workspace', workspace.workspaceId) },
      { __typename: 'Organization', id: plainGlobalId('Organization', workspace.organizationId) },
      { __typename: 'User', id: plainGlobalId('User', workspace.ownerId) },
      { __typename: 'IngestProblem', id: problem.id },
      { __typename: 'Dashboard', id: created.createDashboard.dashboard.id },
      { __typename: 'SavedView', id: inProject.viewId },
      { __typename: 'Job', id: inProject.jobId },
    ],
  };
}

/** A view of the team, and a job that waits. */
async function createInProject(ask: Ask, workspace: Workspace, projectUuid: string) {
  const { data } = await ask(
    workspace.owner,
    `mutation ($projectId: ID!) {
      createSavedView(input: { projectId: $projectId, kind: RUNS, name: "secret", visibility: TEAM }) {
        savedView { id }
      }
      exportRuns(input: { projectId: $projectId }) { job { id } }
    }`,
    { projectId: projectUuid },
  );
  const created = data as unknown as {
    createSavedView: { savedView: { id: string } };
    exportRuns: { job: { id: string } };
  };
  return { viewId: created.createSavedView.savedView.id, jobId: created.exportRuns.job.id };
}

export const entitiesQuery = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Project { id name }
    ... on ApiKey { id name }
    ... on ModelPrice { id name }
    ... on Workspace { id name }
    ... on Organization { id name }
    ... on User { id name }
    ... on IngestProblem { id detail }
    ... on Dashboard { id name }
    ... on SavedView { id name }
    ... on Job { id input }
  }
}`;

/** The id that the same row would have if it belonged to the other workspace. */
export const claimedBy = (
  type: Parameters<typeof scopedGlobalId>[0],
  workspaceId: string,
  uuid: string,
) => scopedGlobalId(type, workspaceId, uuid);
