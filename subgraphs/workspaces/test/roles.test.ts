import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { apiKeyScopes, roles } from '@runlight/auth';
import type { Principal } from '@runlight/auth';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { createEntities, createGraph, createWorkspace, entitiesQuery } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';

// Every operation of this subgraph × every role and scope.
const columns = [...roles, ...apiKeyScopes];
const operations: Record<string, { document: string; allowed: string }> = {
  viewer: {
    document: '{ viewer { permissions } }',
    allowed: 'owner admin editor annotator viewer ingest read full',
  },
  'viewer.workspace': {
    document: '{ viewer { workspace { name organization { name } } workspaces { id } } }',
    allowed: 'owner admin editor annotator viewer read full',
  },
  'workspace.apiKeys': {
    document: '{ viewer { workspace { apiKeys { name } } } }',
    allowed: 'owner admin',
  },
  'workspace.ingestProblems (O2)': {
    document: '{ viewer { workspace { ingestProblems { nodes { id } } } } }',
    allowed: 'owner admin',
  },
  'workspace.ingestStatus': {
    document: '{ viewer { workspace { ingestStatus { isDelayed usageToday { bytes } } } } }',
    allowed: 'owner admin editor annotator viewer read full',
  },
  'workspace.ingestStatus.problemsLast24h': {
    document: '{ viewer { workspace { ingestStatus { problemsLast24h } } } }',
    allowed: 'owner admin',
  },
  'replayIngestProblems (O2)': {
    document:
      'mutation { replayIngestProblems(input: { ids: ["x"] }) { requested userErrors { code } } }',
    allowed: 'owner admin',
  },
  'replayAllIngestProblems (O2)': {
    document:
      'mutation { replayAllIngestProblems(input: { filter: { code: "x" } }) { requested } }',
    allowed: 'owner admin',
  },
  'purgeIngestProblems (O2)': {
    document: 'mutation { purgeIngestProblems(input: { ids: ["x"] }) { purged } }',
    allowed: 'owner admin',
  },
  'purgeAllIngestProblems (O2)': {
    document: 'mutation { purgeAllIngestProblems(input: { filter: { code: "x" } }) { purged } }',
    allowed: 'owner admin',
  },
  projects: {
    document: '{ projects { nodes { name } } }',
    allowed: 'owner admin editor annotator viewer read full',
  },
  project: {
    document: '{ project(name: "secret") { name } }',
    allowed: 'owner admin editor annotator viewer read full',
  },
  createProject: {
    document: 'mutation { createProject(input: { name: "secret" }) { userErrors { code } } }',
    allowed: 'owner admin editor full',
  },
  createApiKey: {
    document: 'mutation { createApiKey(input: { name: "k" }) { apiKey { id } } }',
    allowed: 'owner admin',
  },
  revokeApiKey: {
    document: 'mutation { revokeApiKey(input: { id: "x" }) { userErrors { code } } }',
    allowed: 'owner admin',
  },
};

let database: TestDatabase;
let ask: Ask;
let workspace: Workspace;
let entities: Awaited<ReturnType<typeof createEntities>>;

before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
  workspace = await createWorkspace(database);
  entities = await createEntities(ask, workspace, database);
});
after(() => database.close());

const principals = (): Record<string, Principal> =>
  Object.fromEntries([
    ...roles.map((role) => [role, workspace.person(role)]),
    ...apiKeyScopes.map((scope) => [scope, workspace.machine(scope)]),
  ]);

describe('who may do what', () => {
  for (const [name, { document, allowed }] of Object.entries(operations)) {
    test(name, async () => {
      const may: string[] = [];
      for (const column of columns) {
        const { codes } = await ask(principals()[column], document);
        if (codes.length === 0) may.push(column);
        else assert.deepEqual(new Set(codes), new Set(['FORBIDDEN']), column);
      }
      assert.equal(may.join(' '), allowed);
    });

    test(`${name} needs a caller`, async () => {
      const { codes } = await ask(undefined, document);
      assert.deepEqual(codes, ['UNAUTHENTICATED']);
    });
  }

  test('entity references show what the role may read, and null for the rest', async () => {
    const shown: Record<string, string> = {};
    for (const column of columns) {
      const { data, codes } = await ask(principals()[column], entitiesQuery, {
        representations: entities.representations,
      });
      assert.deepEqual(codes, []);
      shown[column] = (data!['_entities'] as unknown as ({ __typename: string } | null)[])
        .map((entity) => entity?.__typename ?? '-')
        .join(' ');
    }
    const all =
      'Project ModelPrice ApiKey Workspace Organization User IngestProblem Dashboard SavedView Job';
    const readable = 'Project ModelPrice - Workspace Organization User - Dashboard SavedView Job';
    assert.deepEqual(shown, {
      owner: all,
      admin: all,
      editor: readable,
      annotator: readable,
      viewer: readable,
      ingest: '- - - - - - - - - -',
      read: readable,
      full: readable,
    });
  });
});
