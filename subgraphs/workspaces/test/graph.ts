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
    }`,
  );
  const created = data as unknown as {
    createProject: { project: { id: string; uuid: string } };
    createModelPrice: { modelPrice: { id: string } };
    createApiKey: { apiKey: { id: string } };
  };
  return {
    projectUuid: created.createProject.project.uuid,
    problem,
    representations: [
      { __typename: 'Project', id: created.createProject.project.id },
      { __typename: 'ModelPrice', id: created.createModelPrice.modelPrice.id },
      { __typename: 'ApiKey', id: created.createApiKey.apiKey.id },
      { __typename: 'Workspace', id: plainGlobalId('Workspace', workspace.workspaceId) },
      { __typename: 'Organization', id: plainGlobalId('Organization', workspace.organizationId) },
      { __typename: 'User', id: plainGlobalId('User', workspace.ownerId) },
      { __typename: 'IngestProblem', id: problem.id },
    ],
  };
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
  }
}`;

/** The id that the same row would have if it belonged to the other workspace. */
export const claimedBy = (
  type: 'Project' | 'ApiKey' | 'IngestProblem',
  workspaceId: string,
  uuid: string,
) => scopedGlobalId(type, workspaceId, uuid);
