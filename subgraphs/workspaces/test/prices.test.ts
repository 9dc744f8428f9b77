import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { plainGlobalId, scopedGlobalId } from '@runlight/graphql';
import { uuidv7 } from '@runlight/run-model';
import { testDatabase } from '@runlight/testkit/tenants';
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

type Json = Record<string, unknown>;
interface Payload {
  modelPrice: Json | null;
  userErrors: { code: string; path: string[] | null; message: string }[];
}

const priceFields =
  'id name pattern provider rates { subtype usdPerMillion } from knownSince changedBy { id }';
const valid = {
  name: 'My model',
  pattern: 'my-model-.*',
  rates: [
    { subtype: 'input', usdPerMillion: '1.25' },
    { subtype: 'output', usdPerMillion: '10' },
  ],
};

async function mutate(
  { owner }: Workspace,
  name: 'createModelPrice' | 'updateModelPrice' | 'deleteModelPrice',
  input: Json,
  principal = owner,
): Promise<Payload & { codes: string[] }> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, codes } = await ask(
    principal,
    `mutation ($input: ${type}!) {
      ${name}(input: $input) { modelPrice { ${priceFields} } userErrors { code path message } }
    }`,
    { input },
  );
  return { ...(data?.[name] as unknown as Payload), codes };
}

async function own({ owner }: Workspace): Promise<Json[]> {
  const { data } = await ask(owner, `{ modelPrices { own { ${priceFields} } } }`);
  return (data!['modelPrices'] as unknown as { own: Json[] }).own;
}

describe('a price of a workspace', () => {
  test('is set, listed, changed and ended; what counted stays written', async () => {
    const workspace = await createWorkspace(database);
    const { modelPrice, userErrors } = await mutate(workspace, 'createModelPrice', {
      ...valid,
      from: '2026-10-01T00:00:00Z',
    });
    assert.deepEqual(userErrors, []);
    const { id, knownSince, ...rest } = modelPrice!;
    assert.deepEqual(rest, {
      ...valid,
      provider: null,
      from: '2026-10-01T00:00:00.000000Z',
      changedBy: { id: plainGlobalId('User', workspace.ownerId) },
    });
    assert.ok(Date.parse(knownSince as string) > Date.now(), 'workers hear of it first');
    assert.deepEqual(await own(workspace), [modelPrice]);

    const changed = await mutate(workspace, 'updateModelPrice', {
      id,
      provider: 'lab',
      from: null,
    });
    assert.deepEqual(
      [
        changed.modelPrice!['id'],
        changed.modelPrice!['provider'],
        changed.modelPrice!['from'],
        changed.modelPrice!['name'],
      ],
      [id, 'lab', null, 'My model'],
    );
    await mutate(workspace, 'deleteModelPrice', { id });
    assert.deepEqual(await own(workspace), []);

    const versions = await database.db
      .selectFrom('model_price')
      .selectAll()
      .where('workspace_id', '=', workspace.workspaceId)
      .orderBy('known_from')
      .execute();
    assert.equal(versions.length, 2);
    assert.deepEqual(versions[0]!.known_until, versions[1]!.known_from, 'without a gap');
    assert.ok(versions[1]!.known_until);
    assert.deepEqual(
      (await mutate(workspace, 'deleteModelPrice', { id })).userErrors[0]?.code,
      'NOT_FOUND',
    );
  });

  for (const [what, input, path] of [
    ['no name', { name: '  ' }, 'name'],
    ['a long name', { name: 'x'.repeat(129) }, 'name'],
    ['no pattern', { pattern: '' }, 'pattern'],
    ['a broken pattern', { pattern: 'a(' }, 'pattern'],
    ['a pattern that backtracks', { pattern: '(a)\\1' }, 'pattern'],
    ['a pattern that explodes', { pattern: '((a{10}){10}){10}' }, 'pattern'],
    ['a long provider', { provider: 'x'.repeat(65) }, 'provider'],
    ['no rate of input', { rates: [{ subtype: 'output', usdPerMillion: '1' }] }, 'rates'],
    [
      'an unknown subtype',
      { rates: [...valid.rates, { subtype: '__proto__', usdPerMillion: '1' }] },
      'rates',
    ],
    ['a rate twice', { rates: [...valid.rates, valid.rates[0]] }, 'rates'],
    ['a negative rate', { rates: [{ subtype: 'input', usdPerMillion: '-1' }] }, 'rates'],
    ['an immense rate', { rates: [{ subtype: 'input', usdPerMillion: '1000001' }] }, 'rates'],
  ] as [string, Json, string][]) {
    test(`is refused with ${what}`, async () => {
      const workspace = await createWorkspace(database);
      const { userErrors } = await mutate(workspace, 'createModelPrice', { ...valid, ...input });
      assert.deepEqual(
        userErrors.map(({ code, path }) => [code, path]),
        [['INVALID', [path]]],
      );
      assert.deepEqual(await own(workspace), []);
    });
  }

  test('has a name and a first day of its own', async () => {
    const workspace = await createWorkspace(database);
    await mutate(workspace, 'createModelPrice', valid);
    const same = await mutate(workspace, 'createModelPrice', valid);
    assert.deepEqual(
      same.userErrors.map(({ code }) => code),
      ['CONFLICT'],
    );
    const later = await mutate(workspace, 'createModelPrice', {
      ...valid,
      from: '2026-12-01T00:00:00Z',
    });
    assert.deepEqual(later.userErrors, []);
  });

  test("is its workspace's alone, and needs the right to manage it", async () => {
    const workspace = await createWorkspace(database);
    const stranger = await createWorkspace(database);
    const { modelPrice } = await mutate(workspace, 'createModelPrice', valid);
    assert.deepEqual(await own(stranger), []);
    for (const name of ['updateModelPrice', 'deleteModelPrice'] as const) {
      const { userErrors } = await mutate(stranger, name, { id: modelPrice!['id'] });
      assert.equal(userErrors[0]?.code, 'NOT_FOUND');
    }
    assert.equal((await own(workspace)).length, 1);
    const { codes } = await mutate(
      workspace,
      'createModelPrice',
      valid,
      workspace.person('viewer'),
    );
    assert.deepEqual(codes, ['FORBIDDEN']);
    const { data } = await ask(
      stranger.owner,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on ModelPrice { name } } }',
      { r: [{ __typename: 'ModelPrice', id: modelPrice!['id'] }] },
    );
    assert.deepEqual(data?.['_entities'], [null]);
  });
});

describe('the table of prices', () => {
  interface Table {
    nodes: Json[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  }
  const table = async (workspace: Workspace, args: string, fields = 'entry') => {
    const { data, codes } = await ask(
      workspace.owner,
      `{ modelPrices { tableAsOf providers table${args} { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } } } }`,
    );
    const answer = data?.['modelPrices'] as unknown as {
      table: Table;
      providers: string[];
      tableAsOf: string;
    };
    return { ...answer, codes };
  };

  test('is paged whole, each entry once', async () => {
    const workspace = await createWorkspace(database);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { table: page } = await table(workspace, `(first: 100${after})`);
      seen.push(...page.nodes.map(({ entry }) => entry as string));
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    assert.equal(seen.length, 517);
    assert.equal(new Set(seen).size, 517);
  });

  test('is searched by words, by provider, and by the name of a model', async () => {
    const workspace = await createWorkspace(database);
    const entries = async (args: string) =>
      (await table(workspace, args)).table.nodes.map(({ entry }) => entry);
    assert.deepEqual(await entries('(search: "anthropic haiku-5-5", provider: "anthropic")'), [
      'anthropic/claude-haiku-5-5',
    ]);
    assert.deepEqual(await entries('(search: "gpt-5-2025-08-07", provider: "openai")'), [
      'openai/gpt-5',
    ]);
    assert.deepEqual(await entries('(search: "no such model")'), []);
    const { providers, tableAsOf } = await table(workspace, '(first: 1)');
    assert.ok(providers.includes('deepseek'));
    assert.equal(tableAsOf, '2026-11-23T00:00:00.000000Z');
  });

  test('shows rows, hours, tiers, modes, sources and doubts', async () => {
    const workspace = await createWorkspace(database);
    const fields = `model kind patterns isSingleSource isDerived notes doubt modes { mode factor } sources { name url date }
      rows { from hoursUtc isWeekdaysOnly rates { subtype usdPerMillion } tiers { overInputTokens rates { subtype usdPerMillion } } }`;
    const [haiku] = (await table(workspace, '(search: "anthropic/claude-haiku-5-5")', fields)).table
      .nodes;
    assert.deepEqual(haiku!['modes'], [{ mode: 'batch', factor: 0.5 }]);
    const [row] = haiku!['rows'] as { tiers: { overInputTokens: number }[]; from: string }[];
    assert.deepEqual(
      [row!.from, row!.tiers[0]!.overInputTokens],
      ['2026-10-07T00:00:00.000000Z', 100_000],
    );
    const [flash] = (await table(workspace, '(search: "deepseek/deepseek-flash")', fields)).table
      .nodes;
    assert.match(flash!['doubt'] as string, /First day/);
    assert.deepEqual(
      (flash!['rows'] as { hoursUtc: string[] }[]).map(({ hoursUtc }) => hoursUtc),
      [[], ['01:00-04:00', '06:00-10:00']],
    );
  });
});

describe('repricing', () => {
  const reprice = async (workspace: Workspace, input: Json, principal = workspace.owner) => {
    const { data, codes } = await ask(
      principal,
      `mutation ($input: RepriceRunsInput!) {
        repriceRuns(input: $input) { job { kind state } userErrors { code path } }
      }`,
      { input },
    );
    return {
      payload: data?.['repriceRuns'] as unknown as { job: Json | null; userErrors: Json[] },
      codes,
    };
  };
  const inputs = async ({ workspaceId }: Workspace) =>
    (
      await database.db
        .selectFrom('job')
        .select(['kind', 'input'])
        .where('workspace_id', '=', workspaceId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
    ).map(({ kind, input }) => [kind, input]);

  test('is a job, dry unless it is asked for', async () => {
    const workspace = await createWorkspace(database);
    const { payload } = await reprice(workspace, {});
    assert.deepEqual(payload.job, { kind: 'REPRICING', state: 'QUEUED' });
    const { data } = await ask(
      workspace.owner,
      'mutation { createProject(input: { name: "p" }) { project { id uuid } } }',
    );
    const { project } = data!['createProject'] as unknown as {
      project: { id: string; uuid: string };
    };
    await reprice(workspace, {
      projectId: project.id,
      timeRange: { from: '2026-11-01T00:00:00Z' },
      dryRun: false,
    });
    assert.deepEqual(await inputs(workspace), [
      ['REPRICING', { dryRun: true }],
      [
        'REPRICING',
        { dryRun: false, projectId: project.uuid, from: '2026-11-01T00:00:00.000000Z' },
      ],
    ]);
  });

  test('is refused for what is not there, for times that go back, and without the right', async () => {
    const workspace = await createWorkspace(database);
    const projectId = scopedGlobalId('Project', workspace.workspaceId, uuidv7());
    assert.equal(
      (await reprice(workspace, { projectId })).payload.userErrors[0]!['code'],
      'NOT_FOUND',
    );
    const timeRange = { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' };
    assert.deepEqual((await reprice(workspace, { timeRange })).payload.userErrors[0]!['path'], [
      'timeRange',
    ]);
    assert.deepEqual((await reprice(workspace, {}, workspace.person('editor'))).codes, [
      'FORBIDDEN',
    ]);
    assert.deepEqual(await inputs(workspace), []);
  });
});
