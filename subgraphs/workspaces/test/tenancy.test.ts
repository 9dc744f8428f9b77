import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createFeedbackTokens, createTokenSealer } from '@runlight/auth';
import { decodeGlobalId, plainGlobalId, scopedGlobalId } from '@runlight/graphql';
import { addMember, testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { isObjectType } from 'graphql';
import { createWorkspacesSubgraph } from '../src/index.ts';
import { claimedBy, createEntities, createGraph, createWorkspace, entitiesQuery } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';
import { foreignWork } from './foreign-work.ts';

// Principal B asks for everything of workspace A: nothing is shown, nothing is confirmed.

let database: TestDatabase;
let ask: Ask;
let a: Workspace;
let b: Workspace;
let entities: Awaited<ReturnType<typeof createEntities>>;

before(async () => {
  database = await testDatabase();
  const sealer = createTokenSealer({ secret: 'a secret of at least 32 characters' });
  ask = createGraph(database, {
    feedbackTokens: createFeedbackTokens({ db: database.db, sealer }),
    publicUrl: 'https://runlight.example',
  });
  a = await createWorkspace(database);
  b = await createWorkspace(database);
  entities = await createEntities(ask, a, database);
});
after(() => database.close());

const createScale = `mutation { createFeedbackConfig(input: { key: "secret", scale: { type: FREEFORM } }) {
  userErrors { code } } }`;
const deleteScale = 'mutation { deleteFeedbackConfig(input: { key: "secret" }) { deletedKey } }';
const runUuid = '01900000-0000-7000-8000-000000000001';
const createToken = `mutation { createFeedbackTokens(input: {
  tokens: [{ runUuid: "${runUuid}", feedbackKey: "secret" }] }) { userErrors { code } } }`;

const createPrice = `mutation { createModelPrice(input: {
  name: "secret", pattern: "secret", rates: [{ subtype: "input", usdPerMillion: "1" }] }) { modelPrice { id } } }`;

/** The price of A, made once. */
async function priceOfA(): Promise<string> {
  const own = async () => {
    const { data } = await ask(a.owner, '{ modelPrices { own { id } } }');
    return (data!['modelPrices'] as unknown as { own: { id: string }[] }).own;
  };
  if ((await own()).length === 0) await ask(a.owner, createPrice);
  return (await own())[0]!.id;
}

async function priceIsClosed(mutation: string, type: string): Promise<void> {
  const id = await priceOfA();
  const { data } = await ask(
    b.owner,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { modelPrice { id } userErrors { code } } }`,
    { input: { id } },
  );
  assert.deepEqual(data, {
    [mutation]: { modelPrice: null, userErrors: [{ code: 'NOT_FOUND' }] },
  });
  assert.equal(await priceOfA(), id, 'and A still has it');
}

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
  'Query.modelPrices': async () => {
    await priceOfA();
    const { data } = await ask(b.owner, '{ modelPrices { own { id } } }');
    assert.deepEqual(data, { modelPrices: { own: [] } });
  },
  'Mutation.createModelPrice': async () => {
    await priceOfA();
    const { data } = await ask(b.owner, createPrice);
    const { modelPrice } = data!['createModelPrice'] as unknown as { modelPrice: { id: string } };
    const key = decodeGlobalId(modelPrice.id);
    assert.ok(key?.type === 'ModelPrice' && key.workspaceId === b.workspaceId);
  },
  'Mutation.updateModelPrice': () => priceIsClosed('updateModelPrice', 'UpdateModelPriceInput'),
  'Mutation.deleteModelPrice': () => priceIsClosed('deleteModelPrice', 'DeleteModelPriceInput'),
  'Mutation.repriceRuns': async () => {
    const { data } = await ask(
      b.owner,
      `mutation ($projectId: ID!) {
        repriceRuns(input: { projectId: $projectId }) { job { id } userErrors { code } }
      }`,
      { projectId: scopedGlobalId('Project', a.workspaceId, entities.projectUuid) },
    );
    assert.deepEqual(data, {
      repriceRuns: { job: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
  },
  'Mutation.replayIngestProblems': async () => {
    for (const id of attemptsAtProblem()) {
      const { data } = await ask(
        b.owner,
        `mutation ($id: ID!) {
          replayIngestProblems(input: { ids: [$id] }) {
            requested problems { id } userErrors { code path }
          }
        }`,
        { id },
      );
      assert.deepEqual(data, {
        replayIngestProblems: {
          requested: 0,
          problems: [],
          userErrors: [{ code: 'NOT_FOUND', path: ['ids', '0'] }],
        },
      });
    }
    await letterIsUntouched();
  },
  'Mutation.replayAllIngestProblems': async () => {
    const { data } = await ask(
      b.owner,
      `mutation ($runUuid: ID!) {
        replayAllIngestProblems(input: { filter: { runUuid: $runUuid } }) { requested skipped }
      }`,
      { runUuid: entities.problem.runUuid },
    );
    assert.deepEqual(data, { replayAllIngestProblems: { requested: 0, skipped: 0 } });
    await letterIsUntouched();
  },
  'Mutation.purgeIngestProblems': async () => {
    for (const id of attemptsAtProblem()) {
      const { data } = await ask(
        b.owner,
        `mutation ($id: ID!) {
          purgeIngestProblems(input: { ids: [$id] }) { purged purgedIds userErrors { code path } }
        }`,
        { id },
      );
      assert.deepEqual(data, {
        purgeIngestProblems: {
          purged: 0,
          purgedIds: [],
          userErrors: [{ code: 'NOT_FOUND', path: ['ids', '0'] }],
        },
      });
    }
    await letterIsUntouched();
  },
  'Mutation.purgeAllIngestProblems': async () => {
    const { data } = await ask(
      b.owner,
      'mutation { purgeAllIngestProblems(input: { filter: {} }) { purged hasMore } }',
    );
    assert.deepEqual(data, { purgeAllIngestProblems: { purged: 0, hasMore: false } });
    await letterIsUntouched();
  },
  // Who gets which event is looked at in inbox-events.test.ts.
  'Subscription.ingestProblemEvents': async () => {
    const { codes } = await ask(
      b.person('viewer'),
      'subscription { ingestProblemEvents { eventId } }',
    );
    assert.deepEqual(codes, ['FORBIDDEN']);
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
  'Query.feedbackConfigs': async () => {
    await ask(a.owner, createScale);
    const { data } = await ask(b.owner, '{ feedbackConfigs { key } }');
    assert.deepEqual(data, { feedbackConfigs: [] });
  },
  'Mutation.createFeedbackConfig': async () => {
    await ask(a.owner, createScale);
    // A's scale for this key must not make a conflict.
    const { data } = await ask(b.owner, createScale.replace('FREEFORM', 'CONTINUOUS'));
    assert.deepEqual(data, { createFeedbackConfig: { userErrors: [] } });
    await ask(b.owner, deleteScale);
  },
  'Mutation.updateFeedbackConfig': async () => {
    await ask(a.owner, createScale);
    const { data } = await ask(
      b.owner,
      `mutation { updateFeedbackConfig(input: { key: "secret", isEnforced: true }) {
        userErrors { code } } }`,
    );
    assert.deepEqual(data, { updateFeedbackConfig: { userErrors: [{ code: 'NOT_FOUND' }] } });
  },
  'Mutation.deleteFeedbackConfig': async () => {
    await ask(a.owner, createScale);
    const { data } = await ask(b.owner, deleteScale);
    assert.deepEqual(data, { deleteFeedbackConfig: { deletedKey: null } });
    const own = await ask(a.owner, '{ feedbackConfigs { key isEnforced } }');
    assert.deepEqual(own.data, { feedbackConfigs: [{ key: 'secret', isEnforced: false }] });
  },
  'Query.feedbackTokens': async () => {
    await ask(a.owner, createToken);
    const { data } = await ask(b.owner, `{ feedbackTokens(runUuid: "${runUuid}") { url } }`);
    assert.deepEqual(data, { feedbackTokens: [] });
  },
  'Mutation.createFeedbackTokens': async () => {
    await ask(b.owner, createToken);
    const rows = await database.db
      .selectFrom('feedback_token')
      .select('workspace_id')
      .where('workspace_id', '=', b.workspaceId)
      .execute();
    assert.equal(rows.length, 1);
    await database.db.deleteFrom('feedback_token').execute();
  },
  ...foreignWork(() => ({ ask, database, a, b, entities })),
};

/** Whether A's dead letter is as it was. */
async function letterIsUntouched(): Promise<void> {
  const row = await database.db
    .selectFrom('ingest_dead_letter')
    .select('replay_requested_at')
    .where('id', '=', entities.problem.uuid)
    .executeTakeFirstOrThrow();
  assert.equal(row.replay_requested_at, null, 'no side effect');
}

/** Ids by which B tries to reach A's dead letter. */
function attemptsAtProblem(): string[] {
  const { id, uuid } = entities.problem;
  return [id, uuid, claimedBy('IngestProblem', b.workspaceId, uuid), 'garbage'];
}

describe('a foreign workspace', () => {
  const { schema } = createWorkspacesSubgraph({ database: { db: undefined as never } });
  const roots = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ].flatMap((type) =>
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

describe('the inbox of a foreign workspace (O2)', () => {
  test('is empty, and its problems are not found', async () => {
    const query = `query ($id: ID!) {
      viewer { workspace { ingestProblem(id: $id) { id } ingestProblems { nodes { id } } } }
    }`;
    for (const id of attemptsAtProblem()) {
      const { data, codes } = await ask(b.owner, query, { id });
      assert.deepEqual(data, {
        viewer: { workspace: { ingestProblem: null, ingestProblems: { nodes: [] } } },
      });
      assert.deepEqual(codes, ['NOT_FOUND']);
    }
    const own = await ask(a.owner, query, { id: entities.problem.id });
    assert.deepEqual(own.codes, []);
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
      [null, null, null, 'Workspace', 'Organization', 'User', null, null, null, null],
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

  test('does not carry the right to see the inbox from one to the other (O2)', async () => {
    const second = await createWorkspace(database);
    await addMember(database.db, {
      workspaceId: second.workspaceId,
      userId: a.ownerId,
      role: 'viewer',
    });
    for (const field of ['ingestProblems { nodes { id } }', 'ingestStatus { isDelayed }']) {
      const { codes } = await ask(a.owner, `{ viewer { workspaces { ${field} } } }`);
      assert.deepEqual(codes, ['FORBIDDEN']);
    }
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
