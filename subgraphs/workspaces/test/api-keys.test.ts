import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createKeyDirectory, hashApiKey } from '@runlight/auth';
import { plainGlobalId } from '@runlight/graphql';
import { createLogger } from '@runlight/service';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';

const log = createLogger({ service: 'test', level: 'silent' });
let database: TestDatabase;
let ask: Ask;

before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
});
after(() => database.close());

interface ApiKey {
  id: string;
  name: string;
  displayPrefix: string;
  scope: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
  createdBy: { id: string } | null;
}
interface Payload {
  apiKey: ApiKey | null;
  secret: string | null;
  userErrors: { code: string; path: string[] | null }[];
}

const keyFields = `id name displayPrefix scope createdAt lastUsedAt expiresAt revokedAt
  createdBy { id }`;

async function create(
  workspace: Workspace,
  input: Record<string, unknown>,
  principal = workspace.owner,
) {
  const { data, codes } = await ask(
    principal,
    `mutation ($input: CreateApiKeyInput!) {
      createApiKey(input: $input) { apiKey { ${keyFields} } secret userErrors { code path } }
    }`,
    { input },
  );
  return { payload: data?.['createApiKey'] as unknown as Payload, codes };
}

async function revoke(workspace: Workspace, id: string): Promise<Payload> {
  const { data } = await ask(
    workspace.owner,
    `mutation ($id: ID!) {
      revokeApiKey(input: { id: $id }) { apiKey { ${keyFields} } userErrors { code path } }
    }`,
    { id },
  );
  return data!['revokeApiKey'] as unknown as Payload;
}

async function list(workspace: Workspace): Promise<ApiKey[]> {
  const { data } = await ask(
    workspace.owner,
    `{ viewer { workspace { apiKeys { ${keyFields} } } } }`,
  );
  return (data!['viewer'] as unknown as { workspace: { apiKeys: ApiKey[] } }).workspace.apiKeys;
}

describe('API keys', () => {
  test('a key lives: created, used, listed, revoked, refused', async () => {
    const workspace = await createWorkspace(database);
    const clock = { nowMs: Date.now() };
    const keys = createKeyDirectory({ db: database.db, log, now: () => clock.nowMs });
    const { payload } = await create(workspace, { name: ' CI ', scope: 'READ' });
    const { apiKey, secret } = payload;
    assert.ok(apiKey && secret);
    assert.deepEqual(
      { ...apiKey, id: '', createdAt: '' },
      {
        id: '',
        name: 'CI',
        displayPrefix: secret.slice(0, 11),
        scope: 'READ',
        createdAt: '',
        lastUsedAt: null,
        expiresAt: null,
        revokedAt: null,
        createdBy: { id: plainGlobalId('User', workspace.ownerId) },
      },
    );
    const identity = await keys.find(secret);
    assert.equal(identity?.workspaceId, workspace.workspaceId);
    assert.equal(identity.scope, 'read');
    await keys.close();
    assert.ok((await list(workspace))[0]?.lastUsedAt);

    const revoked = await revoke(workspace, apiKey.id);
    assert.deepEqual(revoked.userErrors, []);
    assert.ok(revoked.apiKey?.revokedAt);
    clock.nowMs += 10_000;
    assert.equal(await keys.find(secret), undefined);
    await keys.close();
  });

  test('the key itself is nowhere after its creation', async () => {
    const workspace = await createWorkspace(database);
    const { secret } = (await create(workspace, { name: 'k' })).payload;
    assert.ok(!JSON.stringify(await list(workspace)).includes(secret!));
    const rows = await database.db
      .selectFrom('api_key')
      .selectAll()
      .where('workspace_id', '=', workspace.workspaceId)
      .execute();
    assert.ok(!JSON.stringify(rows).includes(secret!));
    assert.deepEqual(rows[0]!.secret_sha256, hashApiKey(secret!));
  });

  test('revoking twice is no error and keeps the first time', async () => {
    const workspace = await createWorkspace(database);
    const { apiKey } = (await create(workspace, { name: 'k' })).payload;
    const first = await revoke(workspace, apiKey!.id);
    const second = await revoke(workspace, apiKey!.id);
    assert.deepEqual(second, first);
  });

  test('mistakes are told, not thrown', async () => {
    const workspace = await createWorkspace(database);
    const mistakes: [Record<string, unknown>, string[]][] = [
      [{ name: '' }, ['name']],
      [{ name: '  ' }, ['name']],
      [{ name: 'x'.repeat(129) }, ['name']],
      [{ name: 'k', expiresAt: '2020-01-01T00:00:00Z' }, ['expiresAt']],
      [{ name: 'k', expiresAt: '9999-12-31T23:59:59.999999Z' }, ['expiresAt']],
    ];
    for (const [input, path] of mistakes) {
      const { payload, codes } = await create(workspace, input);
      assert.deepEqual(codes, []);
      assert.deepEqual(payload, {
        apiKey: null,
        secret: null,
        userErrors: [{ code: 'INVALID', path }],
      });
    }
    assert.deepEqual(await list(workspace), []);
    const fine = await create(workspace, { name: '🦜'.repeat(128), scope: 'INGEST' });
    assert.equal(fine.payload.apiKey?.scope, 'INGEST');
  });

  test('the end of a key keeps its microseconds', async () => {
    const workspace = await createWorkspace(database);
    const expiresAt = '2099-02-03T04:05:06.123457Z';
    const { apiKey } = (await create(workspace, { name: 'k', expiresAt })).payload;
    assert.equal(apiKey?.expiresAt, expiresAt);
  });

  test('newest first, those of machines and of people who left without a creator', async () => {
    const workspace = await createWorkspace(database);
    const admin = { ...workspace.machine('full'), permissions: workspace.owner.permissions };
    await create(workspace, { name: 'one' });
    await create(workspace, { name: 'two' }, admin);
    const leaver = workspace.person('owner', randomUUID());
    await database.db
      .insertInto('auth_user')
      .values({ id: leaver.id, name: 'L', email: `${leaver.id}@example.com`, image: null })
      .execute();
    await create(workspace, { name: 'three' }, leaver);
    const keys = await list(workspace);
    assert.deepEqual(
      keys.map(({ name, createdBy }) => [name, createdBy !== null]),
      [
        ['three', false],
        ['two', false],
        ['one', true],
      ],
    );
  });

  test('a workspace has 200 valid keys at most, also when many are made at once', async () => {
    const workspace = await createWorkspace(database);
    await fill(workspace, 198, null);
    await fill(workspace, 5, new Date());
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => create(workspace, { name: `k${index}` })),
    );
    const refused = answers.filter(({ payload }) => payload.apiKey === null);
    assert.equal(refused.length, 4);
    assert.deepEqual(refused[0]!.payload.userErrors, [{ code: 'CONFLICT', path: null }]);
    const keys = await list(workspace);
    await revoke(workspace, keys.find(({ revokedAt }) => revokedAt === null)!.id);
    assert.ok((await create(workspace, { name: 'again' })).payload.apiKey);
  });

  test('the list holds 500 and drops revoked keys first', async () => {
    const workspace = await createWorkspace(database);
    await fill(workspace, 150, null);
    await fill(workspace, 400, new Date());
    const keys = await list(workspace);
    assert.equal(keys.length, 500);
    assert.equal(keys.filter(({ revokedAt }) => revokedAt === null).length, 150);
  });
});

/** Rows of keys without the mutation, in one statement. */
async function fill(workspace: Workspace, count: number, revokedAt: Date | null): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    workspace_id: workspace.workspaceId,
    name: `old ${index}`,
    display_prefix: 'rl_',
    secret_sha256: hashApiKey(randomUUID()),
    scope: 'read' as const,
    created_by: null,
    last_used_at: null,
    expires_at: null,
    revoked_at: revokedAt,
  }));
  await database.db.insertInto('api_key').values(rows).execute();
}
