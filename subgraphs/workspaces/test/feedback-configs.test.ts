import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createFeedbackConfigDirectory } from '@runlight/auth';
import type { Principal } from '@runlight/auth';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask } from './graph.ts';

let database: TestDatabase;
let ask: Ask;
before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
});
after(() => database?.close());

interface Payload {
  feedbackConfig: Record<string, unknown> | null;
  userErrors: { code: string; path: string[] }[];
}

const fields = `key type min max categories { value label } allowsMultipleCategories isLowerScoreBetter isEnforced`;

async function change(principal: Principal, kind: 'create' | 'update', input: object) {
  const name = `${kind}FeedbackConfig`;
  const { data, codes } = await ask(
    principal,
    `mutation ($input: ${kind === 'create' ? 'Create' : 'Update'}FeedbackConfigInput!) {
      ${name}(input: $input) { feedbackConfig { ${fields} } userErrors { code path } } }`,
    { input },
  );
  assert.deepEqual(codes, []);
  return (data as unknown as Record<string, Payload>)[name]!;
}

async function keys(principal: Principal, args = ''): Promise<string[]> {
  const { data } = await ask(principal, `{ feedbackConfigs${args} { key } }`);
  return (data as unknown as { feedbackConfigs: { key: string }[] }).feedbackConfigs.map(
    ({ key }) => key,
  );
}

const stars = { type: 'CONTINUOUS', min: 1, max: 5 };
const mood = { type: 'CATEGORICAL', categories: [{ value: 1, label: 'good' }, { value: 0 }] };

test('identical is the existing one, different an error, enforced a conflict', async () => {
  const { owner } = await createWorkspace(database);
  const input = { key: 'stars', scale: stars, isLowerScoreBetter: false };
  const { feedbackConfig } = await change(owner, 'create', input);
  assert.deepEqual(feedbackConfig, {
    key: 'stars',
    ...stars,
    categories: [],
    allowsMultipleCategories: false,
    isLowerScoreBetter: false,
    isEnforced: false,
  });
  assert.deepEqual((await change(owner, 'create', input)).feedbackConfig, feedbackConfig);
  const other = { ...input, scale: { ...stars, max: 6 } };
  const different = await change(owner, 'create', other);
  assert.deepEqual(different.userErrors, [{ code: 'INVALID', path: ['scale'] }]);
  await change(owner, 'update', { key: 'stars', isEnforced: true });
  const enforced = await change(owner, 'create', other);
  assert.deepEqual(enforced.userErrors, [{ code: 'CONFLICT', path: ['scale'] }]);
  assert.equal((await change(owner, 'create', input)).feedbackConfig?.['isEnforced'], true);
});

test('what is said changes, categories come and go, the rest stays', async () => {
  const { owner } = await createWorkspace(database);
  await change(owner, 'create', { key: 'mood', scale: mood, isLowerScoreBetter: true });
  const changed = await change(owner, 'update', {
    key: 'mood',
    addCategories: [
      { value: 2, label: 'fair' },
      { value: 1, label: 'great' },
    ],
    removeCategories: [0],
  });
  assert.deepEqual(changed.feedbackConfig?.['categories'], [
    { value: 2, label: 'fair' },
    { value: 1, label: 'great' },
  ]);
  assert.equal(changed.feedbackConfig['isLowerScoreBetter'], true);
  const cleared = await change(owner, 'update', { key: 'mood', isLowerScoreBetter: null });
  assert.equal(cleared.feedbackConfig?.['isLowerScoreBetter'], null);
  const empty = await change(owner, 'update', { key: 'mood', removeCategories: [1, 2] });
  assert.deepEqual(empty.userErrors, [{ code: 'INVALID', path: ['addCategories'] }]);
  const none = await change(owner, 'update', { key: 'none', isEnforced: true });
  assert.deepEqual(none.userErrors, [{ code: 'NOT_FOUND', path: ['key'] }]);
});

test('mistakes in scales are told', async () => {
  const { owner } = await createWorkspace(database);
  const bad = [
    { type: 'CATEGORICAL' },
    { type: 'CATEGORICAL', categories: [{ value: 1 }, { value: 1 }] },
    { type: 'CONTINUOUS', min: 2, max: 1 },
  ];
  for (const scale of bad) {
    const { userErrors } = await change(owner, 'create', { key: 'k', scale });
    assert.deepEqual(userErrors, [{ code: 'INVALID', path: ['scale'] }], JSON.stringify(scale));
  }
  for (const key of ['', ' ', 'k'.repeat(129)]) {
    const { userErrors } = await change(owner, 'create', { key, scale: stars });
    assert.deepEqual(userErrors, [{ code: 'INVALID', path: ['key'] }]);
  }
  assert.deepEqual(await keys(owner), []);
});

test('lists, searches and deletes within the workspace', async () => {
  const [one, two] = [await createWorkspace(database), await createWorkspace(database)];
  for (const key of ['helpful', '100%', 'Helpless']) {
    await change(one.owner, 'create', { key, scale: stars, isEnforced: key === '100%' });
  }
  assert.deepEqual(await keys(one.owner), ['100%', 'Helpless', 'helpful'].toSorted());
  assert.deepEqual((await keys(one.owner, '(nameContains: "HELP")')).length, 2);
  assert.deepEqual(await keys(one.owner, '(nameContains: "%")'), ['100%']);
  assert.deepEqual(await keys(one.owner, '(isEnforced: true)'), ['100%']);
  assert.deepEqual(await keys(one.owner, '(keys: ["helpful", "x"])'), ['helpful']);
  assert.deepEqual(await keys(one.owner, '(keys: [])'), []);
  assert.deepEqual(await keys(two.owner), []);
  const remove = 'mutation { deleteFeedbackConfig(input: { key: "helpful" }) { deletedKey } }';
  const { data } = await ask(two.owner, remove);
  assert.deepEqual(data, { deleteFeedbackConfig: { deletedKey: null } });
  await ask(one.owner, remove);
  assert.deepEqual((await keys(one.owner)).length, 2);
});

test('is for editors to write and for all to read', async () => {
  const { person, machine } = await createWorkspace(database);
  const create = `mutation { createFeedbackConfig(input: { key: "k", scale: { type: FREEFORM } }) {
    feedbackConfig { key } } }`;
  for (const principal of [
    person('viewer'),
    person('annotator'),
    machine('read'),
    machine('ingest'),
  ]) {
    assert.deepEqual((await ask(principal, create)).codes, ['FORBIDDEN']);
  }
  for (const principal of [person('editor'), machine('full')]) {
    assert.deepEqual((await ask(principal, create)).codes, []);
  }
  assert.deepEqual(await keys(person('viewer')), ['k']);
});

test('an enforced scale refuses what does not fit, in its own workspace', async () => {
  const [one, two] = [await createWorkspace(database), await createWorkspace(database)];
  const directory = createFeedbackConfigDirectory({ db: database.db, cacheMs: 1 });
  const problem = ({ workspaceId }: { workspaceId: string }, score: number) =>
    directory.problem(workspaceId, 'stars', { score });
  await change(one.owner, 'create', { key: 'stars', scale: stars });
  assert.equal(await problem(one, 9), undefined);
  await change(one.owner, 'update', { key: 'stars', isEnforced: true });
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.match((await problem(one, 9))!, /above 5/);
  assert.equal(await problem(one, 5), undefined);
  assert.equal(await problem(two, 9), undefined);
});
