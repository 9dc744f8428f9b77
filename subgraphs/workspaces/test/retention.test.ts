import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

before(async () => {
  stores = await testStores({ postgres: true });
  const log = createLogger({ service: 'test', level: 'silent' });
  database = createDatabase({ url: stores.databaseUrl, log, applicationName: 'test' });
  ask = createGraph(database);
});
after(async () => {
  await database?.close();
  await stores?.close();
});

interface Retention {
  days: number | null;
  isInherited: boolean;
}
interface Data {
  project: { uuid: string; retention: Retention };
  viewer: { workspace: { retentionDays: number | null } };
  setRetention: { job: { kind: string } | null; userErrors: { code: string }[] };
}

async function set(
  workspace: Workspace,
  input: Record<string, unknown>,
  principal = workspace.owner,
) {
  const { data, codes } = await ask(
    principal,
    `mutation ($input: SetRetentionInput!) {
      setRetention(input: $input) { job { kind } userErrors { code } }
    }`,
    { input },
  );
  return { ...(data as unknown as Data | null)?.setRetention, codes };
}

async function retentionIn(workspace: Workspace) {
  const { data } = await ask(
    workspace.owner,
    `{ project(name: "p") { uuid retention { days isInherited } } viewer { workspace { retentionDays } } }`,
  );
  const { project, viewer } = data as unknown as Data;
  return { ...project.retention, projectId: project.uuid, ofAll: viewer.workspace.retentionDays };
}

async function withProject(): Promise<Workspace> {
  const workspace = await createWorkspace(database);
  await ask(
    workspace.owner,
    `mutation { createProject(input: { name: "p" }) { project { uuid } } }`,
  );
  return workspace;
}

test('a project keeps runs as its workspace says, until it says itself', async () => {
  const workspace = await withProject();
  const { projectId, ...first } = await retentionIn(workspace);
  assert.deepEqual(first, { days: null, isInherited: true, ofAll: null });

  assert.equal((await set(workspace, { days: 30 })).job!.kind, 'RETENTION');
  const steps: [Record<string, unknown>, Retention][] = [
    [{}, { days: null, isInherited: false }],
    [{ days: 14 }, { days: 14, isInherited: false }],
    [{ inherits: true }, { days: 30, isInherited: true }],
  ];
  for (const [input, { days, isInherited }] of steps) {
    assert.equal((await set(workspace, { projectId, ...input })).job!.kind, 'RETENTION');
    assert.deepEqual(await retentionIn(workspace), { projectId, days, isInherited, ofAll: 30 });
  }
  assert.equal(
    (await set(workspace, { projectId, inherits: true })).job,
    null,
    'no change, no job',
  );
});

test('what is no time is refused, as are others', async () => {
  const [workspace, other] = [await withProject(), await withProject()];
  const { projectId } = await retentionIn(workspace);
  for (const [input, code] of [
    [{ days: 0 }, 'INVALID'],
    [{ days: 36_501 }, 'INVALID'],
    [{ inherits: true }, 'INVALID'],
    [{ projectId: (await retentionIn(other)).projectId, days: 3 }, 'NOT_FOUND'],
  ] as const) {
    assert.equal((await set(workspace, input)).userErrors![0]!.code, code);
  }
  for (const role of ['editor', 'viewer'] as const) {
    const { codes } = await set(workspace, { projectId, days: 3 }, workspace.person(role));
    assert.deepEqual(codes, ['FORBIDDEN']);
  }
  assert.equal((await retentionIn(other)).days, null);
});
