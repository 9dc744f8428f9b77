import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';

let database: TestDatabase;
let ask: Ask;
let workspace: Workspace;

before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
  workspace = await createWorkspace(database);
});
after(() => database.close());

const fields = `uuid name description startedAt endedAt extra referenceDatasetUuid`;

async function change(mutation: 'createProject' | 'updateProject', input: object, who = workspace) {
  const type = mutation === 'createProject' ? 'CreateProjectInput' : 'UpdateProjectInput';
  const { data, codes } = await ask(
    who.owner,
    `mutation ($input: ${type}!) {
      ${mutation}(input: $input) { project { ${fields} } userErrors { code path } }
    }`,
    { input },
  );
  assert.deepEqual(codes, []);
  return data![mutation] as unknown as {
    project: { uuid: string; name: string; extra: unknown; [field: string]: unknown } | null;
    userErrors: { code: string; path: string[] }[];
  };
}

async function names(variables: object, who = workspace) {
  const { data, codes } = await ask(
    who.owner,
    `query ($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int, $after: String) {
      projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        nodes { name } pageInfo { hasNextPage endCursor }
      }
    }`,
    { ...variables },
  );
  const page = data?.['projects'] as unknown as
    | { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
    | undefined;
  return { names: page?.nodes.map(({ name }) => name), pageInfo: page?.pageInfo, codes };
}

describe('facts of a project', () => {
  test('everything an experiment says about itself is kept', async () => {
    const [uuid, dataset] = [randomUUID(), randomUUID()];
    const { project } = await change('createProject', {
      uuid,
      name: 'exp-1',
      extra: { metadata: { model: 'm', 'nul\0': 'a\0b' }, other: [1] },
      startedAt: '2026-01-01T00:00:00.000001Z',
      endedAt: '2026-01-02T00:00:00Z',
      referenceDatasetUuid: dataset,
    });
    assert.deepEqual(project, {
      uuid,
      name: 'exp-1',
      description: null,
      startedAt: '2026-01-01T00:00:00.000001Z',
      endedAt: '2026-01-02T00:00:00.000000Z',
      extra: { metadata: { model: 'm', 'nul\ufffd': 'a\ufffdb' }, other: [1] },
      referenceDatasetUuid: dataset,
    });
  });

  test('an update merges metadata, and null changes nothing', async () => {
    const { project } = await change('createProject', {
      name: 'exp-2',
      description: 'first',
      extra: { metadata: { a: 1, b: 1 }, kept: true },
    });
    const { project: changed } = await change('updateProject', {
      projectId: project!.uuid,
      name: null,
      description: null,
      endedAt: null,
      extra: { metadata: { b: 2 } },
    });
    assert.equal(changed!.name, 'exp-2');
    assert.equal(changed!['description'], 'first');
    assert.deepEqual(changed!.extra, { metadata: { a: 1, b: 2 }, kept: true });
  });

  test('a name or an id that is taken is a conflict, unless the existing one is asked for', async () => {
    const { project } = await change('createProject', { name: 'taken' });
    const again = await change('createProject', { name: 'taken' });
    assert.deepEqual(again.userErrors, [{ code: 'CONFLICT', path: ['name'] }]);
    const existing = await change('createProject', { name: 'taken', orExisting: true });
    assert.equal(existing.project!.uuid, project!.uuid);
    const sameId = await change('createProject', { name: 'other', uuid: project!.uuid });
    assert.deepEqual(sameId.userErrors, [{ code: 'CONFLICT', path: ['uuid'] }]);
    const { project: other } = await change('createProject', { name: 'other' });
    const renamed = await change('updateProject', { projectId: other!.uuid, name: 'taken' });
    assert.deepEqual(renamed.userErrors, [{ code: 'CONFLICT', path: ['name'] }]);
  });

  test('the id of a deleted project is not given again (D6)', async () => {
    const { project } = await change('createProject', { name: 'gone' });
    await database.db.deleteFrom('project').where('id', '=', project!.uuid).execute();
    const again = await change('createProject', { name: 'gone', uuid: project!.uuid });
    assert.deepEqual(again.userErrors, [{ code: 'CONFLICT', path: ['uuid'] }]);
  });

  test('too much of it is refused', async () => {
    const large = { text: 'x'.repeat(32 * 1024) };
    for (const [field, value] of [
      ['extra', large],
      ['extra', 'text'],
      ['uuid', 'no uuid'],
      ['referenceDatasetUuid', '7'],
    ] as const) {
      const { userErrors } = await change('createProject', { name: 'bad', [field]: value });
      assert.deepEqual(userErrors, [{ code: 'INVALID', path: [field] }], field);
    }
  });

  test("another workspace's project cannot be changed", async () => {
    const { project } = await change('createProject', { name: 'ours' });
    const stranger = await createWorkspace(database);
    const { userErrors } = await change(
      'updateProject',
      { projectId: project!.uuid, name: 'theirs' },
      stranger,
    );
    assert.deepEqual(userErrors, [{ code: 'NOT_FOUND', path: ['projectId'] }]);
  });
});

describe('lists of projects', () => {
  test('each filter restricts, and the order by name is walked in pages', async () => {
    const ours = await createWorkspace(database);
    const dataset = randomUUID();
    const ids: Record<string, string> = {};
    for (const input of [
      { name: 'b', extra: { metadata: { env: 'prod', nested: { k: 1 } } } },
      { name: 'a', extra: { metadata: { env: 'dev' } } },
      { name: 'Z', referenceDatasetUuid: dataset },
      { name: 'é' },
    ]) {
      ids[input.name] = (await change('createProject', input, ours)).project!.uuid;
    }
    const found = async (filter: object) => (await names({ filter }, ours)).names!.toSorted();
    assert.deepEqual(await found({ name: 'a' }), ['a']);
    assert.deepEqual(await found({ uuids: [ids['a'], ids['Z'], 'none'] }), ['Z', 'a']);
    assert.deepEqual(await found({ uuids: [] }), []);
    assert.deepEqual(await found({ metadata: { env: 'prod' } }), ['b']);
    assert.deepEqual(await found({ metadata: { nested: { k: 1 } } }), ['b']);
    assert.deepEqual(await found({ metadata: { env: 'none' } }), []);
    assert.deepEqual(await found({ referenceDatasetUuids: [dataset] }), ['Z']);
    assert.deepEqual(await found({ hasReferenceDataset: false }), ['a', 'b', 'é']);

    const orderBy = { field: 'NAME', direction: 'ASC' };
    const walked: string[] = [];
    let after: string | undefined;
    do {
      const page = await names({ orderBy, first: 3, after }, ours);
      walked.push(...page.names!);
      after = page.pageInfo!.hasNextPage ? page.pageInfo!.endCursor : undefined;
    } while (after);
    assert.deepEqual(walked, ['Z', 'a', 'b', 'é']);
  });

  test('a list of more than 100 ids is refused', async () => {
    const uuids = Array.from({ length: 101 }, () => randomUUID());
    assert.deepEqual((await names({ filter: { uuids } })).codes, ['BAD_USER_INPUT']);
  });
});
