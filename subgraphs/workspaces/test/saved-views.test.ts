import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Principal } from '@runlight/auth';
import { createMember, testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';

let database: TestDatabase;
let ask: Ask;

before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
});
after(() => database.close());

interface View {
  id: string;
  name: string;
  kind: string;
  visibility: string;
  filter: unknown;
  columns: unknown;
  isDefault: boolean;
  canEdit: boolean;
  owner: { id: string } | null;
}
interface Payload {
  savedView: View | null;
  deletedId?: string | null;
  userErrors: { code: string; path: string[] }[];
}

const fields =
  '{ id name kind visibility filter columns orderBy timeRange isDefault canEdit owner { id } project { name } }';

async function mutate(who: Principal, name: string, input: Record<string, unknown>) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const what = name === 'deleteSavedView' ? 'deletedId' : `savedView ${fields}`;
  const { data, codes } = await ask(
    who,
    `mutation ($input: ${type}) { ${name}(input: $input) { ${what} userErrors { code path } } }`,
    { input },
  );
  assert.deepEqual(codes, []);
  return (data as unknown as Record<string, Payload>)[name]!;
}

/** A workspace with a project, its owner, and somebody who may only read. */
async function scene() {
  const workspace = await createWorkspace(database);
  const { data } = await ask(
    workspace.owner,
    'mutation { createProject(input: { name: "app" }) { project { id } } }',
  );
  const project = (data as unknown as { createProject: { project: { id: string } } }).createProject
    .project.id;
  const readerId = await createMember(database.db, {
    workspaceId: workspace.workspaceId,
    role: 'viewer',
  });
  return {
    workspace,
    project,
    owner: workspace.owner,
    reader: workspace.person('viewer', readerId),
  };
}

async function viewsOf(who: Principal, project: string, kind?: string): Promise<View[]> {
  const { data } = await ask(
    who,
    `query ($id: ID!, $kind: SavedViewKind) {
      _entities(representations: [{ __typename: "Project", id: $id }]) {
        ... on Project { savedViews(kind: $kind) ${fields} } } }`,
    { id: project, kind },
  );
  return (
    (data as unknown as { _entities: [{ savedViews: View[] } | null] })._entities[0]?.savedViews ??
    []
  );
}

const filter = { status: { eq: 'ERROR' } };

test('a view keeps what it was given, and changes only where it is told to', async () => {
  const { owner, project } = await scene();
  const { savedView } = await mutate(owner, 'createSavedView', {
    projectId: project,
    kind: 'RUNS',
    name: ' Failures ',
    filter,
    columns: ['name', { path: 'metadata.user' }],
    timeRange: { last: '7d' },
  });
  assert.equal(savedView?.name, 'Failures');
  assert.deepEqual([savedView.visibility, savedView.filter], ['PRIVATE', filter]);
  const changed = await mutate(owner, 'updateSavedView', {
    id: savedView.id,
    name: 'All',
    filter: null,
  });
  assert.deepEqual(changed.savedView, { ...savedView, name: 'All', filter: null });
  assert.deepEqual(await viewsOf(owner, project), [changed.savedView]);
  assert.deepEqual(await viewsOf(owner, project, 'THREADS'), []);
  const { deletedId } = await mutate(owner, 'deleteSavedView', { id: savedView.id });
  assert.equal(deletedId, savedView.id);
  assert.deepEqual(await viewsOf(owner, project), []);
});

test('others see the team’s views and none of somebody’s own', async () => {
  const { owner, reader, project } = await scene();
  const create = async (who: Principal, name: string, visibility: string) =>
    (await mutate(who, 'createSavedView', { projectId: project, kind: 'RUNS', name, visibility }))
      .savedView!;
  const mine = await create(owner, 'mine', 'PRIVATE');
  const ours = await create(owner, 'ours', 'TEAM');
  const theirs = await create(reader, 'theirs', 'PRIVATE');
  const seen = async (who: Principal) =>
    (await viewsOf(who, project)).map(({ name, canEdit }) => [name, canEdit]);
  assert.deepEqual(await seen(owner), [
    ['mine', true],
    ['ours', true],
  ]);
  assert.deepEqual(await seen(reader), [
    ['ours', false],
    ['theirs', true],
  ]);
  const { data } = await ask(
    reader,
    `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on SavedView { name } } }`,
    { ids: [mine, ours, theirs].map(({ id }) => ({ __typename: 'SavedView', id })) },
  );
  assert.deepEqual(data, { _entities: [null, { name: 'ours' }, { name: 'theirs' }] });
  for (const name of ['updateSavedView', 'deleteSavedView']) {
    assert.equal((await mutate(reader, name, { id: mine.id })).userErrors[0]?.code, 'NOT_FOUND');
    assert.equal((await mutate(reader, name, { id: ours.id })).userErrors[0]?.code, 'INVALID');
  }
  const shared = await mutate(reader, 'updateSavedView', { id: theirs.id, visibility: 'TEAM' });
  assert.equal(shared.userErrors[0]?.code, 'INVALID');
  assert.equal((await viewsOf(owner, project)).length, 2);
});

test('a list has one default for each person', async () => {
  const { owner, reader, project } = await scene();
  const create = async (name: string, kind = 'RUNS') =>
    (await mutate(owner, 'createSavedView', { projectId: project, kind, name, visibility: 'TEAM' }))
      .savedView!;
  const [one, two, other] = [await create('1'), await create('2'), await create('3', 'USERS')];
  const choose = (who: Principal, view: View | null, kind = 'RUNS') =>
    mutate(who, 'setDefaultSavedView', {
      projectId: project,
      kind,
      ...(view && { viewId: view.id }),
    });
  const defaults = async (who: Principal) =>
    (await viewsOf(who, project)).filter(({ isDefault }) => isDefault).map(({ name }) => name);
  await choose(owner, one);
  await choose(owner, two);
  await choose(owner, other, 'USERS');
  await choose(reader, one);
  assert.deepEqual(await defaults(owner), ['2', '3']);
  assert.deepEqual(await defaults(reader), ['1']);
  await choose(owner, null);
  assert.deepEqual(await defaults(owner), ['3']);
  assert.deepEqual((await choose(owner, other)).userErrors[0]?.path, ['viewId']);
});

test('refuses what cannot be kept', async () => {
  const { workspace, owner, project } = await scene();
  const error = async (input: Record<string, unknown>, who = owner) => {
    const valid = { projectId: project, kind: 'RUNS', name: 'a view' };
    const { userErrors } = await mutate(who, 'createSavedView', { ...valid, ...input });
    return userErrors[0]?.path[0];
  };
  assert.equal(await error({ name: '  ' }), 'name');
  assert.equal(await error({ name: 'x'.repeat(129) }), 'name');
  assert.equal(await error({ filter: [1] }), 'filter');
  assert.equal(await error({ columns: ['x'.repeat(33_000)] }), 'filter');
  assert.equal(await error({}, workspace.machine('full')), 'visibility');
  assert.equal(await error({ visibility: 'TEAM' }, workspace.machine('full')), undefined);
  assert.equal(await error({ visibility: 'TEAM' }, workspace.machine('read')), 'visibility');
  const stranger: Workspace = await createWorkspace(database);
  assert.equal(await error({}, stranger.owner), 'projectId');
  assert.equal(
    await error({ name: 'NUL \0 and \ud800', filter: { name: { eq: '\0' } } }),
    undefined,
  );
});
