import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { decodeGlobalId, plainGlobalId, scopedGlobalId } from '@runlight/graphql';
import { addMember, testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { isObjectType } from 'graphql';
import { createWorkspacesSubgraph } from '../src/index.ts';
import { claimedBy, createEntities, createGraph, createWorkspace, entitiesQuery } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';

// Principal B asks for everything of workspace A: nothing is shown, nothing is confirmed.

let database: TestDatabase;
let ask: Ask;
let a: Workspace;
let b: Workspace;
let entities: Awaited<ReturnType<typeof createEntities>>;

before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
  a = await createWorkspace(database);
  b = await createWorkspace(database);
  entities = await createEntities(ask, a);
});
after(() => database.close());

/** Every root field, asked by B with what belongs to A, and what B must get. */
const rootFields: Record<string, () => Promise<void>> = {
  'Query.viewer': async () => {
    const { data } = await ask(b.owner, '{ viewer { workspaces { uuid } user { id } } }');
    assert.deepEqual(data, {
      viewer: {
        workspaces: [{ uuid: b.workspaceId }],
        user: { id: plainGlobalId('User', b.ownerId) },
      },
    });
  },
  'Query.project': async () => {
    const { data, codes } = await ask(b.owner, '{ project(name: "secret") { id } }');
    assert.deepEqual([data, codes], [{ project: null }, ['NOT_FOUND']]);
  },
  'Query.projects': async () => {
    const { data } = await ask(b.owner, '{ projects { nodes { id } } }');
    assert.deepEqual(data, { projects: { nodes: [] } });
  },
  'Mutation.createProject': async () => {
    const { data } = await ask(
      b.owner,
      'mutation { createProject(input: { name: "secret" }) { project { id } userErrors { code } } }',
    );
    const { project, userErrors } = data!['createProject'] as unknown as {
      project: { id: string };
      userErrors: unknown[];
    };
    // A's project of this name must not make a conflict.
    assert.deepEqual(userErrors, []);
    const key = decodeGlobalId(project.id);
    assert.ok(key?.type === 'Project' && key.workspaceId === b.workspaceId);
    await database.db.deleteFrom('project').where('id', '=', key.uuid).execute();
  },
  'Mutation.createApiKey': async () => {
    const { data } = await ask(
      b.owner,
      'mutation { createApiKey(input: { name: "b" }) { apiKey { id } } }',
    );
    const { apiKey } = data!['createApiKey'] as unknown as { apiKey: { id: string } };
    const key = decodeGlobalId(apiKey.id);
    assert.ok(key?.type === 'ApiKey' && key.workspaceId === b.workspaceId);
  },
  'Mutation.revokeApiKey': async () => {
    const id = entities.representations.find(({ __typename }) => __typename === 'ApiKey')!.id;
    const key = decodeGlobalId(id);
    assert.ok(key?.type === 'ApiKey');
    for (const attempt of [id, key.uuid, claimedBy('ApiKey', b.workspaceId, key.uuid), 'garbage']) {
      const { data } = await ask(
        b.owner,
        `mutation ($id: ID!) {
          revokeApiKey(input: { id: $id }) { apiKey { id } userErrors { code path } }
        }`,
        { id: attempt },
      );
      assert.deepEqual(data, {
        revokeApiKey: { apiKey: null, userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] },
      });
    }
    const row = await database.db
      .selectFrom('api_key')
      .select('revoked_at')
      .where('id', '=', key.uuid)
      .executeTakeFirstOrThrow();
    assert.equal(row.revoked_at, null, 'no side effect');
  },
};

describe('a foreign workspace', () => {
  const { schema } = createWorkspacesSubgraph({ database: { db: undefined as never } });
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {})
      .filter((name) => !name.startsWith('_'))
      .map((name) => `${type!.name}.${name}`),
  );

  test('has a check for every root field of the schema', () => {
    assert.deepEqual(Object.keys(rootFields).sort(), roots.sort());
  });

  for (const [field, check] of Object.entries(rootFields)) test(`is closed to ${field}`, check);

  test('is closed to every entity reference', async () => {
    const types = Object.values(schema.getTypeMap())
      .filter(
        (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
      )
      .map(({ name }) => name);
    const { representations } = entities;
    assert.deepEqual(
      representations.map(({ __typename }) => __typename).sort(),
      types.sort(),
      'one object of every entity type',
    );
    const own = await ask(a.owner, entitiesQuery, { representations });
    assert.ok(
      (own.data!['_entities'] as unknown as unknown[]).every((entity) => entity !== null),
      'its own people see all of them',
    );
    for (const principal of [b.owner, b.machine('full'), b.machine('ingest')]) {
      const { data } = await ask(principal, entitiesQuery, { representations });
      assert.deepEqual(data, { _entities: representations.map(() => null) });
    }
  });

  test('is closed to ids that claim another workspace or are none', async () => {
    const garbage = ['', 'x', '💥', 'UnVuOg', plainGlobalId('User', a.ownerId)];
    const representations = [
      { __typename: 'Project', id: claimedBy('Project', b.workspaceId, entities.projectUuid) },
      { __typename: 'Project', id: entities.projectUuid },
      { __typename: 'User', id: scopedGlobalId('Project', b.workspaceId, b.ownerId) },
      ...garbage.map((id) => ({ __typename: 'Workspace', id })),
    ];
    const { data } = await ask(b.owner, entitiesQuery, { representations });
    assert.deepEqual(data, { _entities: representations.map(() => null) });
  });
});

describe('a person of two workspaces', () => {
  test('sees both, and the contents of the one the request acts in', async () => {
    const second = await createWorkspace(database);
    await addMember(database.db, {
      workspaceId: second.workspaceId,
      userId: a.ownerId,
      role: 'owner',
    });
    const there = second.person('owner', a.ownerId);
    const { data } = await ask(there, '{ viewer { workspaces { uuid } workspace { uuid } } }');
    const viewer = data!['viewer'] as unknown as {
      workspace: { uuid: string };
      workspaces: { uuid: string }[];
    };
    assert.equal(viewer.workspace.uuid, second.workspaceId);
    assert.deepEqual(
      viewer.workspaces.map(({ uuid }) => uuid).sort(),
      [a.workspaceId, second.workspaceId].sort(),
    );
    const found = await ask(there, entitiesQuery, { representations: entities.representations });
    assert.deepEqual(
      (found.data!['_entities'] as unknown as ({ __typename: string } | null)[]).map(
        (entity) => entity?.__typename ?? null,
      ),
      [null, null, 'Workspace', 'Organization', 'User'],
    );
  });

  test('does not carry the right to manage keys from one to the other', async () => {
    const second = await createWorkspace(database);
    await addMember(database.db, {
      workspaceId: second.workspaceId,
      userId: a.ownerId,
      role: 'viewer',
    });
    const { data, codes } = await ask(a.owner, '{ viewer { workspaces { apiKeys { name } } } }');
    assert.equal(data, null);
    assert.deepEqual(codes, ['FORBIDDEN']);
  });

  test('disappears for colleagues on leaving', async () => {
    const { workspaceId, owner } = await createWorkspace(database);
    await database.db
      .deleteFrom('workspace_member')
      .where('workspace_id', '=', workspaceId)
      .execute();
    const { data, codes } = await ask(owner, '{ viewer { workspaces { uuid } user { id } } }');
    assert.deepEqual([data, codes], [{ viewer: { workspaces: [], user: null } }, []]);
    const gone = await ask(owner, '{ viewer { workspace { uuid } } }');
    assert.deepEqual(gone.codes, ['NOT_FOUND']);
  });
});
