import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { principalOfKey } from '@runlight/auth';
import { createFileLinks } from '@runlight/objects';
import { createDatabase } from '@runlight/postgres';
import type { Database } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { testStores } from '@runlight/testkit';
import type { TestStores } from '@runlight/testkit';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';

let stores: TestStores<{ postgres: true }>;
let database: Database;
let ask: Ask;
let own: Workspace;
let other: Workspace;

before(async () => {
  stores = await testStores({ postgres: true });
  const log = createLogger({ service: 'test', level: 'silent' });
  database = createDatabase({ url: stores.databaseUrl, log, applicationName: 'test' });
  ask = createGraph(database, { links: createFileLinks({ secret: 'x'.repeat(40) }) });
  [own, other] = [await createWorkspace(database), await createWorkspace(database)];
});
after(async () => {
  await database?.close();
  await stores?.close();
});

interface JobData {
  id: string;
  uuid: string;
  kind: string;
  state: string;
  input: Record<string, unknown>;
  isCancelRequested: boolean;
  files: { name: string; url: string }[];
}
interface Payload {
  job: JobData | null;
  userErrors: { code: string; message: string; path: string[] | null }[];
}

const jobFields =
  'job { id uuid kind state input isCancelRequested } userErrors { code message path }';

async function mutate(
  name: 'deleteRuns' | 'deleteProject' | 'exportRuns' | 'cancelJob',
  input: Record<string, unknown>,
  principal = own.owner,
): Promise<Payload & { codes: string[] }> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, codes } = await ask(
    principal,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${jobFields} } }`,
    { input },
  );
  return { ...((data?.[name] ?? { job: null, userErrors: [] }) as Payload), codes };
}

async function newProject(name: string = randomUUID(), workspace = own): Promise<string> {
  const { data } = await ask(
    workspace.owner,
    `mutation ($name: String!) { createProject(input: { name: $name }) { project { uuid } } }`,
    { name },
  );
  return (data as unknown as { createProject: { project: { uuid: string } } }).createProject.project
    .uuid;
}

const anId = randomUUID();

describe('deleteRuns', () => {
  const selections: [Record<string, unknown>, Record<string, unknown>][] = [
    [{ runUuids: [anId] }, { runUuids: [anId] }],
    [{ traceUuids: [anId.toUpperCase()] }, { traceUuids: [anId] }],
    [{ threadIds: ['t'] }, { threadIds: ['t'] }],
    [{ userIds: ['u'] }, { userIds: ['u'] }],
    [{ metadata: [{ key: 'a', value: 'b' }] }, { metadata: { a: 'b' } }],
    [
      {
        metadata: [
          { key: 'a', value: 'b' },
          { key: '__proto__', value: '' },
          { key: 'a', value: 'c' },
        ],
      },
      { metadata: { a: ['b', 'c'], ['__proto__']: '' } },
    ],
    [
      { filter: { status: { eq: 'ERROR' }, and: [{ latencyMs: { gt: 5 } }] } },
      { filter: { status: { eq: 'ERROR' }, and: [{ latencyMs: { gt: 5 } }] } },
    ],
  ];
  for (const [input, selection] of selections) {
    test(`makes a job of ${JSON.stringify(Object.keys(input))}`, async () => {
      const projectId = await newProject();
      const { job, userErrors, codes } = await mutate('deleteRuns', { projectId, ...input });
      assert.deepEqual([userErrors, codes], [[], []]);
      assert.deepEqual(
        [job!.kind, job!.state, job!.input],
        ['DELETION', 'QUEUED', { scope: 'runs', projectId, selection, dryRun: false }],
      );
    });
  }

  const mistakes: [string, Record<string, unknown>][] = [
    ['nothing', {}],
    ['two ways at once', { runUuids: [anId], threadIds: ['t'] }],
    ['no UUID', { runUuids: ['x'] }],
    ['no ids', { traceUuids: [] }],
    ['too many ids', { runUuids: Array.from({ length: 1001 }, () => anId) }],
    ['a filter with a misspelt field', { filter: { statuss: { eq: 'ERROR' } } }],
    ['a filter with a misspelt operator', { filter: { name: { equals: 'x' } } }],
    ['a filter whose value was forgotten', { filter: { traceId: { eq: null } } }],
    ['a filter whose operator was forgotten', { filter: { traceId: {} } }],
    ['a filter whose condition was forgotten', { filter: { not: null } }],
    ['a filter that is a list', { filter: [] }],
    ['a filter with a wrong type', { filter: { and: 3 } }],
    ['a filter that nests for ever', { filter: nested(200) }],
  ];
  for (const [what, input] of mistakes) {
    test(`refuses ${what}`, async () => {
      const { job, userErrors, codes } = await mutate('deleteRuns', input);
      assert.deepEqual([job, userErrors.length, codes], [null, 1, []]);
    });
  }

  test("does not know another workspace's project", async () => {
    const projectId = await newProject('theirs', other);
    const { job, userErrors } = await mutate('deleteRuns', { projectId, runUuids: [anId] });
    assert.deepEqual([job, userErrors[0]!.code], [null, 'NOT_FOUND']);
  });

  for (const role of ['editor', 'annotator', 'viewer'] as const) {
    test(`is not for ${role}s, nor is deleteProject`, async () => {
      const projectId = await newProject();
      for (const [name, input] of [
        ['deleteRuns', { runUuids: [anId] }],
        ['deleteProject', { projectId }],
      ] as const) {
        const { codes } = await mutate(name, input, own.person(role));
        assert.deepEqual(codes, ['FORBIDDEN']);
      }
    });
  }

  test('is for keys that somebody allowed to delete, and for no others', async () => {
    const identity = { keyId: randomUUID(), scope: 'full', ...own } as const;
    for (const [principal, codes] of [
      [own.machine('full'), ['FORBIDDEN']],
      [own.machine('ingest'), ['FORBIDDEN']],
      [principalOfKey({ ...identity, mayDelete: true }), []],
      [principalOfKey({ ...identity, scope: 'read', mayDelete: true }), ['FORBIDDEN']],
    ] as const) {
      assert.deepEqual((await mutate('deleteRuns', { runUuids: [anId] }, principal)).codes, codes);
    }
  });
});

describe('deleteProject', () => {
  test('it is gone at once, its name is free, and a job does the rest', async () => {
    const projectId = await newProject('short-lived');
    const { job } = await mutate('deleteProject', { projectId });
    assert.deepEqual(job!.input, { scope: 'project', projectId });
    const { codes } = await ask(own.owner, `{ project(name: "short-lived") { uuid } }`);
    assert.deepEqual(codes, ['NOT_FOUND']);
    assert.notEqual(await newProject('short-lived'), projectId);
    const again = await mutate('deleteProject', { projectId });
    assert.deepEqual([again.job, again.userErrors[0]!.code], [null, 'NOT_FOUND']);
  });

  test('a dry run leaves it', async () => {
    const projectId = await newProject('kept');
    const { job } = await mutate('deleteProject', { projectId, dryRun: true });
    assert.equal(job!.input['dryRun'], true);
    assert.deepEqual((await ask(own.owner, `{ project(name: "kept") { uuid } }`)).codes, []);
  });

  test("does not touch another workspace's project", async () => {
    const projectId = await newProject('theirs too', other);
    const { job, userErrors } = await mutate('deleteProject', { projectId });
    assert.deepEqual([job, userErrors[0]!.code], [null, 'NOT_FOUND']);
    assert.deepEqual(
      (await ask(other.owner, `{ project(name: "theirs too") { uuid } }`)).codes,
      [],
    );
  });
});

describe('jobs', () => {
  test('are listed newest first, page by page, and by kind', async () => {
    const workspace = await createWorkspace(database);
    const uuids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { job } = await mutate('deleteRuns', { runUuids: [anId] }, workspace.owner);
      uuids.unshift(job!.uuid);
    }
    const list = `query ($after: String, $kinds: [JobKind!]) { jobs(first: 2, after: $after, kinds: $kinds) {
      nodes { uuid } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { data } = await ask(workspace.owner, list, { after });
      const { nodes, pageInfo } = (data as unknown as { jobs: JobPage }).jobs;
      seen.push(...nodes.map(({ uuid }) => uuid));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    assert.deepEqual(seen, uuids);
    const { data } = await ask(workspace.owner, list, { kinds: ['EXPORT'] });
    assert.deepEqual((data as unknown as { jobs: JobPage }).jobs.nodes, []);
  });

  test('are nothing to another workspace, by id or in the list', async () => {
    const { job } = await mutate('deleteRuns', { runUuids: [anId] });
    for (const id of [job!.id, job!.uuid]) {
      const { codes } = await ask(other.owner, `query ($id: ID!) { job(id: $id) { state } }`, {
        id,
      });
      assert.deepEqual(codes, ['NOT_FOUND']);
      const { userErrors } = await mutate('cancelJob', { id }, other.owner);
      assert.equal(userErrors[0]!.code, 'NOT_FOUND');
    }
    const { data } = await ask(other.owner, `{ jobs { nodes { uuid } } }`);
    const uuids = (data as unknown as { jobs: JobPage }).jobs.nodes.map(({ uuid }) => uuid);
    assert.ok(!uuids.includes(job!.uuid));
  });

  test('a queued one is cancelled at once; a running one is asked to end', async () => {
    const { job } = await mutate('deleteRuns', { runUuids: [anId] });
    const cancelled = await mutate('cancelJob', { id: job!.id });
    assert.equal(cancelled.job!.state, 'CANCELLED');
    const second = await mutate('deleteRuns', { runUuids: [anId] });
    await database.db
      .updateTable('job')
      .set({ state: 'RUNNING' })
      .where('id', '=', second.job!.uuid)
      .execute();
    const asked = await mutate('cancelJob', { id: second.job!.id });
    assert.deepEqual([asked.job!.state, asked.job!.isCancelRequested], ['RUNNING', true]);
  });

  test('are ended only by who may start them', async () => {
    const { job } = await mutate('deleteRuns', { runUuids: [anId] });
    const { codes } = await mutate('cancelJob', { id: job!.id }, own.person('editor'));
    assert.deepEqual(codes, ['FORBIDDEN']);
  });

  test('files of an export come with links, for who may export', async () => {
    const projectId = await newProject();
    const { job } = await mutate('exportRuns', {
      projectId,
      filter: { status: { eq: 'ERROR' } },
      timeRange: { from: '2026-01-01T00:00:00Z' },
      format: 'PARQUET',
    });
    assert.deepEqual(job!.input, {
      projectId,
      format: 'PARQUET',
      filter: { status: { eq: 'ERROR' } },
      from: '2026-01-01T00:00:00.000000Z',
    });
    const file = { name: 'a.parquet', sizeBytes: 3, sha256: 'f'.repeat(64) };
    const files = [
      { ...file, key: `${own.workspaceId}/exports/a`, runs: 2 },
      { ...file, key: `${other.workspaceId}/exports/a` },
    ];
    await database.db
      .updateTable('job')
      .set({ state: 'SUCCEEDED', result: { files } })
      .where('id', '=', job!.uuid)
      .execute();
    const query = `query ($id: ID!) { job(id: $id) { files { name runCount url } } }`;
    const { data } = await ask(own.owner, query, { id: job!.id });
    const shown = (data as unknown as { job: JobData }).job.files;
    assert.equal(shown.length, 1, "a key of another workspace is nobody's business");
    assert.match(shown[0]!.url, /^\/files\//);
    const viewer = await ask(own.person('viewer'), query, { id: job!.id });
    assert.deepEqual(viewer.codes, ['FORBIDDEN']);
  });

  test('exports are not for viewers', async () => {
    const projectId = await newProject();
    const { codes } = await mutate('exportRuns', { projectId }, own.person('viewer'));
    assert.deepEqual(codes, ['FORBIDDEN']);
  });
});

interface JobPage {
  nodes: JobData[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

function nested(depth: number): Record<string, unknown> {
  return depth === 0 ? {} : { not: nested(depth - 1) };
}
