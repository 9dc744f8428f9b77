import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { encodeCursor } from '@runlight/graphql';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { sql } from 'kysely';
import { createGraph, createWorkspace, entitiesQuery } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';

let database: TestDatabase;
let ask: Ask;

before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
});
after(() => database.close());

async function workspaceWith(names: string[]): Promise<Workspace> {
  const workspace = await createWorkspace(database);
  for (const name of names) await create(workspace, name);
  return workspace;
}

const create = (workspace: Workspace, name: string, description?: string) =>
  ask(
    workspace.owner,
    `mutation ($input: CreateProjectInput!) {
      createProject(input: $input) { project { name description } userErrors { code path } }
    }`,
    { input: { name, ...(description !== undefined && { description }) } },
  );

interface Page {
  nodes: { name: string }[];
  edges: { cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

async function list(workspace: Workspace, args: Record<string, unknown> = {}) {
  const { data, codes } = await ask(
    workspace.owner,
    `query ($first: Int, $after: String, $nameContains: String) {
      projects(first: $first, after: $after, nameContains: $nameContains) {
        nodes { name }
        edges { cursor }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    args,
  );
  return { page: data?.['projects'] as unknown as Page | undefined, codes };
}

const namesOf = async (workspace: Workspace, args: Record<string, unknown> = {}) =>
  (await list(workspace, args)).page?.nodes.map(({ name }) => name);

describe('projects', () => {
  test('a walk in pages sees each project once, newest first', async () => {
    const names = Array.from({ length: 11 }, (_, index) => `p${index}`);
    const workspace = await workspaceWith(names);
    // Created in the same microsecond: the id decides.
    await database.db
      .updateTable('project')
      .set({ created_at: sql`timestamptz '2026-01-01 00:00:00.000001+00'` } as never)
      .where('workspace_id', '=', workspace.workspaceId)
      .where('name', 'in', names.slice(0, 5))
      .execute();
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const { page } = await list(workspace, { first: 3, after });
      seen.push(...page!.nodes.map(({ name }) => name));
      assert.equal(page!.pageInfo.hasPreviousPage, after !== null);
      after = page!.pageInfo.endCursor;
      // A project made during the walk does not shift it.
      await create(workspace, `late${pages}`);
      if (!page!.pageInfo.hasNextPage) break;
    }
    assert.deepEqual(seen.slice(0, 6), names.slice(5).reverse());
    assert.deepEqual(seen.toSorted(), names.toSorted());
  });

  test('a page says where it stands', async () => {
    const workspace = await workspaceWith(['one', 'two']);
    const { page } = await list(workspace, { first: 2 });
    assert.equal(page!.pageInfo.hasNextPage, false);
    assert.equal(page!.pageInfo.startCursor, page!.edges[0]!.cursor);
    assert.equal(page!.pageInfo.endCursor, page!.edges[1]!.cursor);
    const empty = await list(await createWorkspace(database));
    assert.deepEqual(empty.page!.pageInfo, {
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test('first is 1 to 100, and an error outside', async () => {
    const workspace = await workspaceWith(['one']);
    for (const first of [0, -1, 101]) {
      assert.deepEqual((await list(workspace, { first })).codes, ['BAD_USER_INPUT']);
    }
    for (const first of [1, 100]) assert.deepEqual((await list(workspace, { first })).codes, []);
  });

  test('a cursor of other arguments or of nothing is BAD_CURSOR', async () => {
    const workspace = await workspaceWith(['one', 'two']);
    const { page } = await list(workspace, { first: 1 });
    const cursors: [string, string | null][] = [
      [page!.pageInfo.endCursor!, 'o'],
      ['', null],
      ['garbage', null],
      [encodeCursor({ keys: [1, 'not-a-uuid'] }, 'x'), null],
      ['x'.repeat(5000), null],
    ];
    for (const [after, nameContains] of cursors) {
      assert.deepEqual((await list(workspace, { after, nameContains })).codes, ['BAD_CURSOR']);
    }
  });

  test('a search is plain text and ignores case beyond ASCII', async () => {
    const workspace = await workspaceWith(['100% sure', 'under_score', 'ÄRGER', 'back\\slash']);
    const searches: [string, string[]][] = [
      ['%', ['100% sure']],
      ['_', ['under_score']],
      ['\\', ['back\\slash']],
      ['ärger', ['ÄRGER']],
      ['SURE', ['100% sure']],
      ["'; DROP TABLE project; --", []],
      ['\0', []],
      ['\ud800', []],
      ['', ['back\\slash', 'ÄRGER', 'under_score', '100% sure']],
    ];
    for (const [nameContains, expected] of searches) {
      assert.deepEqual(await namesOf(workspace, { nameContains }), expected, nameContains);
    }
    const long = await list(workspace, { nameContains: 'x'.repeat(257) });
    assert.deepEqual(long.codes, ['BAD_USER_INPUT']);
  });

  test('a project is found by its exact name, and not by another', async () => {
    const workspace = await workspaceWith(['chat']);
    const find = (name: string) =>
      ask(
        workspace.owner,
        'query ($name: String!) { project(name: $name) { name workspace { uuid } } }',
        { name },
      );
    assert.deepEqual((await find('chat')).data, {
      project: { name: 'chat', workspace: { uuid: workspace.workspaceId } },
    });
    for (const name of ['Chat', 'cha', '', '\0', 'x'.repeat(100_000), '__proto__']) {
      const { data, codes } = await find(name);
      assert.deepEqual([data, codes], [{ project: null }, ['NOT_FOUND']]);
    }
  });

  test('mistakes in a new project are told, not thrown', async () => {
    const workspace = await workspaceWith(['taken']);
    const mistakes: [string, string | undefined, string, string[]][] = [
      ['taken', undefined, 'CONFLICT', ['name']],
      [' taken ', undefined, 'CONFLICT', ['name']],
      ['', undefined, 'INVALID', ['name']],
      ['x'.repeat(257), undefined, 'INVALID', ['name']],
      ['fine', 'x'.repeat(4001), 'INVALID', ['description']],
    ];
    for (const [name, description, code, path] of mistakes) {
      const { data, codes } = await create(workspace, name, description);
      assert.deepEqual(codes, []);
      assert.deepEqual(data, { createProject: { project: null, userErrors: [{ code, path }] } });
    }
    const { data } = await create(workspace, 'fine', '  \0 what for ');
    assert.deepEqual(data, {
      createProject: {
        project: { name: 'fine', description: '\ufffd what for' },
        userErrors: [],
      },
    });
  });

  test('the same name at once makes one project', async () => {
    const workspace = await createWorkspace(database);
    const answers = await Promise.all(Array.from({ length: 6 }, () => create(workspace, 'once')));
    const created = answers.filter(
      ({ data }) => (data!['createProject'] as unknown as { project: unknown }).project !== null,
    );
    assert.equal(created.length, 1);
    assert.deepEqual(await namesOf(workspace), ['once']);
  });

  test('references to many projects are one query', async () => {
    const workspace = await workspaceWith(['one', 'two', 'three']);
    const { data } = await ask(workspace.owner, '{ projects { nodes { id } } }');
    const { nodes } = data!['projects'] as unknown as { nodes: { id: string }[] };
    let queries = 0;
    const counting = createGraph({
      db: database.db.withPlugin({
        transformQuery: ({ node }) => {
          queries += 1;
          return node;
        },
        transformResult: ({ result }) => Promise.resolve(result),
      }),
    });
    const representations = [...nodes, ...nodes].map(({ id }) => ({ __typename: 'Project', id }));
    const found = await counting(workspace.owner, entitiesQuery, { representations });
    assert.deepEqual(
      (found.data!['_entities'] as unknown as { name: string }[]).map(({ name }) => name),
      ['three', 'two', 'one', 'three', 'two', 'one'],
    );
    assert.equal(queries, 1);
  });
});
