import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createFeedbackTokens, createTokenRedeemer, createTokenSealer } from '@runlight/auth';
import type { Principal } from '@runlight/auth';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask } from './graph.ts';

let database: TestDatabase;
let ask: Ask;
before(async () => {
  database = await testDatabase();
  const sealer = createTokenSealer({ secret: 'a secret of at least 32 characters' });
  ask = createGraph(database, {
    feedbackTokens: createFeedbackTokens({ db: database.db, sealer }),
    publicUrl: 'https://runlight.example/',
  });
});
after(() => database?.close());

interface Token {
  uuid: string;
  url: string;
  feedbackKey: string;
  expiresAt: string;
  usedAt: string | null;
}

async function create(principal: Principal, ...tokens: object[]) {
  const { data, codes } = await ask(
    principal,
    `mutation ($input: CreateFeedbackTokensInput!) { createFeedbackTokens(input: $input) {
      tokens { uuid url feedbackKey expiresAt usedAt } userErrors { code path } } }`,
    { input: { tokens } },
  );
  assert.deepEqual(codes, []);
  return (
    data as unknown as {
      createFeedbackTokens: {
        tokens: Token[] | null;
        userErrors: { code: string; path: string[] }[];
      };
    }
  ).createFeedbackTokens;
}

const secretOf = ({ url }: Token): string => url.slice(url.lastIndexOf('/') + 1);

test('tokens are made in order, with an address whose last part is a random UUID', async () => {
  const { owner, workspaceId } = await createWorkspace(database);
  const runUuid = randomUUID();
  const uuid = randomUUID();
  const before = Date.now();
  const { tokens } = await create(
    owner,
    { runUuid, feedbackKey: 'b', uuid },
    { runUuid, feedbackKey: 'a', expiresAt: new Date(before + 86_400_000).toISOString() },
  );
  assert.deepEqual(
    tokens!.map(({ feedbackKey }) => feedbackKey),
    ['b', 'a'],
  );
  assert.equal(tokens![0]!.uuid, uuid);
  for (const token of tokens!) {
    assert.match(token.url, /^https:\/\/runlight\.example\/feedback\/tokens\/[0-9a-f-]{36}$/);
    assert.notEqual(secretOf(token), token.uuid);
  }
  const lifeMs = Date.parse(tokens![0]!.expiresAt) - before;
  assert.ok(Math.abs(lifeMs - 3 * 3_600_000) < 60_000);
  const rows = await database.db
    .selectFrom('feedback_token')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  assert.ok(!JSON.stringify(rows).includes(secretOf(tokens![0]!)));
  const { data } = await ask(owner, `{ feedbackTokens(runUuid: "${runUuid}") { url } }`);
  const { feedbackTokens } = data as unknown as { feedbackTokens: Token[] };
  assert.deepEqual(
    feedbackTokens.map(({ url }) => url).toSorted(),
    tokens!.map(({ url }) => url).toSorted(),
  );
});

test('a token is good once, however many try at once, and not after its end', async () => {
  const { owner, workspaceId } = await createWorkspace(database);
  const runUuid = randomUUID();
  const clock = { nowMs: Date.now() };
  const redeemer = createTokenRedeemer(database.db, () => clock.nowMs);
  const { tokens } = await create(
    owner,
    { runUuid, feedbackKey: 'k' },
    { runUuid, feedbackKey: 'l' },
  );
  const [first, second] = tokens!.map(secretOf) as [string, string];
  const found = await redeemer.find(first.toUpperCase());
  assert.deepEqual(
    { ...found, feedbackId: '' },
    {
      id: tokens![0]!.uuid,
      workspaceId,
      runId: runUuid,
      feedbackKey: 'k',
      scale: undefined,
      feedbackId: '',
    },
  );
  const used = await Promise.all(Array.from({ length: 10 }, () => redeemer.use(found!.id)));
  assert.equal(used.filter(Boolean).length, 1);
  assert.equal(await redeemer.find(first), undefined);
  await redeemer.giveBack(found!.id);
  assert.equal((await redeemer.find(first))?.feedbackId, found!.feedbackId);
  clock.nowMs += 3 * 3_600_000 + 1000;
  assert.equal(await redeemer.find(second), undefined);
  assert.equal(await redeemer.use(tokens![1]!.uuid), false);
});

test('another workspace neither lists them nor makes one of the same id', async () => {
  const [one, two] = [await createWorkspace(database), await createWorkspace(database)];
  const runUuid = randomUUID();
  const { tokens } = await create(one.owner, { runUuid, feedbackKey: 'k' });
  const { data } = await ask(two.owner, `{ feedbackTokens(runUuid: "${runUuid}") { uuid } }`);
  assert.deepEqual(data, { feedbackTokens: [] });
  const { userErrors } = await create(two.owner, {
    runUuid,
    feedbackKey: 'k',
    uuid: tokens![0]!.uuid,
  });
  assert.deepEqual(userErrors, [{ code: 'CONFLICT', path: ['tokens'] }]);
});

test('mistakes are told, and nothing is made then', async () => {
  const { owner, workspaceId } = await createWorkspace(database);
  const good = { runUuid: randomUUID(), feedbackKey: 'k' };
  const cases: [object[], string][] = [
    [[], 'tokens'],
    [Array.from({ length: 101 }, () => good), 'tokens'],
    [[good, { ...good, runUuid: 'x' }], 'runUuid'],
    [[{ ...good, uuid: 'x' }], 'uuid'],
    [[{ ...good, feedbackKey: ' ' }], 'feedbackKey'],
    [[{ ...good, expiresAt: '2020-01-01T00:00:00Z' }], 'expiresAt'],
    [[{ ...good, expiresAt: new Date(Date.now() + 31 * 86_400_000).toISOString() }], 'expiresAt'],
    [[{ ...good, scale: { type: 'CATEGORICAL' } }], 'scale'],
  ];
  for (const [tokens, field] of cases) {
    const made = await create(owner, ...tokens);
    assert.deepEqual(made, { tokens: null, userErrors: [{ code: 'INVALID', path: [field] }] });
  }
  const { count } = await database.db
    .selectFrom('feedback_token')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  assert.equal(count, 0);
});

test('needs the right to give feedback', async () => {
  const { person, machine } = await createWorkspace(database);
  const source = `{ feedbackTokens(runUuid: "${randomUUID()}") { uuid } }`;
  for (const principal of [person('viewer'), machine('read')]) {
    assert.deepEqual((await ask(principal, source)).codes, ['FORBIDDEN']);
  }
  assert.deepEqual((await ask(person('annotator'), source)).codes, []);
});
